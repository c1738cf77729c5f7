"""Names that the gazetteer knows, found in a text by all their aliases at once."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from pipelines.extraction.lexicon import load
from pipelines.extraction.names.gazetteer import Known, gazetteer, owners, told_apart, unaccented
from pipelines.extraction.names.links import link_of
from pipelines.extraction.names.metonyms import meant, metonyms
from pipelines.extraction.names.names import (
    Name,
    Spot,
    has_initial,
    initials_before,
    is_whole_word,
    stands_alone,
)
from pipelines.extraction.names.surnames import surname_of
from pipelines.extraction.values import NameLink


def find_aliases(text: str, extra: Path | None = None) -> Iterator[Name]:
    """Every alias in the text, overlapping ones too, except where a trap of the lexicon forbids it.

    An alias with several readings is ambiguous unless the article holds a word that speaks for just one of them.
    """
    automaton, aliases = _automaton(extra)
    told = cache(
        lambda alias: _told(text, alias, extra)
    )  # one look through the article for each word
    for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        spot, alias = Spot(text, start, end), aliases[index]
        if is_whole_word(spot):
            readings = told(alias) if alias in told_apart(extra) else _known(spot, alias, extra)
            if _is_meant(spot, alias, readings[0], extra):
                yield _name(spot, alias, readings, extra)


def _known(spot: Spot, alias: str, extra: Path | None) -> Sequence[Known]:
    if alias in metonyms(extra):
        return (meant(spot, metonyms(extra)[alias], extra),)
    return (owners(extra)[alias],)


def _told(text: str, alias: str, extra: Path | None) -> Sequence[Known]:
    """The only reading of the alias that another word of the article speaks for; all of them if there is none."""
    readings = told_apart(extra)[alias]
    told = [
        entity_id for entity_id, words in readings.items() if any(word in text for word in words)
    ]
    return [gazetteer(extra)[entity_id] for entity_id in (told if len(told) == 1 else readings)]


def _is_meant(spot: Spot, alias: str, known: Known, extra: Path | None) -> bool:
    """Whether no trap speaks against the alias at this spot."""
    traps = load("name_traps", extra)
    if alias in traps["words_in_capitals"]:
        return not spot.text[max(0, spot.start - 15) : spot.end + 15].isupper()
    if alias in traps["also_names_of_people"]:
        return not (spot.word_before[:1].isupper() or spot.word_after[:1].isupper())
    if known.kind == "person" and " " not in alias:
        initials = initials_before(spot, extra)
        return stands_alone(spot, extra) and (not initials or has_initial(known.name, initials))
    return True


def _name(spot: Spot, alias: str, readings: Sequence[Known], extra: Path | None) -> Name:
    known = readings[0]
    if len(readings) > 1:
        could_be = tuple(sorted(each.name for each in readings))
        link: NameLink = "ambiguous"
        return Name(spot.start, spot.end, known.kind, alias, known.source, link, could_be=could_be)
    if known.kind != "person":
        link = _link(alias, known, extra)
        return Name(spot.start, spot.end, known.kind, known.name, known.source, link)
    initials = initials_before(spot, extra) if " " not in alias else ""
    link = "initials" if initials else link_of(alias, known.entity_id, extra)
    surname = known.surname or surname_of(known.name, extra)
    return Name(
        spot.start - len(initials),
        spot.end,
        known.kind,
        known.name,
        known.source,
        link,
        short_forms=((surname, "surname"),),
    )


def _link(alias: str, known: Known, extra: Path | None) -> NameLink:
    metonym = metonyms(extra).get(alias)
    is_metonym = metonym is not None and known is metonym.government
    return "metonym" if is_metonym else link_of(alias, known.entity_id, extra)


@cache
def _automaton(extra: Path | None) -> tuple[AhoCorasick, tuple[str, ...]]:
    """Finds every spelling of every alias in one pass; with it the alias that each of them spells."""
    aliases = dict.fromkeys((*owners(extra), *told_apart(extra), *metonyms(extra)))
    spelled = {alias: alias for alias in aliases}
    for alias in aliases:
        for spelling in _spellings(alias):
            spelled.setdefault(spelling, alias)
    return AhoCorasick(list(spelled)), tuple(spelled.values())


def _spellings(alias: str) -> Iterator[str]:
    """Without accents, with a curly apostrophe, and from three letters on in capitals."""
    for form in (alias, unaccented(alias)):
        for spelling in (form, form.replace("'", "’")):
            yield spelling
            if len(alias) > 2:
                yield spelling.upper()
