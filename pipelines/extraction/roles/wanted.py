"""Whom money is offered for; a pronoun where the sentence has no more than that."""

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.phrases import span
from pipelines.extraction.syntax.doing import doer_of, previous_verb
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_OBJECTS = ("him", "her", "them")
_OWNERS = ("his", "her", "their")
_LEADS = ("prep", "conj")
# "Offered by the mayor for the killers".
_NOT_LEADS = ("by", "from")
_NEAR = 8
_LONGEST = 6


def wanted(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """Who the money is for: whose price it is, who stands before "for whom", or behind "for" and "on"."""
    found = _before_relative(parse, match) or _bearer(parse, match, words)
    if found is not None:
        return found
    ends = (match.phrase.last, match.cue.last)
    for start in ends if match.method in ("offer", "sum") else reversed(ends):
        found = _behind(parse, max(start, 0), words)
        if found is not None:
            return found
    return None


def _before_relative(parse: Parse, match: Match) -> Phrase | None:
    """Who stands before a relative: "a deputy for whom Washington offers", "for whose capture"."""
    verb = max(match.cue.first, 0)
    for place in range(max(verb - _NEAR, 1), verb):
        if parse.words[place] in ("whom", "whose") and parse.word(place - 1) in ("for", "on"):
            comma = parse.tag(place - 2) == "comma"
            phrase = parse.phrase(place - 2 - comma)
            return None if phrase is None else _person(parse, phrase)
    return None


def _bearer(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """Whose head the price is on: "two sons carry rewards of $5 million"."""
    if match.cue.entry.frame != "reward":
        return None
    phrase = parse.phrase(match.cue.first)
    first = min(match.phrase.first, phrase.first if phrase is not None else match.cue.first)
    verb = previous_verb(parse, first - 1)
    if verb is None or first - verb > 2 or parse.words[verb] not in words.bearing:
        return None
    doer = doer_of(parse, verb)
    return None if doer is None else span(parse, doer.first, doer.last)


def _behind(parse: Parse, start: int, words: ActWords) -> Phrase | None:
    """The first person behind a place, past those who only tell where he is."""
    for place in range(start, len(parse.tokens)):
        if parse.words[place] == ";":
            return None
        before = parse.word(place - 1)
        leads = parse.tag(place - 1) in _LEADS and before not in _NOT_LEADS
        told = leads or before in words.informing
        found = _at(parse, place, words) if told else None
        if found is not None:
            return found
    return None


def _at(parse: Parse, place: int, words: ActWords) -> Phrase | None:
    """The person named at a place."""
    word, phrase = parse.words[place], parse.phrase(place)
    if word in _OBJECTS and (phrase is None or phrase.last == place + 1):
        led = parse.word(place - 1) in words.informing and parse.word(place + 1) == "to"
        return None if led else span(parse, place, place + 1)  # "who leads them to the bomber"
    if word == "those":
        return _those(parse, place)
    if phrase is None or phrase.first != place:
        return None
    if word in _OWNERS and parse.word(phrase.last - 1) in words.held:
        return span(parse, place, place + 1)  # "on his head"
    last = phrase.last
    tells = parse.word(last) in words.informing or parse.word(place + 1) in words.informing
    if word in words.informers and (tells or parse.tag(last) == "modal"):
        return None  # "to whoever leads police to the accountant"
    if phrase.head is not None and _is_purpose(parse, phrase.head):
        return _owner(parse, phrase)
    return _person(parse, phrase)


def _those(parse: Parse, place: int) -> Phrase | None:
    """Those of whom no more is said: "those who did it", "those on the list"."""
    if parse.tag(place + 1) not in ("rel", "prep"):
        return None
    last = place + 1
    while last - place < _LONGEST and parse.tag(last) not in ("mark", "comma", "conj", "edge"):
        last += 1
    return span(parse, place, last)


def _is_purpose(parse: Parse, noun: int) -> bool:
    """Whether a noun says what the money is for, and not whom: "information", "capture"."""
    cue = parse.cue(noun)
    return cue is not None and cue.entry.frame == "purpose" and not parse.is_person(noun)


def _owner(parse: Parse, phrase: NounPhrase) -> Phrase | None:
    """Whose arrest it is: "Maduro's arrest"."""
    places = range(phrase.first, phrase.last)
    owner = next((place for place in places if parse.tag(place) == "poss"), None)
    return None if owner is None or owner == phrase.first else span(parse, phrase.first, owner)


def _person(parse: Parse, phrase: NounPhrase) -> Phrase | None:
    """The person of a phrase: the head of "several top aides, including …", the name behind a title."""
    noun = phrase.head if phrase.head is not None else phrase.whole
    if not parse.is_person(noun) and (owned := _owner(parse, phrase)) is not None:
        return owned
    seventh = parse.tag(phrase.last - 1) == "adj" and parse.tag(phrase.last) == "comma"
    named = noun is not None and parse.tokens[noun].text[0].isupper()
    if not (named or parse.is_person(noun) or seventh):
        return None
    last = phrase.last
    name = parse.phrase(last + 1) if parse.tag(last) == "comma" and not named else None
    if name is not None and name.last - name.first > 1 and parse.is_capital(name.first):
        return span(parse, name.first, name.last)  # "his interior minister, Ana Ruiz"
    if parse.tag(last) == "comma" and parse.word(last + 1) == "including":
        following = parse.phrase(last + 2)
        last = following.last if following is not None else last
    if seventh:
        return None
    return span(parse, phrase.first + (parse.tag(phrase.first) == "det"), last)
