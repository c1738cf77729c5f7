"""How a claim may come by an actor whom its own sentence does not name."""

from dataclasses import dataclass
from typing import Literal

from pipelines.extraction.claims.causes import (
    Told,
    has_cause,
    is_in_crossfire,
    is_named_event,
    is_new,
    is_of_another,
    is_told_otherwise,
    told_of,
)
from pipelines.extraction.claims.drafts import Draft
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.syntax.parse import Parse

#: From nobody; from its own sentence alone; from who claims it afterwards; or from whoever was told of before.
Reach = Literal["none", "sentence", "after", "any"]

_STRUCK = ("deaths", "injuries", "missing", "abductions", "strikes")
_HURT = ("deaths", "injuries")
_UNCERTAIN = ("requested", "planned")
_OWNERS = ("his", "its", "their", "her", "our")
_GOING = ("gone", "went", "go", "vanished", "disappeared")
_DAYS = (
    "weekend", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "dawn", "noon",
)  # fmt: skip
_SPANS = ("year", "years", "month", "months", "decade")


@dataclass(frozen=True, slots=True)
class Agency:
    """How far a claim may go for its actor, and whether it is a total over a long time."""

    reach: Reach
    lasting: bool


def agency(parse: Parse, draft: Draft, words: ActWords) -> Agency:
    """The agency of a draft by what its clause tells of how it came."""
    told = told_of(parse, draft, words)
    return Agency(_reach(told), draft.metric == "strikes" or _lasts(told))


def _reach(told: Told) -> Reach:
    metric, strikes = told.draft.metric, told.draft.metric == "strikes"
    if metric not in _STRUCK or told.draft.modality in _UNCERTAIN:
        return _of_taken(told.draft)
    if metric in ("strikes", "abductions") and _is_none(told.draft):
        return "none"
    if not strikes and (_is_suffered(told) or has_cause(told) or is_told_otherwise(told)):
        return "none"
    if metric == "missing" and _is_by_itself(told):
        return "none"
    if is_of_another(told) or is_named_event(told) or is_in_crossfire(told) or _is_of_own(told):
        return "none"
    if _is_of_year(told) or (metric in _HURT and _is_treated(told)):
        return "sentence"
    return "after" if is_new(told) else "any"


def _lasts(told: Told) -> bool:
    """Whether a clause counts over a long time: "since May", "this year", but not "since Sunday"."""
    return told.says(*_SPANS) or (told.says("since") and not told.says(*_DAYS))


def _of_taken(draft: Draft) -> Reach:
    """Of those driven away only the same sentence tells by whom; of those arrested the raid they were arrested in."""
    if draft.metric == "arrests":
        return "none" if _is_none(draft) else "any"
    return "sentence" if draft.metric == "displacements" else "none"


def _is_none(draft: Draft) -> bool:
    zero = draft.entry is not None and draft.entry.hedge == "zero"
    return zero or draft.match.phrase.count == "none"


def _is_suffered(told: Told) -> bool:
    """Whether those who lost them are told, or they drowned: "the army lost 12 men"."""
    verb = told.match.cue.entry.words[0]
    return verb.startswith(("lost", "lose", "losing", "drown", "succumb"))


def _is_of_own(told: Told) -> bool:
    """Whether those counted are somebody's own people: "nine of their own men"."""
    parse = told.parse
    said = range(told.match.phrase.first, told.match.phrase.last)
    return any(
        parse.words[at] == "own"
        or (parse.words[at] in _OWNERS and parse.word(at + 1) in told.words.who.ranks)
        for at in said
    )


def _is_treated(told: Told) -> bool:
    """Whether a hospital counts those whom it has: "the clinic has received 41 wounded"."""
    parse, verb = told.parse, told.match.phrase.first - 1
    suffers = parse.word(verb) in told.words.suffering
    treats = told.match.cue.entry.words[0] in told.words.suffering
    return treats or (suffers and parse.tag(verb) in ("part", "verb", "ing"))


def _is_by_itself(told: Told) -> bool:
    """Whether those missing went of themselves: "went missing", "jumped overboard and is missing"."""
    parse, between = told.parse, range(told.match.phrase.last, max(told.match.cue.last, 0))
    acts = (
        parse.tags[at] in ("part", "verb")
        and parse.phrase(at) is None
        and parse.tag(at - 1) != "aux"
        for at in between
    )
    joined = any(parse.tags[at] == "conj" for at in between) and any(acts)
    return joined or any(parse.words[at] in _GOING for at in between)


def _is_of_year(told: Told) -> bool:
    """Whether a clause is of a year that it names: "in 2017 fires killed more than 100 people"."""
    return any(
        len(word) == 4 and word.isdigit() and told.parse.tags[at] == "time"
        for at in told.clause
        if (word := told.parse.words[at])
    )
