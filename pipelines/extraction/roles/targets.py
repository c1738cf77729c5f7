"""What was hit: behind the noun for an attack ("20 strikes on boats") or its verb ("gunmen stormed a school")."""

from collections.abc import Iterator

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.agents import deeds
from pipelines.extraction.roles.attacks import is_attack
from pipelines.extraction.roles.phrases import span, with_of
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_STRUCK = ("deaths", "injuries", "missing", "abductions")
_PASSED = ("prep", "time", "adv", "num", "duration", "part")
_FAR = 8


def target_of(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """What was hit by the attacks that are counted, or by the attack that struck those counted."""
    if match.cue.entry.metric == "strikes":
        return _aimed_at(parse, match.phrase.last, words)
    if match.cue.entry.metric not in _STRUCK:
        return None
    return next((hit for hit in _attacks(parse, match, words) if hit is not None), None)


def _attacks(parse: Parse, match: Match, words: ActWords) -> Iterator[Phrase | None]:
    """What the attacks of a sentence were on, by their nouns, and then by their verbs."""
    counted = range(match.phrase.first, match.phrase.last)
    for _, noun in deeds(parse, words):
        if noun not in counted:
            yield _aimed_at(parse, noun + 1, words)
    for place, word in enumerate(parse.words):
        if word in words.hitting and is_attack(parse, place, words):
            hit = parse.phrase(place + 1)
            yield None if hit is None or parse.is_person(hit.head) else _thing(parse, hit)


def _aimed_at(parse: Parse, start: int, words: ActWords) -> Phrase | None:
    """What stands behind "on" or "against", past the time that may come first: "strikes overnight on the port"."""
    for place in range(start, min(start + _FAR, len(parse.tokens))):
        aims = parse.words[place] in words.aiming
        hit = parse.phrase(place + 1) if aims else None
        if hit is not None and not _is_time(parse, hit):
            return _thing(parse, hit)
        if parse.phrase(place) is None and parse.tags[place] not in _PASSED and not aims:
            return None
    return None


def _thing(parse: Parse, hit: NounPhrase) -> Phrase | None:
    """A phrase without its article, with the "of" that belongs to it."""
    if hit.head is None:
        return None
    return span(parse, hit.first + (parse.tags[hit.first] == "det"), with_of(parse, hit.last))


def _is_time(parse: Parse, phrase: NounPhrase) -> bool:
    noun = phrase.last - 1 if phrase.head is None else phrase.head
    return parse.tags[noun] == "time" or parse.words[noun] in parse.grammar.time_nouns
