"""The cases of tests/cases: each text makes exactly the claims that it lists."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipelines.extraction import extract
from pipelines.extraction.values import Claim

CASES = Path(__file__).parents[1] / "cases"
FILES = (
    "deaths",
    "injuries",
    "strikes",
    "bounties",
    "missing",
    "abductions",
    "arrests",
    "displacements",
    "scopes",
    "modalities",
    "totals",
    "parts",
    "headlines",
    "offers",
    "captives",
    "voices",
    "reports",
    "dispatches",
    "lookalikes",
    "distractors",
)
DEFAULTS = {"hedge": "exact", "scope": "incident", "modality": "asserted"}


def cases() -> list[Any]:
    return [
        pytest.param(case["text"], case["claims"], id=f"{name}: {case['text'][:60]}")
        for name in FILES
        for case in yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    ]


def wanted(case: dict[str, Any]) -> dict[str, Any]:
    """A case's claim with what it leaves out."""
    given = dict(case)
    if "value" in given:
        value = given.pop("value")
        given |= {"low": value, "high": value}
    for bound in ("low", "high"):
        given[bound] = None if given[bound] is None else Decimal(given[bound])
    return DEFAULTS | given


def shown(claim: Claim, keys: dict[str, Any]) -> dict[str, Any]:
    """A claim's attributes as a case writes them; roles by their words."""
    found = {key: getattr(claim, key) for key in keys}
    return {key: getattr(value, "quote", value) for key, value in found.items()}


@pytest.mark.parametrize(("text", "expected"), cases())
def test_the_text_makes_exactly_these_claims(text: str, expected: list[dict[str, Any]]) -> None:
    claims = extract(text).claims
    want = [wanted(case) for case in expected]
    keys = want + [DEFAULTS | {"metric": "", "quote": "", "low": None, "high": None}] * len(claims)
    found = [shown(claim, key) for claim, key in zip(claims, keys, strict=False)]
    assert found == want
