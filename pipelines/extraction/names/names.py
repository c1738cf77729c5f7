"""A name found in a text, before it becomes a mention, and what stands around it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.extraction.lexicon import load
from pipelines.extraction.names.gazetteer import unaccented
from pipelines.extraction.values import MentionKind, NameLink, Sentence

_WORD_BEFORE = re.compile(r"(?<![^\W_])([^\W_]+(?:['’-][^\W_]+)*)[ \u00a0]\Z")
_WORD_AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")
_GOES_ON = re.compile(r"\w|['’](?!(?:[sd]|ll|ve|re)\b)[^\W_]", re.IGNORECASE)
_INITIALS = re.compile(r"(?<![\w.'’-])(?:[^\W\d_a-z]\. ?){1,3}(?<= )\Z")
_LONGEST_WORD = 30
_LONGEST_TITLE = 4
_LONGEST_HEADING = 150
_STOPS = frozenset(".!?…:;\"”’')]")
# How a name is found; between equals the first stands.
_RULES = (
    "lexicon",
    "territory",
    "organisation",
    "acronym",
    "full_name",
    "short_form",
    "located",
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of a text in their surroundings."""

    text: str
    start: int
    end: int

    @property
    def quote(self) -> str:
        """The words themselves."""
        return self.text[self.start : self.end]

    @property
    def word_before(self) -> str:
        """The word that stands one space before; "" if there is none or a sign comes between."""
        found = _WORD_BEFORE.search(self.text, max(0, self.start - _LONGEST_WORD), self.start)
        return found[1] if found else ""

    @property
    def word_after(self) -> str:
        """The word that stands one space after; "" if there is none or a sign comes between."""
        found = _WORD_AFTER.match(self.text, self.end, self.end + _LONGEST_WORD)
        return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class Name:
    """Characters ``start`` to ``end`` of a text name a person, an organisation or a place.

    ``name`` is the full form that they stand for in the way of ``link``; ``short_forms`` is what else the article
    may call it by, and by what link. ``could_be`` holds the full forms between which an ambiguous name is open.
    ``is_sure`` is False for a guess from a title alone, which gives way to any other reading.
    """

    start: int
    end: int
    kind: MentionKind
    name: str
    rule: str
    link: NameLink = "full_name"
    short_forms: tuple[tuple[str, NameLink], ...] = ()
    is_sure: bool = True
    could_be: tuple[str, ...] = ()


def longest(names: Iterable[Name], length: int, *, beside: Sequence[Name] = ()) -> list[Name]:
    """The names that remain where some overlap, with those ``beside`` them, which stay; in the order of the text.

    The sure come before the unsure, then the longer before the shorter. ``length`` is the text's.
    """
    taken = bytearray(length)
    kept: list[Name] = []
    for name in (*beside, *sorted(names, key=_precedence)):
        if taken.find(1, name.start, name.end) == -1:
            taken[name.start : name.end] = b"\x01" * (name.end - name.start)
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)


def is_whole_word(spot: Spot) -> bool:
    """Whether no letter or digit touches the words; "'s" and the like may follow ("Maduro's", not "Xi'an")."""
    before = spot.text[spot.start - 1 : spot.start]
    return not (before.isalnum() or before in ("_", "@")) and not _GOES_ON.match(
        spot.text, spot.end
    )


def stands_alone(spot: Spot, extra: Path | None = None) -> bool:
    """Whether a single word is a name by itself and not a part of a longer one ("Melania Trump", "Trump Tower").

    In a line of capitals, where all words look like names, only a given name before the word speaks against it.
    """
    before, after = spot.word_before, spot.word_after
    if spot.quote.isupper() and (before or after).isupper():
        return unaccented(before).title() not in given_names(extra)
    return _is_no_name(before, extra) and _is_no_name(after, extra)


def prose(text: str, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences that are no headings, in which all words are capitalised."""
    for sentence in sentences:
        is_short = sentence.end - sentence.start < _LONGEST_HEADING
        if text[sentence.end - 1] in _STOPS or not is_short:
            yield sentence


def initials_before(spot: Spot, extra: Path | None = None) -> str:
    """The initials right before the words, with the space behind them: "J. D. " before "Vance"; "" for none."""
    if spot.text[max(0, spot.start - 2) : spot.start] != ". ":
        return ""
    found = _INITIALS.search(spot.text, max(0, spot.start - _LONGEST_WORD), spot.start)
    if not found or found[0].strip() in load("person_titles", extra)["no_initials"]:
        return ""
    return found[0]


def has_initial(name: str, initials: str) -> bool:
    """Whether the first word of a name begins with the first of the initials, accents apart."""
    return unaccented(name)[0].lower() == unaccented(initials)[0].lower()


def title_before(spot: Spot, extra: Path | None = None) -> str:
    """The title right before a name, in small letters: "vice president"; "" for none."""
    words: list[str] = []
    start = spot.start
    while len(words) < _LONGEST_TITLE:
        before = Spot(spot.text, start, spot.end).word_before
        if before.lower() not in _titles(extra):
            break
        words.insert(0, before.lower())
        start -= len(before) + 1
    return " ".join(words)


@cache
def given_names(extra: Path | None = None) -> frozenset[str]:
    """Given names, with and without accents."""
    words = [name for group in load("given_names", extra)["given"].values() for name in group]
    return frozenset(words) | frozenset(map(unaccented, words))


@cache
def _titles(extra: Path | None) -> frozenset[str]:
    """Words of titles in small letters. The abbreviated end in a dot, which no word before a name does."""
    titles = load("person_titles", extra)
    words = (*titles["heads"], *titles["parts"], *titles["small_heads"])
    return frozenset(word.lower() for word in words)


@cache
def _no_names(extra: Path | None) -> frozenset[str]:
    titles = load("person_titles", extra)
    return frozenset((*titles["heads"], *titles["parts"], *titles["cut_off"]))


def _is_no_name(word: str, extra: Path | None) -> bool:
    return not word[:1].isupper() or word in _no_names(extra)


def _precedence(name: Name) -> tuple[bool, int, int, int]:
    return not name.is_sure, name.start - name.end, _RULES.index(name.rule), name.start
