"""Which of the times in a sentence belongs to a count: the nearest one that is of what happened to those counted."""

from collections.abc import Sequence

from pipelines.extraction.claims.drafts import Draft
from pipelines.extraction.claims.told import Told, is_found
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.times.points import Since
from pipelines.extraction.times.timeline import Timed
from pipelines.extraction.times.windows import Window

#: Metrics of what was done about an event, on a day of its own.
RESPONSES = ("arrests", "displacements")
# Frames of a number that a toll comes to, and how far before it the verb may stand.
_TOLLS, _NEAR = ("toll", "toll_before", "resumed"), 5
_CERTAIN = ("asserted", "alleged", "denied")
_COARSE = ("month", "quarter", "year", "decade")
_POSSESSIVES = ("'s", "’s")
# What a comma, another count, a clause, and standing before the count add to the distance of a time, in words.
_COMMA, _COUNT, _CLAUSE, _BEFORE = 4, 6, 8, 3


def window_of(told: Told) -> Window | None:
    """The window of the nearest time that may belong to the draft."""
    certain = told.draft.modality in _CERTAIN
    own = [
        item
        for item in told.timed
        if not (item.ahead and certain)
        and (_may_follow(told, item) if item.first >= told.end else _may_lead(told, item))
    ]
    nearest = min(own, key=lambda item: _distance(told, item), default=None)
    if nearest is None:
        return None
    return nearest.start if nearest.start and _is_when(told, nearest) else nearest.window


def _is_when(told: Told, item: Timed) -> bool:
    """Whether the count is in the clause that goes on about a time: "since May 12, when a bomb killed nine"."""
    follows = item.last + (told.parse.tag(item.last) == "comma")
    return item.last <= told.begin and told.parse.word(follows) == "when"


def _distance(told: Told, item: Timed) -> int:
    """How far a time is from a count, in words; commas, clauses and other counts between add to it."""
    if _touches_cue(told, item):
        return 0
    between = told.between(item)
    clauses = sum(_begins_clause(told.parse, place) for place in between)
    counts = sum(other.match.phrase.first in between for other in told.drafts)
    added = _COMMA * len(told.tagged(item, "comma")) + _CLAUSE * clauses + _COUNT * counts
    return len(between) + added + _BEFORE * (item.first < told.end)


def _touches_cue(told: Told, item: Timed) -> bool:
    """Whether a time stands right after the verb that counts: "two of the men listed in 2019 were caught last year"."""
    cue = told.draft.match.cue
    own = all(other is told.draft or other.match.cue.first != cue.first for other in told.drafts)
    return own and cue.first >= told.end and item.first - cue.last in (0, 1)


def _begins_clause(parse: Parse, place: int) -> bool:
    return parse.tag(place) in ("rel", "sub") or parse.word(place) in ("but", ";")


def _may_follow(told: Told, item: Timed) -> bool:
    """Whether a time after a count may be its own: in no clause about something else."""
    if told.is_money:
        return _may_follow_money(told, item)
    if item.use != "event" or any(told.parse.word(place) == ";" for place in told.between(item)):
        return False
    if _is_of_fall(told, item):
        return False
    relative = told.relatives(item)
    if told.draft.metric in RESPONSES and (relative or _counts_others(told, item)):
        return False
    if told.draft.metric == "arrests" and told.listed(item, "priors"):
        return False
    if item.window.precision in _COARSE and _is_background(told, item):
        return False
    commas = sum(place < relative[0] for place in told.tagged(item, "comma")) if relative else 0
    if commas > 1 and told.parse.word(relative[0]) == "that":
        return False  # it goes on about something else: "…, lawmakers were told, a toll that"
    return not (_is_of_event(told, item) or (_is_of_find(told, item) and not relative))


def is_of_toll(parse: Parse, drafts: Sequence[Draft], item: Timed) -> bool:
    """Whether a day stands beside a toll, as that on which it was so: "rose from 12 to 15 on Wednesday"."""
    if item.window.precision != "day":
        return False
    for draft in drafts:
        after = item.first - draft.match.phrase.last in (0, 1)
        before = draft.match.phrase.first - item.last in (0, 1) and draft.match.method == "resumed"
        if draft.match.method in _TOLLS and (after or before) and _reaches(parse, draft):
            return True
    return False


def _reaches(parse: Parse, draft: Draft) -> bool:
    """Whether a verb leads a toll to its number: "rose to", "put the dead at", "it was"."""
    grammar, first = parse.grammar, draft.match.phrase.first
    words = [parse.word(place) for place in range(max(0, first - _NEAR), first)]
    led = any(word in grammar.levels or word in grammar.bringing for word in words)
    return led or draft.match.method == "resumed"


def _is_of_fall(told: Told, item: Timed) -> bool:
    """Whether the time is that of an older number: "eleven are in hospital, down from 19 the day before"."""
    return any(
        told.parse.word(place) in ("down", "up") and told.parse.word(place + 1) == "from"
        for place in told.between(item)
    )


def _counts_others(told: Told, item: Timed) -> bool:
    """Whether another thing is counted between: "arrested 15 officers for killing 34 people in 2021"."""
    between = told.between(item)
    others = [
        other.match.phrase.first in between and other.metric != told.draft.metric
        for other in told.drafts
    ]
    return any(others) and not told.tagged(item, "conj")


def _is_background(told: Told, item: Timed) -> bool:
    """Whether a month or a year is told of something behind the event: "died of burns after a hall fell in 2024"."""
    far = any(place > told.end for place in told.relatives(item))
    return far or bool(told.listed(item, "priors")) or len(told.tagged(item, "comma")) > 1


def _may_follow_money(told: Told, item: Timed) -> bool:
    """Whether a time after an amount is that of the offer, not of what the reward is for."""
    if item.use == "said":
        return not _is_in_relative(told.parse, told.begin)
    if item.use != "event" or told.tagged(item, "rel") or told.tagged(item, "num"):
        return False
    if isinstance(item.point, Since) and told.is_perfect():
        return True
    aims = [
        place
        for place in told.between(item)
        if told.parse.word(place) == "for" and told.parse.tag(place + 1) != "pron"
    ]
    return not aims or any(place > aims[-1] for place in told.listed(item, "offering"))


def _may_lead(told: Told, item: Timed) -> bool:
    """Whether a time before a count may be its own."""
    if item.use in ("dateline", "hour") or is_closed_off(told, item):
        return False
    if told.is_money:
        return not told.tagged(item, "rel") and (
            item.use == "said" or not isinstance(item.point, Since)
        )
    if item.use == "said" or _is_of_event(told, item) or _is_of_find(told, item):
        return False
    if item.use == "compared":
        return _is_when(told, item) or told.parse.word(item.last + 2) == "which"
    if is_prior(told, item):
        return False
    between = told.between(item)
    offered = any(
        _is_amount(other) and other.match.phrase.first in between for other in told.drafts
    )
    return not offered and not _is_of_verb_before(told, item)


def is_prior(told: Told, item: Timed) -> bool:
    """Whether a count is of what came before: "arrested two men on Monday after 12 people had died"."""
    priors = told.listed(item, "priors")
    return bool(priors) and not any(place > priors[-1] for place in _ends(told, item))


def _ends(told: Told, item: Timed) -> list[int]:
    """The commas between that end a clause: no participle goes on with it ("after a truck crashed, killing 12")."""
    return [place for place in told.tagged(item, "comma") if told.parse.tag(place + 1) != "ing"]


def _is_amount(draft: Draft) -> bool:
    return draft.unit not in ("person", "event")


def _is_of_event(told: Told, item: Timed) -> bool:
    """Whether the day is that of the event, not of what was done about it: "no arrests in Sunday's fire"."""
    own = (*RESPONSES, "strikes")
    return told.draft.metric in own and told.parse.word(item.last) in _POSSESSIVES


def _is_of_find(told: Told, item: Timed) -> bool:
    """Whether the day is that on which bodies were found."""
    return is_found(told.draft) and item.window.precision == "day"


def _is_of_verb_before(told: Told, item: Timed) -> bool:
    """Whether a verb joined on has a time of its own: "killed 12 in May and has driven out 300"."""
    day = item.window.precision == "day"
    return bool(told.tagged(item, "conj")) and told.is_perfect() and not (day or item.is_open)


def _is_in_relative(parse: Parse, place: int) -> bool:
    """Whether a place stands in a relative clause: "a deputy for whom Washington was offering"."""
    while place > 0 and parse.tag(place - 1) not in ("comma", "rel"):
        place -= 1
    return place > 0 and parse.tag(place - 1) == "rel"


def is_closed_off(told: Told, item: Timed) -> bool:
    """Whether a time stands in an aside that is over before the count: "the list, which closed in March, has"."""
    parse, place = told.parse, item.first - 1
    while place >= 0 and parse.tag(place) not in ("comma", "rel") and parse.word(place) != ";":
        place -= 1
    aside = parse.tag(place) == "rel" and parse.tag(place - 1) == "comma"
    return aside and bool(told.tagged(item, "comma"))
