"""Words for a place that stand for those who govern there: "Washington rejected the offer"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipelines.extraction.lexicon import LexiconError, check_keys, load
from pipelines.extraction.names.gazetteer import Known, gazetteer, owners
from pipelines.extraction.names.names import Spot


@dataclass(frozen=True, slots=True)
class Metonym:
    """Both readings of a word; without a ``city`` the government is always meant."""

    government: Known
    city: Known | None
    otherwise: Known


@cache
def metonyms(extra: Path | None = None) -> Mapping[str, Metonym]:
    """The metonyms of the lexicon, by word."""
    words = load("metonyms", extra)["words"]
    return {word: _metonym(f"metonyms.yaml: {word}", entry, extra) for word, entry in words.items()}


def meant(spot: Spot, metonym: Metonym, extra: Path | None = None) -> Known:
    """Which of the two is meant at this spot: told by the word before, the word after, or a dateline."""
    words = load("metonyms", extra)
    if metonym.city is None:
        return metonym.government
    if spot.word_before.lower() in words["town_after"]:
        return metonym.city
    if spot.word_after.lower() in words["government_before"]:
        return metonym.government
    is_dateline = spot.quote.isupper() and spot.text[spot.start - 1 : spot.start] in ("", "\n")
    return metonym.city if is_dateline else metonym.otherwise


def _metonym(where: str, entry: Mapping[str, Any], extra: Path | None) -> Metonym:
    check_keys(
        entry, where=where, allowed=("government", "city", "otherwise"), required=("government",)
    )
    try:
        government = gazetteer(extra)[entry["government"]]
        city = owners(extra)[entry["city"]] if "city" in entry else None
        readings = {"government": government, "city": city or government}
        return Metonym(government, city, readings[entry.get("otherwise", "government")])
    except KeyError as error:
        raise LexiconError(f"{where}: {error} is not known") from error
