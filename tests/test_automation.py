"""The sensor on the inbox, against a real Dagster instance."""

import json
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from pipelines import automation, reading, resources
from pipelines.automation import INBOX, Watch, inbox_changed
from pipelines.definitions import defs
from pipelines.settings import Settings
from pipelines.warehouse import open_build


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as made:
        yield made


@pytest.fixture(autouse=True)
def _watching(place: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALLYWIRE_RAW", str(place.raw))
    monkeypatch.setenv("TALLYWIRE_WAREHOUSE", str(place.warehouse))


def tick(
    instance: dg.DagsterInstance, cursor: str | None
) -> tuple[list[dg.RunRequest], str | None]:
    """One evaluation. Returns the runs that it asks for and the new cursor."""
    context = dg.build_sensor_context(instance=instance, cursor=cursor, definitions=defs)
    result = inbox_changed(context)
    if isinstance(result, dg.SensorResult):
        return list(result.run_requests or ()), result.cursor
    return [], context.cursor


def publish(instance: dg.DagsterInstance, raw: Path) -> None:
    """Record what a finished run records."""
    metadata = {INBOX: reading.snapshot(raw)}
    instance.report_runless_asset_event(
        dg.AssetMaterialization(["meta", "edition"], metadata=metadata)
    )


def test_a_changed_inbox_starts_a_run_only_when_it_has_settled(
    instance: dg.DagsterInstance, place: Settings
) -> None:
    runs, cursor = tick(instance, None)
    assert not runs
    (place.raw / "late.txt").write_text("Two miners were killed in Orla.\n")
    runs, cursor = tick(instance, cursor)
    assert not runs
    runs, cursor = tick(instance, cursor)
    assert len(runs) == 1


def test_what_the_edition_holds_never_starts_a_run_again(
    instance: dg.DagsterInstance, place: Settings
) -> None:
    publish(instance, place.raw)
    cursor = None
    for _ in range(3):
        runs, cursor = tick(instance, cursor)
        assert not runs


def test_a_failed_run_is_tried_again_after_a_wait(
    instance: dg.DagsterInstance, place: Settings
) -> None:
    _, cursor = tick(instance, None)
    runs, cursor = tick(instance, cursor)
    assert len(runs) == 1
    assert cursor is not None
    assert not tick(instance, cursor)[0]  # too soon
    long_ago = json.dumps(json.loads(cursor) | {"last_attempt": 0.0})
    again, _ = tick(instance, long_ago)
    assert len(again) == 1
    assert again[0].run_key != runs[0].run_key


def test_no_run_starts_while_one_is_under_way(
    instance: dg.DagsterInstance, place: Settings
) -> None:
    _, cursor = tick(instance, None)
    run = instance.create_run_for_job(
        defs.resolve_job_def("refresh"), status=dg.DagsterRunStatus.STARTED
    )
    assert not tick(instance, cursor)[0]
    instance.report_run_failed(run)
    assert len(tick(instance, cursor)[0]) == 1


def test_a_run_that_died_long_ago_does_not_hold_up_the_next(
    instance: dg.DagsterInstance, place: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, cursor = tick(instance, None)
    job = defs.resolve_job_def("refresh")
    dead = instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED)
    assert not tick(instance, cursor)[0]  # it may be about to take the lock
    monkeypatch.setattr(resources, "YOUNG", -1.0)
    with open_build(place, run_id="alive"):
        assert not tick(instance, cursor)[0]  # somebody is at work
    assert len(tick(instance, cursor)[0]) == 1
    ended = instance.get_run_by_id(dead.run_id)
    assert ended is not None
    assert ended.status is dg.DagsterRunStatus.FAILURE


def test_the_wait_doubles_up_to_an_hour() -> None:
    assert Watch("s", 0, 0.0).is_due(0.0)
    assert not Watch("s", 1, 0.0).is_due(59.0)
    assert Watch("s", 1, 0.0).is_due(60.0)
    assert not Watch("s", 3, 0.0).is_due(239.0)
    assert Watch("s", 30, 0.0).is_due(3600.0)


def test_schedule_and_sensors_are_on_by_default() -> None:
    assert automation.daily.default_status is dg.DefaultScheduleStatus.RUNNING
    assert all(
        sensor.default_status is dg.DefaultSensorStatus.RUNNING
        for sensor in (automation.inbox_changed, *automation.report_sensors)
    )


def test_the_job_publishes_and_the_report_is_a_job_of_its_own() -> None:
    refreshed = {
        key.to_user_string()
        for key in defs.resolve_job_def("refresh").asset_layer.executable_asset_keys
    }
    assert "meta/edition" in refreshed
    reported = defs.resolve_job_def("quality_report").asset_layer.executable_asset_keys
    assert [key.to_user_string() for key in reported] == ["quality/report"]
    assert "quality/report" not in refreshed


def test_every_asset_is_described_owned_and_grouped() -> None:
    for spec in defs.resolve_all_asset_specs():
        assert spec.description, spec.key
        assert spec.owners, spec.key
        assert spec.kinds, spec.key
        assert spec.group_name != "default", spec.key


def test_every_table_has_a_column_schema() -> None:
    for spec in defs.resolve_all_asset_specs():
        if spec.key.path[0] in ("core", "mart"):
            schema = spec.metadata["dagster/column_schema"]
            assert all(column.description for column in schema.columns), spec.key
