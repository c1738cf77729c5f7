"""The one resource: the build database, held for the time of a run."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import dagster as dg

from pipelines import settings
from pipelines.settings import Settings
from pipelines.warehouse import Build, WarehouseError, is_free, open_build

REPORT = "quality_report"  # the one job that does not write the build
ENDED = "Its process is gone: nobody holds the build that it was writing."
RUNNING = [
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]
YOUNG = 300.0  # seconds in which a run that has started may not yet have come to the lock


@dg.resource(description="The build database. One run holds it at a time, whatever started it.")
def build(context: dg.InitResourceContext) -> Iterator[Build]:
    """Hold the build; whoever holds it closes the runs that died while they held it."""
    run_id = context.run.run_id if context.run else "no run"
    try:
        with open_build(settings.load(), run_id=run_id) as held:
            if context.instance:
                close_orphans(context.instance, run_id)
            yield held
    except WarehouseError as error:
        raise dg.Failure(str(error), allow_retries=False) from error


def close_orphans(instance: dg.DagsterInstance, run_id: str) -> None:
    """Mark the unfinished runs that write the build as failed: the lock is ours, so none of them is alive."""
    for run in instance.get_runs(dg.RunsFilter(statuses=RUNNING)):
        if run.run_id != run_id and run.job_name != REPORT:
            instance.report_run_failed(run, ENDED)


def close_old_orphans(instance: dg.DagsterInstance, place: Settings) -> None:
    """Mark runs as failed that nobody runs any more: they started long ago, and the lock is free.

    Otherwise a run that was killed would hold its place in Dagster's queue for ever.
    """
    if not is_free(place):
        return
    long_ago = datetime.now(UTC) - timedelta(seconds=YOUNG)
    for record in instance.get_run_records(dg.RunsFilter(statuses=RUNNING)):
        if record.update_timestamp < long_ago and record.dagster_run.job_name != REPORT:
            instance.report_run_failed(record.dagster_run, ENDED)
