"""Verbs in the present that were taken for nouns: "militants attack villages", "Israel strikes Gaza"."""

from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse

_FINITE = ("verb", "part", "aux", "modal")
_OBJECTS = ("det", "num", "pron")
_NOMINAL = (*_OBJECTS, "noun", "adj", "adv")
_ARTICLES = ("a", "an", "the", "its")
_ONE = ("a", "an", "the", "one")
# Bodies of which one acts: "the army raids a camp" is told from "army raids".
_BODIES = (
    "army", "military", "navy", "police", "government", "group", "militia", "gang", "cartel", "force",
    "command", "junta", "regime", "coalition", "faction",
)  # fmt: skip


def is_hidden_verb(parse: Parse, place: int) -> bool:
    """Whether the word at a place is a verb that was taken for a noun."""
    phrase = parse.phrase(place)
    if phrase is None or parse.tags[place] != "noun":
        return False
    if parse.words[place] not in parse.grammar.also_nouns:
        return _is_unlisted(parse, place, phrase)
    if parse.tag(place - 1) != "noun":
        return _begins_predicate(parse, place, phrase)
    if parse.tag(phrase.last) in _FINITE and parse.word(phrase.last) != "to":
        return False  # "air strikes killed"
    if parse.is_capital(place) and not parse.tokens[place].text.isupper():
        return False
    if parse.words[place].endswith("s"):
        return _has_one(parse, place, phrase)
    return _has_several(parse, place, phrase)


def verb_within(parse: Parse, phrase: NounPhrase, last: int) -> int:
    """Where a verb stands that was taken into a phrase before ``last``; ``last`` itself if none was."""
    places = range(phrase.first + 1, last)
    return next((place for place in places if is_hidden_verb(parse, place)), last)


def _begins_predicate(parse: Parse, place: int, phrase: NounPhrase) -> bool:
    """Whether a form begins a phrase as a verb does, behind a bracket, a conjunction or a comma."""
    before, after = parse.tag(place - 1), parse.tag(place + 1)
    if before == "mark":
        return (
            parse.word(place - 1) == ")" and after in _NOMINAL
        )  # "the Army (ELN) launches attacks"
    if place != phrase.first or parse.is_capital(place):
        return False
    kills = before == "conj" and after == "num"  # "kills eight and leaves 30 injured"
    return kills or (before == "comma" and after == "det")  # "…, launch an offensive"


def _has_several(parse: Parse, place: int, phrase: NounPhrase) -> bool:
    """Whether several stand before a bare form as its subject: "gunmen open fire", "authorities plan to"."""
    noun, after = parse.words[place - 1], parse.tag(place + 1)
    ends = place == phrase.last - 1 and parse.tag(phrase.last) == "poss"
    if (parse.people.is_plural(noun) or noun in ("forces", "troops")) and not ends:
        return True
    return noun.endswith("s") and (after in _OBJECTS or parse.word(place + 1) == "to")


def _has_one(parse: Parse, place: int, phrase: NounPhrase) -> bool:
    """Whether one stands before a form in -s as its subject: "Israel strikes Gaza", "a man opens fire"."""
    noun, after = parse.words[place - 1], parse.tag(place + 1)
    capital = after == "noun" and parse.is_capital(place + 1)
    object_stands = after in _OBJECTS
    if parse.people.is_plural(noun):
        return False
    if parse.tokens[place - 1].text.islower() and not noun.endswith("s") and capital:
        return True  # "artillery targets Pokrovsk"
    if noun in _BODIES and (object_stands or after == "noun"):
        return True  # "the military launches raids"
    if parse.is_capital(place - 1) and not parse.people.is_nationality(noun):
        return capital or object_stands
    one = parse.people.is_listed(noun) and parse.words[phrase.first] in _ONE
    return one and (object_stands or parse.word(place + 1) == "fire")


def _is_unlisted(parse: Parse, place: int, phrase: NounPhrase) -> bool:
    """Whether a word that no list has stands as a verb does: "the Nigerian Army repels an ambush"."""
    word = parse.words[place]
    if not word.endswith("s") or parse.is_capital(place) or parse.people.counts(word):
        return False
    ends = phrase.first < place == phrase.last - 1
    return ends and parse.is_capital(place - 1) and parse.word(place + 1) in _ARTICLES
