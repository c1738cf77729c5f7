"""The methods that claims name: what each frame of the grammar means, and how often it is right."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.extraction.lexicon import LexiconError, check_keys, load
from pipelines.extraction.metrics.metrics import Example

_KEYS = ("means", "confidence", "example")


@dataclass(frozen=True, slots=True)
class Method:
    """A frame: what it means in a sentence, how often it is right (in (0, 1]), and a claim that it makes."""

    means: str
    confidence: float
    example: Example


@cache
def methods(extra: Path | None = None) -> Mapping[str, Method]:
    """All methods by name. Raises LexiconError for one that is malformed."""
    return {
        name: _method(entry, where=f"methods.yaml: {name}")
        for name, entry in load("methods", extra).items()
    }


def _method(entry: Mapping[str, object], *, where: str) -> Method:
    check_keys(entry, where=where, allowed=_KEYS, required=_KEYS)
    means, confidence, example = (entry[key] for key in _KEYS)
    if not isinstance(confidence, float | int) or not 0 < confidence <= 1:
        raise LexiconError(f"{where}: confidence must be above 0 and at most 1, is {confidence!r}")
    if not isinstance(example, Mapping):
        raise LexiconError(f"{where}: example must be a mapping of text and quote")
    return Method(means=str(means), confidence=float(confidence), example=Example(**example))
