"""How a claim may come by an actor whom its own sentence does not name."""

from dataclasses import dataclass
from typing import Literal

from pipelines.extraction.claims.clauses import clause_of
from pipelines.extraction.claims.drafts import Draft
from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.actors import is_attack
from pipelines.extraction.roles.agents import is_deed
from pipelines.extraction.syntax.parse import Parse

#: From nobody; from its own sentence alone; from who claims it afterwards; or from whoever was told of before.
Reach = Literal["none", "sentence", "after", "any"]

_STRUCK = ("deaths", "injuries", "missing", "abductions", "strikes")
_HURT = ("deaths", "injuries")
_UNCERTAIN = ("requested", "planned")
_LEADS = (
    "in",
    "by",
    "of",
    "from",
    "under",
    "after",
    "during",
    "to",
    "when",
    "with",
    "for",
    "off",
    "into",
    "as",
    "on",
)
_INDEFINITE = ("a", "an", "another")
_OWNERS = ("his", "its", "their", "her", "our")
# "57 separate attacks" are these very ones.
_APART = ("separate", "different")
_GOING = ("gone", "went", "go", "vanished", "disappeared")
_CROSS = ("crossfire", "shootout", "gunfight", "standoff")
_DAYS = (
    "weekend",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "dawn",
    "noon",
)
_SPANS = ("year", "years", "month", "months", "decade")


@dataclass(frozen=True, slots=True)
class Agency:
    """How far a claim may go for its actor, and whether it is a total over a long time."""

    reach: Reach
    lasting: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """A draft with its clause, and the stretch behind the count that tells how it came."""

    parse: Parse
    draft: Draft
    clause: range
    behind: range
    words: ActWords

    @property
    def match(self) -> Match:
        return self.draft.match

    def says(self, *words: str) -> bool:
        """Whether one of the words stands in the clause."""
        said = self.parse.words[self.clause.start : self.clause.stop]
        return any(word in said for word in words)


def agency(parse: Parse, draft: Draft, words: ActWords) -> Agency:
    """The agency of a draft by what its clause tells of how it came."""
    told = _Told(parse, draft, clause_of(parse, draft.match), _behind(parse, draft.match), words)
    return Agency(_reach(told), draft.metric == "strikes" or _lasts(told))


def _reach(told: _Told) -> Reach:
    metric, strikes = told.draft.metric, told.draft.metric == "strikes"
    if metric not in _STRUCK or told.draft.modality in _UNCERTAIN:
        return _of_taken(told.draft)
    if metric in ("strikes", "abductions") and _is_none(told.draft):
        return "none"
    if not strikes and (_is_suffered(told) or _has_cause(told) or _is_told_otherwise(told)):
        return "none"
    if metric == "missing" and _is_by_itself(told):
        return "none"
    if _is_of_another(told) or _is_in_crossfire(told) or _is_of_own(told):
        return "none"
    if _is_of_year(told) or (metric in _HURT and _is_treated(told)):
        return "sentence"
    return "after" if _is_new(told) else "any"


def _behind(parse: Parse, match: Match) -> range:
    """The stretch behind a count up to the next one."""
    start = max(match.cue.last, match.phrase.last, 0)
    for place in range(start, len(parse.tokens)):
        joins = parse.tags[place] == "conj" and parse.cue(place + 2) is not None
        if parse.words[place] == ";" or joins:
            return range(start, place)
    return range(start, len(parse.tokens))


def _lasts(told: _Told) -> bool:
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


def _is_suffered(told: _Told) -> bool:
    """Whether those who lost them are told, or they drowned: "the army lost 12 men"."""
    verb = told.match.cue.entry.words[0]
    return verb.startswith(("lost", "lose", "losing", "drown", "succumb"))


def _is_of_own(told: _Told) -> bool:
    """Whether those counted are somebody's own people: "nine of their own men"."""
    parse = told.parse
    said = range(told.match.phrase.first, told.match.phrase.last)
    return any(
        parse.words[at] == "own"
        or (parse.words[at] in _OWNERS and parse.word(at + 1) in told.words.who.ranks)
        for at in said
    )


def _is_treated(told: _Told) -> bool:
    """Whether a hospital counts those whom it has: "the clinic has received 41 wounded"."""
    parse, verb = told.parse, told.match.phrase.first - 1
    suffers = parse.word(verb) in told.words.suffering
    treats = told.match.cue.entry.words[0] in told.words.suffering
    return treats or (suffers and parse.tag(verb) in ("part", "verb", "ing"))


def _is_by_itself(told: _Told) -> bool:
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


def _has_cause(told: _Told) -> bool:
    """Whether something else than an attack did it: "of a heart attack", "when a bus overturned"."""
    parse, words = told.parse, told.words
    for at in told.behind:
        word = parse.words[at]
        if word in words.mishaps and parse.phrase(at) is None:
            return not any(is_deed(parse, before, words) for before in range(max(at - 3, 0), at))
        if word not in words.causes or word in words.deeds or word in words.weapons:
            continue
        phrase = parse.phrase(at)
        if phrase is not None and phrase.head == at and parse.word(phrase.first - 1) in _LEADS:
            return True
    return False


def _is_told_otherwise(told: _Told) -> bool:
    """Whether a clause tells how it came, and of no attack: "nobody was hurt when relatives threw stones"."""
    parse, words = told.parse, told.words
    for place in told.behind:
        if parse.words[place] == "when" and parse.tag(place - 1) != "comma":
            rest = range(place, told.behind.stop)
            return not any(is_deed(parse, at, words) or is_attack(parse, at, words) for at in rest)
    return False


def _is_of_another(told: _Told) -> bool:
    """Whether a clause is of another event than the one told before: "a second exchange", "the other blasts"."""
    counted = range(told.match.phrase.first, told.match.phrase.last)
    return any(
        told.parse.words[at] in told.words.others
        and not (at in counted and told.parse.words[at] in _APART)
        and _is_event(told, at)
        for at in told.clause
    )


def _is_event(told: _Told, place: int) -> bool:
    """Whether the word at a place stands before a deed or an event."""
    parse, words, phrase = told.parse, told.words, told.parse.phrase(place)
    if phrase is None or phrase.head is None:
        return parse.word(place) == "another" and parse.tag(place + 1) == "prep"
    head = parse.word(phrase.head)
    return head in words.events or head in words.clashes or is_deed(parse, phrase.head, words)


def _is_in_crossfire(told: _Told) -> bool:
    """Whether two sides shot, so that nobody knows who did it."""
    behind = told.parse.words[told.behind.start : told.behind.stop]
    return told.says(*_CROSS) or any(word in behind for word in _CROSS)


def _is_of_year(told: _Told) -> bool:
    """Whether a clause is of a year that it names: "in 2017 fires killed more than 100 people"."""
    return any(
        len(word) == 4 and word.isdigit() and told.parse.tags[at] == "time"
        for at in told.clause
        if (word := told.parse.words[at])
    )


def _is_new(told: _Told) -> bool:
    """Whether the clause tells of an attack as something new: "killed in a mass shooting"."""
    parse, words = told.parse, told.words
    for at in told.clause:
        if not (parse.words[at] in words.clashes or is_deed(parse, at, words)):
            continue
        phrase = parse.phrase(at)
        if phrase is None or phrase.head != at or phrase is told.match.phrase:
            continue
        if parse.word(phrase.first) in _INDEFINITE and parse.word(phrase.first - 1) in _LEADS:
            return True
    return False
