"""How sure a text is of a count: reported as fact, alleged, feared, denied, requested or planned."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.lexicon import load
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.syntax.verbs import verb_group
from pipelines.extraction.text.phrases import Phrases, invert
from pipelines.extraction.values import Modality

# Where words of several stand together, the first of these is meant ("denied claims that").
_STRENGTH: tuple[Modality, ...] = (
    "denied",
    "requested",
    "planned",
    "feared",
    "alleged",
    "asserted",
)
# What ends the deed that somebody is suspected of.
_AFTER_DEED = ("aux", "modal", "verb", "comma", "rel", "sub", "mark")
_DATING = ("since", "before", "after", "until")
# An offer stands, whatever it says of its payment: "will pay up to $7 million for tips".
_OFFERING = ("will", "shall", "may", "might", "can", "could")
_BREAKS = (";", "—", ":")


@dataclass(frozen=True, slots=True)
class ModalityWords:
    """The word lists of lexicon/modality.yaml, by where the words stand."""

    in_verbs: Phrases[str]
    before: Phrases[str]
    after: Phrases[str]
    of_deeds: frozenset[str]


@cache
def modality_words(extra: Path | None = None) -> ModalityWords:
    """The modality words of the shipped lexicon with a user's words."""
    lists = load("modality", extra)
    before = invert(lists["before"]) | dict.fromkeys(lists["except"], "")
    return ModalityWords(
        in_verbs=Phrases(invert(lists["in_verbs"])),
        before=Phrases(before),
        after=Phrases(invert(lists["after"])),
        of_deeds=frozenset(lists["of_deeds"]),
    )


def modality(parse: Parse, match: Match, *, lexicon: Path | None) -> Modality:
    """The modality of a matched count, by the words of its verb first and of its clause second."""
    words = modality_words(lexicon)
    start = min(match.phrase.first, match.cue.first)
    before = range(_clause_start(parse, start), max(start, 0))
    after = range(max(match.phrase.last, match.cue.last), len(parse.tokens))
    entry = match.cue.entry
    own = entry.near if entry.frame == "counted" else frozenset[str]()
    elsewhere = {
        parse.words[place]
        for place in before
        if parse.words[place] in words.of_deeds and _is_other_deed(parse, place, start)
    }
    offering = _OFFERING if entry.frame == "offer" else ()
    return (
        _strongest(set(_said(parse, words.in_verbs, _verbs(parse, match), but=offering)))
        or _strongest(set(_said(parse, words.before, before, but=own | elsewhere)))
        or _strongest(set(_said(parse, words.after, after)))
        or "asserted"
    )


def _verbs(parse: Parse, match: Match) -> range:
    """The places of the verbs that tell of the count: auxiliaries, or what stands between a toll and its number."""
    if match.group is not None:
        return range(match.group.first, match.cue.first)
    if match.method == "toll":
        begin = match.phrase.first
        while begin > match.cue.last and parse.tag(begin - 1) != "comma":
            begin -= 1
        return range(begin, match.phrase.first)
    noun = parse.phrase(match.cue.first) if match.method.startswith("reward") else None
    if noun is None:
        return range(0)
    return range(verb_group(parse, noun.first - 1).first, noun.first)


def _is_other_deed(parse: Parse, place: int, start: int) -> bool:
    """Whether a word of suspicion is of another deed than the one counted."""
    return any(_ends_deed(parse, between) for between in range(place + 1, start))


def _ends_deed(parse: Parse, place: int) -> bool:
    """Whether a word ends the deed; a participle goes on with it ("of mounting attacks, killing 12")."""
    goes_on = parse.tag(place) == "comma" and parse.tag(place + 1) == "ing"
    dated = parse.word(place) in _DATING
    return parse.tag(place) in _AFTER_DEED and not goes_on and not dated


def _said(
    parse: Parse, phrases: Phrases[str], places: range, *, but: Collection[str] = ()
) -> Iterator[str]:
    """What the phrases within the places say; a longer phrase hides the shorter ones in it."""
    place = places.start
    while place < places.stop:
        found = phrases.after(parse.tokens, place)
        if found is not None and found[0] <= places.stop and parse.word(place) not in but:
            place = found[0]
            yield found[1]
        else:
            place += 1


def _strongest(said: set[str]) -> Modality | None:
    return next((name for name in _STRENGTH if name in said), None)


def _clause_start(parse: Parse, place: int) -> int:
    while place > 0 and parse.word(place - 1) not in _BREAKS:
        place -= 1
    return max(place, 0)
