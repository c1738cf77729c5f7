"""Figures straight out of files, for the command line: no warehouse, nothing kept."""

import json
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipelines import console, reading
from pipelines.extraction import extract
from pipelines.extraction.values import Extraction, Phrase
from pipelines.reading import Article, InboxFile
from pipelines.settings import SettingsError

# Places are called as in the warehouse.
PLACES = {
    "start": "start_char",
    "end": "end_char",
    "sentence": "sentence_no",
    "cue_start": "cue_start_char",
    "cue_end": "cue_end_char",
}
# Places in the extraction's own tuples, of no use outside it.
INTERNAL = ("quantity", "part_of", "denies", "previous")


def show(
    path: Path, *, as_json: bool, lexicon: Path | None, bounds: str, infer_dates: bool
) -> bool:
    """Print the figures of one file or folder. Returns whether all of it could be read."""
    is_whole = True
    for file in _files(path):
        found = reading.read(file)
        for rejection in found.rejections:
            where = f"{file.path}, line {rejection.line}" if rejection.line else file.path
            console.complain(f"{where}: {rejection.detail}")
            is_whole = False
        for article in found.articles:
            extraction = extract(
                article.text,
                published=article.published_date,
                lexicon=lexicon,
                bounds=bounds,
                infer_dates=infer_dates,
            )
            if as_json:
                print(json.dumps(document(file, article, extraction), ensure_ascii=False))
            else:
                _print(file, article, extraction)
    return is_whole


def document(file: InboxFile, article: Article, extraction: Extraction) -> dict[str, Any]:
    """One article's claims and ledger as JSON has them: plain numbers, offsets in code points."""
    return {
        "doc_id": article.record_id or Path(file.path).name,
        "claims": [_plain(claim) for claim in extraction.claims],
        "quantities": [_plain(quantity) for quantity in extraction.quantities],
    }


def _files(path: Path) -> tuple[InboxFile, ...]:
    """The article files of a folder, or one file with the sidecar beside it."""
    try:
        return reading.scan(path)
    except OSError as error:
        raise SettingsError(f"{path}: no such file or folder") from error


def _plain(value: Any) -> dict[str, Any]:
    """A frozen value as a dictionary; phrases become their words."""
    return {
        PLACES.get(field.name, field.name): _scalar(getattr(value, field.name))
        for field in fields(value)
        if field.name not in INTERNAL
    }


def _scalar(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Phrase):
        return value.quote
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _print(file: InboxFile, article: Article, extraction: Extraction) -> None:
    rows = [
        {
            "figure": claim.quote,
            "metric": claim.metric,
            "bounds": _bounds(claim.low, claim.high, claim.unit),
            "scope": claim.scope,
            "modality": claim.modality,
            "who": claim.subject.quote if claim.subject else None,
            "by": claim.actor.quote if claim.actor else None,
            "source": claim.attribution.quote if claim.attribution else None,
        }
        for claim in extraction.claims
    ]
    name = file.path if article.record is None else f"{file.path}, record {article.record}"
    if rows:
        console.output.print(console.table(rows, title=name))
    else:
        console.output.print(
            f"{name}: no figures, {len(extraction.quantities)} other numbers", markup=False
        )


def _bounds(low: Decimal | None, high: Decimal | None, unit: str) -> str:
    currency = f" {unit}" if unit not in ("person", "event") else ""
    if low is not None and low == high:
        return f"{low:,}{currency}"
    return f"{'' if low is None else f'{low:,}'} … {'' if high is None else f'{high:,}'}{currency}"
