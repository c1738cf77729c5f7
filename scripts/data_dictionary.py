"""Write docs/data-dictionary.md from the SQL files; with --check, fail where it is out of date."""

import sys
from pathlib import Path

from pipelines import catalog, quality
from pipelines.warehouse import scratch

PATH = Path(__file__).parent.parent / "docs" / "data-dictionary.md"
TITLE = """# Data dictionary

Every table and column of an edition, every check, every ready query. This page is made from the files in `sql/`
and `pipelines/expectations.py` by `make docs`; the same words stand in the edition as comments.
"""


def dictionary() -> str:
    """The whole page."""
    parts = [TITLE, "\n## Core: what the articles say\n", *_core()]
    parts += ["\n## Marts: what analysts query\n", *_marts()]
    parts += ["\n## Checks\n", *_checks()]
    parts += [
        "\n## Ready queries\n",
        *(f"- `{query.name}`: {query.question}\n" for query in catalog.queries()),
    ]
    return "".join(parts)


def _core() -> list[str]:
    with scratch() as connection:
        found = connection.execute(
            """select table_name, column_name, lower(data_type), is_nullable, comment
            from duckdb_columns() where schema_name = 'core' order by table_name, column_index"""
        ).fetchall()
    parts = []
    for table in catalog.tables():
        parts.append(
            f"\n### core.{table.name}\n\n{table.comment}\n\n"
            "| column | type | NULL | meaning |\n| --- | --- | --- | --- |\n"
        )
        parts += [
            f"| {name} | {kind} | {'yes' if nullable else 'no'} | {comment} |\n"
            for owner, name, kind, nullable, comment in found
            if owner == table.name
        ]
    return parts


def _marts() -> list[str]:
    parts = []
    for mart in catalog.marts():
        parts.append(
            f"\n### mart.{mart.name}\n\n{mart.purpose} Grain: {mart.grain}.\n\n| column | meaning |\n| --- | --- |\n"
        )
        parts += [f"| {name} | {text} |\n" for name, text in mart.columns.items()]
    return parts


def _checks() -> list[str]:
    parts = [
        "\nERROR blocks publication, WARN does not.\n\n| table | check | severity | why |\n| --- | --- | --- | --- |\n"
    ]
    rows = [
        (each.table, each.name, each.severity, each.why)
        for checks in quality.declared().values()
        for each in checks
    ]
    parts += [f"| {' | '.join(row)} |\n" for row in sorted(rows)]
    return parts


if __name__ == "__main__":
    page = dictionary()
    if "--check" not in sys.argv:
        PATH.write_text(page, encoding="utf-8")
    elif not PATH.exists() or PATH.read_text(encoding="utf-8") != page:
        sys.exit(f"{PATH.name} is out of date: run `make docs`")
