"""Cases: texts with the claims that they must make, in YAML that anyone can read and write.

A case is ``{text: ..., claims: [{metric: ..., quote: ..., value: ...}, ...]}`` and lists all claims of its text in
order. ``value: N`` is short for ``low: N, high: N``; left out, ``hedge`` is exact, ``scope`` incident and
``modality`` asserted; any other key of a claim may be given too, a role by its words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from pipelines.extraction import extract
from pipelines.extraction.lexicon import LexiconError
from pipelines.extraction.values import Claim

DEFAULTS: Mapping[str, Any] = {"hedge": "exact", "scope": "incident", "modality": "asserted"}
Attributes = dict[str, Any]

_OF_NO_CLAIM: Attributes = {"metric": "", "quote": "", "low": None, "high": None}


@dataclass(frozen=True, slots=True)
class Case:
    """A text of a file of cases, and the claims that it must make, as attributes."""

    file: str
    text: str
    wanted: tuple[Attributes, ...]

    def found(self, lexicon: Path | None = None) -> tuple[Attributes, ...]:
        """The claims that the text makes, in the attributes that the case gives."""
        claims = extract(self.text, lexicon=lexicon).claims
        keys = [*self.wanted, *[{**DEFAULTS, **_OF_NO_CLAIM}] * len(claims)]
        return tuple(_shown(claim, given) for claim, given in zip(claims, keys, strict=False))


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file, or of all files of a folder. Raises LexiconError for a malformed one."""
    for file in sorted(path.glob("*.yaml")) if path.is_dir() else [path]:
        try:
            listed = yaml.safe_load(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise LexiconError(f"{file}: {error}") from error
        for number, entry in enumerate(listed or (), start=1):
            if isinstance(entry, Mapping) and "claims" in entry:
                yield _case(file, number, entry)


def _case(file: Path, number: int, entry: Mapping[str, Any]) -> Case:
    text, claims = entry.get("text"), entry["claims"]
    if not isinstance(text, str) or not isinstance(claims, list):
        raise LexiconError(f"{file}: case {number} needs a text and a list of claims")
    try:
        wanted = tuple(_wanted(claim) for claim in claims)
    except (TypeError, ValueError, ArithmeticError) as error:
        raise LexiconError(f"{file}: case {number}: {error}") from error
    unknown = {key for claim in wanted for key in claim} - set(Claim.__dataclass_fields__)
    if unknown:
        raise LexiconError(f"{file}: case {number}: no attribute {min(unknown)!r}")
    return Case(file.stem, text, wanted)


def _wanted(claim: Mapping[str, Any]) -> Attributes:
    given = dict(claim)
    if "value" in given:
        value = given.pop("value")
        given |= {"low": value, "high": value}
    for bound in ("low", "high"):
        given[bound] = None if given.get(bound) is None else Decimal(str(given[bound]))
    return {**DEFAULTS, **given}


def _shown(claim: Claim, keys: Mapping[str, Any]) -> Attributes:
    found = {key: getattr(claim, key) for key in keys}
    return {key: getattr(value, "quote", value) for key, value in found.items()}
