"""The report on data quality, as an asset that is worth opening each morning."""

import dagster as dg

from pipelines import quality
from pipelines.checks import as_table
from pipelines.settings import Settings
from pipelines.warehouse import Row


def materialize(settings: Settings) -> dg.MaterializeResult[None]:
    """The latest state of every check: a headline, numbers to plot, and tables."""
    results = quality.latest(settings)
    if not results:
        return dg.MaterializeResult(metadata={"headline": "No run has checked anything yet."})
    failed = [row for row in results if row["status"] == "failed"]
    errors = [row for row in failed if quality.blocks(row)]
    metadata: dict[str, dg.MetadataValue | int | str] = {
        "headline": headline(results),
        "errors": len(errors),
        "warnings": len(failed) - len(errors),
        "passed": sum(row["status"] == "passed" for row in results),
        "run": str(results[0]["run_id"]),
        "all checks": as_table([_line(row) for row in results]),
    }
    for row in failed:
        metadata[f"{row['table_name']} {row['check_name']}"] = as_table(quality.failing_rows(row))
    return dg.MaterializeResult(metadata=metadata)


def headline(results: list[Row]) -> str:
    """The state of all checks in a sentence."""
    failed = [row for row in results if row["status"] == "failed"]
    errors = [row for row in failed if quality.blocks(row)]
    quiet = sum(row["status"] == "nothing_new" for row in results)
    verdict = "Nothing may be published" if errors else "Fit to publish"
    unexecuted = sum(len(checks) for checks in quality.declared().values()) - len(results)
    parts = [
        f"{len(errors)} errors",
        f"{len(failed) - len(errors)} warnings",
        f"{len(results) - len(failed) - quiet} passed",
    ]
    parts += [f"{quiet} with nothing new to check"] if quiet else []
    parts += [f"{unexecuted} not reached"] if unexecuted else []
    return f"{verdict}: {', '.join(parts)}."


def _line(row: Row) -> Row:
    states = {"failed": row["severity"], "passed": "passed", "nothing_new": "nothing new"}
    found = f"{row['n_failed']:,} of {row['n_rows']:,}" if row["status"] != "nothing_new" else ""
    return {
        "state": states[row["status"]],
        "table": row["table_name"],
        "check": row["check_name"],
        "failing": found,
    }
