"""Who owns a deed or a weapon: the name before it ("Israeli air strikes", "the army's three raids")."""

from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.phrases import noun_start, span
from pipelines.extraction.syntax.doers import Doer
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

#: Pronouns that own: "its fourth strike".
OWNERS = ("its", "his", "her", "their", "whose")
_TRIMMED = ("adj", "num", "adv", "ing", "hyphen", "time", "part", "duration")
_KEPT = ("suspected", "alleged")


def owner_before(parse: Parse, first: int, noun: int, words: ActWords) -> Phrase | None:
    """The name before a deed: "Israeli" of "an Israeli air strike", "the army" of "the army's three raids"."""
    last = noun
    while last > first and _is_between(parse, last - 1, words):
        last -= 1
    if last <= first:
        return None
    if parse.tag(last - 1) == "poss" and last - 1 > first:
        return _possessor(parse, first, last - 1, words)
    if parse.word(last - 1) in OWNERS:
        return span(parse, last - 1, last)
    begin = last
    while begin > first and _is_owner(parse, begin - 1, words):
        begin -= 1
    while begin < last and parse.word(begin) in words.between and parse.word(begin) not in _KEPT:
        begin += 1
    last = _without_model(parse, begin, last, words)
    if begin == last or not _may_own(parse, begin, last, words):
        return None
    return span(parse, begin, last)


def possessor(parse: Parse, first: int, last: int, words: ActWords) -> Phrase | None:
    """The owner within a phrase: "Tervan" of "Tervan's answer"."""
    poss = next((place for place in range(first, last) if parse.tag(place) == "poss"), None)
    return None if poss is None or poss == first else _possessor(parse, first, poss, words)


def is_somebody(parse: Parse, doer: Doer, words: ActWords) -> bool:
    """Whether a subject can act: a person, a body, or a name."""
    head = parse.words[doer.head]
    first = doer.first + (parse.tags[doer.first] == "det")
    name = " ".join(parse.words[first : doer.last])
    if name in words.who.towns:
        return False
    if head in words.who.agents or name in words.who.known or parse.is_person(doer.head):
        return True
    if not parse.is_capital(doer.head) or parse.is_person(doer.head) is False:
        return False
    # Where a sentence begins a capital says nothing, unless the word has one elsewhere too.
    begins = parse.tag(doer.head - 1) in ("edge", "mark", "hyphen")
    shouted = parse.tokens[doer.head].text.isupper() and len(head) > 4
    return not (begins or shouted) or is_name_in(parse.text, parse.tokens[doer.head].text)


def is_name_in(text: str, word: str) -> bool:
    """Whether a text has a word with a capital inside of a sentence, so that it is a name at the head of one too."""
    start = text.find(word)
    while start >= 0:
        before = text[max(start - 2, 0) : start]
        if len(before) == 2 and before[1] == " " and (before[0].islower() or before[0] == ","):
            return True
        start = text.find(word, start + 1)
    return False


def _without_model(parse: Parse, first: int, last: int, words: ActWords) -> int:
    """The end of a nationality before the model of a weapon: "Russian" of "Russian Shahed drone"."""
    named = parse.people.is_nationality(parse.word(first)) and parse.is_capital(first)
    return first + 1 if named and parse.word(last - 1) not in words.who.agents else last


def _is_between(parse: Parse, place: int, words: ActWords) -> bool:
    """Whether a word stands between the owner and the deed: "Israeli [air and artillery] strikes"."""
    word, capital = parse.word(place), parse.is_capital(place) and place > 0
    if parse.tag(place) == "measure" or (capital and parse.tag(place + 1) in ("measure", "hyphen")):
        return True  # "KN-23 missile"
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
    acts = word in words.who.owners or word in words.who.known or parse.people.is_listed(word)
    return parse.is_capital(place) or acts or word in _KEPT


def _may_own(parse: Parse, first: int, last: int, words: ActWords) -> bool:
    """Whether a name before a deed is of who did it, and not of where or when it was."""
    name, word = " ".join(parse.words[first:last]), parse.word(last - 1)
    if word in words.who.owners or word in words.who.agents or parse.is_person(last - 1):
        return True
    if name in words.who.towns or word in words.sites:
        return False
    # Of other names only those in capitals are surely no place's: "an ADF raid", but "the Manchester bombing".
    acronym = _is_acronym(parse, last - 1)
    return name in words.who.known or parse.people.is_nationality(name) or acronym


def _is_acronym(parse: Parse, place: int) -> bool:
    """Whether a word is in capitals where the others are not."""
    text = parse.tokens[place].text
    if not text.isupper() or len(text) < 2:
        return False
    return any(token.text.islower() for token in parse.tokens if len(token.text) > 3)


def _possessor(parse: Parse, first: int, poss: int, words: ActWords) -> Phrase | None:
    """The owner before "'s", if it can act: not "Sunday's attack" nor "Kabul's worst bombing"."""
    noun = poss - 1
    start = noun_start(parse, NounPhrase(first, poss, noun, None, None), noun)
    name = " ".join(parse.words[start:poss])
    if parse.tags[noun] == "time" or parse.words[noun] in words.sites or name in words.who.towns:
        return None
    return span(parse, start, poss) if is_somebody(parse, Doer(start, poss, noun), words) else None
