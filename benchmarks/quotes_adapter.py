"""Run pressparse over the records of a quotation benchmark and write its predictions, one JSON object a line.

    python benchmarks/quotes_adapter.py GOLD.jsonl -o PREDICTIONS.jsonl [--reported] [--profile]

A record is {"id": …, "text": …}; a prediction {"id": …, "quotes": [{"content": [start, end], "speaker": [start, end] or
null, "speaker_text": …, "cue": …}]}, offsets in code points of the text. `speaker` is the mention beside the quotation.
The time is CPU seconds of one process, everything included but the loading of the model.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pressparse import language
from pressparse.context import Context, Options
from pressparse.extractors import people, quotes, titles
from pressparse.extractors.quotes.roll import Speaker
from pressparse.linking import link_people
from pressparse.outline import build
from pressparse.source import Source


def predict(context: Context) -> Iterator[dict[str, Any]]:
    """The quotations of one text in the benchmark's form, with reported speech where the context asks for it."""
    reported = quotes.read_reported(context, objects=True) if context.options.reported else []
    taken = [context.passages[found.passage].span(found.start, found.end) for found in reported]
    for found, (start, end) in zip(reported, taken, strict=True):
        yield {"content": [start, end], "cue": found.cue, **_mention(context, found.speaker)}
    for direct in quotes.find_attributions(context, scare=True):
        start, end = quotes.place(context, direct)
        # The corpus annotates the whole clause in which somebody's words are woven, once.
        if not any(low <= start and end <= high for low, high in taken):
            yield {"content": [start, end], "cue": direct.cue, **_mention(context, direct.speaker)}


def _mention(context: Context, speaker: Speaker | None) -> dict[str, Any]:
    if speaker is None or speaker.end <= speaker.start:
        return {"speaker": None, "speaker_text": None}
    start, end = context.passages[speaker.passage].span(speaker.start, speaker.end)
    return {"speaker": [start, end], "speaker_text": context.source.text[start:end]}


def contexts(texts: list[str], *, reported: bool) -> Iterator[Context]:
    """Each text as far as quotations need it read, in order."""
    loaded = language.load()
    for text in texts:
        source = Source(text, None, "text", "utf-8", hashlib.sha256(text.encode()).hexdigest())
        outline = build(source)
        docs = list(loaded.annotate(passage.text for passage in outline.passages))
        context = Context(
            source=source,
            outline=outline,
            docs=docs,
            parse_all=loaded.parse_all,
            options=Options(reported=reported),
        )
        posts = titles.find(context)
        context.people, context.titles = link_people(context, people.find(context, posts), posts)
        yield context


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--reported", action="store_true", help="reported speech too (for --task all)")
    arguments = parser.parse_args()

    records = [json.loads(line) for line in arguments.gold.read_text(encoding="utf-8").splitlines()]
    list(map(list, map(predict, contexts(["He said, “It is a fine day today.”"], reported=False))))
    start, tokens, lines = time.process_time(), 0, []
    found = contexts([record["text"] for record in records], reported=arguments.reported)
    for record, context in zip(records, found, strict=True):
        lines.append(json.dumps({"id": record["id"], "quotes": list(predict(context))}, ensure_ascii=False))
        tokens += sum(map(len, context.docs))
    seconds = time.process_time() - start
    arguments.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    rate = round(tokens / seconds)
    print(
        json.dumps(
            {"records": len(records), "tokens": tokens, "cpu_seconds": round(seconds, 1), "tokens_per_second": rate}
        )
    )


if __name__ == "__main__":
    main()
