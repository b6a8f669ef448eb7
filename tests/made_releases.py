"""Releases made from marked text (`pressparse.evaluation.read_gold`), so that exports are tested without a model."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from functools import cache

from pressparse.evaluation import read_gold
from pressparse.outline import build
from pressparse.outline.nodes import Node
from pressparse.records import (
    Amount,
    Date,
    ErrorInfo,
    Evidence,
    Failure,
    Initiative,
    Mention,
    OutlineNode,
    Person,
    Quote,
    Release,
    SourceInfo,
    Span,
    Title,
)
from pressparse.source import Source

HARBOR = """\
#person noh | Noh Dal-seop | Minister of Oceans and Fisheries | Ministry of Oceans and Fisheries
#person pyo | Pyo Garam | Director | Harbor Bureau
#release issued=2025-05-07 issuer=Ministry of Oceans and Fisheries
Ministry of Oceans and Fisheries
Date: Wednesday, [[D:2025-05-07|May 7, 2025]]

Ministry to launch the '[[I:project:quiet|Quiet Harbor Project]]'

□ [[T:noh:Ministry of Oceans and Fisheries|Minister of Oceans and Fisheries]] [[P:noh|Noh Dal-seop]] announced \
the '[[I:project:quiet|Quiet Harbor Project]]', which runs from [[D:2025-06/2026-02|June 2025 to February 2026]].
 ∘ [[T:noh|Minister]] [[P:noh|Noh]] said, “[[Q:noh|Every harbor deserves one calm night a week, and by \
[[D:2027|2027]] every one of them will have it.]]”
 ∘ [[T:pyo:Harbor Bureau|Director]] [[P:pyo|Pyo Garam]] added, “[[Q:pyo|Engines can wait.]]”
□ The ‘[[I:law|Night Navigation Act]]’ takes effect in [[D:2026-03|March 2026]], and the \
[[T:|Vice Minister]] will report on it.
"""

FERRY = """\
#person noh | Noh Dal-seop | Minister | Ministry of Oceans and Fisheries
#release issued=2024-11-20 issuer=Ministry of Oceans and Fisheries
Date: [[D:2024-11-20|November 20, 2024]]

Ferries to be free for schoolchildren

○ “[[Q:noh|No child should miss school for the price of a ferry,]]” said [[T:noh|Minister]] [[P:noh|Noh Dal-seop]].
○ The '[[I:event|Island Schools Forum]]' was held on [[D:2024-11-19|the 19th]], where the Ferry Union said, \
“[[Q:@Ferry Union|we are ready to sail]].”
"""

HOSTILE = """\
#person mal | <b>Mal</b> Ory | =HYPERLINK("http://bad.example","x") | [red]Bureau[/red]
#release issued=2025-01-02 issuer=<script>alert(1)</script>
Date: [[D:2025-01-02|January 2, 2025]]

<script>document.title='owned'</script> & "Plan" </title>

□ [bold]Bureau[/bold] &amp; [[P:mal|<b>Mal</b> Ory]] said, \
“[[Q:mal|=cmd|' /C calc'!A0 is <img src=x onerror=alert(1)> fun]]”.
□ [[I:plan|\u202egpj.exe\u202c Plan]] of [[D:2025|2025]], {{ 7 * 7 }} {% raw %} ${x} --> ]]> </style></script>
+ [[T:|@SUM(1+1) Officer]]
- [[I:other|‘’\t=1+1]] ＝1+1
"""

EMPTY = """\
#release issued= issuer=
Nothing here has bullets, and nothing is a record.
"""


def made(marked: str, *, path: str = "in/release.txt", with_text: bool = False) -> Release:
    """The release that a careful reader marked, with ids and nodes as `extract` gives them."""
    text, gold = read_gold(marked)
    source = Source(text, path, "text", "utf-8", hashlib.sha256(text.encode()).hexdigest())
    outline = build(source)
    nodes = list(outline.nodes.values())
    starts = [each.start for each in nodes]

    def node(start: int) -> str:
        return nodes[max(bisect_right(starts, start) - 1, 0)].id

    def at(span: dict) -> dict:
        return {"text": span["text"], "start": span["start"], "end": span["end"], "node": node(span["start"])}

    ids = {person["id"]: f"p{number}" for number, person in enumerate(gold["people"], start=1)}
    by_name = {person["name"]: ids[person["id"]] for person in gold["people"]}
    values = {each["value"]: node(each["start"]) for each in gold["dates"]}
    return Release(
        source=SourceInfo(
            path=path, format="text", encoding="utf-8", sha256=source.sha256, characters=len(text), language="en"
        ),
        title=_span(text, outline.title) if outline.title else None,
        subtitles=[_span(text, each) for each in outline.subtitles],
        issued=gold["issued"],
        issued_from="header" if gold["issued"] else None,
        issuer=gold["issuer"],
        outline=[_outline(text, root) for root in outline.roots],
        dates=[
            Date(**at(each), value=each["value"], precision="day", anchored=False, **_bounds(each["value"]))
            for each in gold["dates"]
        ],
        people=[
            Person(
                id=ids[each["id"]], name=each["name"], title=each["title"], organization=each["organization"],
                mentions=[Mention(**at(mention)) for mention in each["mentions"]],
            )
            for each in gold["people"]
        ],
        titles=[
            Title(
                **at(each), role=each["text"].split(" of ")[0], organization=each["organization"],
                person=ids.get(each["person"]), evidence=Evidence(rule="made", words=["one", "two"]),
            )
            for each in gold["titles"]
        ],
        quotes=[
            Quote(
                **at(each), kind="direct", cue="said", speaker=each["speaker"], speaker_id=by_name.get(each["speaker"])
            )
            for each in gold["quotes"]
        ],
        initiatives=[
            Initiative(
                id=f"i{number}", name=each["name"], kind=each["kind"], actor=gold["issuer"] or None, action="announce",
                dates=[
                    value
                    for value, home in values.items()
                    if home in {node(mention["start"]) for mention in each["mentions"]}
                ],
                mentions=[Mention(**at(mention)) for mention in each["mentions"]],
                amount=Amount(text="2 trillion won", value=2e12, currency="KRW") if number == 1 else None,
            )
            for number, each in enumerate(gold["initiatives"], start=1)
        ],
        warnings=["one warning"] if gold["issuer"] is None else [],
        text=text if with_text else None,
    )  # fmt: skip


def failure(path: str = "in/=bad.txt") -> Failure:
    """What stands for an input that gave no release."""
    info = SourceInfo(path=path, format=None, encoding=None, sha256=None, characters=None, language=None)
    return Failure(source=info, error=ErrorInfo(type="empty", message="The file is empty.\nReally."))


@cache
def bullets(count: int) -> Release:
    """A release of `count` bullets with a date in each."""
    lines = [f"○ Stage {number} ends in [[D:2025-03|March 2025]]." for number in range(count)]
    return made("Stages of the work\n\n" + "\n".join(lines) + "\n")


def _span(text: str, node: Node) -> Span:
    return Span(text=text[node.start : node.end], start=node.start, end=node.end)


def _outline(text: str, node: Node) -> OutlineNode:
    return OutlineNode(
        id=node.id, kind=node.kind, marker=node.marker, level=node.level, text=text[node.start : node.end],
        start=node.start, end=node.end, children=[_outline(text, child) for child in node.children],
    )  # fmt: skip


def _bounds(value: str) -> dict[str, str | None]:
    """The first and last day, near enough for a test (every month has 28 days)."""
    first, _, last = value.partition("/")
    months = re.fullmatch(r"\d{4}", first)
    return {
        "earliest": (first + ("-01-01" if months else "-01"))[:10],
        "latest": ((last or first) + ("-12-28" if months else "-28"))[:10],
    }
