"""A run of the whole pipeline from the command line: the same job, in the same Dagster instance, as the schedule's."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import dagster as dg

from pipelines import quality
from pipelines.automation import REFRESH_TAG
from pipelines.settings import Settings

if TYPE_CHECKING:
    from dagster_shared.error import SerializableErrorInfo

INSTANCE = """\
# Dagster's state for the warehouse beside this folder.
telemetry:
  enabled: false
nux:
  enabled: false
concurrency:
  runs:
    max_concurrent_runs: 1
run_monitoring:
  enabled: true
"""
SILENT = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


class Exit(IntEnum):
    """What the process says of a run."""

    PUBLISHED = 0
    CHECK_FAILED = 1
    MISUSED = 2
    BROKEN = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended; ``problem`` is why it broke, in a line."""

    exit: Exit
    run_id: str
    problem: str | None = None


def enter(settings: Settings) -> None:
    """Point this process and its children at the settings' Dagster instance, which is made where it is missing."""
    home = settings.dagster_home
    home.mkdir(parents=True, exist_ok=True)
    configuration = home / "dagster.yaml"
    if not configuration.exists():
        configuration.write_text(INSTANCE, encoding="utf-8")
    os.environ["DAGSTER_HOME"] = str(home)
    os.environ["TALLYWIRE_RAW"] = str(settings.raw)
    os.environ["TALLYWIRE_WAREHOUSE"] = str(settings.warehouse)
    os.environ["TALLYWIRE_LEXICON"] = str(settings.lexicon or "")
    os.environ["TALLYWIRE_BOUNDS"] = settings.bounds
    os.environ["TALLYWIRE_INFER_DATES"] = "on" if settings.infer_dates else "off"


def refresh(settings: Settings) -> Outcome:
    """Run the job ``refresh``, then the report on it."""
    enter(settings)
    from pipelines.definitions import defs  # reads the settings that `enter` has just put in place

    with dg.DagsterInstance.get() as instance:
        result = defs.resolve_job_def("refresh").execute_in_process(
            instance=instance, raise_on_error=False, run_config=SILENT
        )
        defs.resolve_job_def("quality_report").execute_in_process(
            instance=instance,
            raise_on_error=False,
            run_config=SILENT,
            tags={REFRESH_TAG: result.run_id},
        )
    if result.success:
        return Outcome(Exit.PUBLISHED, result.run_id)
    problem = _problem(result.all_events)
    if problem is None and any(
        quality.blocks(row) for row in quality.of_run(settings, result.run_id)
    ):
        return Outcome(Exit.CHECK_FAILED, result.run_id)
    return Outcome(
        Exit.BROKEN, result.run_id, problem or "The run failed; `tallywire ui` shows its log."
    )


def _problem(events: Sequence[dg.DagsterEvent]) -> str | None:
    """Why something other than a check broke, None where nothing did."""
    for event in events:
        error: SerializableErrorInfo | None = getattr(event.event_specific_data, "error", None)
        if error and error.cls_name != "DagsterAssetCheckFailedError":
            return (error.cause or error).message.strip().splitlines()[0]
    return None
