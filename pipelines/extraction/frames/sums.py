"""Amounts beside a reward that are rewards too: "$25 million for his deputy", "twice the $25m of January"."""

from collections.abc import Iterator, Sequence

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.metrics.cues import Cue
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse

_COMPARING = ("twice", "double", "triple", "times", "than", "from")
_HEADS = ("head", "heads")
_ON_OFFER = ("on offer", "on the table", "is available", "up for grabs")
_FOR = ("for", "on", "in", "at", "by")
_RISING = (
    "doubled",
    "tripled",
    "raised",
    "increased",
    "later",
    "then",
    "to",
    "now",
    "again",
    "up",
    "lowered",
    "cut",
)


def sums(parse: Parse, found: Sequence[Match]) -> Iterator[Match]:
    """The amounts of a sentence that no frame took and that go with a reward told in it or before it."""
    taken = {match.phrase.first for match in found if match.phrase.number is not None}
    cue = _reward_cue(parse, found)
    if cue is None:
        return
    rewarded = [match for match in found if match.cue.entry.metric == cue.entry.metric]
    last = min((match.phrase.first for match in rewarded), default=None)
    for phrase in parse.phrases:
        if phrase.number is None or phrase.first in taken or phrase.head is not None:
            continue
        after_one = last is not None and last < phrase.first
        if _stands_alone(parse, phrase) or (after_one and _goes_on(parse, phrase)):
            yield Match(phrase, cue, "sum")
            last = phrase.first if last is None else last


def _reward_cue(parse: Parse, found: Sequence[Match]) -> Cue | None:
    """A cue of the metric of rewards in the sentence, where there is one."""
    frames = ("reward", "offer", "resumed", "purpose")
    cues = [cue for cue in parse.cues if cue.entry.frame in frames and cue.refused is None]
    matched = [match.cue for match in found if match.cue.entry.frame in frames]
    return next(iter([*matched, *cues]), None)


def _stands_alone(parse: Parse, phrase: NounPhrase) -> bool:
    """As in "$25 million on his head", "$4 million for a reward", "a further $25 million is on offer"."""
    place = phrase.last
    if parse.word(place) == "on" and any(parse.word(at) in _HEADS for at in (place + 2, place + 4)):
        return True
    cue = parse.cue(place + 2)
    if parse.word(place) in ("for", "as", "in") and cue is not None and cue.entry.frame == "reward":
        return True
    following = " ".join(parse.words[place + 1 : place + 4])
    offered = following.startswith(_ON_OFFER)
    cued = (other for other in parse.cues if other.entry.frame == "resumed")
    known = any(other.entry.metric in parse.told for other in cued)
    return offered and parse.tag(place) in ("aux", "verb", "part") and known


def _goes_on(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether an amount after a reward is told along with it: compared to it, joined to it, or where it led."""
    before = parse.word(phrase.first - 1)
    first = parse.word(phrase.first)
    if before in _COMPARING or (first == "the" and before in _COMPARING):
        return True
    place = phrase.first - 1
    while parse.word(place) in _RISING:
        place -= 1
    joined = parse.tag(place) in ("conj", "comma")
    follows = parse.word(phrase.last) in _FOR or parse.tag(phrase.last) in (
        "edge",
        "mark",
        "time",
        "comma",
    )
    return joined and follows
