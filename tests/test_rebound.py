"""A ledger changes its bounds without its texts: what a run under another profile does, and what it leaves alone."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest
from conftest import SAMPLE, ask, contents
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pipelines import bounding, ingestion, reading, rows, running, settings, steps
from pipelines.extraction import extract
from pipelines.extraction.lexicon import LexiconError
from pipelines.running import Exit
from pipelines.settings import Settings, SettingsError
from pipelines.warehouse import Build, Row, open_build, scratch

PROFILES = ("guide", "acled_style", "point")
HEDGES = ("", "at least", "more than", "fewer than", "up to", "nearly", "about", "between 3 and")
NUMBERS = (
    "12",
    "one",
    "75",
    "1.5 million",
    "a dozen",
    "dozens of",
    "several hundred",
    "many",
    "20 to 30",
    "no",
    "a",
)
KINDS = ("people died", "soldiers were wounded", "percent", "km", "days", "million dollars")
TEXTS = st.lists(
    st.tuples(st.sampled_from(HEDGES), st.sampled_from(NUMBERS), st.sampled_from(KINDS)).map(
        " ".join
    ),
    min_size=1,
    max_size=6,
).map(lambda pieces: ", and ".join(pieces) + ".")
DONE = {"step": "extract", "fingerprint": "f", "done_at": datetime(2025, 11, 21, tzinfo=UTC)}
IDS = {"quantities": "quantity_id", "claims": "claim_id"}


@pytest.fixture(scope="module")
def memory() -> Iterator[Build]:
    """The core tables, in memory."""
    with scratch() as connection:
        yield Build(connection, Settings(Path(), Path(), None), "r")


def extracted(texts: Sequence[str], profile: str | None) -> dict[str, list[Row]]:
    found = [
        rows.of_extraction(str(number), extract(text, bounds=profile))
        for number, text in enumerate(texts)
    ]
    return {table: [row for of_text in found for row in of_text[table]] for table in IDS}


def assert_rebound_is_extracted(build: Build, texts: Sequence[str], path: Sequence[str]) -> None:
    """Whatever profiles the ledger has had, the last one gives what extraction gives under it."""
    build.execute("delete from core.steps")
    build.insert("core.steps", [DONE | {"article_id": str(each)} for each in range(len(texts))])
    for table, of_table in extracted(texts, None).items():
        build.execute(f"delete from core.{table}")
        build.insert(f"core.{table}", of_table)
    for profile in path:
        bounding.bound_figures(replace(build, settings=replace(build.settings, bounds=profile)))
    for table, of_table in extracted(texts, path[-1]).items():
        stored = build.rows(f"select {IDS[table]} as id, low, high from core.{table}")
        assert {row["id"]: (row["low"], row["high"]) for row in stored} == {
            row[IDS[table]]: (row["low"], row["high"]) for row in of_table
        }


@hypothesis_settings(max_examples=50, deadline=None)
@given(TEXTS, st.permutations(PROFILES), st.integers(1, 3))
def test_bounding_the_ledger_is_extracting_under_the_profile(
    memory: Build, text: str, profiles: tuple[str, ...], length: int
) -> None:
    assert_rebound_is_extracted(memory, [text], profiles[:length])


@pytest.mark.parametrize("path", [("guide", "acled_style"), ("point", "guide"), ("point",)])
def test_so_it_is_for_every_sample_article(memory: Build, path: tuple[str, ...]) -> None:
    texts = {
        article.text for file in reading.scan(SAMPLE) for article in reading.read(file).articles
    }
    assert len(texts) > 20
    assert_rebound_is_extracted(memory, sorted(texts), path)


def derived(place: Settings) -> None:
    """Read, extract and bound, as a run does."""
    with open_build(place, run_id="r") as build:
        ingestion.read_inbox(build)
        steps.extract_articles(build)
        bounding.bound_figures(build)


def made(place: Settings, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(place.build), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_another_profile_extracts_nothing_again(place: Settings) -> None:
    derived(place)
    done = "select article_id, fingerprint, done_at from core.steps where step = 'extract' order by all"
    bound = "select distinct fingerprint from core.steps where step = 'bound'"
    before, guide = made(place, done), made(place, bound)
    derived(replace(place, bounds="acled_style"))
    assert made(place, done) == before
    assert len(before) == 3
    assert len(made(place, bound)) == 1
    assert made(place, bound) != guide


def test_the_same_profile_bounds_nothing_again(place: Settings) -> None:
    derived(place)
    before = made(place, "from core.steps order by all")
    derived(place)
    assert made(place, "from core.steps order by all") == before


def test_what_is_extracted_again_gets_its_bounds_again(place: Settings) -> None:
    point = replace(place, bounds="point")
    derived(point)
    (place.raw / "strike.json").write_text('{"outlet": "Harbor Wire"}')
    derived(point)
    query = "select quote, low, high from core.claims where low is null or high is null"
    assert made(place, query) == []
    assert made(place, "select count(*) from core.steps where step = 'bound'") == [(3,)]


def test_an_edited_profile_bounds_again(place: Settings, tmp_path: Path) -> None:
    users = tmp_path / "lexicon"
    (users / "bounds").mkdir(parents=True)
    (place.raw / "flood.txt").write_text("Dozens of people died in Orla on Friday.\n")
    query = "select low, high from core.claims where quote = 'Dozens of people'"
    found = []
    for number, low in enumerate((24, 36)):
        folder = users if not number else Path(shutil.copytree(users, tmp_path / "edited"))
        (folder / "bounds/guide.yaml").write_text(f"vague: {{dozens: {{low: {low}}}}}")
        derived(replace(place, lexicon=folder))
        found += made(place, query)
    assert found == [(24, 99), (36, 99)]
    assert made(place, "select count(distinct done_at) from core.steps where step = 'extract'") == [
        (1,)
    ]


def test_an_edition_of_another_profile_is_that_of_a_fresh_build(
    place: Settings, tmp_path: Path
) -> None:
    (place.raw / "flood.txt").write_text("Dozens of people died in Orla on Friday.\n")
    derived(place)
    assert running.refresh(replace(place, bounds="acled_style")).exit is Exit.PUBLISHED
    deaths = "select low, high from mart.deaths where quote = 'Dozens of people'"
    assert ask(place.warehouse, deaths) == [(12, 12)]
    named = "select bounds_profile, bounds_version from meta.edition"
    assert ask(place.warehouse, named) == [("acled_style", 1)]

    fresh = replace(place, warehouse=tmp_path / "fresh/x.duckdb", bounds="acled_style")
    assert running.refresh(fresh).exit is Exit.PUBLISHED
    assert contents(place.warehouse) == contents(fresh.warehouse)


def test_the_setting_comes_from_file_environment_and_argument(
    place: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert settings.load().bounds == "guide"
    Path("tallywire.toml").write_text('bounds = "acled_style"\n')
    assert settings.load().bounds == "acled_style"
    monkeypatch.setenv("TALLYWIRE_BOUNDS", "point")
    assert settings.load().bounds == "point"
    assert settings.load(bounds="guide").bounds == "guide"


def test_an_unknown_profile_is_answered_with_the_known_ones() -> None:
    with pytest.raises(
        SettingsError, match="bounds = ucdp: no such profile; known are acled_style, guide, point"
    ):
        settings.load(bounds="ucdp")


def test_a_users_profile_is_known_by_its_file(
    place: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lexicon/bounds").mkdir(parents=True)
    (tmp_path / "lexicon/bounds/mine.yaml").write_text("version: 1\n")
    monkeypatch.setenv("TALLYWIRE_LEXICON", str(tmp_path / "lexicon"))
    mine = settings.load(raw=place.raw, warehouse=place.warehouse, bounds="mine")
    with pytest.raises(LexiconError, match=r"bounds/mine\.yaml: key 'rows' is missing"):
        derived(mine)
