"""The report on data quality, as an asset that is worth opening each morning."""

from typing import Any

import dagster as dg

from pipelines import quality
from pipelines.checks import as_table
from pipelines.settings import Settings
from pipelines.warehouse import Row

STATES = {"passed": "passed", "nothing_new": "nothing new"}


def materialize(settings: Settings) -> dg.MaterializeResult[None]:
    """The newest state of every check: a headline, what needs attention, numbers to plot, and all of it."""
    results = quality.latest(settings)
    failed = [row for row in results if row["status"] == "failed"]
    n_declared = sum(len(checks) for checks in quality.declared().values())
    metadata: dict[str, Any] = {"headline": headline(results)}
    if failed:
        metadata["what needs attention"] = as_table([_line(row) for row in failed])
    metadata |= {
        "errors": sum(map(quality.blocks, failed)),
        "warnings": len(failed) - sum(map(quality.blocks, failed)),
        "passed": sum(row["status"] == "passed" for row in results),
        "nothing new": sum(row["status"] == "nothing_new" for row in results),
        "never run": n_declared - len(results),
    }
    for row in failed:
        if rows := quality.failing_rows(row):
            metadata[f"rows: {row['table_name']} {row['check_name']}"] = as_table(rows)
    if results:
        metadata["all checks"] = as_table([_line(row) for row in results])
        newest = max(results, key=lambda row: row["checked_at"])
        metadata["last run"] = dg.MetadataValue.dagster_run(newest["run_id"])
    return dg.MaterializeResult(metadata=metadata)


def headline(results: list[Row]) -> str:
    """The state of all checks in a few words."""
    errors = sum(map(quality.blocks, results))
    warnings = sum(row["status"] == "failed" for row in results) - errors
    if not results:
        return "No run has checked anything yet."
    if errors:
        return f"Not fit to publish: {_count(errors, 'error')}, {_count(warnings, 'warning')}."
    return f"Fit to publish, {_count(warnings, 'warning')}."


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _line(row: Row) -> Row:
    return {
        "state": STATES.get(row["status"], row["severity"]),
        "check": f"{row['table_name']} {row['check_name']}",
        "failing": row["n_failed"],
        "checked (UTC)": f"{row['checked_at']:%m-%d %H:%M}",
    }
