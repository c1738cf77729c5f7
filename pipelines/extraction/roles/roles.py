"""The roles of a claim that its own sentence fills: phrases of the text, or None where it names nobody."""

from dataclasses import dataclass, replace
from pathlib import Path

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.actors import actor, main_doer
from pipelines.extraction.roles.role_words import RoleWords, noun_start, role_words, span, with_of
from pipelines.extraction.roles.targets import target_of
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_CONTINUES = ("others", "other", "more", "them", "whom", "those")


@dataclass(frozen=True, slots=True)
class Roles:
    """The phrases that fill a claim's roles."""

    subject: Phrase | None = None
    actor: Phrase | None = None
    target: Phrase | None = None


def roles(parse: Parse, match: Match, unit: str, *, lexicon: Path | None) -> Roles:
    """The roles that the sentence itself fills for a matched count."""
    words = role_words(lexicon)
    if unit == "money":
        wanted, offerer = _wanted(parse, match), _offerer(parse, match, words)
        return Roles(subject=_no_date(parse, wanted), actor=_no_date(parse, offerer))
    filled = Roles(actor=_no_date(parse, actor(parse, match, words)))
    if unit == "event":
        return replace(filled, target=target_of(parse, match, words))
    return replace(filled, subject=_no_date(parse, _counted(parse, match)))


def _no_date(parse: Parse, phrase: Phrase | None) -> Phrase | None:
    """The phrase, unless it is a time: "October" and "early September" fill no role."""
    last = phrase.quote.lower().split()[-1] if phrase is not None else ""
    return None if last in parse.grammar.time_nouns else phrase


def _counted(parse: Parse, match: Match) -> Phrase | None:
    """The noun counted with its modifiers: "Israeli soldiers"; a following "of" belongs to it."""
    phrase = match.phrase
    if match.method == "toll" and match.cue.entry.words[-1] == "of":
        phrase = parse.phrase(match.cue.last) or phrase
    described = _described(parse, phrase)
    if described is not None:
        return described
    if match.method == "counted" and parse.word(match.cue.last - 1) not in ("bodies", "corpses"):
        return _modifier(parse, phrase)
    if phrase.whole is not None and parse.word(phrase.whole) in parse.grammar.them:
        after = parse.phrase(phrase.last)
        return (
            span(parse, after.first, after.last)
            if after is not None and after.head is not None
            else None
        )
    noun = phrase.head if phrase.head is not None else phrase.whole
    if noun is None or parse.word(noun) in _CONTINUES or parse.tag(noun) == "num":
        return None
    return span(parse, noun_start(parse, phrase, noun), with_of(parse, phrase.last))


def _described(parse: Parse, phrase: NounPhrase) -> Phrase | None:
    """Who a part of those told were: "nine of the dead were nurses"."""
    if phrase.whole is None or parse.word(phrase.last) not in ("was", "were", "is", "are"):
        return None
    found = parse.phrase(phrase.last + 1)
    if found is None or found.head is None or not parse.is_person(found.head):
        return None
    return span(parse, found.first, found.last) if found.count is None else None


def _modifier(parse: Parse, phrase: NounPhrase) -> Phrase | None:
    """Who died in "37 civilian deaths"."""
    if phrase.head is None or not parse.is_person(phrase.head - 1):
        return None
    return span(parse, phrase.head - 1, phrase.head)


def _offerer(parse: Parse, match: Match, words: RoleWords) -> Phrase | None:
    """Who offers the money: the nearest subject before the amount that can act."""
    start = (
        match.group.first if match.group is not None else min(match.phrase.first, match.cue.first)
    )
    return main_doer(parse, start, words)


def _wanted(parse: Parse, match: Match) -> Phrase | None:
    """Who the money is for: whom the arrest is of, or who stands after "for" or "on"."""
    ends = (match.phrase.last, match.cue.last)
    for start in ends if match.method in ("offer", "sum") else reversed(ends):
        found = _person_after(parse, start)
        if found is not None:
            return found
    return None


def _person_after(parse: Parse, start: int) -> Phrase | None:
    for place in range(max(start, 0), len(parse.tokens)):
        if parse.word(place) == ";":
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
    owner = next(
        (place for place in range(phrase.first, phrase.last) if parse.tag(place) == "poss"), None
    )
    if owner is not None and not parse.is_person(phrase.head):
        return span(parse, phrase.first, owner)
    named = phrase.head is not None and parse.tokens[phrase.head].text[0].isupper()
    if not (named or parse.is_person(phrase.head)):
        return None
    last = phrase.last
    name = parse.phrase(last + 1) if parse.tag(last) == "comma" and not named else None
    if name is not None and name.last - name.first > 1 and parse.is_capital(name.first):
        return span(parse, name.first, name.last)  # "his interior minister, Ana Ruiz"
    if parse.tag(last) == "comma" and parse.word(last + 1) == "including":
        following = parse.phrase(last + 2)
        last = following.last if following is not None else last
    return span(parse, phrase.first + (parse.tag(phrase.first) == "det"), last)
