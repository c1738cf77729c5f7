"""Core tables as Dagster sees them: specs from the schema files, metadata from the database."""

from collections.abc import Iterator, Sequence
from functools import cache

import dagster as dg

from pipelines import catalog
from pipelines.warehouse import Build, scratch

Columns = dict[str, dg.TableSchema]


def key(table: str) -> dg.AssetKey:
    """``core/claims`` as an asset key."""
    return dg.AssetKey(table.split("/"))


def table_specs(*names: str, deps: Sequence[str], group: str) -> list[dg.AssetSpec]:
    """The specs of core tables that one step writes."""
    comments = {table.name: table.comment for table in catalog.tables()}
    schemas = _core_schemas()
    return [
        dg.AssetSpec(
            key(f"core/{name}"),
            deps=[key(dep) for dep in deps],
            description=comments[name],
            group_name=group,
            kinds={"duckdb", "python"},
            owners=["team:engineers"],
            metadata={"dagster/column_schema": schemas[name]},
        )
        for name in names
    ]


def unread(assets: Sequence[dg.AssetsDefinition]) -> list[dg.AssetKey]:
    """The tables that none of these assets reads: whoever waits for them waits for all."""
    specs = [spec for asset in assets for spec in asset.specs]
    read = {dep.asset_key for spec in specs for dep in spec.deps}
    return [spec.key for spec in specs if spec.key not in read]


def done(build: Build, *names: str) -> Iterator[dg.MaterializeResult[None]]:
    """Report core tables as written, with their row counts."""
    for name in names:
        yield dg.MaterializeResult(
            asset_key=key(f"core/{name}"),
            metadata={"dagster/row_count": build.count(f"core.{name}")},
        )


@cache
def _core_schemas() -> Columns:
    columns: dict[str, list[dg.TableColumn]] = {}
    with scratch() as connection:
        found = connection.execute(
            """select table_name, column_name, data_type, comment from duckdb_columns()
            where schema_name = 'core' order by table_name, column_index"""
        ).fetchall()
    for table, name, kind, comment in found:
        columns.setdefault(table, []).append(
            dg.TableColumn(name, type=kind.lower(), description=comment)
        )
    return {table: dg.TableSchema(of_table) for table, of_table in columns.items()}
