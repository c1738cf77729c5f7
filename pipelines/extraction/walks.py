"""Walks over a parsed sentence: from a verb back to its subjects, and on to its objects and what follows them.

Each walk stops at the first thing it does not know, so that nothing is taken across a clause.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipelines.extraction.parse import NounPhrase, Parse

Relation = Literal["object", "and", "including", "of_them", "grade", "compared", "other"]
_GROUP = ("aux", "modal", "neg", "adv")
_COMPARING = ("compared", "against", "versus", "from")
_TAKES_CLAUSE = ("verb", "part", "ing", "sub", "rel")


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The auxiliaries before a verb: where they begin, and what they say."""

    first: int
    passive: bool
    perfect: bool
    negated: bool


@dataclass(frozen=True, slots=True)
class Followed:
    """A noun phrase met on the way on, and how it is tied to what the walk started from."""

    phrase: NounPhrase
    relation: Relation


def verb_group(parse: Parse, verb: int) -> VerbGroup:
    """The auxiliaries of the verb at a place; a participle in a series shares its neighbour's ("killed and wounded")."""
    first = verb
    while first > 0:
        before = first - 1
        if parse.tag(before) in _GROUP or (parse.word(before) in parse.grammar.raising and parse.tag(before) != "noun"):
            first = before
        elif _in_series(parse, before):
            first = before - 1
        else:
            break
    while first < verb and parse.tag(first) == "adv":
        first += 1
    said = [parse.word(place) for place in range(first, verb)]
    return VerbGroup(
        first=first,
        passive=any(word in parse.grammar.passive for word in said),
        perfect=any(word in ("has", "have", "had", "having") for word in said),
        negated=any(parse.tag(place) == "neg" for place in range(first, verb)),
    )


def _in_series(parse: Parse, place: int) -> bool:
    """Whether a conjunction or comma joins the verb after it to a participle before it."""
    if parse.tag(place) not in ("conj", "comma"):
        return False
    return parse.tag(place - 1) == "part" or (parse.tag(place - 1) == "state" and parse.phrase(place - 1) is None)


def subjects(parse: Parse, verb: int) -> list[NounPhrase]:
    """The counted phrases that are the subject of the verb whose group begins at ``verb``, nearest first."""
    place = _over_aside(parse, verb - 1)
    if parse.tag(place) == "rel":
        place = _over_aside(parse, place - 1)
    chain = _chain(parse, place)
    if not chain:
        return []
    counted = [phrase for phrase in chain if phrase.count is not None]
    subject = counted[-1] if counted else chain[-1]
    if counted and _counts_things(parse, subject):
        return []
    return [*counted[-1:], *_coordinated_before(parse, subject)]


def _counts_things(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether a bare number is one of things: "a flock of 90"."""
    if phrase.head is not None or phrase.whole is not None or parse.word(phrase.first - 1) != "of":
        return False
    owner = parse.phrase(phrase.first - 2)
    return owner is not None and owner.head is not None and parse.people.counts(parse.word(owner.head)) is False


def _over_aside(parse: Parse, place: int) -> int:
    """The place before adverbs, words of time and an aside between commas, which ends at ``place``."""
    place = _before_adverbs(parse, place)
    if parse.word(place) == ")":
        return _opening(parse, place, "(") - 1
    if parse.tag(place) != "comma":
        return place
    opening = _opening(parse, place, ",")
    return _before_adverbs(parse, opening - 1) if opening > 0 else place


def _before_adverbs(parse: Parse, place: int) -> int:
    while parse.tag(place) in ("adv", "time"):
        place -= 1
    return place


def _opening(parse: Parse, place: int, mark: str) -> int:
    place -= 1
    while place >= 0 and parse.word(place) != mark:
        place -= 1
    return place


def _chain(parse: Parse, place: int) -> list[NounPhrase]:
    """The phrases that a subject is made of, from the last backwards: "people in a bus from Lyon" gives three."""
    chain: list[NounPhrase] = []
    while (phrase := parse.phrase(place)) is not None:
        chain.append(phrase)
        place = phrase.first - 1
        while parse.tag(place) in ("adv", "mark") and parse.word(place) in ("'", '"', "“", "’"):
            place -= 1
        if parse.tag(place) == "prep":
            place = _over_aside(parse, place - 1) if parse.word(place - 1) not in (",",) else place - 1
        elif parse.tag(place) in ("ing", "part", "verb", "state"):
            place = _relative_head(parse, place)
        else:
            break
    return chain


def _relative_head(parse: Parse, verb: int) -> int:
    """The place of the noun that a relative clause ending with ``verb`` belongs to; -1 when it is no relative clause."""
    place = verb
    while parse.tag(place) in ("aux", "modal", "neg", "adv", "part", "ing", "verb", "state"):
        place -= 1
    if parse.tag(place) == "rel" and parse.word(place) != "that":
        return place - 1 if parse.tag(place - 1) != "comma" else place - 2
    if parse.tag(verb) == "ing" and place == verb - 1 and parse.phrase(place) is not None:
        return place
    if parse.tag(verb) in ("part", "state") and place == verb - 1 and parse.tag(verb + 1) == "prep":
        return place
    return -1


def _coordinated_before(parse: Parse, subject: NounPhrase) -> list[NounPhrase]:
    """The counted phrases joined before a subject: "two soldiers and four civilians were killed"."""
    found: list[NounPhrase] = []
    current = subject
    while True:
        place = current.first - 1
        if parse.tag(place) == "conj" and parse.tag(place - 1) == "comma":
            place -= 1
        if parse.tag(place) not in ("conj", "comma") or parse.word(place) == "but":
            return found
        chain = _chain(parse, _over_aside(parse, place - 1) if parse.tag(place) == "conj" else place - 1)
        counted = [phrase for phrase in chain if phrase.count is not None]
        if not counted or _is_object(parse, chain[-1]) or _has_own_cue(parse, chain[0]):
            return found
        current = counted[-1]
        found.append(current)


def _is_object(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether the phrase is the object of a verb before it rather than the start of a clause."""
    before = phrase.first - 1
    if parse.tag(before) in ("conj", "comma"):
        return False
    return parse.tag(before) in ("prep", "ing") or (
        parse.tag(before) in ("verb", "part", "noun", "state") and parse.word(before) not in parse.grammar.reporting
    )


def _has_own_cue(parse: Parse, phrase: NounPhrase) -> bool:
    cue = parse.cue(phrase.last)
    return cue is not None and cue.entry.frame in ("done_to", "state", "happens_to")


def follow(parse: Parse, place: int, *, direct: bool) -> Iterator[Followed]:
    """The counted phrases from ``place`` on to the end of the clause; ``direct`` when an object may stand at once."""
    relation: Relation | None = "object" if direct else None
    listed: Relation = "object" if direct else "and"
    joined = False
    while place < len(parse.tokens):
        phrase = parse.phrase(place)
        word, tag = parse.word(place), parse.tag(place)
        if phrase is not None and phrase.first <= place:
            if parse.word(phrase.first) == "those" and parse.word(phrase.last) == "of":
                place = phrase.last + 1
                continue
            if relation or joined:
                if _begins_clause(parse, phrase):
                    return
                if _is_age(parse, phrase):
                    place = phrase.last
                    continue
                listed = _relation(parse, phrase, relation or listed, joined)
                yield Followed(phrase, listed)
            elif phrase.whole is not None and parse.word(phrase.whole) in parse.grammar.them:
                yield Followed(phrase, "of_them")
            relation, joined, place = None, False, phrase.last
            continue
        if word in parse.grammar.including and not (word in ("among", "amongst") and parse.word(place + 1) not in ("them", "those", "whom")):
            relation, listed = "including", "including"
        elif word in _COMPARING and "num" in (parse.tag(place + 1), parse.tag(place + 2)):
            relation, listed, place = "compared", "compared", place + (parse.tag(place + 1) != "num")
        elif tag in ("comma", "conj"):
            joined = True
        elif tag in ("aux", "modal", "sub", "rel", "verb", "edge") or word in (";", ":", "."):
            return
        elif tag in ("part", "ing", "state") and joined:
            return
        elif tag == "prep":
            joined = False if word not in ("with",) else joined
        place += 1


def _relation(parse: Parse, phrase: NounPhrase, relation: Relation, joined: bool) -> Relation:
    if phrase.whole is not None and parse.word(phrase.whole) in parse.grammar.them:
        return "of_them"
    if relation == "object" and joined:
        return "and"
    return relation


def _begins_clause(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether the phrase is the subject of a new clause: "and 30 others were wounded", "and 30 wounded"."""
    place = phrase.last
    while parse.tag(place) == "adv":
        place += 1
    if parse.tag(place) in ("aux", "modal", "verb", "state"):
        return True
    if parse.tag(place) == "part" and phrase.head is None:
        return True
    cue = parse.cue(place)
    return cue is not None and cue.entry.frame in ("done_to", "happens_to", "state")


def _is_age(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether a bare number between commas is the age of the person before it: "a fireman, 34, whose boat"."""
    if phrase.number is None or phrase.head is not None or parse.tag(phrase.first - 1) != "comma":
        return False
    before = parse.phrase(phrase.first - 2)
    return parse.tag(phrase.last) in ("comma", "edge", "mark") and before is not None and before.number is None
