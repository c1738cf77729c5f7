"""The one resource: the build database, held for the time of a run."""

from collections.abc import Iterator

import dagster as dg

from pipelines import settings
from pipelines.automation import REPORT
from pipelines.warehouse import Build, WarehouseError, open_build

ENDED_BY_NEXT = "Its process is gone: the next run, which holds the build now, closed it."
UNFINISHED = [
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]


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
    for run in instance.get_runs(dg.RunsFilter(statuses=UNFINISHED)):
        if run.run_id != run_id and run.job_name != REPORT:
            instance.report_run_failed(run, ENDED_BY_NEXT)
