"""Noun phrases over tagged words: "at least two dozen masked gunmen", "three of them", "a soldier", "12"."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipelines.extraction.syntax.tags import NUMBERS
from pipelines.extraction.text.grammar import Grammar
from pipelines.extraction.text.people import PeopleNouns
from pipelines.extraction.text.tokens import Token

Count = Literal["number", "one", "both", "none"]
# An adjective after its noun: "a commander responsible for the raid".
_ADJECTIVE_ENDINGS = ("able", "ible", "ous", "ful")
# The tags of a word with which a noun phrase may begin.
_BEGINNING = frozenset((*NUMBERS, "det", "adj", "noun", "age", "part"))
_STANDS_ALONE = ("another", "this", "those")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase over the tokens ``first`` to ``last`` (exclusive).

    ``head`` is the token of its noun, None for a bare number ("killing 12"). ``number`` indexes the sentence's
    quantities; ``count`` says how the phrase counts: by a number, as one ("a soldier"), as "both", as none, or
    not at all. ``whole`` is the noun or pronoun of which it is a part ("three of the soldiers", "three of
    them"), ``inner`` the phrase of that noun where it has a number of its own ("three of the 26 soldiers").
    """

    first: int
    last: int
    head: int | None
    number: int | None
    count: Count | None
    whole: int | None = None
    definite: bool = False
    inner: "NounPhrase | None" = None


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence's words with their tags. ``numbers`` gives each token's quantity or -1; a noun ends at ``closing``."""

    tokens: Sequence[Token]
    tags: Sequence[str]
    numbers: Sequence[int]
    closing: Collection[int]
    words: Grammar
    people: PeopleNouns

    def tag(self, place: int) -> str:
        """The tag at a place; "edge" outside the sentence."""
        try:
            return self.tags[place] if place >= 0 else "edge"
        except IndexError:
            return "edge"


def noun_phrases(said: Tagged) -> list[NounPhrase]:
    """The noun phrases of a sentence in order; none overlaps another."""
    joined: list[NounPhrase] = []
    for phrase in _simple(said):
        before = joined[-1] if joined else None
        if before is not None and _counts_following(said, before, phrase):
            joined[-1] = _part(before, phrase)
        elif before is not None and _owns(said, before, phrase):
            joined[-1] = replace(phrase, first=before.first)
        elif before is not None and _is_named_after(said, before, phrase):
            joined[-1] = replace(before, last=phrase.last, head=phrase.head)
        else:
            joined.append(phrase)
    return [_of_them(said, phrase) for phrase in joined]


def _simple(said: Tagged) -> Iterator[NounPhrase]:
    place = 0
    while place < len(said.tokens):
        if said.tags[place] not in _BEGINNING:
            place += 1
            continue
        last = _end(said, place)
        if last > place:
            yield _noun_phrase(said, place, last)
        place = max(last, place + 1)


def _end(said: Tagged, first: int) -> int:
    """Where the noun phrase that begins at ``first`` ends; ``first`` itself when none begins there."""
    place, noun, number = first, -1, -1
    while place < len(said.tokens) and _goes_on(said, first, place, noun, number):
        if said.tags[place] in NUMBERS:
            number = said.numbers[place]
        elif said.tags[place] in ("noun", "age"):
            noun = place
        place += 1
    return place if noun >= 0 or number >= 0 or _stands_alone(said, first, place) else first


def _goes_on(said: Tagged, first: int, place: int, noun: int, number: int) -> bool:
    """Whether the word at ``place`` belongs to the phrase that has ``noun`` and ``number`` so far (-1: none)."""
    tag = said.tags[place]
    if tag == "det":
        return noun < 0 and number < 0
    if tag in NUMBERS:
        return noun < 0 and number in (-1, said.numbers[place])
    if tag == "adj":
        return noun < 0
    if tag in ("noun", "age"):
        ended = place in said.closing or (noun >= 0 and _ends_before(said, place))
        return not (ended and place > first and said.tags[place - 1] == "noun")
    return _modifies(said, first, place, noun)


def _ends_before(said: Tagged, place: int) -> bool:
    """Whether a noun for people ends the phrase before this word: "soldiers dead", not "student leaders"."""
    before, word = said.tokens[place - 1], said.tokens[place].lower
    known = said.people.counts(word)
    if not before.text[0].islower() or known is True:
        return False
    singular = said.people.is_listed(before.lower) and word.endswith(_ADJECTIVE_ENDINGS)
    return singular or said.people.is_plural(before.lower)


def _modifies(said: Tagged, first: int, place: int, noun: int) -> bool:
    """Whether a word that is neither number nor noun may stand inside a noun phrase at this place."""
    tag, before, after = said.tags[place], said.tag(place - 1), said.tag(place + 1)
    if place == first:
        # "strikes on suspected boats": after a preposition a participle is an adjective.
        return tag == "part" and before == "prep" and after in ("noun", "part")
    if tag == "poss":
        return noun == place - 1
    if tag == "hyphen":
        return after in ("noun", "num", "age")
    if noun >= 0:
        return False
    if tag == "time":
        return before == "det" and after in ("noun", "num", "adj")
    if tag in ("part", "ing", "state", "adv"):
        if said.words.tags.get(said.tokens[place].lower) == "prep":
            return False  # "five with burns"
        leads = after in ("noun", "part", "adj") or (tag == "adv" and after == "age")
        if tag == "adv" and after == "state":  # "650,000 internally displaced people"
            return said.tag(place + 2) == "noun"
        return leads or (tag == "state" and before in ("det", "poss"))
    return False


def _stands_alone(said: Tagged, first: int, last: int) -> bool:
    """Whether words without noun and number make a phrase: "another", "the dead", "a third"."""
    if last - first > 1:
        ordinal = said.tags[last - 1] == "adj" and said.tokens[first].lower in said.words.one
        return ordinal or said.tags[last - 1] == "state"
    return last > first and said.tokens[first].lower in _STANDS_ALONE


def _noun_phrase(said: Tagged, first: int, last: int) -> NounPhrase:
    places = range(first, last)
    heads = [place for place in places if said.tags[place] in ("noun", "age", "state")]
    number = next((said.numbers[place] for place in places if said.tags[place] == "num"), None)
    determiner = said.tokens[first].lower if said.tags[first] == "det" else ""
    count = _count(said, places, number, determiner)
    counts = determiner in said.words.one or determiner in said.words.none or count == "both"
    return NounPhrase(
        first=first,
        last=last,
        head=heads[-1] if heads else None,
        number=number,
        count=count,
        definite=bool(determiner) and not counts,
    )


def _count(said: Tagged, places: range, number: int | None, determiner: str) -> Count | None:
    tags = {said.tags[place] for place in places}
    if tags & {"measure", "duration"}:
        return None
    if number is not None:
        return "number"
    if "poss" in tags and said.people.counts(said.tokens[places[-1]].lower) is not True:
        return None
    if determiner in said.words.one:
        return "one"  # "a soldier", "a trader's child"
    if determiner == "both":
        return "both" if said.people.is_plural(said.tokens[places[-1]].lower) else None
    return "none" if determiner in said.words.none else None


def _counts_following(said: Tagged, number: NounPhrase, phrase: NounPhrase) -> bool:
    """Whether a bare number is one of what follows: "dozens of people", "two of his sons"."""
    bare = number.number is not None and number.head is None and number.last == phrase.first - 1
    timely = said.tokens[phrase.last - 1].lower in said.words.time_nouns  # "the $25m of January"
    return bare and said.tokens[number.last].lower == "of" and not timely


def _owns(said: Tagged, owner: NounPhrase, phrase: NounPhrase) -> bool:
    """Whether a possessive stands before a counted noun: "the mine's two owners"."""
    beside = owner.last == phrase.first and said.tags[owner.last - 1] == "poss"
    return beside and owner.number is None and phrase.number is not None


def _is_named_after(said: Tagged, number: NounPhrase, phrase: NounPhrase) -> bool:
    """Whether a name with "of" in it parts a number from its noun: "four University of Idaho students"."""
    if number.number is None or number.head is None or number.last != phrase.first - 1:
        return False
    name = (said.tokens[number.head], said.tokens[phrase.first])
    if said.tokens[number.last].lower != "of" or not all(word.text.istitle() for word in name):
        return False
    counted = said.tokens[phrase.last - 1].lower
    people = said.people.counts(said.tokens[number.head].lower)
    return phrase.number is None and people is not True and said.people.is_plural(counted)


def _part(number: NounPhrase, whole: NounPhrase) -> NounPhrase:
    if whole.definite or whole.number is not None:
        noun = whole.head if whole.head is not None else whole.last - 1
        inner = whole if whole.number is not None else None
        return replace(number, last=whole.last, whole=noun, inner=inner)
    return replace(number, last=whole.last, head=whole.head)


def _of_them(said: Tagged, phrase: NounPhrase) -> NounPhrase:
    last = phrase.last
    if phrase.number is None or last + 1 >= len(said.tokens):
        return phrase
    if said.tokens[last].lower == "of" and said.tokens[last + 1].lower in said.words.them:
        return replace(phrase, last=last + 2, whole=last + 1)
    return phrase
