"""A full form seen once owns its short ones in the article: "Maduro" stands for "Nicolás Maduro", "HDN" for a body."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from pipelines.extraction.lexicon import load
from pipelines.extraction.names.gazetteer import gazetteer, unaccented
from pipelines.extraction.names.names import (
    Name,
    Spot,
    given_names,
    has_initial,
    initials_before,
    is_whole_word,
    stands_alone,
    title_before,
)
from pipelines.extraction.names.surnames import surname_of
from pipelines.extraction.values import MentionKind, NameLink

_SENTENCE_STARTS = ("\n", ". ", "? ", "! ", "” ", '" ', "“", '"')


@dataclass(frozen=True, slots=True)
class _Bearer:
    """Who may be called by a short form."""

    name: str
    kind: MentionKind
    link: NameLink


@dataclass(frozen=True, slots=True)
class _Titled:
    """Whom an article names in full right behind which title; ``found`` is filled as it is asked."""

    text: str
    names: Sequence[Name]
    extra: Path | None
    found: dict[str, Set[str]]

    def by(self, title: str) -> Set[str]:
        """Those who have this title."""
        if title not in self.found:
            people = [name for name in self.names if name.short_forms]
            spots = [(name.name, Spot(self.text, name.start, name.end)) for name in people]
            self.found[title] = {n for n, spot in spots if title_before(spot, self.extra) == title}
        return self.found[title]


Bearers = Mapping[str, Sequence[_Bearer]]


def find_short_forms(
    text: str, bearers: Bearers, names: Sequence[Name], extra: Path | None = None
) -> Iterator[Name]:
    """Every surname, acronym or short name by itself whose bearer is one of the ``names`` of the article.

    What several bear is told apart by initials or by the title that one of them has in the article; else it is
    ambiguous. So is a surname that several known people bear, of whom the article names none in full.
    """
    of_form = {**_known_namesakes(extra), **bearers}
    forms = [form for form in of_form if form in text]
    if not forms:
        return
    titled = _Titled(text, names, extra, {})
    for index, start, end in AhoCorasick(forms).find_matches_as_indexes(text, overlapping=True):
        spot = Spot(text, start, end)
        if is_whole_word(spot):
            yield from _named(spot, of_form[forms[index]], titled, extra)


def bearers_of(names: Iterable[Name]) -> Bearers:
    """For each spelling of a short form those of the article who bear it, by name."""
    found: dict[str, dict[str, _Bearer]] = {}
    for name in names:
        for form, link in name.short_forms:
            for spelling in _spellings(form):
                found.setdefault(spelling, {})[name.name] = _Bearer(name.name, name.kind, link)
    return {spelling: tuple(of_it.values()) for spelling, of_it in found.items()}


def _named(
    spot: Spot, bearers: Sequence[_Bearer], titled: _Titled, extra: Path | None
) -> Iterator[Name]:
    """The name that a short form is at this spot: of the bearer that its surroundings leave, or ambiguous."""
    kind = bearers[0].kind
    if kind == "person" and not _is_a_surname(spot, extra):
        return
    if bearers[0].link == "short_name" and not stands_alone(spot, extra):
        return
    initials = initials_before(spot, extra) if kind == "person" else ""
    if initials:
        bearers = [each for each in bearers if has_initial(each.name, initials)]
    elif len(bearers) > 1 and (title := title_before(spot, extra)):
        alike = [each for each in bearers if each.name in titled.by(title)]
        bearers = alike if len(alike) == 1 else bearers
    if bearers:
        link: NameLink = "initials" if initials else bearers[0].link
        yield _name(spot, spot.start - len(initials), bearers, link)


def _name(spot: Spot, start: int, bearers: Sequence[_Bearer], link: NameLink) -> Name:
    could_be = tuple(sorted(each.name for each in bearers))
    if len(could_be) > 1:
        link = "ambiguous"
        return Name(
            start, spot.end, bearers[0].kind, spot.quote, "short_form", link, could_be=could_be
        )
    return Name(start, spot.end, bearers[0].kind, bearers[0].name, "short_form", link)


@cache
def _known_namesakes(extra: Path | None) -> Bearers:
    """The surnames that several known people bear, and that are no given names."""
    people = [known for known in gazetteer(extra).values() if known.kind == "person"]
    found: dict[str, list[_Bearer]] = {}
    for known in people:
        surname = known.surname or surname_of(known.name, extra)
        if surname not in given_names(extra):
            for spelling in _spellings(surname):
                found.setdefault(spelling, []).append(_Bearer(known.name, "person", "surname"))
    return {spelling: tuple(of_it) for spelling, of_it in found.items() if len(of_it) > 1}


def _spellings(form: str) -> set[str]:
    plain = unaccented(form)
    return {form, plain, form.upper(), plain.upper(), form[0].upper() + form[1:]}


def _is_a_surname(spot: Spot, extra: Path | None) -> bool:
    words = load("person_titles", extra)["surnames_that_are_words"]
    before = spot.text[max(0, spot.start - 2) : spot.start]
    if spot.quote.title() in words and (not before or before.endswith(_SENTENCE_STARTS)):
        return False
    return stands_alone(spot, extra)
