"""Who is counted, who did it, what was hit, where, and whose word it is: phrases of the sentence, or None."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pipelines.extraction.attribution import attribution
from pipelines.extraction.frames import Match
from pipelines.extraction.lexicon import load
from pipelines.extraction.parse import NounPhrase, Parse
from pipelines.extraction.values import Phrase

_CONTINUES = ("others", "other", "more", "them", "whom", "those")
_SMALL = ("det", "num", "adv", "part", "measure")


@dataclass(frozen=True, slots=True)
class Roles:
    """The phrases that fill a claim's roles."""

    subject: Phrase | None = None
    actor: Phrase | None = None
    target: Phrase | None = None
    place: Phrase | None = None
    attribution: Phrase | None = None


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The word lists of lexicon/roles.yaml."""

    agents: frozenset[str]
    deeds: frozenset[str]
    causes: frozenset[str]
    places: frozenset[str]
    no_place: frozenset[str]
    on_target: frozenset[str]


@cache
def role_words(extra: Path | None = None) -> RoleWords:
    """The role words of the shipped lexicon with a user's words."""
    lists = load("roles", extra)
    return RoleWords(**{name: frozenset(lists[name]) for name in RoleWords.__slots__})


def roles(parse: Parse, match: Match, unit: str, *, lexicon: Path | None) -> Roles:
    """The roles that the sentence itself fills for a matched count."""
    words = role_words(lexicon)
    told = attribution(parse, match)
    if unit == "money":
        return Roles(subject=_wanted(parse, match), actor=_offerer(parse, match, words), attribution=told)
    filled = Roles(
        actor=_actor(parse, match, words),
        place=_place(parse, match, words),
        attribution=told,
    )
    if unit == "event":
        return replace(filled, target=_target(parse, match, words))
    return replace(filled, subject=_counted(parse, match))


def span(parse: Parse, first: int, last: int) -> Phrase:
    """The phrase over the tokens ``first`` to ``last`` (exclusive)."""
    start, end = parse.tokens[first].start, parse.tokens[last - 1].end
    return Phrase(parse.text[start:end], start, end)


def _counted(parse: Parse, match: Match) -> Phrase | None:
    """The noun counted with its modifiers: "Israeli soldiers"; a following "of" belongs to it."""
    phrase = match.phrase
    if match.method == "counted":
        return None
    if phrase.whole is not None and parse.word(phrase.whole) in parse.grammar.them:
        after = parse.phrase(phrase.last)
        return span(parse, after.first, after.last) if after is not None and after.head is not None else None
    noun = phrase.head if phrase.head is not None else phrase.whole
    if noun is None or parse.word(noun) in _CONTINUES or parse.tag(noun) == "num":
        return None
    first = _noun_start(parse, phrase, noun)
    return span(parse, first, _with_of(parse, phrase.last))


def _noun_start(parse: Parse, phrase: NounPhrase, noun: int) -> int:
    first = phrase.first
    while first < noun and (parse.tag(first) in _SMALL or parse.word(first) in ("of", "separate", "other", "such", "more")):
        first += 1
    return first


def _with_of(parse: Parse, last: int) -> int:
    following = parse.phrase(last + 1)
    return following.last if parse.word(last) == "of" and following is not None else last


def _actor(parse: Parse, match: Match, words: RoleWords) -> Phrase | None:
    """The grammatical agent: a by-phrase, the subject of an active verb, or the doer named before a deed."""
    by = _by_phrase(parse, match, words)
    if by is not None:
        return by
    if match.method in ("active", "participle", "counted"):
        start = match.group.first if match.group is not None else match.cue.first
        return _doer(parse, _main_subject(parse, start), words)
    return None


def _by_phrase(parse: Parse, match: Match, words: RoleWords) -> Phrase | None:
    for place in range(match.cue.last, len(parse.tokens)):
        if parse.word(place) == "by" and parse.phrase(place + 1) is not None:
            return _doer(parse, parse.phrase(place + 1), words)
        if parse.word(place) in (";", ".") or parse.tag(place) == "rel":
            return None
    return None


def _main_subject(parse: Parse, verb: int) -> NounPhrase | None:
    """The subject of the clause that the verb belongs to: the first phrase that no preposition leads."""
    start = 0
    for place in range(verb - 1, -1, -1):
        if parse.tag(place) == "sub" or parse.word(place) in (";", ":", "—") or parse.word(place) in parse.grammar.reporting:
            start = place + 1
            break
    for phrase in parse.phrases:
        led = parse.tag(phrase.first - 1) == "prep"
        if start <= phrase.first < verb and not led and parse.tag(phrase.first) != "time" and phrase.head is not None:
            return phrase
    return None


def _doer(parse: Parse, phrase: NounPhrase | None, words: RoleWords) -> Phrase | None:
    """Who does it, out of a phrase: itself when it can act, the name before a deed ("Israeli airstrikes"), or None."""
    if phrase is None or phrase.head is None:
        return None
    head = parse.word(phrase.head)
    first = _noun_start(parse, phrase, phrase.head)
    if head in words.deeds and head not in words.agents:
        return _before_deed(parse, first, phrase.head, words)
    if head in words.causes:
        return None
    named = parse.tokens[phrase.head].text[0].isupper()
    if named or head in words.agents or parse.people.counts(head) is True:
        return span(parse, first, _with_of(parse, phrase.last))
    return None


def _before_deed(parse: Parse, first: int, head: int, words: RoleWords) -> Phrase | None:
    last = head
    while last > first and parse.word(last - 1) in words.deeds:
        last -= 1
    named = last > first and (parse.tokens[first].text[0].isupper() or parse.word(last - 1) in words.agents)
    return span(parse, first, last) if named else None


def _target(parse: Parse, match: Match, words: RoleWords) -> Phrase | None:
    """What the attacks were on: "20 strikes on suspected boats"."""
    place = match.phrase.last
    found = parse.phrase(place + 1)
    if parse.word(place) not in words.on_target or found is None:
        return None
    if parse.word(found.first) in words.no_place or any(parse.word(at) in words.no_place for at in range(found.first, found.last)):
        return None
    first = found.first + (parse.tag(found.first) == "det")
    return span(parse, first, found.last)


def _place(parse: Parse, match: Match, words: RoleWords) -> Phrase | None:
    """The first phrase of place after the count in its clause, else the last before it."""
    begin = min(match.phrase.last, match.cue.last) if match.cue.first >= 0 else match.phrase.last
    found = [place for place in range(len(parse.tokens)) if _is_place(parse, place, words)]
    after = [place for place in found if place >= begin]
    before = [place for place in found if place < begin]
    chosen = after[0] if after else before[-1] if before else None
    if chosen is None:
        return None
    return span(parse, chosen + 1, _place_end(parse, chosen + 1, words))


def _is_place(parse: Parse, preposition: int, words: RoleWords) -> bool:
    phrase = parse.phrase(preposition + 1)
    if parse.word(preposition) not in words.places or phrase is None or phrase.first != preposition + 1:
        return False
    if parse.tag(phrase.first) in ("num", "measure", "time", "age") or phrase.head is None or parse.tag(phrase.head) == "age":
        return False
    return not any(parse.word(place) in words.no_place for place in range(phrase.first, phrase.last)) and _has_name(parse, phrase.first)


def _has_name(parse: Parse, first: int) -> bool:
    """Whether a capitalised word stands in the phrase or in what follows it with "of", "in" or "near"."""
    place = first
    while parse.phrase(place) is not None or parse.word(place) in ("of", "in", "near", "and", ","):
        if parse.phrase(place) is not None and parse.tokens[place].text[0].isupper():
            return True
        place += 1
    return False


def _place_end(parse: Parse, first: int, words: RoleWords) -> int:
    """The end of a place with what narrows it: "a hotel in Mogadishu, Somalia"."""
    phrase = parse.phrase(first)
    last = phrase.last if phrase is not None else first + 1
    while True:
        joint = last + (parse.word(last) in (",", "of", "in", "near", "and", "between"))
        following = parse.phrase(joint)
        if joint == last or following is None or following.first != joint:
            return last
        if parse.tag(following.first) in ("num", "time", "measure") or not parse.tokens[following.last - 1].text[0].isupper():
            return last
        if any(parse.word(place) in words.no_place for place in range(following.first, following.last)):
            return last
        last = following.last


def _offerer(parse: Parse, match: Match, words: RoleWords) -> Phrase | None:
    by = _by_phrase(parse, match, words)
    if by is not None:
        return by
    start = match.group.first if match.group is not None else match.phrase.first
    subject = _main_subject(parse, start)
    if subject is None:
        return None
    head = parse.word(subject.head) if subject.head is not None else ""
    if parse.people.counts(head) is True or head in words.agents or parse.tokens[subject.last - 1].text[0].isupper():
        return span(parse, subject.first, _with_of(parse, subject.last))
    return None


def _wanted(parse: Parse, match: Match) -> Phrase | None:
    """Who the money is for: whom the arrest is of, or who stands after "for" or "on"."""
    place = max(match.phrase.last, match.cue.last) if match.cue.last - match.phrase.last < 3 else match.phrase.last
    for start in (place, match.cue.last):
        found = _person_after(parse, start)
        if found is not None:
            return found
    return None


def _person_after(parse: Parse, start: int) -> Phrase | None:
    for place in range(start, len(parse.tokens)):
        if parse.word(place) in (";", "."):
            return None
        phrase = parse.phrase(place)
        if phrase is None or phrase.first != place or parse.tag(place - 1) not in ("prep", "conj"):
            continue
        found = _person(parse, phrase)
        if found is not None:
            return found
    return None


def _person(parse: Parse, phrase: NounPhrase) -> Phrase | None:
    """The person of a phrase: the owner in "Maduro's arrest", the head of "several top aides, including …"."""
    owner = next((place for place in range(phrase.first, phrase.last) if parse.tag(place) == "poss"), None)
    if owner is not None and parse.people.counts(parse.word(phrase.head or 0)) is not True:
        return span(parse, phrase.first, owner)
    named = phrase.head is not None and parse.tokens[phrase.head].text[0].isupper()
    if phrase.head is None or not (named or parse.people.counts(parse.word(phrase.head)) is True):
        return None
    last = phrase.last
    if parse.tag(last) == "comma" and parse.word(last + 1) == "including":
        following = parse.phrase(last + 2)
        last = following.last if following is not None else last
    first = phrase.first + (parse.tag(phrase.first) == "det")
    return span(parse, first, last)
