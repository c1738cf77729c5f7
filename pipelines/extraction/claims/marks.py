"""Marks of doubt, denial, demand and plan in a sentence, and how far each of them reaches."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.lexicon import load
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.text.phrases import Phrases, invert

# What ends the deed that somebody is suspected of.
_AFTER_DEED = ("aux", "modal", "verb", "comma", "rel", "sub", "mark")
_DATING = ("since", "before", "after", "until")
# What is told of a time or in an aside is told as fact: "denied that the mine was unsafe after 12 had died".
_FACTS = ("after", "when", "before", "since", "while", "because", "where", "once")
_FINITE = ("verb", "part", "aux")
_UNREAL = ("requested", "planned")
_NEAR = 6
_NEARER = 4


@dataclass(frozen=True, slots=True)
class ModalityWords:
    """The word lists of lexicon/modality.yaml, by where the words stand."""

    in_verbs: Phrases[str]
    before: Phrases[str]
    after: Phrases[str]
    conditions: Phrases[str]
    of_deeds: frozenset[str]
    rejecting: frozenset[str]
    reports: frozenset[str]
    confirming: frozenset[str]
    evidence: frozenset[str]
    failing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words at the tokens ``first`` to ``last`` (exclusive) that say how sure the text is."""

    first: int
    last: int
    says: str


@cache
def modality_words(extra: Path | None = None) -> ModalityWords:
    """The modality words of the shipped lexicon with a user's words."""
    lists = load("modality", extra)
    sets = ("of_deeds", "rejecting", "reports", "confirming", "evidence", "failing")
    return ModalityWords(
        in_verbs=Phrases(invert(lists["in_verbs"])),
        before=Phrases(invert(lists["before"]) | dict.fromkeys(lists["except"], "")),
        after=Phrases(invert(lists["after"])),
        conditions=Phrases(dict.fromkeys(lists["conditions"], "planned")),
        **{name: frozenset(lists[name]) for name in sets},
    )


def said(
    parse: Parse, phrases: Phrases[str], places: range, *, but: Collection[str] = ()
) -> Iterator[Mark]:
    """What the phrases within the places say; a longer phrase hides the shorter ones in it."""
    place = places.start
    while place < places.stop:
        if parse.words[place] not in phrases.first_words:
            place += 1
            continue
        found = phrases.after(parse.tokens, place)
        if found is not None and found[0] <= places.stop and parse.word(place) not in but:
            yield Mark(place, *found)
            place = found[0]
        else:
            place += 1


def unconfirmed(parse: Parse, places: range, words: ModalityWords) -> Iterator[Mark]:
    """Where a report is not confirmed, or is told without evidence."""
    for place in places:
        word = parse.words[place]
        if word in words.confirming or word in words.evidence:
            near = parse.words[max(place - _NEARER, 0) : place]
            if not words.failing.isdisjoint(near):
                yield Mark(place, place + 1, "alleged")


def rejected(parse: Parse, places: range, words: ModalityWords) -> Iterator[Mark]:
    """Where a report is thrown out: "dismissed as propaganda a claim that"."""
    for place in places:
        if parse.word(place) in words.rejecting:
            ahead = range(place + 1, min(place + _NEAR, places.stop))
            report = next((at for at in ahead if parse.word(at) in words.reports), None)
            if report is not None:
                yield Mark(place, report + 1, "denied")


def reaches(parse: Parse, mark: Mark, match: Match, words: ModalityWords) -> bool:
    """Whether what a mark says goes for a match that stands behind it."""
    start = min(match.phrase.first, match.cue.first if match.cue.first >= 0 else len(parse.tokens))
    between = range(mark.last, start)
    if _is_of_deed(parse, mark, words) and any(_ends_deed(parse, place) for place in between):
        return False
    if any(_tells_fact(parse, mark, place, start, words) for place in between):
        return False
    if _is_fronted(parse, mark, between) or _is_left(parse, between) or _describes(parse, mark):
        return False
    if mark.says in _UNREAL:
        return not _is_other_aim(parse, mark, match, between)
    return mark.says != "denied" or not _is_presupposed(parse, match, between, words)


def _is_of_deed(parse: Parse, mark: Mark, words: ModalityWords) -> bool:
    return parse.word(mark.first) in words.of_deeds


def _ends_deed(parse: Parse, place: int) -> bool:
    """Whether a word ends the deed; a participle goes on with it ("of mounting attacks, killing 12")."""
    goes_on = parse.tag(place) == "comma" and parse.tag(place + 1) == "ing"
    dated = parse.word(place) in _DATING
    return parse.tag(place) in _AFTER_DEED and not goes_on and not dated


def _tells_fact(parse: Parse, mark: Mark, place: int, start: int, words: ModalityWords) -> bool:
    """Whether a further clause begins that tells of a fact: a relative one, one of time, or who said so."""
    if parse.tag(place) == "comma" and parse.word(place + 1) == "with":
        return parse.word(mark.first).endswith("ly")
    if parse.tag(place) == "rel":
        antecedent = parse.phrase(place - 1)
        return antecedent is None or not antecedent.first <= mark.first < antecedent.last
    if parse.tag(place) == "sub":
        within = parse.tags[place : max(start, place)]
        return parse.word(place) in _FACTS and "comma" not in within
    says = parse.word(place) in parse.grammar.reporting and parse.tag(place) in ("part", "verb")
    if parse.word(place - 1) in words.reports and place - 1 == mark.last:
        return False  # "unverified reports said"
    return says and parse.phrase(place) is None and parse.word(place + 1) != "to"


def _is_fronted(parse: Parse, mark: Mark, between: range) -> bool:
    """Whether the mark stands in a phrase before the clause: "fearing reprisals, 3,000 villagers fled"."""
    begins = parse.tag(mark.first - 1) in ("edge", "mark")
    return (
        begins
        and parse.tag(mark.first) == "ing"
        and any(parse.tag(place) == "comma" for place in between)
    )


def _describes(parse: Parse, mark: Mark) -> bool:
    """Whether an adverb goes with an adjective and no deed: "who was reportedly drunk"."""
    led = parse.word(mark.first).endswith("ly") and parse.tag(mark.first - 1) == "aux"
    return led and parse.tag(mark.last) in ("noun", "adj", "prep")


def _is_left(parse: Parse, between: range) -> bool:
    """Whether the clause goes on without the mark: "denied the charge and killed himself and two guards"."""
    for place in between:
        if parse.tag(place) in ("sub", "modal", "pron") or parse.word(place) == "of":
            return False
        if parse.tag(place) == "ing" and parse.phrase(place) is None:
            return False
        if parse.phrase(place) is None and parse.tag(place) in _FINITE:
            return parse.tag(place - 1) == "conj"
    return False


def _is_other_aim(parse: Parse, mark: Mark, match: Match, between: range) -> bool:
    """Whether something else is asked for or planned: "demanded an apology for the killing of three"."""
    results = any(
        parse.tag(place) == "comma" and parse.tag(place + 1) == "ing" for place in between
    )
    if match.method == "participle" and results:
        return True  # "ordered a raid, killing 12" tells what came of it
    inside = parse.phrase(mark.first)
    if inside is not None and inside.head is not None and mark.first < inside.head:
        return match.cue.first not in range(inside.first, inside.last)  # "a planned strike"
    own = match.cue.first in range(mark.last, mark.last + _NEARER)
    named = any(parse.phrase(place) is not None for place in between)
    aims = any(parse.tag(place) in ("modal", "sub", "ing") for place in between)
    if parse.word(mark.first) in parse.grammar.reporting:
        to_verb = range(mark.last, match.cue.first)  # "told 300 people to leave"
        return all(parse.tag(place) != "modal" for place in to_verb)
    if parse.word(mark.last - 1) == "to":
        return not own and match.cue.entry.form != "base"  # "tried to save the cattle, killing 12"
    nominal = match.method == "noun_of" and any(parse.tag(place) == "verb" for place in between)
    return nominal or (named and not aims and not own)


def _is_presupposed(parse: Parse, match: Match, between: range, words: ModalityWords) -> bool:
    """Whether a part in a deed is denied and not the deed: "denied any role in the deaths of nine"."""
    if match.method not in ("noun_of", "counted"):
        return False
    nouns = [place for place in between if parse.tag(place) == "noun"]
    return any(parse.word(place) not in words.reports for place in nouns)
