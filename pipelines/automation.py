"""When the pipeline runs by itself: daily, when the inbox has changed and settled, and the report after every run."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

import dagster as dg

from pipelines import reading, settings
from pipelines.resources import REPORT, RUNNING, close_old_orphans

INBOX = "inbox snapshot"  # metadata of the edition: the state of the inbox that went into it
FIRST_RETRY, LONGEST_RETRY = 60.0, 3600.0  # seconds
UNFINISHED = [dg.DagsterRunStatus.QUEUED, dg.DagsterRunStatus.NOT_STARTED, *RUNNING]
REFRESH_TAG = "tallywire/refresh"  # on a run of the report: the run that it reports on

refresh = dg.define_asset_job(
    "refresh",
    selection=dg.AssetSelection.all() - dg.AssetSelection.assets("quality/report"),
    description="Read the inbox, extract, resolve, check, and publish a new edition.",
)
quality_report = dg.define_asset_job(
    REPORT,
    selection=dg.AssetSelection.assets("quality/report"),
    description="Show the state of all checks; runs after every refresh, failed or not.",
)
daily = dg.ScheduleDefinition(
    name="daily",
    job=refresh,
    cron_schedule="0 5 * * *",
    execution_timezone="UTC",
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Once a day, whether or not the inbox has changed: the checks and the report stay current.",
)


@dataclass(frozen=True, slots=True)
class Watch:
    """What the inbox sensor remembers: the last state seen, and how often and when a run was started for it."""

    snapshot: str = ""
    attempts: int = 0
    last_attempt: float = 0.0

    def is_due(self, now: float) -> bool:
        """Whether another attempt may start: each failure doubles the wait, up to an hour."""
        wait = min(FIRST_RETRY * 2 ** (self.attempts - 1), LONGEST_RETRY) if self.attempts else 0.0
        return now >= self.last_attempt + wait


@dg.sensor(job=refresh, minimum_interval_seconds=30, default_status=dg.DefaultSensorStatus.RUNNING)
def inbox_changed(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
    """Start a run when the inbox has changed and settled; again until one succeeds, never again after that."""
    watch = Watch(**json.loads(context.cursor)) if context.cursor else Watch()
    snapshot, now = reading.snapshot(settings.load().raw), datetime.now(UTC).timestamp()
    if snapshot == _published(context.instance):
        return dg.SkipReason("The edition holds the inbox as it is.")
    if snapshot != watch.snapshot:
        context.update_cursor(json.dumps(asdict(Watch(snapshot))))
        return dg.SkipReason("The inbox has changed; waiting until it stays the same.")
    close_old_orphans(context.instance, settings.load())
    runs = context.instance.get_runs(dg.RunsFilter(statuses=UNFINISHED))
    if any(run.job_name != REPORT for run in runs):
        return dg.SkipReason("A run is under way.")
    if not watch.is_due(now):
        return dg.SkipReason(f"Attempt {watch.attempts} failed; waiting before the next.")
    attempted = Watch(snapshot, watch.attempts + 1, now)
    request = dg.RunRequest(run_key=f"{snapshot}-{attempted.attempts}-{int(now)}")
    return dg.SensorResult([request], cursor=json.dumps(asdict(attempted)))


def _published(instance: dg.DagsterInstance) -> str | None:
    """The state of the inbox that went into the standing edition, None where there is none."""
    event = instance.get_latest_materialization_event(dg.AssetKey(["meta", "edition"]))
    metadata = event.asset_materialization.metadata if event and event.asset_materialization else {}
    return str(metadata[INBOX].value) if INBOX in metadata else None


def _report_on(context: dg.RunStatusSensorContext) -> dg.RunRequest | dg.SkipReason:
    """Whatever ran, be it the job or some assets by hand, is reported on; the report itself is not."""
    if context.dagster_run.job_name == REPORT:
        return dg.SkipReason("That was the report.")
    run_id = context.dagster_run.run_id
    if context.instance.get_runs(dg.RunsFilter(tags={REFRESH_TAG: run_id}), limit=1):
        return dg.SkipReason("The report on this run was made by the command that ran it.")
    return dg.RunRequest(run_key=run_id, tags={REFRESH_TAG: run_id})


report_sensors = [
    dg.run_status_sensor(
        name=f"report_after_{status.value.lower()}",
        run_status=status,
        request_job=quality_report,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Makes the report after a run that ended so.",
    )(_report_on)
    for status in (
        dg.DagsterRunStatus.SUCCESS,
        dg.DagsterRunStatus.FAILURE,
        dg.DagsterRunStatus.CANCELED,
    )
]
