"""The command as its user types it, in a process of its own."""

import json
import subprocess
from pathlib import Path

import pytest
from conftest import TALLYWIRE

from pipelines import catalog
from pipelines.settings import Settings


def tallywire(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([TALLYWIRE, *arguments], capture_output=True, text=True, timeout=120)


def test_extract_prints_one_json_document_a_line(tmp_path: Path) -> None:
    text = "At least 12 people were killed in Orla on Friday."
    (tmp_path / "feed.jsonl").write_text(json.dumps({"doc_id": "d1", "text": text}) + "\n")
    run = tallywire("extract", "--json", "feed.jsonl")
    assert run.returncode == 0, run.stderr
    [document] = [json.loads(line) for line in run.stdout.splitlines()]
    assert document["doc_id"] == "d1"
    [claim] = document["claims"]
    expected = {
        "metric": "deaths",
        "value": 12,
        "low": 12,
        "high": None,
        "hedge": "at_least",
        "unit": "person",
    }
    assert expected.items() <= claim.items()
    assert text[claim["start_char"] : claim["end_char"]] == claim["quote"] == "At least 12 people"
    assert document["quantities"][0]["outcome"] == "claim"


def test_extract_shows_a_table_to_a_person(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("At least 12 people were killed in Orla on Friday.\n")
    run = tallywire("extract", "story.txt")
    assert run.returncode == 0
    assert "12 people" in run.stdout
    assert "deaths" in run.stdout


def test_extract_names_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4")
    run = tallywire("extract", "scan.pdf")
    assert run.returncode == 1
    assert "scan.pdf" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("extract", "nowhere.txt"), "nowhere.txt: no such file"),
        (("run", "--raw", "nowhere"), "no such folder"),
        (("run", "--warehouse", "build.duckdb"), "other than build"),
        (("query", "highest_bounties"), "no edition at"),
        (("query", "nonsense"), "no such query"),
    ],
)
def test_a_mistake_of_the_user_is_one_clear_line_and_status_2(
    arguments: tuple[str, ...], complaint: str
) -> None:
    Path("raw").mkdir()
    run = tallywire(*arguments)
    assert run.returncode == 2, run.stderr
    assert complaint in run.stderr.replace("\n", " ")
    assert "Traceback" not in run.stderr


def test_an_unknown_setting_in_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "tallywire.toml").write_text('rwa = "articles"\n')
    run = tallywire("query")
    assert run.returncode == 2
    assert "unknown setting 'rwa'" in run.stderr


def test_query_answers_by_name_by_file_and_by_text(sample: Settings, tmp_path: Path) -> None:
    where = ("--warehouse", str(sample.warehouse))
    named = tallywire("query", "highest_bounties", *where)
    assert "50,000,000" in named.stdout
    (tmp_path / "mine.sql").write_text("select count(*) as n_articles from core.articles")
    assert "n_articles" in tallywire("query", "mine.sql", *where).stdout
    assert "1 row" in tallywire("query", "select 1 as one", *where).stdout


def test_a_query_that_duckdb_refuses_is_one_line(sample: Settings) -> None:
    run = tallywire("query", "select * from core.nothing", "--warehouse", str(sample.warehouse))
    assert run.returncode == 2
    assert "nothing does not exist" in run.stderr
    assert "Traceback" not in run.stderr


def test_query_without_a_question_lists_the_ready_ones() -> None:
    listed = tallywire("query").stdout
    assert all(query.name in listed for query in catalog.queries())


def test_a_run_tells_what_it_did_and_what_to_try_next(place: Settings) -> None:
    run = tallywire("run", "--raw", str(place.raw), "--warehouse", str(place.warehouse))
    assert run.returncode == 0, run.stderr
    for words in (
        "files new or changed",
        "claims: deaths",
        "checks passed",
        str(place.warehouse),
        "tallywire query",
    ):
        assert words in run.stdout
    assert "files read: 3 of 3" in run.stderr
