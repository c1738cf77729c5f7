"""The shipped profiles word by word, and what a profile of one's own must hold."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipelines.extraction import extract
from pipelines.extraction.lexicon import LexiconError, load
from pipelines.extraction.numbers.bounds import ROWS, hedge_of
from pipelines.extraction.numbers.profiles import load_profile

PROFILES = ("guide", "acled_style", "point")
CASES = yaml.safe_load(Path(__file__).with_name("bounds.yaml").read_text(encoding="utf-8"))
MINE = """
version: 3
rows: {exact: N, at_least: {low: N, high: open}, more_than: N, less_than: N, up_to: N, nearly: N, about: N, range: N,
       none: N}
vague: {couple: 2, few: 3, handful: 5, several: {low: 3, high: 7}, tens: 20, dozens: 24, scores: 40, hundreds: 200,
        thousands: 2000, lakhs: 200000, millions: 2000000, crores: 20000000, billions: 2000000000,
        trillions: 2000000000000, many: open, unknown: open}
"""


def written(folder: Path, text: str) -> Path:
    (folder / "bounds").mkdir(exist_ok=True)
    (folder / "bounds/mine.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_words_have_their_bounds(case: dict[str, Any], profile: str) -> None:
    [quantity] = extract(case["text"], bounds=profile).quantities
    assert [quantity.low, quantity.high] == case[profile]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_claim_has_the_bounds_of_its_number(case: dict[str, Any], profile: str) -> None:
    for claim in extract(case["text"], bounds=profile).claims:
        assert [claim.low, claim.high] == case[profile]


def test_without_a_profile_all_bounds_are_open() -> None:
    found = extract("At least 12 people died and dozens were injured.", bounds=None)
    assert len(found.claims) == 2
    assert {item.low for item in (*found.quantities, *found.claims)} == {None}
    assert {item.high for item in (*found.quantities, *found.claims)} == {None}


def test_what_is_claimed_does_not_depend_on_the_profile() -> None:
    texts = [case["text"] for case in CASES]
    open_ended = [extract(text, bounds=None) for text in texts]
    for profile in PROFILES:
        for found, expected in zip(
            [extract(text, bounds=profile) for text in texts], open_ended, strict=True
        ):
            assert [claim.quote for claim in found.claims] == [c.quote for c in expected.claims]
            assert [q.hedge for q in found.quantities] == [q.hedge for q in expected.quantities]


def test_every_hedge_of_the_lexicon_is_a_row() -> None:
    hedges = load("hedges")
    rows = {row for place in ("before", "after", "closing") for row in hedges[place]}
    assert rows <= ROWS
    assert {hedge_of(row) for row in rows} == rows


def test_a_users_own_profile_is_used_by_its_name(tmp_path: Path) -> None:
    [quantity] = extract(
        "Several people died.", lexicon=written(tmp_path, MINE), bounds="mine"
    ).quantities
    assert (quantity.low, quantity.high) == (3, 7)


def test_a_users_file_changes_a_row_of_a_shipped_profile(tmp_path: Path) -> None:
    (tmp_path / "bounds").mkdir()
    (tmp_path / "bounds/guide.yaml").write_text("vague: {dozens: {low: 36}}")
    [quantity] = extract("Dozens of people died.", lexicon=tmp_path).quantities
    assert (quantity.low, quantity.high) == (36, 99)


def test_an_unknown_profile_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    known = "known are acled_style, guide, mine, point"
    with pytest.raises(LexiconError, match=rf"bounds/ucdp\.yaml: no such profile; {known}"):
        extract("12 died.", lexicon=written(tmp_path, MINE), bounds="ucdp")


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("exact: N,", "exact: N+7,", r"exact: unknown term 'N\+7'; known are N, N\+1"),
        ("exact: N,", "exact: {low: N},", "exact: key 'high' is missing"),
        ("exact: N, ", "", "rows: key 'exact' is missing"),
        ("exact: N,", "exact: N, exactly: N,", "rows: unknown key 'exactly'"),
        ("few: 3", "few: three", "few: 'three' is neither a whole number nor open"),
        ("few: 3", "few: {low: 6, high: 2}", "few: low is above high"),
        ("few: 3", "few: [2, 6]", "few: .* is neither a whole number nor open"),
        ("many: open, ", "", "vague: key 'many' is missing"),
        ("about: N", "about: N+w", r"N\+w and N-w need a share"),
        ("version: 3", "version: latest", "version must be a whole number"),
        ("version: 3", "", "key 'version' is missing"),
    ],
)
def test_a_mistake_in_a_profile_is_named(
    tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    assert right in MINE
    with pytest.raises(LexiconError, match=rf"bounds/mine\.yaml.*{message}"):
        load_profile("mine", written(tmp_path, MINE.replace(right, wrong)))
