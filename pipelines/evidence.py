"""All that a claim of an edition rests on, as JSON can hold it: words, rule, lexicon, bounds, versions."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb

from pipelines import fingerprints, wording
from pipelines.extraction.claims.citations import cited, file_of
from pipelines.extraction.claims.methods import methods
from pipelines.extraction.metrics.metrics import metrics
from pipelines.extraction.numbers.bounds import MEASURED, Profile
from pipelines.extraction.numbers.profiles import load_profile
from pipelines.rows import ROLES
from pipelines.warehouse import Row, WarehouseError

BEGUN = "select claim_id from core.claims where starts_with(claim_id, ?) order by claim_id"
CLAIM = "from core.claims where claim_id = ?"
ARTICLE = "from core.articles where article_id = ?"
QUANTITY = "from core.quantities where quantity_id = ?"
STEP = "from core.steps where step = 'extract' and article_id = ?"
SENTENCES = """
select sentence_no, start_char, end_char
from core.sentences
where article_id = ?
order by sentence_no
"""

_SHOWN, _LONG = 5, 12  # of the claims that a prefix may mean, and the characters of each
_ARTICLE = (
    "article_id", "title", "outlet", "published_date", "url", "path", "record", "version_no", "is_current",
)  # fmt: skip
_FIGURE = ("metric", "quote", "value", "low", "high", "hedge", "unit", "scope", "modality")


def evidence(connection: duckdb.DuckDBPyConnection, claim_id: str, *, users: Path | None) -> Row:
    """What the claim rests on. ``claim_id`` may be the beginning of an id; ``users`` is the user's lexicon.

    Raises WarehouseError for an id that no claim has, or several have.
    """
    claim = _one(connection, CLAIM, _whole_id(connection, claim_id))
    if "cue" not in claim:
        raise WarehouseError("this edition is of an older version; `tallywire run` makes it anew")
    article = _one(connection, ARTICLE, claim["article_id"])
    kind = _one(connection, QUANTITY, claim["quantity_id"])["kind"]
    profile = _one(connection, "from meta.edition")["bounds_profile"]
    return {
        "claim_id": claim["claim_id"],
        "article": {key: _plain(article[key]) for key in _ARTICLE},
        "passage": list(_passage(connection, claim, article["text"])),
        "figure": _figure(connection, claim, users),
        "rule": _rule(claim, users),
        "cue": _cue(claim, users),
        "bounds": _bounds(claim, load_profile(profile, users), measured=kind in MEASURED),
        "versions": _versions(connection, claim, users),
    }


def _whole_id(connection: duckdb.DuckDBPyConnection, begun: str) -> str:
    found = [each for (each,) in connection.execute(BEGUN, [begun.lower()]).fetchall()]
    if not (found and begun):
        raise WarehouseError(f"{begun!r}: no claim of this edition has such an id")
    if len(found) > 1:
        some = ", ".join(each[:_LONG] for each in found[:_SHOWN])
        more = ", …" if len(found) > _SHOWN else ""
        raise WarehouseError(
            f"{begun}: {len(found)} claims begin so, give more of it: {some}{more}"
        )
    return str(found[0])


def _one(connection: duckdb.DuckDBPyConnection, query: str, *parameters: str) -> Row:
    """The one row that a query finds."""
    cursor = connection.execute(query, parameters)
    names = [column[0] for column in cursor.description or ()]
    row = cursor.fetchone()
    if row is None:
        raise WarehouseError(f"the edition is damaged: nothing {query}: {', '.join(parameters)}")
    return dict(zip(names, row, strict=True))


def _passage(connection: duckdb.DuckDBPyConnection, claim: Row, text: str) -> Iterator[Row]:
    """The sentences in which the claim, its roles or its cue stand, each with what stands in it."""
    spoken = sorted(_spoken(claim, text), key=lambda said: (said["start_char"], said["end_char"]))
    for number, start, end in connection.execute(SENTENCES, [claim["article_id"]]).fetchall():
        marks = [said for said in spoken if start <= said["start_char"] < end]
        if marks:
            place = {"sentence_no": number, "start_char": start, "end_char": end}
            yield place | {"text": text[start:end], "marks": marks}


def _spoken(claim: Row, text: str) -> Iterator[Row]:
    """The claim, its roles and its cue, each with its words and their place in the article."""
    yield _words("claim", text, claim["start_char"], claim["end_char"])
    for role in ROLES:
        if claim[role] is not None:
            yield _words(role, text, claim[f"{role}_start_char"], claim[f"{role}_end_char"])
    place = claim["cue_start_char"], claim["cue_end_char"]
    before = place if place[0] is not None else _last_said(claim, text)
    if before is not None:
        yield _words("cue", text, *before)


def _words(name: str, text: str, start: int, end: int) -> Row:
    return {"is": name, "words": text[start:end], "start_char": start, "end_char": end}


def _last_said(claim: Row, text: str) -> tuple[int, int] | None:
    """Where the words of a cue were last said before a claim that goes on from them."""
    words = claim["cue"].split("/", 2)[2].split(" ")
    phrase = r"\s+".join(r"\S+" if word == "*" else re.escape(word) for word in words)
    pattern = re.compile(rf"(?<!\w){phrase}(?!\w)", re.IGNORECASE)
    found = list(pattern.finditer(text, 0, claim["start_char"]))
    return found[-1].span() if found else None


def _figure(connection: duckdb.DuckDBPyConnection, claim: Row, users: Path | None) -> Row:
    whole = claim["part_of_claim_id"]
    total = None if whole is None else _one(connection, CLAIM, whole)
    metric = metrics(users).get(claim["metric"])
    return {key: _plain(claim[key]) for key in _FIGURE} | {
        "metric_means": metric and metric.means,
        "in_words": wording.figure(claim["low"], claim["high"], claim["unit"]),
        "scope_means": wording.SCOPES[claim["scope"]],
        "modality_means": wording.MODALITIES[claim["modality"]],
        "part_of": total and {key: total[key] for key in ("claim_id", "quote")},
    }


def _rule(claim: Row, users: Path | None) -> Row:
    method = methods(users).get(claim["method"])
    return {
        "method": claim["method"],
        "means": method and method.means,
        "confidence": claim["confidence"],
        "file": "methods.yaml",
    }


def _cue(claim: Row, users: Path | None) -> Row:
    metric, frame, words = claim["cue"].split("/", 2)
    entry = cited(claim["cue"], users)
    return {
        "cue": claim["cue"],
        "words": words,
        "metric": metric,
        "frame": frame,
        "form": entry and entry.form,
        "file": file_of(metric, users) if entry else None,
        "start_char": claim["cue_start_char"],
        "end_char": claim["cue_end_char"],
    }


def _bounds(claim: Row, profile: Profile, *, measured: bool) -> Row:
    """The row of the profile's table that made the bounds. ``measured`` is for money."""
    return {
        "rule": claim["hedge_rule"],
        **_terms(claim, profile, measured=measured),
        "profile": profile.name,
        "version": profile.version,
        "file": f"bounds/{profile.name}.yaml",
    }


def _terms(claim: Row, profile: Profile, *, measured: bool) -> Row:
    """The row's terms, and the row as a person reads it: ``at least N: N .. open``, ``tens: 20 .. 99, x 1,000``."""
    rule = claim["hedge_rule"]
    name = rule.replace("_", " ")
    if rule in profile.rows:
        row = profile.rows[rule]
        low, high = (row.measured_low, row.measured_high) if measured else (row.low, row.high)
        return {
            "low": low,
            "high": high,
            "reads": f"{name} N: {low} .. {high}{_legend(claim, profile, low + high)}",
        }
    if rule in profile.vague:
        least, most = profile.vague[rule]
        low, high = ("open" if end is None else f"{end:,}" for end in (least, most))
        scale = claim["low"] / least if claim["low"] and least else 1
        times = "" if scale == 1 else f", × {scale:,.0f}"
        return {"low": low, "high": high, "reads": f"{name}: {low} .. {high}{times}"}
    return {"low": None, "high": None, "reads": f"{name}: today's profile has no such row"}


def _legend(claim: Row, profile: Profile, terms: str) -> str:
    """What the letters of a row stand for where that is more than the number itself."""
    if claim["value"] is None:
        return " (N on each side is that end of the range)"
    return (
        f" (w is {profile.width(claim['value']):,f} here)"
        if "w" in terms.replace("lower", "")
        else ""
    )


def _versions(connection: duckdb.DuckDBPyConnection, claim: Row, users: Path | None) -> Row:
    edition = _one(connection, "from meta.edition")
    step = _one(connection, STEP, claim["article_id"])
    return {
        "extractor": claim["extractor_version"],
        "fingerprint": step["fingerprint"],
        "extracted_at": _plain(step["done_at"]),
        "edition_id": edition["edition_id"],
        "made_by_this_version": step["fingerprint"]
        in [fingerprints.of_extraction(users, infer_dates=each) for each in (True, False)],
    }


def _plain(value: object) -> object:
    """A value as JSON has it: exact numbers as numbers, dates in ISO's form."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value
