"""Towns and regions of the world out of lexicon/geonames.tsv, by name. Read only when the first name is looked up."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from unicodedata import normalize

# What two spellings of a name may differ in: accents, hyphens, apostrophes, the article before it.
_UNWRITTEN = dict.fromkeys([*range(0x300, 0x370), *map(ord, "'’‘`ʼ")])
_FOLDED = _UNWRITTEN | {ord("-"): " ", ord("ı"): "i", ord("ł"): "l", ord("ø"): "o", ord("đ"): "d"}
_RECENT = 4096  # names of which a run keeps what they stand for
_ARTICLES = ("al ", "el ", "ad ", "an ", "ar ", "as ", "ash ", "at ", "az ", "the ")


@dataclass(frozen=True, slots=True)
class Place:
    """A town, or a region of a country (``region`` is None, and it has no coordinates).

    ``country`` is the ISO 3166-1 code; ``keys`` are the folded names of the region; ``latitude`` and ``longitude``
    are degrees, to a kilometre.
    """

    name: str
    country: str
    region: str | None
    keys: tuple[str, ...]
    latitude: float | None
    longitude: float | None


@lru_cache(_RECENT)
def places_called(name: str) -> tuple[Place, ...]:
    """The regions, then the towns of that name, whatever its accents, hyphens and article."""
    table = _table()
    return tuple(table.place(line) for line in table.lines_of.get(folded(name), ()))


@lru_cache(_RECENT)
def folded(name: str) -> str:
    """The name as it is looked up: "Al-Fāshir" and "Al Fashir" alike."""
    plain = normalize("NFD", name).translate(_FOLDED).lower()
    article = next((word for word in _ARTICLES if plain.startswith(word)), "")
    return plain[len(article) :]


@dataclass(frozen=True, slots=True)
class _Table:
    """The file by lines, with the lines at which ``countries`` and ``regions`` begin, and those of each name."""

    lines: list[str]
    countries: list[int]
    regions: list[int]
    lines_of: Mapping[str, list[int]]

    def place(self, line: int) -> Place:
        code = self.lines[_last(self.countries, line)][1:]
        region = _last(self.regions, line)
        *keys, within = self.lines[region][1:].split("\t")
        if region == line:
            return Place(within, code, None, tuple(keys), None, None)
        key, north, east, *name = self.lines[line].split("\t")
        return Place(
            name[0] if name else key.title(), code, within, tuple(keys), float(north), float(east)
        )


def _last(starts: list[int], line: int) -> int:
    return starts[bisect_right(starts, line) - 1]


@cache
def _table() -> _Table:
    text = files("pipelines.lexicon").joinpath("geonames.tsv").read_text(encoding="utf-8")
    lines = text[text.index("\n=") + 1 :].splitlines()
    countries = [number for number, line in enumerate(lines) if line[0] == "="]
    regions = [number for number, line in enumerate(lines) if line[0] == ">"]
    lines_of: dict[str, list[int]] = {}
    for number in regions:
        for key in lines[number][1:].split("\t")[:-1]:
            lines_of.setdefault(key, []).append(number)
    for number, line in enumerate(lines):
        key = line.partition("\t")[0]
        if key in lines_of:
            lines_of[key].append(number)
        else:
            lines_of[key] = [number]
    return _Table(lines, countries, regions, lines_of)
