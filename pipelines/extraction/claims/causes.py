"""What a clause tells of how those counted came by it, and whether that was the attack told of before."""

from dataclasses import dataclass

from pipelines.extraction.claims.clauses import clause_of
from pipelines.extraction.claims.drafts import Draft
from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.agents import is_deed
from pipelines.extraction.roles.attacks import is_attack
from pipelines.extraction.syntax.parse import Parse

_LEADS = (
    "in", "by", "of", "from", "under", "after", "during", "to", "when", "with", "for", "off", "into", "as", "on",
)  # fmt: skip
_INDEFINITE = ("a", "an", "another")
# "57 separate attacks" are these very ones.
_APART = ("separate", "different")
_CROSS = ("crossfire", "shootout", "gunfight", "standoff")


@dataclass(frozen=True, slots=True)
class Told:
    """A draft with its clause, and the stretch behind the count that tells how it came."""

    parse: Parse
    draft: Draft
    clause: range
    behind: range
    words: ActWords

    @property
    def match(self) -> Match:
        """The counted phrase and its cue."""
        return self.draft.match

    def says(self, *words: str) -> bool:
        """Whether one of the words stands in the clause."""
        said = self.parse.words[self.clause.start : self.clause.stop]
        return any(word in said for word in words)


def told_of(parse: Parse, draft: Draft, words: ActWords) -> Told:
    """What a sentence tells of a draft."""
    clause = clause_of(parse, draft.match)
    return Told(parse, draft, clause, _behind(parse, draft.match), words)


def has_cause(told: Told) -> bool:
    """Whether something else than an attack did it: "of a heart attack", "when a bus overturned"."""
    parse, words = told.parse, told.words
    for at in told.behind:
        word = parse.words[at]
        if word in words.mishaps and parse.phrase(at) is None:
            return not any(is_deed(parse, before, words) for before in range(max(at - 3, 0), at))
        if word not in words.causes or word in words.deeds or word in words.weapons:
            continue
        phrase = parse.phrase(at)
        if phrase is None or phrase.head != at or _is_struck(told, at):
            continue
        if parse.word(phrase.first - 1) in _LEADS:
            return True
    return False


def is_told_otherwise(told: Told) -> bool:
    """Whether a clause tells how it came, and of no attack: "nobody was hurt when relatives threw stones"."""
    parse, words = told.parse, told.words
    for place in told.behind:
        if parse.words[place] == "when" and parse.tag(place - 1) != "comma":
            rest = range(place, told.behind.stop)
            return not any(is_deed(parse, at, words) or is_attack(parse, at, words) for at in rest)
    return False


def is_of_another(told: Told) -> bool:
    """Whether a clause is of another event than the one told before: "a second exchange", "the other blasts"."""
    counted = range(told.match.phrase.first, told.match.phrase.last)
    return any(
        told.parse.words[at] in told.words.others
        and not (at in counted and told.parse.words[at] in _APART)
        and _is_event(told, at)
        for at in told.clause
    )


def is_named_event(told: Told) -> bool:
    """Whether a clause is of a deed that goes by a name: "the Manchester bombing killed 22"."""
    parse = told.parse
    for at in told.clause:
        phrase = parse.phrase(at)
        if phrase is None or phrase.head != at or not is_deed(parse, at, told.words):
            continue
        inside = range(phrase.first + 1, at)
        if parse.tag(phrase.first) == "det" and any(parse.is_capital(place) for place in inside):
            return True
    return False


def is_in_crossfire(told: Told) -> bool:
    """Whether two sides shot, so that nobody knows who did it."""
    behind = told.parse.words[told.behind.start : told.behind.stop]
    return told.says(*_CROSS) or any(word in behind for word in _CROSS)


def is_new(told: Told) -> bool:
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


def _behind(parse: Parse, match: Match) -> range:
    """The stretch behind a count up to the next one."""
    start = max(match.cue.last, match.phrase.last, 0)
    for place in range(start, len(parse.tokens)):
        joins = parse.tags[place] == "conj" and parse.cue(place + 2) is not None
        if parse.words[place] == ";" or joins:
            return range(start, place)
    return range(start, len(parse.tokens))


def _is_struck(told: Told, noun: int) -> bool:
    """Whether a deed or a verb of attack follows: "a car bombing", "their bus was attacked"."""
    ahead = told.parse.words[noun + 1 : noun + 4]
    return any(word in told.words.deeds or word in told.words.attacking for word in ahead)


def _is_event(told: Told, place: int) -> bool:
    """Whether the word at a place stands before a deed or an event."""
    parse, words, phrase = told.parse, told.words, told.parse.phrase(place)
    if phrase is None or phrase.head is None:
        return parse.word(place) == "another" and parse.tag(place + 1) == "prep"
    head = parse.word(phrase.head)
    return head in words.events or head in words.clashes or is_deed(parse, phrase.head, words)
