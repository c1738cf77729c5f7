"""The results of checks: made here, and kept in ``quality.results`` as they are made, so that failed runs' stay too."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
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
class Check:
    """A check as it is declared. ``table`` is ``schema/name``, ``why`` what it says and what it is for."""

    table: str
    name: str
    kind: Literal["expectation", "sql"]
    severity: str
    why: str
    found: str = catalog.FOUND


@dataclass(frozen=True, slots=True)
class Result:
    """What a check found in one run. ``failing_rows`` are the first few of ``n_failed``."""

    check: Check
    status: Status
    n_rows: int = 0
    n_failed: int = 0
    failing_rows: tuple[Row, ...] = ()

    @property
    def headline(self) -> str:
        """The result in a sentence."""
        if self.status == "nothing_new":
            return "Nothing new since the last edition."
        if self.status == "failed":
            return self.check.found.format(n=f"{self.n_failed:,}")
        return f"All of {self.n_rows:,} rows keep this rule."


@cache
def declared() -> dict[str, tuple[Check, ...]]:
    """Every check, by table."""
    rules = [_of_rule(f"core/{table}", rule) for table, rules in RULES.items() for rule in rules]
    queries = [
        Check(each.table, each.name, "sql", each.severity, each.purpose, each.found)
        for each in catalog.checks()
    ]
    checks = rules + queries
    tables = dict.fromkeys(check.table for check in checks)
    return {table: tuple(each for each in checks if each.table == table) for table in tables}


def check(build: Build, table: str, names: Collection[str]) -> list[Result]:
    """Check one table by the named expectations and queries, and keep the results."""
    announce(f"checks of {table}")
    rules = RULES.get(table.removeprefix("core/"), ())
    chosen = tuple(rule for rule in rules if rule.name in names)
    queries = [each for each in catalog.checks() if each.table == table and each.name in names]
    results = _examine(build, table, chosen) if chosen else []
    results += [_ask(build, query) for query in queries]
    record(build.settings, build.run_id, results)
    return results


def record(settings: Settings, run_id: str, results: Sequence[Result]) -> None:
    """Append results to ``quality.results``."""
    now = datetime.now(UTC)
    with open_quality(settings) as connection:
        connection.execute(SCHEMA)
        for result in results:
            row = {
                "run_id": run_id,
                "checked_at": now,
                "table_name": result.check.table,
                "check_name": result.check.name,
                "kind": result.check.kind,
                "severity": result.check.severity,
                "status": result.status,
                "n_rows": result.n_rows,
                "n_failed": result.n_failed,
                "headline": result.headline,
                "why": result.check.why,
                "failing_rows": _json(result.failing_rows),
            }
            marks = ", ".join("?" for _ in row)
            connection.execute(
                f"insert into results ({', '.join(row)}) values ({marks})", list(row.values())
            )


def latest(settings: Settings) -> list[Row]:
    """The newest result of every check that is still declared, failures first."""
    newest = "qualify row_number() over (partition by table_name, check_name order by checked_at desc) = 1"
    known = {(check.table, check.name) for checks in declared().values() for check in checks}
    rows = _select(settings, newest, [])
    return [row for row in rows if (row["table_name"], row["check_name"]) in known]


def of_run(settings: Settings, run_id: str) -> list[Row]:
    """The results of one run, failures first."""
    return _select(settings, "where run_id = ?", [run_id])


def unmet(settings: Settings, run_id: str) -> list[str]:
    """The ERROR checks that failed or were not made in this run; nothing may be published while there are any."""
    made = {(row["table_name"], row["check_name"]): row for row in of_run(settings, run_id)}
    errors = [
        each for of_table in declared().values() for each in of_table if each.severity == "ERROR"
    ]
    return [
        f"{each.table} {each.name}"
        for each in errors
        if (each.table, each.name) not in made or blocks(made[each.table, each.name])
    ]


def failing_rows(result: Row) -> list[Row]:
    """The failing rows kept with a stored result."""
    rows: list[Row] = json.loads(result["failing_rows"])
    return rows


def blocks(result: Row) -> bool:
    """Whether nothing may be published while this stored result stands."""
    return bool(result["status"] == "failed" and result["severity"] == "ERROR")


def _of_rule(table: str, rule: Rule) -> Check:
    return Check(table, rule.name, "expectation", rule.severity, f"{rule.what} {rule.why}")


def _examine(build: Build, table: str, rules: tuple[Rule, ...]) -> list[Result]:
    """Great Expectations' findings in the rows that the standing edition lacks."""
    frame = edition.new_rows(build, table)
    if frame.empty:
        return [Result(_of_rule(table, rule), "nothing_new") for rule in rules]
    return [
        _result(
            _of_rule(table, finding.rule),
            len(frame),
            len(finding.failing),
            frame.iloc[list(finding.failing[:SHOWN])].to_dict("records"),
        )
        for finding in examine(frame, rules)
    ]


def _ask(build: Build, query: catalog.SqlCheck) -> Result:
    """The rows of the whole table that a query finds."""
    [check] = [each for each in declared()[query.table] if each.name == query.name]
    n_failed = int(build.scalar(f"select count(*) from ({query.query})"))
    rows = build.rows(f"select * from ({query.query}) limit {SHOWN}") if n_failed else []
    return _result(check, build.count(query.table.replace("/", ".")), n_failed, rows)


def _result(check: Check, n_rows: int, n_failed: int, rows: Sequence[Any]) -> Result:
    return Result(check, "failed" if n_failed else "passed", n_rows, n_failed, tuple(rows))


def _json(rows: tuple[Row, ...]) -> str:
    return json.dumps(
        [{key: _plain(value) for key, value in row.items()} for row in rows], ensure_ascii=False
    )


def _plain(value: Any) -> Any:
    """A value as JSON has it; NaN, the frames' missing value, becomes null."""
    if value is None or value != value:
        return None
    return value if isinstance(value, bool | int | float | str) else str(value)


def _select(settings: Settings, which: str, parameters: list[str]) -> list[Row]:
    if not settings.quality.exists():
        return []
    with open_quality(settings, read_only=True) as connection:
        cursor = connection.execute(f"from results {which}", parameters)
        names = [column[0] for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return sorted(
        rows,
        key=lambda row: (
            row["status"] != "failed",
            row["severity"],
            row["table_name"],
            row["check_name"],
        ),
    )
