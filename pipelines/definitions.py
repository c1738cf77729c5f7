"""What Dagster loads."""

import dagster as dg

from pipelines import assets, automation, checks, resources

defs = dg.Definitions(
    assets=[
        assets.inbox,
        assets.read,
        assets.extract,
        assets.resolve,
        *assets.tables_of_marts,
        assets.publish,
        assets.report,
    ],
    asset_checks=checks.table_checks(),
    jobs=[automation.refresh, automation.quality_report],
    schedules=[automation.daily],
    sensors=[automation.inbox_changed, *automation.report_sensors],
    resources={"build": resources.build},
    # One process a run: the others would import everything anew for each step, and DuckDB has one writer.
    executor=dg.in_process_executor,
)
