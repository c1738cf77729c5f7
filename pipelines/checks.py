"""Expectations and ``sql/checks`` as Dagster asset checks: one op a table, one check a rule."""

from collections.abc import Iterator

import dagster as dg

from pipelines import quality
from pipelines.warehouse import Build

SEVERITY = {"ERROR": dg.AssetCheckSeverity.ERROR, "WARN": dg.AssetCheckSeverity.WARN}


def table_checks() -> list[dg.AssetChecksDefinition]:
    """The checks of every table that has any."""
    return [_checks_of(table) for table in quality.declared()]


def _checks_of(table: str) -> dg.AssetChecksDefinition:
    key = dg.AssetKey(table.split("/"))
    specs = [
        dg.AssetCheckSpec(
            check.name, asset=key, description=check.why, blocking=check.severity == "ERROR"
        )
        for check in quality.declared()[table]
    ]

    @dg.multi_asset_check(name="check_" + table.replace("/", "_"), specs=specs, can_subset=True)
    def checks(
        context: dg.AssetCheckExecutionContext, build: dg.ResourceParam[Build]
    ) -> Iterator[dg.AssetCheckResult]:
        selected = {check.name for check in context.selected_asset_check_keys}
        for result in quality.check(build, table, selected):
            yield dg.AssetCheckResult(
                asset_key=key,
                check_name=result.check.name,
                passed=result.status != "failed",
                severity=SEVERITY[result.check.severity],
                description=result.headline,
                metadata=_metadata(result),
            )

    return checks


def _metadata(result: quality.Result) -> dict[str, dg.MetadataValue | int]:
    """Numbers, which the UI plots from run to run, and the failing rows. Nothing new is no point in a trend."""
    if result.status == "nothing_new":
        return {}
    examined = "new rows examined" if result.check.kind == "expectation" else "rows examined"
    metadata: dict[str, dg.MetadataValue | int] = {
        "failing rows": result.n_failed,
        examined: result.n_rows,
    }
    if result.failing_rows:
        metadata["which rows"] = as_table(result.failing_rows)
    return metadata


def as_table(rows: tuple[dict[str, object], ...] | list[dict[str, object]]) -> dg.MetadataValue:
    """Rows as a table that the UI shows in place. Every cell is text: JSON has no decimals or dates."""
    columns = [dg.TableColumn(name) for name in rows[0]]
    records = [dg.TableRecord({name: _cell(value) for name, value in row.items()}) for row in rows]
    return dg.MetadataValue.table(records, schema=dg.TableSchema(columns))


def _cell(value: object) -> str:
    text = "" if value is None or value != value else str(value)
    return text if len(text) <= 300 else text[:299] + "…"
