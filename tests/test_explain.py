"""``tallywire explain``: everything that a claim of a real edition rests on, for a person and for a program."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import duckdb
import pytest
from conftest import TALLYWIRE, ask

from pipelines import catalog, running, settings
from pipelines.evidence import evidence
from pipelines.settings import Settings
from pipelines.warehouse import WarehouseError, open_edition

FERRY = """\
A ferry sank off Porto Selmo on Sunday, killing at least 12 people, including three children.
The harbour office said about 40 passengers were missing, and put the death toll at dozens by nightfall.
"""
COUNTS = "The army said 30 rebels were killed. The rebels gave a figure of 11."
SIDECAR = {
    "title": "Ferry sinks off Porto Selmo",
    "outlet": "Harbor Wire",
    "url": "https://harborwire.example/ferry",
    "published_at": "2025-11-03",
}


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An edition of two articles."""
    folder = tmp_path_factory.mktemp("explain")
    (folder / "raw" / "wire").mkdir(parents=True)
    (folder / "raw" / "wire" / "ferry.txt").write_text(FERRY, "utf-8")
    (folder / "raw" / "wire" / "ferry.json").write_text(json.dumps(SIDECAR), "utf-8")
    (folder / "raw" / "counts.txt").write_text(COUNTS, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("DAGSTER_HOME", "")
        patch.setenv("TALLYWIRE_LEXICON", "")
        made = settings.load(raw=folder / "raw", warehouse=folder / "w" / "tallywire.duckdb")
        assert running.refresh(made).exit == running.Exit.PUBLISHED
    return made


def claim_of(edition: Settings, quote: str) -> str:
    [(claim_id,)] = ask(
        edition.warehouse, f"select claim_id from core.claims where quote = '{quote}'"
    )
    return str(claim_id)


def explain(edition: Settings, claim_id: str, *options: str) -> "subprocess.CompletedProcess[str]":
    command = [TALLYWIRE, "explain", claim_id, "--warehouse", str(edition.warehouse), *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def explained(edition: Settings, quote: str) -> dict[str, Any]:
    run = explain(edition, claim_of(edition, quote), "--json")
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_a_person_sees_the_words_the_rule_and_where_they_come_from(edition: Settings) -> None:
    run = explain(edition, claim_of(edition, "at least 12 people"))
    assert run.returncode == 0, run.stderr
    for words in (
        "deaths: 12 or more people",
        "Ferry sinks off Porto Selmo",
        "Harbor Wire, 2025-11-03",
        "https://harborwire.example/ferry",
        "wire/ferry.txt",
        "participle: Those counted are the object of a verb in -ing",
        "“killing”, an -ing form",
        "lexicon/metrics/deaths.yaml, under done_to",
        "at least N: N .. open",
        "lexicon/bounds/guide.yaml, row at_least of profile guide",
    ):
        assert words in run.stdout
    [edition_id] = ask(edition.warehouse, "select edition_id from meta.edition")
    assert str(edition_id[0]) in run.stdout


def test_the_marks_stand_under_their_words_in_a_pipe(edition: Settings) -> None:
    lines = explain(edition, claim_of(edition, "at least 12 people")).stdout.splitlines()
    [place] = [number for number, line in enumerate(lines) if "killing at least" in line]
    stroke = re.search("━+ claim", lines[place + 1])
    assert stroke
    marked = lines[place][stroke.start() : stroke.end() - len(" claim")]
    assert marked == "at least 12 people"


def test_a_program_gets_the_same(edition: Settings) -> None:
    found = explained(edition, "at least 12 people")
    assert found["article"]["path"] == "wire/ferry.txt"
    assert (found["figure"]["low"], found["figure"]["high"]) == (12, None)
    assert found["rule"]["method"] == "participle"
    assert found["cue"]["cue"] == "deaths/done_to/killing"
    assert found["bounds"]["reads"] == "at least N: N .. open"
    assert found["versions"]["made_by_this_version"] is True


def test_extract_cites_the_entry_too(tmp_path: Path) -> None:
    (tmp_path / "counts.txt").write_text(COUNTS, "utf-8")
    command = [TALLYWIRE, "extract", "--json", "counts.txt"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    told, again = json.loads(run.stdout)["claims"]
    assert COUNTS[told["cue_start_char"] : told["cue_end_char"]] == "killed"
    assert told["cue"] == again["cue"] == "deaths/done_to/killed"
    assert again["cue_start_char"] is again["cue_end_char"] is None


def test_a_cue_that_does_not_stand_at_its_place_is_found(edition: Settings, tmp_path: Path) -> None:
    [check] = [check for check in catalog.checks() if check.name == "cues_are_grounded"]
    broken = tmp_path / "broken.duckdb"
    shutil.copyfile(edition.warehouse, broken)
    with duckdb.connect(str(broken)) as connection:
        assert connection.execute(check.query).fetchall() == []
        wrong = claim_of(edition, "at least 12 people")
        connection.execute(
            "update core.claims set cue_end_char = cue_end_char + 3 where claim_id = ?", [wrong]
        )
        assert [row[0] for row in connection.execute(check.query).fetchall()] == [wrong]


def test_a_part_names_its_total(edition: Settings) -> None:
    figure = explained(edition, "three children")["figure"]
    assert figure["part_of"] == {
        "claim_id": claim_of(edition, "at least 12 people"),
        "quote": "at least 12 people",
    }


def test_the_sentence_before_is_shown_where_the_cue_was_said_there(edition: Settings) -> None:
    before, own = explained(edition, "11")["passage"]
    assert before["text"] == "The army said 30 rebels were killed."
    assert {"is": "cue", "words": "killed", "start_char": 29, "end_char": 35} in before["marks"]
    assert "claim" in {mark["is"] for mark in own["marks"]}


@pytest.mark.parametrize(
    ("quote", "reads"),
    [("about 40 passengers", "about N: N-w .. N+w (w is 8 here)"), ("dozens", "dozens: 24 .. 99")],
)
def test_the_row_of_the_bounds_table_is_read_out(edition: Settings, quote: str, reads: str) -> None:
    assert explained(edition, quote)["bounds"]["reads"] == reads


def test_every_claim_of_the_sample_can_be_defended(sample: Settings) -> None:
    texts = dict(ask(sample.warehouse, "select article_id, text from core.articles"))
    with open_edition(sample) as connection:
        for claim_id, quote in ask(sample.warehouse, "select claim_id, quote from core.claims"):
            found = evidence(connection, str(claim_id), users=None)
            text = str(texts[found["article"]["article_id"]])
            marks = [mark for sentence in found["passage"] for mark in sentence["marks"]]
            assert all(
                text[mark["start_char"] : mark["end_char"]] == mark["words"] for mark in marks
            )
            assert [mark["words"] for mark in marks if mark["is"] == "claim"] == [quote]
            assert [mark["is"] for mark in marks].count("cue") == 1
            assert found["rule"]["means"]
            assert found["cue"]["form"]
            assert ".." in found["bounds"]["reads"]


def test_as_much_of_an_id_as_is_unique_is_enough(edition: Settings) -> None:
    claim_id = claim_of(edition, "11")
    assert (
        json.loads(explain(edition, claim_id[:12].upper(), "--json").stdout)["claim_id"] == claim_id
    )


def test_what_names_no_claim_or_several_is_one_line_and_status_2(sample: Settings) -> None:
    [(common,)] = ask(
        sample.warehouse,
        "select left(claim_id, 1) from core.claims group by 1 order by count(*) desc, 1 limit 1",
    )
    for begun, complaint in (
        (str(common), "claims begin so"),
        ("xyz", "no claim"),
        ("", "no claim"),
    ):
        run = explain(sample, begun)
        assert run.returncode == 2
        assert complaint in run.stderr
        assert len(run.stderr.splitlines()) == 1
        assert not run.stdout


def test_without_an_edition_there_is_nothing_to_explain(tmp_path: Path) -> None:
    nowhere = settings.load(warehouse=tmp_path / "none.duckdb")
    run = explain(nowhere, "ab")
    assert (run.returncode, "no edition" in run.stderr) == (2, True)


def test_an_edition_from_before_cues_says_so(edition: Settings, tmp_path: Path) -> None:
    old = tmp_path / "old.duckdb"
    shutil.copyfile(edition.warehouse, old)
    with duckdb.connect(str(old)) as connection:
        connection.execute("alter table core.claims drop column cue")
    with (
        open_edition(settings.load(warehouse=old)) as connection,
        pytest.raises(WarehouseError, match="older version"),
    ):
        evidence(connection, claim_of(edition, "11"), users=None)


def test_other_words_than_those_that_made_the_claim_are_owned_up_to(
    edition: Settings, tmp_path: Path
) -> None:
    (tmp_path / "mine" / "metrics").mkdir(parents=True)
    (tmp_path / "mine" / "methods.yaml").write_text("told_again: {confidence: 0.55}", "utf-8")
    with open_edition(edition) as connection:
        found = evidence(connection, claim_of(edition, "11"), users=tmp_path / "mine")
    assert found["versions"]["made_by_this_version"] is False
    assert found["rule"]["confidence"] == 0.6
