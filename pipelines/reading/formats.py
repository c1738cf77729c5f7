"""The registry of formats: every module of this package that defines ``FORMAT`` is one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath
from pkgutil import iter_modules

from pipelines import reading
from pipelines.reading.article import Rejection
from pipelines.reading.metadata import Fields

MEBIBYTE = 1_048_576


@dataclass(frozen=True, slots=True)
class Record:
    """One article as a format finds it, not yet checked: ``text`` may still be anything.

    ``position`` is its line, or its place in an array, from 1; None in a file that is one article.
    """

    position: int | None
    text: object
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a format makes of a file: records and rejections in order, and the encoding found."""

    encoding: str
    items: Iterable[Record | Rejection]


@dataclass(frozen=True, slots=True)
class Format:
    """How files of these suffixes are read.

    ``parse`` may raise `ReadingError` for the whole file; one above ``max_bytes`` is refused unread.
    """

    name: str
    suffixes: tuple[str, ...]
    parse: Callable[[bytes], Parsed]
    takes_sidecar: bool = False
    max_bytes: int = 32 * MEBIBYTE


@cache
def formats() -> dict[str, Format]:
    """Every format, by suffix."""
    modules = (
        import_module(f"{reading.__name__}.{module.name}")
        for module in iter_modules(reading.__path__)
    )
    found = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return {suffix: each for each in found for suffix in each.suffixes}


def format_of(path: str) -> Format | None:
    """The format of a file, by its suffix in any case."""
    return formats().get(PurePosixPath(path).suffix.lower())
