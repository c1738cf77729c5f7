"""What the claims of a sentence owe to each other and to the claims just before them: scope, and roles left unsaid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipelines.extraction.claims.scope import singles_out
from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.roles import Roles
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Modality, Scope

_GROUP_ENDS = 5
_GOES_ON = (
    "sum",
    "offer",
    "told_again",
    "told_part",
    "resumed",
    "part_of_group",
    "among_group",
    "of_them",
)
_FINDS = ("counted", "noun_of")
_PARTS = ("including", "of_them", "grade")


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its place in the ledger is known. ``quantity`` is None for a count without a number."""

    metric: str
    unit: str
    match: Match
    quantity: int | None
    scope: Scope
    modality: Modality
    roles: Roles


def in_context(
    parse: Parse, drafts: Sequence[Draft], before: Sequence[Draft], *, lexicon: Path | None
) -> list[Draft]:
    """The drafts of a sentence, in order, with what they take from each other and from those ``before`` it."""
    single = singles_out(parse, lexicon=lexicon)
    done: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.match.phrase.first, draft.metric)):
        scope = draft.scope
        if draft.unit == "person" and scope == "incident":
            scope = _scope(parse, draft, drafts, done, before, single=single)
        source = _source(draft, done, before)
        roles = _filled(draft, source) if source is not None else draft.roles
        done.append(replace(draft, scope=scope, roles=roles))
    return done


def _scope(
    parse: Parse,
    draft: Draft,
    drafts: Sequence[Draft],
    done: Sequence[Draft],
    before: Sequence[Draft],
    *,
    single: bool,
) -> Scope:
    """Part of a total told before, or summed over the strikes told before; else one incident."""
    told = any(other.metric == draft.metric for other in (*done, *before))
    part = parse.is_of_them(draft.match.phrase) or draft.match.cue.entry.scope == "told"
    if parse.word(0) == "of" and _follows_group(parse, draft):
        return "subset"
    counted = any(other.unit == "person" for other in done)
    if (told and part) or (counted and parse.is_of_them(draft.match.phrase)):
        return "subset"
    if draft.match.method in _FINDS and any(_ends_in_toll(draft, other) for other in drafts):
        return "subset"
    earlier = () if draft.match.phrase.count == "one" else before
    several = any(_is_several_strikes(other) for other in (*done, *earlier))
    return "cumulative" if several and not single else "incident"


def _follows_group(parse: Parse, draft: Draft) -> bool:
    """Whether the sentence begins with a group that the count is a part of: "of those injured, 12 are children"."""
    named = range(1, _GROUP_ENDS)
    return draft.match.phrase.number is not None and any(
        cue.first in named and cue.last < draft.match.phrase.first
        for cue in parse.cues
        if cue.entry.frame == "group"
    )


def _ends_in_toll(draft: Draft, other: Draft) -> bool:
    """Whether a toll is told after a find: "recovered three bodies, taking the toll to 61"."""
    later = other.match.phrase.first > draft.match.phrase.last
    return later and other.metric == draft.metric and other.match.method == "toll"


def _is_several_strikes(draft: Draft) -> bool:
    return draft.unit == "event" and draft.scope == "cumulative"


def _source(draft: Draft, done: Sequence[Draft], before: Sequence[Draft]) -> Draft | None:
    """The draft that a draft takes unsaid roles from: its total, else the one before it in the sentence."""
    if draft.match.total is not None:
        total = next((other for other in done if other.match.phrase == draft.match.total), None)
        if total is not None:
            return total
    kind = [
        other
        for other in reversed(done)
        if (other.unit == "person") == (draft.unit == "person") or other.unit == "event"
    ]
    if kind:
        return kind[0]
    goes_on = draft.match.method in _GOES_ON
    return next((other for other in before if goes_on and other.metric == draft.metric), None)


def _filled(draft: Draft, source: Draft) -> Roles:
    """A draft's roles with what it leaves unsaid; who is counted is taken only by "others" and bare numbers."""
    own, told = draft.roles, source.roles
    part = draft.match.method in _PARTS
    bare = draft.match.phrase.head is None or own.subject is None
    passive = source.match.method == draft.match.method or part or source.unit == "event"
    return replace(
        own,
        subject=own.subject or (told.subject if bare else None),
        actor=own.actor or (told.actor if passive or draft.match.method == "gapping" else None),
        place=own.place or told.place,
        attribution=own.attribution or told.attribution,
    )
