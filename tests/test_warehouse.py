from pathlib import Path

import pytest

from pipelines import catalog, edition, quality, warehouse
from pipelines.settings import Settings
from pipelines.warehouse import WarehouseError, WarehouseLockedError, open_build, open_edition


def test_the_second_holder_is_told_who_the_first_is(place: Settings) -> None:
    with (
        open_build(place, run_id="first"),
        pytest.raises(WarehouseLockedError, match="run first, process"),
        open_build(place, run_id="second"),
    ):
        pass


def test_the_lock_is_free_after_an_error(place: Settings) -> None:
    with pytest.raises(ZeroDivisionError), open_build(place, run_id="first"):
        raise ZeroDivisionError
    with open_build(place, run_id="second") as build:
        assert build.count("core.claims") == 0


def test_a_transaction_that_fails_leaves_nothing(place: Settings) -> None:
    with open_build(place, run_id="r") as build:
        with pytest.raises(ZeroDivisionError), build.transaction():
            build.execute("insert into core.steps values ('a', 'extract', 'f', now())")
            raise ZeroDivisionError
        assert build.count("core.steps") == 0


def test_a_changed_schema_keeps_what_cannot_be_derived(
    place: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_build(place, run_id="r") as build:
        build.execute(
            """insert into core.files by name select 'a.txt' as path, 1 as bytes, 'read' as status,
            '1' as reader_version, timestamptz '2025-11-21 00:00:00Z' as first_seen_at, 'r' as run_id"""
        )
        build.execute("insert into core.steps values ('a', 'extract', 'f', now())")
    changed = tuple(
        catalog.Table(
            table.name,
            table.ddl.replace("    sidecar_path varchar,", "    note varchar,"),
            table.comment,
            {
                ("note" if name == "sidecar_path" else name): text
                for name, text in table.columns.items()
            },
        )
        for table in catalog.tables()
    )
    monkeypatch.setattr(catalog, "tables", lambda: changed)
    with open_build(place, run_id="r") as build:
        assert build.rows(
            "select path, note, first_seen_at::date::varchar as day from core.files"
        ) == [{"path": "a.txt", "note": None, "day": "2025-11-21"}]
        assert build.count("core.steps") == 0


def test_two_warehouses_in_one_folder_never_mix(place: Settings) -> None:
    with open_build(place, run_id="r"):
        pass
    other = Settings(place.raw, place.folder / "other.duckdb", None)
    with (
        pytest.raises(WarehouseError, match=r"belongs to the warehouse tallywire\.duckdb"),
        open_build(other, run_id="r"),
    ):
        pass


def test_a_missing_edition_is_said_to_be_missing(place: Settings) -> None:
    with pytest.raises(WarehouseError, match="no edition at"):
        open_edition(place)


def test_an_apostrophe_in_a_path_is_no_sql(tmp_path: Path) -> None:
    place = Settings(tmp_path, tmp_path / "it's" / "tallywire.duckdb", None)
    for run in ("first", "second"):
        with open_build(place, run_id=run) as build:
            build.execute("insert into core.steps values ('a', 'extract', 'f', now())")
            quality.record(place, run, [])
            assert edition.publish(build, lexicon="l").is_new
    with open_edition(place) as connection:
        assert connection.execute("select run_id from meta.edition").fetchall() == [("second",)]


def test_only_the_last_editions_are_kept(place: Settings) -> None:
    for number in range(5):
        with open_build(place, run_id=str(number)) as build:
            build.execute("insert into core.steps values ('a', 'extract', ?, now())", [str(number)])
            quality.record(place, str(number), [])
            last = edition.publish(build, lexicon="l")
    kept = {path.stem for path in place.editions.iterdir()}
    assert len(kept) == edition.KEPT
    assert last.edition_id in kept


def test_new_rows_are_those_that_the_edition_lacks(place: Settings) -> None:
    with open_build(place, run_id="r") as build:
        build.execute(
            "insert into core.steps values ('a', 'extract', 'f', now()), ('b', 'extract', 'f', now())"
        )
        quality.record(place, "r", [])
        edition.publish(build, lexicon="l")
        assert edition.new_rows(build, "core/steps").empty
        build.execute("update core.steps set fingerprint = 'changed' where article_id = 'b'")
        assert list(edition.new_rows(build, "core/steps").article_id) == ["b"]


def test_the_edition_is_read_only(place: Settings) -> None:
    with open_build(place, run_id="r") as build:
        quality.record(place, "r", [])
        edition.publish(build, lexicon="l")
    assert place.warehouse.stat().st_mode & 0o777 == 0o444
    assert warehouse.schema_fingerprint()
