"""Where it was: out of the places of a sentence the one that belongs to a count; and what was hit."""

from collections.abc import Iterable, Sequence

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.role_words import RoleWords, span
from pipelines.extraction.roles.settings import Setting
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_COMMA, _CLAUSE, _RELATIVE, _VERB, _BEFORE, _EARLIER = 2, 2, 7, 4, 4, 9
_ANOTHER, _UNNAMED = 8, 5
_PASSED_AFTER, _PASSED_BEFORE = 4, 1
_OTHER_TIMES = ("after", "before", "since", "until", "following")
_CONTRASTS = ("but", "while", "whereas")
_HARD = (";",)
_TOO_FAR = 60
_NEAR, _NEAR_SUM = 20, 13


def place_of(
    parse: Parse, match: Match, found: Sequence[Setting], others: Sequence[int], *, is_sum: bool
) -> Setting | None:
    """The place nearest to a count. ``others`` are the tokens at which other counts begin; a sum needs one near by."""
    begin, end = _alone(match, others)
    counts = [at for at in others if not begin <= at < end]
    costs = {setting: _cost(parse, match, setting, cost(parse, begin, end, setting, counts)) for setting in found}
    near = min(found, key=lambda setting: costs[setting], default=None)
    if near is None:
        return None
    limit = _TOO_FAR if near.named else _NEAR
    if is_sum and near.lead < begin:
        limit = _NEAR_SUM + min(near.weight, _NEAR_SUM)
    return near if costs[near] < limit else None


def _cost(parse: Parse, match: Match, setting: Setting, cost: float) -> float:
    """The distance of a place, as the metric takes it."""
    metric = match.cue.entry.metric
    cost += 0 if setting.named else _UNNAMED
    if setting.is_local:
        if metric == "displacements":
            return cost - setting.weight
        return cost if setting.named and setting.lead < match.phrase.first else _TOO_FAR
    return cost


def _alone(match: Match, others: Iterable[int]) -> tuple[int, int]:
    """The reach of a count, or only its phrase where its cue was said of another one before: "and ten in Lima"."""
    begin, end = reach(match)
    if any(match.cue.first < at < match.phrase.first for at in others):
        return match.phrase.first, match.phrase.last
    return begin, end


def reach(match: Match) -> tuple[int, int]:
    """The first token of a count and its cue, and the one after their last."""
    phrase, cue = match.phrase, match.cue
    if cue.first < 0:
        return phrase.first, phrase.last
    return min(phrase.first, cue.first), max(phrase.last, cue.last)


def cost(parse: Parse, begin: int, end: int, setting: Setting, counts: Sequence[int]) -> float:
    """How far a place is from a count: words between, more for commas, clauses, verbs and other counts."""
    after = setting.lead >= end
    if begin <= setting.lead < end:
        return setting.weight + 1
    between = range(end, setting.lead) if after else range(setting.last, begin)
    if any(parse.word(at) in _HARD for at in between):
        return _TOO_FAR
    commas = sum(parse.tag(at) == "comma" for at in between)
    clauses = sum(_clause(parse, at, after=after) for at in between)
    verbs = sum(parse.word(at) in parse.grammar.reporting and parse.tag(at) in ("part", "verb") for at in between)
    passed = sum(at in between for at in counts)
    far = 0.3 * len(between) + _COMMA * commas + clauses + _VERB * verbs
    if after:
        far += _ANOTHER * _new_verbs(parse, between)
        return far + setting.weight + _PASSED_AFTER * passed
    return far + setting.weight + _PASSED_BEFORE * passed + (_BEFORE if commas else 1)


def _new_verbs(parse: Parse, between: range) -> int:
    """How many further things are told with a verb of their own before a clause begins that tells how it came."""
    found = 0
    for at in between:
        if parse.tag(at) in ("sub", "rel"):
            return found
        acts = parse.tag(at) in ("part", "verb") and parse.phrase(at) is None
        found += acts and parse.cue(at) is None and parse.phrase(at - 1) is not None and parse.tag(at + 1) != "prep"
    return found


def _clause(parse: Parse, place: int, *, after: bool) -> int:
    """What a word that begins another clause adds to the distance."""
    word, tag = parse.word(place), parse.tag(place)
    if word == ":" and not after:
        return _EARLIER
    if word in _CONTRASTS and (word == "but" or parse.tag(place - 1) == "comma"):
        return _EARLIER
    if word == "that" and parse.tag(place - 1) == "conj":
        return _EARLIER
    if tag == "rel":
        return _CLAUSE if parse.tag(place - 1) == "prep" or word == "where" else _RELATIVE
    if not after and word in _OTHER_TIMES and parse.tag(place) in ("sub", "prep"):
        return _EARLIER
    return _CLAUSE if tag == "sub" else 0
