"""A count among the times of its sentence: what stands between it and each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.extraction.claims.drafts import Draft
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.times.timeline import Timed
from pipelines.extraction.times.words import TimeWords

_BODIES = ("body", "bodies", "corpse", "corpses", "remains")
_HAS = ("has", "have", "'ve", "’ve")
_VERBAL = ("aux", "adv", "neg", "modal", "part", "verb")


@dataclass(frozen=True, slots=True)
class Told:
    """A draft in its sentence, with the others and the times told there.

    It stands from ``begin`` to ``end``: the count, and its cue where no time stands between the two.
    """

    parse: Parse
    draft: Draft
    drafts: Sequence[Draft]
    timed: Sequence[Timed]
    begin: int
    end: int
    words: TimeWords

    @property
    def is_money(self) -> bool:
        """Whether an offer is told of, whose time is that of its announcement."""
        return self.draft.unit not in ("person", "event")

    def between(self, item: Timed) -> range:
        """The places between a time and the count."""
        if item.first >= self.end:
            return range(self.end, item.first)
        return range(item.last, self.begin)

    def relatives(self, item: Timed) -> list[int]:
        """The places between where a relative clause begins."""
        rel = self.tagged(item, "rel")
        return rel or [p for p in self.between(item) if self.parse.word(p) in ("that", "where")]

    def tagged(self, item: Timed, tag: str) -> list[int]:
        """The places between that have a tag."""
        return [place for place in self.between(item) if self.parse.tag(place) == tag]

    def listed(self, item: Timed, name: str) -> list[int]:
        """The places between whose word stands on a list of lexicon/times.yaml."""
        return [
            place for place in self.between(item) if self.words.has(name, self.parse.word(place))
        ]

    def verbs(self) -> list[str]:
        """The auxiliaries of the verb that counts: before its participle, and before the count where it leads."""
        group, cue = self.draft.match.group, self.draft.match.cue
        own = range(group.first, cue.first) if group is not None else range(0)
        first = self.begin
        while first > 0 and self.parse.tag(first - 1) in _VERBAL:
            first -= 1
        return [self.parse.word(place) for place in (*own, *range(first, self.begin))]

    def is_perfect(self) -> bool:
        """Whether it is told as what came of things until now: "have fled"."""
        return any(word in _HAS for word in self.verbs())


def told(
    parse: Parse,
    draft: Draft,
    drafts: Sequence[Draft],
    timed: Sequence[Timed],
    words: TimeWords,
) -> Told:
    """A draft of a sentence with what is told beside it."""
    phrase, cue = draft.match.phrase, draft.match.cue
    before = cue.first < 0 or any(cue.first < item.first < phrase.first for item in timed)
    after = any(phrase.last <= item.first < cue.first for item in timed)
    begin = phrase.first if before else min(phrase.first, cue.first)
    end = phrase.last if after else max(phrase.last, cue.last)
    return Told(parse, draft, drafts, timed, begin, end, words)


def is_found(draft: Draft) -> bool:
    """Whether bodies are counted, not deaths as they happen."""
    return any(word in _BODIES for word in draft.match.cue.entry.words)
