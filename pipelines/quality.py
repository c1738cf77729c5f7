"""The results of checks: made here, and kept in ``quality.results`` as they are made, so that failed runs' stay too."""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from pipelines import catalog, edition
from pipelines.expectations import RULES
from pipelines.progress import announce
from pipelines.rules import Rule, examine
from pipelines.settings import Settings
from pipelines.warehouse import Build, Row, open_quality

Status = Literal["passed", "failed", "nothing_new"]
SHOWN = 20  # failing rows kept with a result: enough to see what is wrong, few enough to read

SCHEMA = """

create table if not exists results (
    run_id varchar, checked_at timestamptz, table_name varchar, check_name varchar, kind varchar,
    severity varchar, status varchar, n_rows bigint, n_failed bigint, headline varchar, why varchar,
    failing_rows json
);
comment on table results is 'One row a check a run, failed runs too.';
comment on column results.run_id is 'Dagster run that checked';
comment on column results.checked_at is 'when';
comment on column results.table_name is 'table that was checked, schema/name';
comment on column results.check_name is 'rule, named as the sentence that it checks';
comment on column results.kind is 'expectation (rows that the current edition lacks) or sql (the whole table)';
comment on column results.severity is 'ERROR blocks publication, WARN does not';
comment on column results.status is 'passed, failed, nothing_new (no row that the current edition lacks)';
comment on column results.n_rows is 'rows that were examined';
comment on column results.n_failed is 'rows that break the rule';
comment on column results.headline is 'the result in a sentence';
comment on column results.why is 'what the rule is for';
comment on column results.failing_rows is 'the first failing rows';
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What one check found in one run. ``failing_rows`` are the first few."""

    table_name: str
    check_name: str
    kind: Literal["expectation", "sql"]
    severity: str
    status: Status
    n_rows: int
    n_failed: int
    headline: str
    why: str
    failing_rows: tuple[Row, ...]


def check(build: Build, table: str, names: Collection[str]) -> list[Result]:
    """Check one table (``schema/name``) by the named expectations and queries, and keep the results."""
    announce(f"checks of {table}")
    rules = tuple(rule for rule in RULES.get(table.removeprefix("core/"), ()) if rule.name in names)
    queries = [rule for rule in catalog.checks() if rule.table == table and rule.name in names]
    results = _expectations(build, table, rules) + [_query(build, rule) for rule in queries]
    record(build.settings, build.run_id, results)
    return results


def record(settings: Settings, run_id: str, results: Sequence[Result]) -> None:
    """Append results to ``quality.results``."""
    now = datetime.now(UTC)
    with open_quality(settings) as connection:
        connection.execute(SCHEMA)
        for result in results:
            row = asdict(result) | {
                "run_id": run_id,
                "checked_at": now,
                "failing_rows": _json(result.failing_rows),
            }
            columns = ", ".join(row)
            marks = ", ".join("?" for _ in row)
            connection.execute(
                f"insert into results ({columns}) values ({marks})", list(row.values())
            )


def latest(settings: Settings) -> list[Row]:
    """The results of the run that checked last, failures first; none where nothing was ever checked."""
    return _select(settings, "(select run_id from results order by checked_at desc limit 1)", [])


def of_run(settings: Settings, run_id: str) -> list[Row]:
    """The results of one run, failures first."""
    return _select(settings, "?", [run_id])


def failing_rows(result: Row) -> list[Row]:
    """The failing rows kept with a stored result."""
    rows: list[Row] = json.loads(result["failing_rows"])
    return rows


def blocks(result: Row) -> bool:
    """Whether nothing may be published while this stored result stands."""
    return bool(result["status"] == "failed" and result["severity"] == "ERROR")


@dataclass(frozen=True, slots=True)
class Declared:
    """A check as it is declared, before it has run."""

    name: str
    severity: str
    why: str


def declared() -> dict[str, list[Declared]]:
    """Every check, by table (``schema/name``)."""
    found = {
        f"core/{table}": [Declared(rule.name, rule.severity, rule.why) for rule in rules]
        for table, rules in RULES.items()
    }
    for rule in catalog.checks():
        found.setdefault(rule.table, []).append(Declared(rule.name, rule.severity, rule.purpose))
    return found


def _expectations(build: Build, table: str, rules: tuple[Rule, ...]) -> list[Result]:
    if not rules:
        return []
    frame = edition.new_rows(build, table)
    if frame.empty:
        return [
            Result(
                table,
                rule.name,
                "expectation",
                rule.severity,
                "nothing_new",
                0,
                0,
                "Nothing new since the last edition.",
                rule.why,
                (),
            )
            for rule in rules
        ]
    results = []
    for finding in examine(frame, rules):
        broken = frame.iloc[list(finding.failing[:SHOWN])]
        rows = tuple(
            {str(key): value for key, value in row.items()} for row in broken.to_dict("records")
        )
        rule = finding.rule
        results.append(
            _result(
                table,
                rule.name,
                "expectation",
                rule.severity,
                len(frame),
                len(finding.failing),
                rule.why,
                rows,
            )
        )
    return results


def _query(build: Build, rule: catalog.SqlCheck) -> Result:
    n_failed = int(build.scalar(f"select count(*) from ({rule.query})"))
    rows = tuple(build.rows(f"select * from ({rule.query}) limit {SHOWN}")) if n_failed else ()
    n_rows = build.count(rule.table.replace("/", "."))
    return _result(
        rule.table, rule.name, "sql", rule.severity, n_rows, n_failed, rule.purpose, rows
    )


def _result(
    table: str,
    name: str,
    kind: Literal["expectation", "sql"],
    severity: str,
    n_rows: int,
    n_failed: int,
    why: str,
    rows: tuple[Row, ...],
) -> Result:
    of = f"{n_rows:,} new rows" if kind == "expectation" else f"{n_rows:,} rows"
    headline = (
        f"{n_failed:,} of {of} break this rule." if n_failed else f"All of {of} keep this rule."
    )
    status: Status = "failed" if n_failed else "passed"
    return Result(table, name, kind, severity, status, n_rows, n_failed, headline, why, rows)


def _json(rows: tuple[Row, ...]) -> str:
    return json.dumps(
        [{key: _plain(value) for key, value in row.items()} for row in rows], ensure_ascii=False
    )


def _plain(value: Any) -> Any:
    """A value as JSON has it; NaN, the frames' missing value, becomes null."""
    if value is None or value != value:
        return None
    return value if isinstance(value, bool | int | float | str) else str(value)


def _select(settings: Settings, run_id: str, parameters: list[str]) -> list[Row]:
    if not settings.quality.exists():
        return []
    with open_quality(settings, read_only=True) as connection:
        cursor = connection.execute(
            f"""from results where run_id = {run_id}
            order by status = 'failed' desc, severity, table_name, check_name""",
            parameters,
        )
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
