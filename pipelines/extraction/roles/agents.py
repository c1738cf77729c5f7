"""Whom a phrase names as the one who acts: itself, who owns the deed or the weapon that it names, or nobody."""

from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.role_words import noun_start, span, with_of
from pipelines.extraction.syntax.doing import Doer
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_OWNERS = ("its", "his", "her", "their", "whose")
_TRIMMED = ("adj", "num", "adv", "ing", "hyphen", "time", "part", "duration")
_KEPT = ("suspected", "alleged")


def agent(parse: Parse, doer: Doer, words: ActWords) -> Phrase | None:
    """Who acts, out of a subject; None where it is a thing, a cause, or a deed or weapon that names no owner."""
    head = parse.word(doer.head)
    if head in ("somebody", "someone", "who", "there", "i"):
        return None
    if parse.tag(doer.head) in ("pron", "rel"):
        return span(parse, doer.first, doer.last)
    if head in words.clashes:
        return both_sides(parse, doer.last)
    if head in words.who.flown:
        return _flown(parse, doer, words)
    if is_deed(parse, doer.head, words):
        return owner(parse, doer.first, doer.head, words)
    if head in words.causes or _is_of_cause(parse, doer, words):
        return None
    return _named(parse, doer) if _is_somebody(parse, doer, words) else None


def agent_at(parse: Parse, place: int, words: ActWords) -> Phrase | None:
    """Who acts, out of what stands at a place: a pronoun, a phrase, or the sides of a fight."""
    if parse.tag(place) == "pron":
        return agent(parse, Doer(place, place + 1, place), words)
    for at in range(place, place + 3):
        if parse.word(at) in words.clashes:
            return both_sides(parse, at + 1)
    phrase = parse.phrase(place)
    return None if phrase is None else phrase_agent(parse, phrase, words)


def _is_of_cause(parse: Parse, doer: Doer, words: ActWords) -> bool:
    """Whether a name is one of a thing that does nothing: "Tropical Storm Ana", "an Mw 6.1 earthquake"."""
    if parse.is_capital(doer.head) and any(
        parse.word(place) in words.causes for place in range(doer.first, doer.head)
    ):
        return True
    place = doer.last
    named = parse.phrase(place) is not None and parse.is_capital(place)
    told = named or parse.tag(place) in ("num", "measure")
    while told and parse.tag(place) in ("num", "measure", "hyphen", "noun", "adj"):
        if parse.word(place) in words.causes:
            return True
        place += 1
    return False


def phrase_agent(parse: Parse, phrase: NounPhrase, words: ActWords) -> Phrase | None:
    """Who acts, out of a noun phrase."""
    if phrase.head is None:
        return None
    return agent(parse, Doer(phrase.first, phrase.last, phrase.head), words)


def is_deed(parse: Parse, place: int, words: ActWords) -> bool:
    """Whether the noun at a place names a deed or a weapon, and nobody who acts."""
    word = parse.word(place)
    known = word in words.deeds or word in words.weapons
    return known and not (parse.is_person(place) and word not in words.deeds)


def owner(parse: Parse, first: int, noun: int, words: ActWords) -> Phrase | None:
    """Who did the deed, or holds the weapon, that ``noun`` names: told before it, or after "by"."""
    return owner_before(parse, first, noun, words) or owner_after(parse, noun + 1, words)


def owner_before(parse: Parse, first: int, noun: int, words: ActWords) -> Phrase | None:
    """The name before a deed: "Israeli" of "an Israeli air strike", "the army" of "the army's three raids"."""
    last = noun
    while last > first and _is_between(parse, last - 1, words):
        last -= 1
    if last <= first:
        return None
    if parse.tag(last - 1) == "poss" and last - 1 > first:
        return _possessor(parse, first, last - 1, words)
    if parse.word(last - 1) in _OWNERS:
        return span(parse, last - 1, last)
    begin = last
    while begin > first and _is_owner(parse, begin - 1, words):
        begin -= 1
    while begin < last and parse.word(begin) in words.between and parse.word(begin) not in _KEPT:
        begin += 1
    if begin == last or not _may_own(parse, begin, last, noun, words):
        return None
    return span(parse, begin, last)


def owner_after(parse: Parse, place: int, words: ActWords) -> Phrase | None:
    """Who stands after "by", which may come after where it was: "a strike on the camp by Israeli jets"."""
    for at in range(place, min(place + 12, len(parse.tokens))):
        if parse.word(at) == "by" and (phrase := parse.phrase(at + 1)) is not None:
            found = phrase_agent(parse, phrase, words)
            return None if found is None else with_joined(parse, found, phrase.last)
        if parse.tag(at) in ("verb", "part", "comma", "sub", "rel", "aux", "mark", "modal"):
            return None
    return None


def with_joined(parse: Parse, found: Phrase, last: int) -> Phrase:
    """The actor with another joined to it: "by the army and local fighters", "by American and Iraqi commandos"."""
    other = parse.phrase(last + 1) if parse.word(last) == "and" else None
    if other is None or other.head is None or found.end != parse.tokens[last - 1].end:
        return found
    if not parse.is_person(other.head) or parse.tag(other.last) in ("aux", "verb", "part"):
        return found
    end = parse.tokens[other.last - 1].end
    return Phrase(parse.text[found.start : end], found.start, end)


def _is_somebody(parse: Parse, doer: Doer, words: ActWords) -> bool:
    """Whether a subject can act: a person, a body, or a name."""
    head = parse.word(doer.head)
    name = " ".join(parse.words[doer.first + (parse.tag(doer.first) == "det") : doer.last])
    if name in words.who.towns:
        return False
    if head in words.who.agents or name in words.who.known or parse.is_person(doer.head):
        return True
    if not parse.is_capital(doer.head) or parse.is_person(doer.head) is False:
        return False
    # Where a sentence begins a capital says nothing, unless the word has one elsewhere too.
    begins = parse.tag(doer.head - 1) in ("edge", "mark", "hyphen")
    shouted = parse.tokens[doer.head].text.isupper() and len(head) > 4
    return not (begins or shouted) or is_name_elsewhere(parse, doer.head)


def is_name_elsewhere(parse: Parse, place: int) -> bool:
    """Whether the article has the word at a place with a capital inside of a sentence."""
    word = parse.tokens[place].text
    start = parse.text.find(word)
    while start >= 0:
        before = parse.text[max(start - 2, 0) : start]
        if len(before) == 2 and before[1] == " " and (before[0].islower() or before[0] == ","):
            return True
        start = parse.text.find(word, start + 1)
    return False


def _named(parse: Parse, doer: Doer) -> Phrase:
    phrase = NounPhrase(doer.first, doer.last, doer.head, None, None)
    return span(parse, noun_start(parse, phrase, doer.head), with_of(parse, doer.last))


def _flown(parse: Parse, doer: Doer, words: ActWords) -> Phrase | None:
    """Aircraft with who flies them ("U.S. warplanes"), if he is told; by themselves they stand for him."""
    found = owner_before(parse, doer.first, doer.head, words)
    if found is not None and found.quote.lower() in _OWNERS:
        return found
    military = parse.word(doer.head) in words.who.warplanes
    return _named(parse, doer) if found is not None or military else None


def both_sides(parse: Parse, place: int) -> Phrase | None:
    """Those between whom a fight was: "clashes between the army and rebels"."""
    if parse.word(place) not in ("between", "with", "among"):
        return None
    one = parse.phrase(place + 1)
    other = (
        parse.phrase(one.last + 1) if one is not None and parse.word(one.last) == "and" else None
    )
    if one is None or other is None:
        return None
    return span(parse, one.first + (parse.tag(one.first) == "det"), with_of(parse, other.last))


def _is_between(parse: Parse, place: int, words: ActWords) -> bool:
    """Whether a word stands between the owner and the deed: "Israeli [air and artillery] strikes"."""
    word, capital = parse.word(place), parse.is_capital(place) and place > 0
    if word in words.between or word in words.weapons or word in words.deeds:
        return not (capital and parse.word(place) not in words.between)
    return parse.tag(place) in _TRIMMED and not capital


def _is_owner(parse: Parse, place: int, words: ActWords) -> bool:
    """Whether a word belongs to the name before a deed."""
    word = parse.word(place)
    if parse.tag(place) in ("det", "poss", "num"):
        return False
    if parse.tag(place) == "hyphen":
        return True
    return (
        parse.is_capital(place)
        or word in words.who.agents
        or bool(parse.is_person(place))
        or word in _KEPT
    )


def _may_own(parse: Parse, first: int, last: int, noun: int, words: ActWords) -> bool:
    """Whether a name before a deed is of who did it, and not of where or when it was."""
    name = " ".join(parse.words[first:last])
    if parse.word(last - 1) in words.who.agents or parse.is_person(last - 1):
        return True
    if name in words.who.towns or parse.word(last - 1) in words.sites:
        return False
    if name in words.who.known or parse.people.is_nationality(name):
        return True
    if parse.word(noun) not in words.owned:
        return False
    # The first word of a sentence is capital anyway: there only a nationality or a longer name will do.
    return first > 0 or last - first > 1


def possessor(parse: Parse, first: int, last: int, words: ActWords) -> Phrase | None:
    """The owner within a phrase: "Tervan" of "Tervan's answer"."""
    poss = next((place for place in range(first, last) if parse.tag(place) == "poss"), None)
    return None if poss is None or poss == first else _possessor(parse, first, poss, words)


def _possessor(parse: Parse, first: int, poss: int, words: ActWords) -> Phrase | None:
    """The owner before "'s", if it can act: not "Sunday's attack" nor "Kabul's worst bombing"."""
    phrase = NounPhrase(first, poss, poss - 1, None, None)
    start = noun_start(parse, phrase, poss - 1)
    name = " ".join(parse.words[start:poss])
    if (
        parse.word(poss - 1) in words.sites
        or parse.tag(poss - 1) == "time"
        or name in words.who.towns
    ):
        return None
    return (
        span(parse, start, poss)
        if _is_somebody(parse, Doer(start, poss, poss - 1), words)
        else None
    )
