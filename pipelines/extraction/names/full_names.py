"""Full names of people that no list knows: two to four capitalised words with a given name, a title or an age."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.extraction.lexicon import load
from pipelines.extraction.names.gazetteer import owners
from pipelines.extraction.names.names import Name, Spot, given_names, prose
from pipelines.extraction.names.surnames import surname_of, surnames_of
from pipelines.extraction.values import NameLink, Sentence

_CAPITAL = "".join(letter for letter in map(chr, range(0x250)) if letter.isupper())
_AGE = re.compile(r", \d{1,3}[,.;)]")
_TWO_PARTS = re.compile(r"[A-Z][a-z]+-[a-z]+")
_SURNAME: NameLink = "surname"
_LONGEST_NAME = 8


@dataclass(frozen=True, slots=True)
class _Lists:
    """The word lists that the rules below ask, and the pattern of a run of capitalised words."""

    run: re.Pattern[str]
    heads: frozenset[str]
    titles: frozenset[str]
    small_heads: frozenset[str]
    cut_off: frozenset[str]
    not_people: frozenset[str]
    places: frozenset[str]
    ships: frozenset[str]


def find_full_names(
    text: str, sentences: Sequence[Sentence], extra: Path | None = None
) -> Iterator[Name]:
    """Names of people in running text. Headings are passed over: all their words are capitalised."""
    run = _lists(extra).run
    for sentence in prose(text, sentences):
        for found in run.finditer(text, sentence.start, sentence.end):
            yield from _person(text, found.start(), found[0].split(" "), extra)


def _person(text: str, start: int, words: list[str], extra: Path | None) -> Iterator[Name]:
    lists = _lists(extra)
    lead, words = _split(words, lists)
    if not _looks_like_a_name(words, lists, extra):
        return
    name = " ".join(words)
    start += sum(len(word) + 1 for word in lead)
    spot = Spot(text, start, start + len(name))
    is_sure = (
        words[0] in given_names(extra)
        or _is_korean(words, extra)
        or _AGE.match(text, spot.end) is not None
    )
    if (is_sure or _is_titled(spot, lead, lists)) and spot.word_before not in lists.ships:
        surnames = tuple((surname, _SURNAME) for surname in surnames_of(name, extra))
        yield Name(
            spot.start,
            spot.end,
            "person",
            name,
            "full_name",
            short_forms=surnames,
            is_sure=is_sure,
        )


def _split(words: list[str], lists: _Lists) -> tuple[list[str], list[str]]:
    """The words up to the last title or nationality, and the name, without what a sentence puts around it."""
    while words and words[-1] in lists.cut_off:
        words = words[:-1]
    titles = [index for index, word in enumerate(words[:-1], start=1) if word in lists.titles]
    cut = titles[-1] if titles else 0
    while cut < len(words) and (words[cut] in lists.cut_off or words[cut] in lists.places):
        cut += 1
    return words[:cut], words[cut:]


def _looks_like_a_name(words: Sequence[str], lists: _Lists, extra: Path | None) -> bool:
    """Two to four words, each with small letters or an initial, none of which names an institution."""
    if not 2 <= len(words) <= _LONGEST_NAME or words[0][0].islower():
        return False
    capitalised = [word for word in words if not word.islower()]
    return (
        2 <= len(capitalised) <= 4
        and len(surname_of(" ".join(words), extra)) > 2
        and all(word.endswith(".") or not word.isupper() for word in capitalised)
        and (lists.not_people.isdisjoint(capitalised) or _is_korean(words, extra))
        and lists.cut_off.isdisjoint(capitalised)
    )


def _is_korean(words: Sequence[str], extra: Path | None) -> bool:
    """Whether a family name stands before a given name of two parts: "Park Chan-dae"."""
    if len(words) != 2 or not _TWO_PARTS.fullmatch(words[1]):
        return False
    return words[0] in load("given_names", extra)["family_first"]


def _is_titled(spot: Spot, lead: Sequence[str], lists: _Lists) -> bool:
    if lead:
        return lead[-1] in lists.heads
    return spot.word_before in lists.small_heads


@cache
def _lists(extra: Path | None) -> _Lists:
    words = load("person_titles", extra)
    heads = frozenset(words["heads"])
    known = owners(extra).items()
    return _Lists(
        run=_run(heads, words["particles"], words["articles"], words["compound_ends"]),
        heads=heads,
        titles=heads | frozenset(words["parts"]),
        small_heads=frozenset(words["small_heads"]),
        cut_off=frozenset(words["cut_off"]),
        not_people=frozenset(words["not_people"]),
        places=frozenset(alias for alias, owner in known if owner.kind == "place"),
        ships=frozenset(words["ships"]),
    )


def _run(
    heads: frozenset[str],
    particles: Sequence[str],
    articles: Sequence[str],
    compound_ends: Sequence[str],
) -> re.Pattern[str]:
    """Two or more capitalised words, abbreviated titles and initials, with one space between them."""
    abbreviation = "|".join(re.escape(head) for head in sorted(heads) if head.endswith("."))
    letters, initials = r"[^\W\d_]", rf"(?:[{_CAPITAL}]\.)+"
    name = (
        rf"(?:(?:{'|'.join(articles)})-)?[{_CAPITAL}]{letters}*+"
        rf"(?:['’-](?!(?:s|{'|'.join(compound_ends)})\b){letters}++)*+"
    )
    word = rf"(?:(?:{abbreviation})(?= )|[JS]r\.|{initials}|{name})"
    return re.compile(rf"(?<![\w.'’-]){word}(?: (?:(?:{'|'.join(particles)}) ){{0,3}}{word})++")
