"""Whom a phrase names as the one who acts: itself, who owns the deed or the weapon that it names, or nobody."""

from collections.abc import Iterator

from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.owning import OWNERS, is_somebody, owner_before
from pipelines.extraction.roles.phrases import noun_start, span, with_of
from pipelines.extraction.syntax.doers import Doer
from pipelines.extraction.syntax.hidden_verbs import verb_within
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_NOBODY = ("somebody", "someone", "who", "there", "i", "other", "others", "one", "ones", "those")
_NUMBERED = ("num", "measure")
# Nouns before "by" that are verbs elsewhere: "an attack by gunmen".
_BY_NOUNS = ("attack", "raid", "strike", "ambush", "fire", "storm", "charge", "claim", "offer")
_CLAUSAL = ("verb", "part", "comma", "sub", "rel", "aux", "mark", "modal")
_BETWEEN = ("between", "with", "among")
_NEAR = 12


def agent(parse: Parse, doer: Doer, words: ActWords) -> Phrase | None:
    """Who acts, out of a subject; None where it is a thing, a cause, or a deed or weapon that names no owner."""
    head = parse.word(doer.head)
    if head in _NOBODY:
        return None
    if parse.tag(doer.head) in ("pron", "rel"):
        return span(parse, doer.first, doer.last)
    if head in words.clashes:
        return both_sides(parse, doer.last)
    if _is_before_deed(parse, doer.last, words):
        return owner(parse, doer.first, doer.last, words)
    if head in words.who.flown:
        return _flown(parse, doer, words)
    if is_deed(parse, doer.head, words):
        return owner(parse, doer.first, doer.head, words)
    if head in words.causes or _is_of_cause(parse, doer, words):
        return None
    return _named(parse, doer) if is_somebody(parse, doer, words) else None


def phrase_agent(parse: Parse, phrase: NounPhrase, words: ActWords) -> Phrase | None:
    """Who acts, out of a noun phrase."""
    if phrase.head is None:
        return None
    last = verb_within(parse, phrase, phrase.last)
    return agent(parse, Doer(phrase.first, last, min(phrase.head, last - 1)), words)


def agent_at(parse: Parse, place: int, words: ActWords) -> Phrase | None:
    """Who acts, out of what stands at a place: a pronoun, a phrase, or the sides of a fight."""
    if parse.tag(place) == "pron":
        return agent(parse, Doer(place, place + 1, place), words)
    for at in range(place, place + 3):
        if parse.word(at) in words.clashes:
            return both_sides(parse, at + 1)
    phrase = parse.phrase(place)
    return None if phrase is None else phrase_agent(parse, phrase, words)


def is_deed(parse: Parse, place: int, words: ActWords) -> bool:
    """Whether the noun at a place names a deed or a weapon, and nobody who acts."""
    word = parse.word(place)
    known = word in words.deeds or word in words.weapons
    if parse.word(place - 1) in words.peaceful:
        return False  # "a rescue operation"
    return known and not (parse.is_person(place) and word not in words.deeds)


def deeds(parse: Parse, words: ActWords) -> Iterator[tuple[int, int]]:
    """The deeds, weapons and fights of a sentence: where each begins, and its noun."""
    for noun, word in enumerate(parse.words):
        if not (word in words.clashes or is_deed(parse, noun, words)):
            continue
        phrase = parse.phrase(noun)
        if phrase is None:
            before = parse.phrase(noun - 1)
            led = parse.tag(noun - 1) in ("det", "prep", "poss")
            if parse.tags[noun] == "ing" and (before is not None or led):
                yield (before.first if before is not None else noun), noun  # "a mass shooting"
        elif phrase.head == noun:
            before = parse.phrase(phrase.first - 1)
            yield (
                (phrase.first if before is None else before.first),
                noun,
            )  # "a Russian" "KN-23 missile"


def owner(parse: Parse, first: int, noun: int, words: ActWords) -> Phrase | None:
    """Who did the deed, or holds the weapon, that ``noun`` names: told before it, or after "by"."""
    return owner_before(parse, first, noun, words) or owner_after(parse, noun + 1, words)


def owner_after(parse: Parse, place: int, words: ActWords) -> Phrase | None:
    """Who stands after "by", which may come after where it was: "a strike on the camp by Israeli jets"."""
    for at in range(place, min(place + _NEAR, len(parse.tokens))):
        if parse.words[at] == "by" and (phrase := parse.phrase(at + 1)) is not None:
            found = phrase_agent(parse, phrase, words)
            led = at > place and follows_verb(parse, at)
            return None if found is None or led else with_joined(parse, found, phrase.last)
        perpetrated = parse.words[at] in words.by_whom and parse.word(at + 1) == "by"
        if parse.tags[at] in _CLAUSAL and not perpetrated:
            return None
    return None


def follows_verb(parse: Parse, by: int) -> bool:
    """Whether "by" follows a participle that was taken for a noun: "a hospital run by doctors"."""
    phrase, word = parse.phrase(by - 1), parse.word(by - 1)
    inside = phrase is not None and phrase.last == by and phrase.last - phrase.first > 1
    return inside and word in parse.grammar.also_nouns and word not in _BY_NOUNS


def with_joined(parse: Parse, found: Phrase, last: int) -> Phrase:
    """The actor with another joined to it: "by the army and local fighters", "by American and Iraqi commandos"."""
    other = parse.phrase(last + 1) if parse.word(last) == "and" else None
    if other is None or other.head is None or found.end != parse.tokens[last - 1].end:
        return found
    if not parse.is_person(other.head) or parse.tag(other.last) in ("aux", "verb", "part"):
        return found
    end = parse.tokens[other.last - 1].end
    return Phrase(parse.text[found.start : end], found.start, end)


def both_sides(parse: Parse, place: int) -> Phrase | None:
    """Those between whom a fight was: "clashes between the army and rebels"."""
    one = parse.phrase(place + 1) if parse.word(place) in _BETWEEN else None
    if one is None or parse.word(one.last) != "and":
        return None
    armed = parse.tag(one.last + 1) == "part" and parse.phrase(one.last + 1) is None
    other = parse.phrase(one.last + 1 + armed)  # "and armed groups"
    if other is None:
        return None
    return span(parse, one.first + (parse.tags[one.first] == "det"), with_of(parse, other.last))


def _is_of_cause(parse: Parse, doer: Doer, words: ActWords) -> bool:
    """Whether a name is one of a thing that does nothing: "Tropical Storm Ana", "an Mw 6.1 earthquake"."""
    before = parse.words[doer.first : doer.head]
    if parse.is_capital(doer.head) and any(word in words.causes for word in before):
        return True
    place = doer.last
    named = parse.phrase(place) is not None and parse.is_capital(place)
    told = named or parse.tag(place) in _NUMBERED
    while told and parse.tag(place) in (*_NUMBERED, "hyphen", "noun", "adj"):
        if parse.words[place] in words.causes:
            return True
        place += 1
    return False


def _is_before_deed(parse: Parse, place: int, words: ActWords) -> bool:
    """Whether a deed in -ing follows that has a verb of its own: "the Tulva Beach shooting left six dead"."""
    deed = parse.tag(place) == "ing" and parse.words[place] in words.deeds
    return deed and parse.tag(place + 1) in ("verb", "part", "aux", "modal")


def _named(parse: Parse, doer: Doer) -> Phrase:
    phrase = NounPhrase(doer.first, doer.last, doer.head, None, None)
    return span(parse, noun_start(parse, phrase, doer.head), with_of(parse, doer.last))


def _flown(parse: Parse, doer: Doer, words: ActWords) -> Phrase | None:
    """Aircraft with who flies them ("U.S. warplanes"), if he is told; by themselves they stand for him."""
    found = owner_before(parse, doer.first, doer.head, words)
    if found is not None and found.quote.lower() in OWNERS:
        return found
    military = parse.word(doer.head) in words.who.warplanes
    return _named(parse, doer) if found is not None or military else None
