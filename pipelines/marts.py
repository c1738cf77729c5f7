"""Every file of ``sql/marts`` as an asset: its dependencies come from the query, its words from the header."""

import json
from collections.abc import Iterator

import dagster as dg

from pipelines import catalog
from pipelines.progress import announce
from pipelines.warehouse import Build, quoted, scratch


class MartError(RuntimeError):
    """A mart whose query does not yield what its header documents."""


def tables_read(query: str) -> list[str]:
    """The tables of ``core`` and ``mart`` that a query reads, as ``schema/name``. They need not exist."""
    with scratch() as connection:
        row = connection.execute(f"select json_serialize_sql({quoted(query)})").fetchone()
    tree = json.loads(row[0]) if row else {"error": True}
    if tree["error"]:
        raise MartError(tree.get("error_message", "the query cannot be parsed"))
    return sorted(set(_base_tables(tree)))


def create(build: Build, mart: catalog.Mart) -> None:
    """Make the mart anew, with its comments. Raises MartError where columns and header differ."""
    announce(f"mart {mart.name}")
    with build.transaction():
        build.execute(f"create or replace table mart.{mart.name} as {mart.query}")
        columns = [row["column_name"] for row in build.rows(f"describe mart.{mart.name}")]
        if columns != list(mart.columns):
            raise MartError(
                f"sql/marts/{mart.name}.sql documents {list(mart.columns)} but yields {columns}"
            )
        build.execute(
            f"comment on table mart.{mart.name} is {quoted(f'{mart.purpose} Grain: {mart.grain}.')}"
        )
        for column, comment in mart.columns.items():
            build.execute(f"comment on column mart.{mart.name}.{column} is {quoted(comment)}")


def _base_tables(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if node.get("type") == "BASE_TABLE" and node["schema_name"] in ("core", "mart"):
            yield f"{node['schema_name']}/{node['table_name']}"
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from _base_tables(child)


def mart_assets() -> list[dg.AssetsDefinition]:
    """One asset a mart."""
    return [_asset(mart) for mart in catalog.marts()]


def _asset(mart: catalog.Mart) -> dg.AssetsDefinition:
    @dg.asset(
        key=dg.AssetKey(["mart", mart.name]),
        deps=[dg.AssetKey(table.split("/")) for table in tables_read(mart.query)],
        description=f"{mart.purpose}\n\nGrain: {mart.grain}.",
        group_name="mart",
        kinds={"duckdb", "sql"},
        owners=["team:analysts"],
        metadata={
            "dagster/column_schema": dg.TableSchema(
                [dg.TableColumn(name, description=text) for name, text in mart.columns.items()]
            )
        },
    )
    def asset(build: dg.ResourceParam[Build]) -> dg.MaterializeResult[None]:
        create(build, mart)
        return dg.MaterializeResult(
            metadata={"dagster/row_count": build.count(f"mart.{mart.name}")}
        )

    return asset
