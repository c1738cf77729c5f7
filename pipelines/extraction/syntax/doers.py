"""Who does it, with all that belongs to him: those joined to him, and participles that were taken for verbs."""

from dataclasses import dataclass

from pipelines.extraction.syntax.hidden_verbs import verb_within
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse

# Adjectives behind the noun: "troops loyal to the general".
_BEHIND_NOUN = ("loyal", "faithful", "hostile", "sympathetic")
_BEFORE_PARTICIPLE = ("edge", "mark", "hyphen", "sub", "det")


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does it, over the tokens ``first`` to ``last`` (exclusive), with its noun or pronoun at ``head``."""

    first: int
    last: int
    head: int


def whole(parse: Parse, phrase: NounPhrase, stop: int) -> Doer:
    """A subject with those joined before it ("police and soldiers"), which ends before ``stop``."""
    first = phrase.first
    last = verb_within(parse, phrase, min(phrase.last, stop))
    if parse.words[last - 1] in _BEHIND_NOUN and last - 1 > first:
        last -= 1
    if parse.tag(first - 1) == "conj" and (other := first_of_list(parse, phrase)) is not None:
        first = other.first
    head = phrase.head if phrase.head is not None and phrase.head < last else last - 1
    return Doer(with_participles(parse, first), last, head)


def reported(parse: Parse, phrase: NounPhrase, stop: int) -> Doer | None:
    """What stands behind a verb of saying taken for a noun: "the observatory reports rebel attacks left 12 dead"."""
    last = min(phrase.last, stop)
    for place in range(last - 2, phrase.first, -1):
        word = parse.words[place]
        says = word in parse.grammar.reporting and word.endswith("s")
        if says and not parse.is_capital(place):
            return Doer(place + 1, last, last - 1)
    return None


def first_of_list(parse: Parse, phrase: NounPhrase) -> NounPhrase | None:
    """The phrase that begins a list which ends with this one: "women, children and two journalists"."""
    found = None
    if parse.word(phrase.first - 1) not in ("and", "or"):
        return None
    while parse.tag(phrase.first - 1) in ("conj", "comma"):
        place = phrase.first - 2
        if parse.tag(place) == "comma" and not _is_third(parse, place):
            return None  # ", and settlers attacked" begins a clause
        place -= parse.tag(place) == "comma"
        earlier = parse.phrase(place)
        if earlier is None or earlier.last != place + 1:
            return found
        found = phrase = earlier
    return found


def with_participles(parse: Parse, first: int) -> int:
    """Where a subject begins that participles stand before: "unidentified armed men", "Congolese armed forces"."""
    start = first
    while parse.tag(start - 1) == "part" and parse.phrase(start - 1) is None:
        start -= 1
    if start < first and parse.tag(start - 1) in _BEFORE_PARTICIPLE:
        return start
    named = parse.phrase(first - 2) if parse.word(first - 1) == "armed" else None
    return named.first if named is not None and named.last == first - 1 else first


def _is_third(parse: Parse, comma: int) -> bool:
    """Whether before ", and" a phrase stands that a comma parts from another: "women, children, and nurses"."""
    phrase = parse.phrase(comma - 1)
    return phrase is not None and parse.tag(phrase.first - 1) == "comma"
