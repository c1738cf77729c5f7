"""Where it was: out of the places of a sentence the one that belongs to a count."""

from collections.abc import Sequence
from typing import Final

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.setting import Setting
from pipelines.extraction.syntax.parse import Parse

# What stands between a place and a count, in words of distance: each word, a comma, a clause that tells how it came, a
# clause about somebody, another verb of saying, a new verb, another count, and words that lead to another event.
_WORD: Final = 0.3
_COMMA, _CLAUSE, _RELATIVE, _SAYING, _VERB, _EARLIER = 2, 2, 7, 4, 8, 9
_COUNT_AFTER, _COUNT_BEFORE = 4, 1
# What it adds that a place stands before the count, right before it or behind a comma, and that it has no name.
_BEFORE, _BESIDE, _UNNAMED = 4, 1, 8
# Beyond these a place is not the count's; a sum needs one that is near.
_TOO_FAR, _TOO_FAR_UNNAMED, _TOO_FAR_SUM = 60, 20, 13
_OTHER_TIMES = ("after", "before", "since", "until", "following")
_CONTRASTS = ("but", "while", "whereas")
_SAID = ("part", "verb")


def place_of(
    parse: Parse, match: Match, found: Sequence[Setting], others: Sequence[int], *, is_sum: bool
) -> Setting | None:
    """The place nearest to a count. ``others`` are the tokens at which the counts of the sentence begin."""
    begin, end = _reach(match, others)
    counts = [at for at in others if not begin <= at < end]
    costs = {
        setting: _unfit(match, setting, _distance(parse, begin, end, setting, counts))
        for setting in found
    }
    nearest = min(found, key=lambda setting: costs[setting], default=None)
    if nearest is None or costs[nearest] >= _limit(nearest, begin, is_sum=is_sum):
        return None
    return nearest


def _limit(setting: Setting, begin: int, *, is_sum: bool) -> int:
    """How far a place may be from the count that begins at a token."""
    if is_sum and setting.lead < begin:
        return _TOO_FAR_SUM + min(setting.weight, _TOO_FAR_SUM)
    return _TOO_FAR if setting.named else _TOO_FAR_UNNAMED


def _unfit(match: Match, setting: Setting, distance: float) -> float:
    """The distance as the metric takes it: those who left are told by where they lived."""
    distance += 0 if setting.named else _UNNAMED
    if not setting.is_local:
        return distance
    if match.cue.entry.metric == "displacements":
        return distance - setting.weight
    return distance if setting.named and setting.lead < match.phrase.first else _TOO_FAR


def _reach(match: Match, others: Sequence[int]) -> tuple[int, int]:
    """The first token of a count and its cue, and the one after their last; "ten in Lima" goes without the cue."""
    phrase, cue = match.phrase, match.cue
    shared = any(cue.first < at < phrase.first for at in others)
    if cue.first < 0 or shared:
        return phrase.first, phrase.last
    return min(phrase.first, cue.first), max(phrase.last, cue.last)


def _distance(parse: Parse, begin: int, end: int, setting: Setting, counts: Sequence[int]) -> float:
    """How far a place is from a count, in words; commas, clauses, verbs and other counts between add to it."""
    after = setting.lead >= end
    if begin <= setting.lead < end:
        return setting.weight + _BESIDE
    between = range(end, setting.lead) if after else range(setting.last, begin)
    if any(parse.word(at) == ";" for at in between):
        return _TOO_FAR
    commas = sum(parse.tag(at) == "comma" for at in between)
    passed = sum(at in between for at in counts)
    far = _WORD * len(between) + _COMMA * commas + setting.weight
    far += sum(_clause(parse, at, after=after) for at in between)
    far += _SAYING * sum(_says(parse, at) for at in between)
    if after:
        return far + _VERB * _new_verbs(parse, between) + _COUNT_AFTER * passed
    each = _COUNT_BEFORE if setting.named else _UNNAMED
    return far + each * passed + (_BEFORE if commas else _BESIDE)


def _says(parse: Parse, place: int) -> bool:
    return parse.word(place) in parse.grammar.reporting and parse.tag(place) in _SAID


def _new_verbs(parse: Parse, between: range) -> int:
    """How many further things are told with a verb of their own, before a clause that tells how it came."""
    found = 0
    for at in between:
        if parse.tag(at) in ("sub", "rel"):
            return found
        acts = parse.tag(at) in _SAID and parse.phrase(at) is None and parse.cue(at) is None
        found += acts and parse.phrase(at - 1) is not None and parse.tag(at + 1) != "prep"
    return found


def _clause(parse: Parse, place: int, *, after: bool) -> int:
    """What a word adds to the distance that begins another clause."""
    word, tag = parse.word(place), parse.tag(place)
    contrast = word == "but" or (word in _CONTRASTS and parse.tag(place - 1) == "comma")
    and_that = word == "that" and parse.tag(place - 1) == "conj"
    earlier = not after and (word == ":" or (word in _OTHER_TIMES and tag in ("sub", "prep")))
    if earlier and parse.tag(place - 1) in ("duration", "measure"):
        return _TOO_FAR  # "nine months after an ambush"
    if contrast or and_that or earlier:
        return _EARLIER
    if tag == "rel":
        return _CLAUSE if parse.tag(place - 1) == "prep" or word == "where" else _RELATIVE
    return _CLAUSE if tag == "sub" else 0
