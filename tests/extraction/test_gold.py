"""Extraction against gold figures, where they are at hand: a floor under every score, never a ceiling."""

import importlib.util
import os
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from pipelines.extraction import extract
from pipelines.extraction.values import Claim, Phrase

GOLD = Path(os.environ.get("TALLYWIRE_GOLD", Path(__file__).parents[3] / "shared" / "gold"))
# Reached scores, rounded down; what falls below is a step back. Roles count where gold and claim are both empty too.
FLOORS = {
    "dev_own": {
        "figure_f1": 0.985,
        "hedge": 1.0,
        "unit": 1.0,
        "modality": 0.99,
        "modality_marked": 0.95,
        "scope": 0.93,
        "subject_all": 0.87,
        "actor_all": 0.92,
        "place_all": 0.85,
        "attribution_all": 0.97,
        "period_all": 0.94,
    },
    "dev_briefs": {
        "figure_f1": 0.995,
        "hedge": 1.0,
        "unit": 1.0,
        "modality": 0.99,
        "modality_marked": 0.95,
        "scope": 0.96,
        "subject_all": 0.9,
        "actor_all": 0.98,
        "place_all": 0.97,
        "attribution_all": 0.98,
        "period_all": 0.99,
    },
}

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="no gold figures beside the checkout")


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words(phrase: Phrase | None) -> str | None:
    return phrase.quote if phrase else None


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def plain(claim: Claim) -> dict[str, Any]:
    """A claim as the scorer reads it."""
    return {
        "metric": claim.metric,
        "start_char": claim.start,
        "end_char": claim.end,
        "low": claim.low,
        "high": claim.high,
        "hedge": claim.hedge,
        "scope": claim.scope,
        "modality": claim.modality,
        "unit": claim.unit,
        "subject": words(claim.subject),
        "actor": words(claim.actor),
        "place": words(claim.place),
        "attribution": words(claim.attribution),
        "period_start": iso(claim.period_start),
        "period_end": iso(claim.period_end),
    }


def report(name: str) -> dict[str, Any]:
    """The score of a gold set."""
    score = scorer()
    documents = score.read(GOLD / f"{name}.jsonl")
    predicted = []
    for document in documents:
        # The gold leaves undated what no day of publication fixes.
        published = date.fromisoformat(document["published"]) if document["published"] else None
        found_in = extract(document["text"], published=published, infer_dates=False)
        claims = [plain(claim) for claim in found_in.claims]
        predicted.append({"doc_id": document["doc_id"], "claims": claims})
    found: dict[str, Any] = score.score(documents, predicted, 1000)
    return found


def test_the_seed_article_is_read_without_a_fault() -> None:
    found = report("seed")
    assert found["errors"] == []
    assert found["metrics"]["all"]["figure_f1"] == 1.0
    faults = {name: score for name, score in found["attributes"].items() if score["accuracy"] < 1}
    assert faults == {}


@pytest.mark.parametrize("name", FLOORS)
def test_scores_do_not_fall(name: str) -> None:
    found = report(name)
    reached = {"figure_f1": found["metrics"]["all"]["figure_f1"]}
    reached |= {label: score["accuracy"] for label, score in found["attributes"].items()}
    fallen = {
        label: reached[label] for label, floor in FLOORS[name].items() if reached[label] < floor
    }
    assert fallen == {}
