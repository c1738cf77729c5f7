"""What a sentence tells of who attacks, who owns a deed, who claims it, and on whom it is blamed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.agents import agent, deeds, is_deed, owner, phrase_agent
from pipelines.extraction.roles.attacks import is_attack
from pipelines.extraction.syntax.doing import doer_of
from pipelines.extraction.syntax.hidden_verbs import is_hidden_verb
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

#: An attack or deed of somebody, a deed that is laid to somebody, or the beginning of something else.
Kind = Literal["deed", "launch", "taking", "blame", "claim", "denial", "other"]
_TAKING = ("seiz", "abduct", "kidnap", "hijack")
_LAUNCHING = ("send", "sends", "sent", "fire", "fires", "fired", "launch", "launches", "launched")

_EARLY = 6
_ANSWERED = ("for", "to", "against", "despite", "over", "about", "since", "like")
_DEFINITE = ("the", "this", "that", "its", "their", "his")
_SIDES = ("sides", "parties")
_SPEAKERS = (
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "official",
    "officials",
    "leader",
    "commander",
)


@dataclass(frozen=True, slots=True)
class Act:
    """Something done in a sentence: by whom, and where in the text it is told; ``agent`` is None for something else."""

    sentence: int
    start: int
    agent: Phrase | None
    kind: Kind


def acts_in(parse: Parse, words: ActWords) -> Iterator[Act]:
    """The acts of a sentence in the order of its words."""
    named = {noun: first for first, noun in deeds(parse, words)}
    for place, word in enumerate(parse.words):
        if word not in words.triggers:
            continue
        found = _laid_to(parse, place, words) or _done(parse, place, named, words)
        if found is not None:
            agent, kind = found
            yield Act(parse.sentence, parse.tokens[place].start, agent, kind)


def _done(
    parse: Parse, place: int, named: Mapping[int, int], words: ActWords
) -> tuple[Phrase | None, Kind] | None:
    """Who does what the verb or noun at a place says; ``named`` are the deeds of the sentence and where they begin."""
    if is_attack(parse, place, words):
        doer = doer_of(parse, place)
        if doer is None or parse.word(doer.head) in words.who.bystanders:
            return None
        found = agent(parse, doer, words)
        return None if found is None else (found, _kind(parse, place, words))
    if parse.word(place) in words.attacking and parse.word(place + 1) == "by":
        return _led(parse, place + 2, words, kind=_kind(parse, place, words))
    if place in named:
        return _of_deed(parse, named[place], place, words)
    phrase = parse.phrase(place)
    if phrase is None or phrase.head != place:
        return None
    if parse.word(place) in (*words.events, *_SIDES) and _is_other(parse, phrase, words):
        return None, "other"
    return None


def _of_deed(
    parse: Parse, first: int, noun: int, words: ActWords
) -> tuple[Phrase | None, Kind] | None:
    """Who did the deed that a noun names: its owner, or the doer of the verb before it."""
    if parse.word(first - 1) in _ANSWERED or parse.words[noun] in words.clashes:
        return None  # "in retaliation for Houthi attacks"
    found = owner(parse, first, noun, words)
    if found is not None:
        return found, "deed"
    phrase = parse.phrase(noun)
    if phrase is not None and _is_other(parse, phrase, words):
        return None, "other"
    verb = _verb_before(parse, first, words)
    doer = None if verb is None else doer_of(parse, verb)
    if doer is None or parse.word(doer.head) in words.who.bystanders:
        return None
    found = agent(parse, doer, words)
    return None if found is None else (found, "deed")


def _kind(parse: Parse, verb: int, words: ActWords) -> Kind:
    """What kind of act a verb of attack is."""
    if parse.word(verb).startswith(_TAKING):
        return "taking"
    launches = parse.word(verb) in _LAUNCHING and _weapon_ahead(parse, verb, words)
    return "launch" if launches else "deed"


def _weapon_ahead(parse: Parse, place: int, words: ActWords) -> bool:
    ahead = range(place + 1, min(place + 7, len(parse.tokens)))
    return any(parse.word(at) in words.weapons for at in ahead)


def _verb_before(parse: Parse, first: int, words: ActWords) -> int | None:
    """The verb of doing before a deed: "carried out raids", "answered with sweeps"."""
    place = first - 1
    if parse.word(place) in ("out", "with"):
        place -= 1
    stands = parse.tag(place) in ("verb", "part", "ing") and parse.phrase(place) is None
    if not (stands or is_hidden_verb(parse, place)):
        return None
    return place if parse.word(place) in words.doing else None


def _is_other(parse: Parse, phrase: NounPhrase, words: ActWords) -> bool:
    """Whether a deed is another than the one told before: "a separate attack"."""
    said = range(phrase.first, phrase.last)
    if parse.word(phrase.first) in _DEFINITE or parse.word(phrase.last - 1) in _SIDES:
        return parse.word(phrase.last - 1) in _SIDES
    return phrase.first < _EARLY and any(parse.word(place) in words.turning for place in said)


def _laid_to(parse: Parse, place: int, words: ActWords) -> tuple[Phrase | None, Kind] | None:
    """Who claims a deed, or is blamed for it, or denies it, by the verb at a place."""
    word = parse.word(place)
    if word in words.claiming:
        return _claimed(parse, place, words)
    if word in words.blaming and (blamed := parse.phrase(place + 1)) is not None:
        of = parse.word(blamed.last) in ("of", "for")
        attack = any(
            parse.word(at) in words.attacking or is_deed(parse, at, words)
            for at in range(blamed.last, len(parse.words))
        )
        return _led(parse, place + 1, words, kind="blame") if attack or not of else None
    if word in words.blaming and parse.word(place + 1) in ("on", "by"):
        return _led(parse, place + 2, words, kind="blame")
    if word in words.denying:
        return _denied(parse, place, words)
    return None


def _claimed(parse: Parse, verb: int, words: ActWords) -> tuple[Phrase | None, Kind] | None:
    """Who "claimed responsibility", or "was responsible"."""
    claimed = parse.phrase(verb + 1)
    responsible = parse.words[verb] == "responsible" and parse.tag(verb - 1) == "aux"
    told = parse.words[verb + 1 : claimed.last] if claimed is not None else ()
    if not responsible and "responsibility" not in told:
        return None
    doer = doer_of(parse, verb)
    found = None if doer is None else agent(parse, doer, words)
    return None if found is None else (found, "claim")


def _denied(parse: Parse, verb: int, words: ActWords) -> tuple[Phrase | None, Kind] | None:
    """Who denies to have done it, or that it was so: an army or an armed group."""
    doer = doer_of(parse, verb)
    if doer is None:
        return None
    if parse.word(doer.head) in _SPEAKERS and parse.word(doer.last) in ("for", "of"):
        return _led(parse, doer.last + 1, words, kind="denial")
    found = agent(parse, doer, words)
    return None if found is None else (found, "denial")


def _led(
    parse: Parse, first: int, words: ActWords, *, kind: Kind = "deed"
) -> tuple[Phrase | None, Kind] | None:
    phrase = parse.phrase(first)
    found = None if phrase is None else phrase_agent(parse, phrase, words)
    return None if found is None else (found, kind)
