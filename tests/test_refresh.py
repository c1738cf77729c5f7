"""The whole way, with real Dagster, DuckDB and Great Expectations: what a run publishes, and what it leaves alone."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
from conftest import SAMPLE, ask, contents

from pipelines import quality, running
from pipelines.running import Exit
from pipelines.settings import Settings, load


def test_the_sample_corpus_fills_every_table(sample: Settings) -> None:
    empty = [table for table, rows in contents(sample.warehouse).items() if not rows]
    assert not empty


def test_every_table_and_column_of_an_edition_is_commented(sample: Settings) -> None:
    bare = ask(
        sample.warehouse,
        """select schema_name, table_name, column_name from duckdb_columns()
        where schema_name in ('core', 'mart') and comment is null
        union all
        select schema_name, table_name, null from duckdb_tables()
        where schema_name in ('core', 'mart') and comment is null""",
    )
    assert not bare


def test_a_second_run_changes_nothing(sample: Settings) -> None:
    before, named = contents(sample.warehouse), ask(sample.warehouse, "from meta.edition")
    assert running.refresh(sample).exit is Exit.PUBLISHED
    assert contents(sample.warehouse) == before
    assert ask(sample.warehouse, "from meta.edition") == named


def test_three_runs_in_another_order_give_the_same_tables(sample: Settings, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    parted = load(raw=raw, warehouse=tmp_path / "warehouse" / "tallywire.duckdb")
    folders = sorted(SAMPLE.iterdir(), reverse=True)
    for third in (folders[0::3], folders[1::3], folders[2::3]):
        for folder in third:
            shutil.copytree(folder, raw / folder.name)
        assert running.refresh(parted).exit is Exit.PUBLISHED
    assert contents(parted.warehouse) == contents(sample.warehouse)


def test_an_edited_sidecar_changes_only_its_article(place: Settings) -> None:
    sidecar = place.raw / "ferry.json"
    sidecar.write_text(json.dumps({"outlet": "Harbor Wire", "published_at": "2025-10-14"}))
    running.refresh(place)
    before = contents(place.warehouse)
    sidecar.write_text(json.dumps({"outlet": "Costa Daily", "published_at": "2025-10-14"}))
    assert running.refresh(place).exit is Exit.PUBLISHED
    after = contents(place.warehouse)
    assert after["core.claims"] == before["core.claims"]
    articles = ask(
        place.warehouse, "select path, outlet, is_current from core.articles order by all"
    )
    assert articles == [
        ("ferry.txt", "Costa Daily", True),
        ("reward.txt", None, True),
        ("strike.txt", None, True),
    ]


def test_an_edited_text_is_a_new_version_and_the_old_one_stays(place: Settings) -> None:
    running.refresh(place)
    (place.raw / "ferry.txt").write_text(
        "A ferry sank off Porto Selmo on Sunday. Ten passengers died.\n"
    )
    assert running.refresh(place).exit is Exit.PUBLISHED
    versions = ask(
        place.warehouse,
        "select version_no, is_current from core.articles where path = 'ferry.txt' order by version_no",
    )
    assert versions == [(1, False), (2, True)]
    deaths = ask(place.warehouse, "select quote from mart.deaths where quote ilike '%passengers%'")
    assert deaths == [("Ten passengers",)]


def test_an_edit_that_is_taken_back_brings_the_first_text_back(place: Settings) -> None:
    story = place.raw / "ferry.txt"
    first = story.read_text()
    for text in (first, "A ferry sank on Sunday. Ten passengers died.\n", first):
        story.write_text(text)
        assert running.refresh(place).exit is Exit.PUBLISHED
    deaths = ask(place.warehouse, "select quote from mart.deaths where quote ilike '%passengers'")
    assert deaths == [("Nine passengers",)]


def test_a_file_that_moved_can_still_be_corrected(place: Settings) -> None:
    text = "---\nurl: https://a.example/1\npublished_at: {}\n---\n{} passengers died in Orla.\n"
    (place.raw / "a.md").write_text(text.format("2025-10-20", "Nine"))
    running.refresh(place)
    (place.raw / "a.md").unlink()
    (place.raw / "b.md").write_text(text.format("2025-10-13", "Nine"))
    assert running.refresh(place).exit is Exit.PUBLISHED
    query = "select path, published_date::varchar from core.articles where url is not null and is_current"
    assert ask(place.warehouse, query) == [("b.md", "2025-10-13")]
    (place.raw / "b.md").write_text(text.format("2025-10-12", "Ten"))
    assert running.refresh(place).exit is Exit.PUBLISHED
    deaths = ask(
        place.warehouse, "select quote from mart.deaths where quote like '% passengers' order by 1"
    )
    assert deaths == [("Nine passengers",), ("Ten passengers",)]  # the ferry's nine, and these ten


def test_a_feed_that_puts_the_newest_first_loses_nothing(place: Settings) -> None:
    def write(*texts: str) -> None:
        lines = [json.dumps({"text": text, "date": "2025-10-05"}) for text in texts]
        (place.raw / "feed.jsonl").write_text("\n".join(lines) + "\n")

    write("Two miners were killed in Orla.", "Six miners were killed in Huanquiri.")
    running.refresh(place)
    write("Five miners were killed in Lumo.", "Two miners were killed in Orla.")
    assert running.refresh(place).exit is Exit.PUBLISHED
    found = ask(
        place.warehouse, "select quote from mart.deaths where quote like '%miners' order by 1"
    )
    assert found == [("Five miners",), ("Six miners",), ("Two miners",)]


def test_a_failed_build_cannot_be_published_by_hand(place: Settings) -> None:
    import dagster as dg

    from pipelines.definitions import defs

    running.refresh(place)
    edition = ask(place.warehouse, "from meta.edition")
    _tamper(place, "update core.claims set low = high + 1 where low = high")
    with dg.DagsterInstance.get() as instance:
        by_hand = defs.resolve_job_def("refresh").execute_in_process(
            instance=instance,
            asset_selection=[dg.AssetKey(["meta", "edition"])],
            raise_on_error=False,
        )
    assert not by_hand.success
    assert ask(place.warehouse, "from meta.edition") == edition


def test_an_edited_lexicon_changes_just_what_it_should(place: Settings, tmp_path: Path) -> None:
    (place.raw / "farm.txt").write_text("Three goats were killed on Friday.\n")
    running.refresh(place)
    before = contents(place.warehouse)
    assert not ask(place.warehouse, "select * from mart.claims where quote = 'Three goats'")
    users = tmp_path / "lexicon"
    users.mkdir()
    (users / "people_nouns.yaml").write_text("singular:\n  - [goat]\n")
    assert running.refresh(Settings(place.raw, place.warehouse, users)).exit is Exit.PUBLISHED
    after = contents(place.warehouse)
    assert {row for row in after["core.claims"] if row not in before["core.claims"]} == set(
        ask(place.warehouse, "select * from core.claims where quote = 'Three goats'")
    )
    for table in (
        "core.articles",
        "core.sentences",
        "core.mentions",
        "core.entities",
        "mart.strikes",
    ):
        assert after[table] == before[table]


def test_a_broken_lexicon_breaks_the_run_by_name(place: Settings, tmp_path: Path) -> None:
    users = tmp_path / "lexicon"
    users.mkdir()
    (users / "people_nouns.yaml").write_text("singular: [goat\n")
    outcome = running.refresh(Settings(place.raw, place.warehouse, users))
    assert outcome.exit is Exit.BROKEN
    assert outcome.problem is not None
    assert "people_nouns.yaml" in outcome.problem


def test_a_file_that_disappears_takes_nothing_with_it(place: Settings) -> None:
    running.refresh(place)
    before = contents(place.warehouse)
    (place.raw / "ferry.txt").unlink()
    assert running.refresh(place).exit is Exit.PUBLISHED
    assert contents(place.warehouse)["core.claims"] == before["core.claims"]


def test_a_reader_neither_blocks_a_run_nor_is_broken_by_it(place: Settings) -> None:
    running.refresh(place)
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(place.warehouse)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout is not None
    assert reader.stdout.readline() == "3\n"
    (place.raw / "more.txt").write_text("Two miners were killed in Orla on Friday.\n")
    assert running.refresh(place).exit is Exit.PUBLISHED
    output, _ = reader.communicate("go on\n", timeout=30)
    assert output == "3\n"
    assert ask(place.warehouse, "select count(*) from core.articles") == [(4,)]


READER = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=True)
print(connection.execute("select count(*) from core.articles").fetchone()[0], flush=True)
sys.stdin.readline()
print(connection.execute("select count(distinct article_id) from core.sentences").fetchone()[0], flush=True)
"""


def test_a_claim_made_wrong_is_never_published_until_mended(place: Settings) -> None:
    running.refresh(place)
    edition = ask(place.warehouse, "from meta.edition")
    original = _tamper(
        place, "update core.claims set start_char = start_char + 1, low = high + 1 where low = high"
    )
    for _ in range(2):  # the second run has nothing new, and still must not publish
        outcome = running.refresh(place)
        assert outcome.exit is Exit.CHECK_FAILED
        failed = {
            row["check_name"]: row
            for row in quality.of_run(place, outcome.run_id)
            if quality.blocks(row)
        }
        assert {"low_is_not_above_high", "claim_quotes_are_grounded"} <= set(failed)
        rows = quality.failing_rows(failed["claim_quotes_are_grounded"])
        assert {row["claim_id"] for row in rows} <= original
        assert ask(place.warehouse, "from meta.edition") == edition
    _tamper(
        place, "update core.claims set start_char = start_char - 1, low = high where low > high"
    )
    assert running.refresh(place).exit is Exit.PUBLISHED


def _tamper(place: Settings, statement: str) -> set[object]:
    """Change rows of the build behind the pipeline's back. Returns all claim ids."""
    with duckdb.connect(str(place.build)) as build:
        build.execute(statement)
        return {row[0] for row in build.execute("select claim_id from core.claims").fetchall()}


def test_failing_rows_reach_the_check_and_the_report_in_dagster(place: Settings) -> None:
    import dagster as dg

    running.refresh(place)
    _tamper(place, "update core.claims set low = high + 1 where low = high")
    running.refresh(place)
    with dg.DagsterInstance.get() as instance:
        key = dg.AssetCheckKey(dg.AssetKey(["core", "claims"]), "low_is_not_above_high")
        record = instance.event_log_storage.get_latest_asset_check_execution_by_key([key])[key]
        assert record.event is not None
        evaluation = record.event.dagster_event.asset_check_evaluation_data  # type: ignore[union-attr]
        assert not evaluation.passed
        assert evaluation.metadata["failing rows"].value == len(
            evaluation.metadata["which rows"].records
        )
        report = instance.get_latest_materialization_event(dg.AssetKey(["quality", "report"]))
        assert report is not None
        assert report.asset_materialization is not None
        metadata = report.asset_materialization.metadata
        assert "Not fit to publish" in str(metadata["headline"].value)
        assert "rows: core/claims low_is_not_above_high" in metadata


def test_a_stale_write_ahead_log_beside_the_edition_is_removed(place: Settings) -> None:
    running.refresh(place)
    stale = place.warehouse.with_name("tallywire.duckdb.wal")
    stale.write_bytes(b"left by a crash")
    (place.raw / "more.txt").write_text("Two miners were killed in Orla on Friday.\n")
    assert running.refresh(place).exit is Exit.PUBLISHED
    assert not stale.exists()
    assert ask(place.warehouse, "select count(*) from core.articles") == [(4,)]


def test_a_lost_build_is_taken_from_the_edition(place: Settings) -> None:
    running.refresh(place)
    first_seen = ask(place.warehouse, "select path, first_seen_at from core.files order by all")
    place.build.unlink()
    place.build.with_name("build.duckdb.wal").write_bytes(b"left by the lost one")
    assert running.refresh(place).exit is Exit.PUBLISHED
    assert (
        ask(place.warehouse, "select path, first_seen_at from core.files order by all")
        == first_seen
    )


def test_every_mistake_in_the_inbox_is_in_quarantine_with_a_reason(place: Settings) -> None:
    (place.raw / "empty.txt").write_bytes(b"")
    (place.raw / "photo.txt").write_bytes(bytes(range(256)) * 40)
    (place.raw / "feed.jsonl").write_text(
        '{"id": 1, "text": "Two people were killed."}\n{"id": 2, "te\n'
    )
    (place.raw / "scan.pdf").write_bytes(b"%PDF-1.4")
    (place.raw / "long.jsonl").write_bytes(b'{"text": "' + b"x" * 50_000_000 + b'"}\n')
    (place.raw / "alone.yaml").write_text("title: an article that never came\n")
    (place.raw / "article.md").write_text("---\nlanguage: es\n---\nMurieron doce personas.\n")
    outcome = running.refresh(place)
    assert outcome.exit is Exit.PUBLISHED
    refused = ask(
        place.warehouse,
        "select path, line, reason, detail <> '' from core.quarantine order by path",
    )
    assert refused == [
        ("alone.yaml", None, "orphan_sidecar", True),
        ("article.md", None, "unsupported_language", True),
        ("empty.txt", None, "empty", True),
        ("feed.jsonl", 2, "bad_json", True),
        ("long.jsonl", 1, "too_large", True),
        ("photo.txt", None, "binary", True),
        ("scan.pdf", None, "unknown_suffix", True),
    ]
    check = next(
        row
        for row in quality.of_run(place, outcome.run_id)
        if row["check_name"] == "nothing_waits_in_quarantine"
    )
    assert (check["severity"], check["status"], check["n_failed"]) == ("WARN", "failed", 7)


def test_a_mended_file_leaves_quarantine(place: Settings) -> None:
    (place.raw / "empty.txt").write_bytes(b"")
    running.refresh(place)
    (place.raw / "empty.txt").write_text("Two miners were killed in Orla on Friday.\n")
    assert running.refresh(place).exit is Exit.PUBLISHED
    assert ask(place.warehouse, "select resolved_at is not null from core.quarantine") == [(True,)]


def test_copies_and_wire_stories_share_a_text_and_stay_articles_of_their_own(
    sample: Settings,
) -> None:
    copies = ask(
        sample.warehouse,
        """select copies.outlet, firsts.outlet from core.articles as copies
        inner join core.articles as firsts on copies.duplicate_of = firsts.article_id
        where copies.text_hash = firsts.text_hash order by all""",
    )
    assert ("The Meridian Post", "The Meridian Post") in copies  # the clipping
    assert {"Harbor Wire", "Costa Daily"} in [set(pair) for pair in copies]  # the wire story


def test_an_updated_story_supersedes_the_first(sample: Settings) -> None:
    versions = ask(
        sample.warehouse,
        """select version_no, is_current, supersedes_article_id is not null from core.articles
        where url = (select url from core.articles where version_no = 2) order by version_no""",
    )
    assert versions == [(1, False, False), (2, True, True)]
