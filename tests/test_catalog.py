from pathlib import Path

import pytest

from pipelines import catalog
from pipelines.expectations import RULES


def test_every_core_table_has_expectations() -> None:
    assert {table.name for table in catalog.tables()} == set(RULES)


def test_every_column_of_a_schema_file_has_a_comment() -> None:
    for table in catalog.tables():
        body = table.ddl.split("(\n", 1)[1].rsplit("\n)", 1)[0]
        assert len(table.columns) == len(body.splitlines()), table.name


def test_check_names_are_unique_within_their_table() -> None:
    for table, rules in RULES.items():
        names = [rule.name for rule in rules] + [
            check.name for check in catalog.checks() if check.table == f"core/{table}"
        ]
        assert len(names) == len(set(names)), table


def test_a_header_that_lacks_a_key_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "rows_are_red.sql"
    path.write_text("-- table: core/claims\n-- severity: ERROR\nselect 1\n")
    with pytest.raises(catalog.CatalogError, match=r"rows_are_red\.sql: the header lacks purpose"):
        catalog._check(path)


def test_an_unknown_severity_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rows_are_red.sql"
    path.write_text("-- table: core/claims\n-- severity: BAD\n-- purpose: none\nselect 1\n")
    with pytest.raises(catalog.CatalogError, match="severity is ERROR or WARN"):
        catalog._check(path)


def test_a_mart_column_without_a_description_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "red.sql"
    path.write_text(
        "-- purpose: p\n-- grain: g\n-- columns:\n--   claim_id\nselect 1 as claim_id\n"
    )
    with pytest.raises(catalog.CatalogError, match="every column needs a description"):
        catalog._mart(path)
