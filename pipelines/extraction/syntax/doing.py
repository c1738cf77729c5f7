"""From a verb back to who does it: the subject of its clause, past what narrows it and what stands between."""

from dataclasses import dataclass, replace

from pipelines.extraction.syntax.asides import (
    before_aside,
    before_relative,
    is_larger_place,
    narrowed,
    source_aside,
)
from pipelines.extraction.syntax.doers import Doer, first_of_list, reported, whole, with_participles
from pipelines.extraction.syntax.hidden_verbs import is_hidden_verb
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.syntax.passing import LEADING, VERBAL, is_time, may_pass
from pipelines.extraction.syntax.verbs import verb_group

_FARTHEST = 60
_FINITE = ("verb", "part", "aux", "modal")
_SUBJECTS = ("he", "she", "it", "they", "we", "i", "who", "someone", "somebody")
_AFTER_TIME = ("comma", "prep", "mark", "edge", "time", "conj", "poss")
_PLACING = ("in", "at", "on", "near", "outside", "inside", "across", "off")


@dataclass(frozen=True, slots=True)
class _Walk:
    """A walk back: the subject ends before ``last``, and stands ``beside`` the verb if no comma parts them.

    ``past_aside`` says that an aside was passed, so that what a comma follows may be the subject.
    """

    place: int
    last: int
    beside: bool = True
    past_aside: bool = False


def doer_of(parse: Parse, verb: int) -> Doer | None:
    """The subject of the verb at ``verb``; None where its clause has none, as in "killed in a raid"."""
    start = _group_start(parse, verb)
    place = _before_adverbs(parse, start - 1)
    if parse.tag(place) == "conj":
        shared = _joined_verb(parse, verb, place)
        return None if shared is None else doer_of(parse, shared)
    if parse.tag(place) == "rel" and (antecedent := _antecedent(parse, place)) is not None:
        return antecedent
    told_to = parse.phrase(place) if parse.word(start) == "to" else None
    if told_to is not None:
        return whole(parse, told_to, start)  # "urged the government to offer"
    if parse.tag(place) == "comma" and parse.tag(verb) != "ing":
        before = before_aside(parse, before_relative(parse, place))
        return _subject(parse, _Walk(before, before + 1, past_aside=before != place))
    return _subject(parse, _Walk(place, place + 1))


def previous_verb(parse: Parse, place: int) -> int | None:
    """The nearest verb at or before a place in its clause, whose subject a verb joined to it shares."""
    floor = max(place - _FARTHEST, -1)
    while place > floor:
        aside = source_aside(parse, place)
        if aside is not None:
            place = aside
        elif _is_verb(parse, place):
            return place
        elif not (
            parse.phrase(place) is not None
            or may_pass(parse, place)
            or parse.word(place) in LEADING
        ):
            return None
        place -= 1
    return None


def _group_start(parse: Parse, verb: int) -> int:
    """Where the verb with its auxiliaries begins, behind an aside: "rebels, police said, killed"."""
    first = verb_group(parse, verb).first
    behind = parse.tag(verb - 1) == "comma" and source_aside(parse, verb - 1) is not None
    return verb if behind else first


def _before_adverbs(parse: Parse, place: int) -> int:
    while parse.tag(place) in ("adv", "time") or (
        parse.tag(place) == "prep" and parse.tag(place + 1) == "time"
    ):
        place -= 1
    return place


def _joined_verb(parse: Parse, verb: int, conjunction: int) -> int | None:
    """The verb that "and" joins a verb to: of the same form where there is one ("shooting 15 and taking 40")."""
    found = nearest = previous_verb(parse, conjunction - 1)
    while parse.tag(verb) == "ing" and found is not None and parse.tag(found) != "ing":
        found = previous_verb(parse, found - 1)
    # "Guards shot 11 who broke out and had recaptured 29": what has an auxiliary is of the outer clause.
    group = range(verb_group(parse, verb).first, verb)
    if any(parse.tags[place] == "aux" for place in group):
        while found is not None and parse.tag(found - 1) == "rel":
            found = previous_verb(parse, found - 1)
    return nearest if found is None else found


def _antecedent(parse: Parse, relative: int) -> Doer | None:
    """The noun right before a relative, past where it was: "a bombing at a wedding in Patna that killed two"."""
    place = relative - 1 - (parse.tag(relative - 1) == "comma")
    phrase = parse.phrase(place)
    if phrase is None or phrase.last != place + 1:
        return None
    while parse.word(phrase.first - 1) in _PLACING and (outer := parse.phrase(phrase.first - 2)):
        phrase = outer
    return whole(parse, phrase, place + 1)


def _is_verb(parse: Parse, place: int) -> bool:
    if parse.tag(place) in ("part", "verb", "ing") and parse.phrase(place) is None:
        return parse.tag(place - 1) != "det"
    return is_hidden_verb(parse, place)


def _subject(parse: Parse, walk: _Walk) -> Doer | None:
    """The first phrase or pronoun on the way back that can be the subject of what follows."""
    floor = max(walk.place - _FARTHEST, -1)
    while walk.place > floor:
        phrase, word = parse.phrase(walk.place), parse.words[walk.place]
        if phrase is not None:
            told = reported(parse, phrase, walk.last) if walk.beside else None
            before = _before_other(parse, phrase, walk)
            if told is not None or before is None:
                return told or whole(parse, phrase, walk.last)
            walk = replace(walk, place=before, last=phrase.first)
        elif word in _SUBJECTS and not _is_in_contact(parse, walk.place):
            return Doer(walk.place, walk.place + 1, walk.place)
        else:
            passed = _past_word(parse, walk)
            if passed is None:
                return None
            walk = passed
    return None


def _is_in_contact(parse: Parse, pronoun: int) -> bool:
    """Whether a pronoun begins a clause right behind a noun: "boats it accuses of carrying cocaine"."""
    noun = parse.phrase(pronoun - 1)
    return noun is not None and not is_time(parse, noun)


def _past_word(parse: Parse, walk: _Walk) -> _Walk | None:
    """The walk past a word outside of phrases; None where the clause begins."""
    place, tag = walk.place, parse.tags[walk.place]
    aside = source_aside(parse, place)
    if aside is not None:
        return replace(walk, place=aside - 1)
    if parse.words[place] == ")":
        opening = max((at for at in range(place) if parse.words[at] == "("), default=0)
        return replace(walk, place=opening - 1)
    leads = parse.words[place] in LEADING and not walk.beside
    if not (leads or may_pass(parse, place)):
        return None
    # What comes before a verb is beside that verb.
    verb = tag in _FINITE and parse.tag(place - 1) != "det"
    return replace(walk, place=place - 1, beside=verb or (walk.beside and tag != "comma"))


def _before_other(parse: Parse, phrase: NounPhrase, walk: _Walk) -> int | None:
    """The place before a phrase that is no subject: an object, led by a preposition, or an aside; else None."""
    before = phrase.first - 1
    tag, other = parse.tag(before), parse.phrase(before)
    if is_time(parse, phrase):
        return before
    if other is not None and parse.word(other.first - 1) == "to":
        return other.first - 1  # "to dismantle a gang", by a verb that no list has
    if other is not None and parse.tag(phrase.first) not in ("det", "num"):
        return before  # "ambushed a police" "patrol"
    if tag == "prep":
        return before - 1
    if tag in VERBAL:
        return None if _is_subject_behind(parse, phrase, walk) else before
    timed = parse.word(before) in LEADING and parse.tag(phrase.last) in _AFTER_TIME
    closed = parse.tag(narrowed(parse, phrase)) == "comma" and not walk.past_aside
    if (timed and not walk.beside) or (
        tag == "comma" and (closed or is_larger_place(parse, phrase))
    ):
        return before - 1
    first = first_of_list(parse, phrase) if tag == "conj" else None
    return None if first is None else _before_other(parse, first, replace(walk, past_aside=False))


def _is_subject_behind(parse: Parse, phrase: NounPhrase, walk: _Walk) -> bool:
    """Whether a phrase behind a verb is no object of it: "said rebels killed", "suspected militants killed"."""
    verb = phrase.first - 1
    if parse.words[verb] in parse.grammar.reporting and walk.beside:
        return True
    participle = parse.tags[verb] == "part" and with_participles(parse, phrase.first) <= verb
    return participle or parse.word(verb - 1) == "whose"
