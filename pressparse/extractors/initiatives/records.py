"""The records of the initiatives, from the groups of their names."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.context import Context
from pressparse.extractors.initiatives.actions import REACH, Action, guess_action
from pressparse.extractors.initiatives.actors import guess_actor, guess_owner
from pressparse.extractors.initiatives.amounts import guess_amount
from pressparse.extractors.initiatives.coreference import Group
from pressparse.extractors.initiatives.echoes import RULE as ECHO
from pressparse.extractors.initiatives.lexicon import PLURALS
from pressparse.extractors.initiatives.names import Name
from pressparse.extractors.initiatives.scene import Scene, Setting
from pressparse.extractors.initiatives.timing import tie_dates
from pressparse.records import Amount, Evidence, Initiative

_GUESSED = ("action beside", "means", "item", "version", "listed")
"""What a kind was told by where no noun stands beside the name: another mention may have one."""
_MOST_MENTIONS = 20
"""Mentions that are asked what is done: who does not say it by then does not say it."""


def records_of(context: Context, groups: Sequence[Group]) -> list[Initiative]:
    """One record for each group, in order, with the ids `i1`, `i2`, …"""
    scene = Scene(context, groups)
    dates = tie_dates(context, scene, groups)
    return [_record(context, scene, group, f"i{at + 1}", dates[at]) for at, group in enumerate(groups)]


def _record(context: Context, scene: Scene, group: Group, identity: str, dates: list[str]) -> Initiative:
    main = _fullest(group)
    said = _what_is_done(context, scene, group)
    mentions = [context.mention(context.passages[name.passage], name.start, name.end) for name in group.names]
    cues = [*main.cues, *([said[1].lemma] if said else [])]
    return Initiative(
        id=identity,
        name=context.passages[main.passage].raw[main.start : main.end],
        kind=main.kind,
        actor=(guess_actor(scene, *said) if said else None) or _owner(scene, group) or scene.issuer,
        action=said[1].lemma if said else None,
        dates=dates,
        mentions=mentions,
        amount=_amount(context, group),
        evidence=Evidence(rule=main.rule, words=cues) if context.options.evidence else None,
    )


def _fullest(group: Group) -> Name:
    """The name to go by: one with a head, the longest, the first."""
    own = [name for name in group.names if name.rule != ECHO and name.sure] or group.names
    return max(own, key=_fullness)


def _fullness(name: Name) -> tuple[bool, int, bool, bool, bool]:
    guessed, capitals = name.rule.endswith(_GUESSED), name.text.isupper()
    return name.head is not None, len(name.words), not guessed, not _is_plural(name), not capitals


def _is_plural(name: Name) -> bool:
    """Second Chance Accounts, in a headline: what is told of is the Second Chance Account."""
    return name.words[-1].lower in PLURALS


def _what_is_done(context: Context, scene: Scene, group: Group) -> tuple[Setting, Action] | None:
    """The first mention in the release's body that something is done about, with the action; else one in its title."""
    for name in sorted(group.names, key=lambda name: _part(context, name) not in ("body", "annex"))[:_MOST_MENTIONS]:
        setting = scene.settings[name.passage]
        start, end = name.outer_start - REACH, name.outer_end + REACH
        dates = [(date.start, date.end) for date in setting.dates_in(start, end)]
        action = guess_action(setting.passage.text, name, setting.taken(start, end), dates)
        if action:
            return setting, action
    return None


def _owner(scene: Scene, group: Group) -> str | None:
    owners = (guess_owner(scene.settings[name.passage], name) for name in group.names[:_MOST_MENTIONS])
    return next((owner for owner in owners if owner), None)


def _part(context: Context, name: Name) -> str:
    return context.outline.nodes[context.passages[name.passage].node].part


def _amount(context: Context, group: Group) -> Amount | None:
    for name in group.names[:_MOST_MENTIONS]:
        found = guess_amount(context, context.passages[name.passage], name.outer_start, name.outer_end)
        if found:
            return found
    return None
