"""The only module that opens DuckDB: the build that steps write, the edition that analysts read.

One process at a time holds the build, under a lock that names its holder. Readers open the edition
read-only and never meet a writer, because publishing replaces the file (see `pipelines.edition`).
"""

import hashlib
import json
import os
import shutil
import socket
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import filelock
import pyarrow as pa

from pipelines import catalog
from pipelines.settings import Settings

# These hold what the inbox cannot give again (when a file was first seen, what was once refused),
# so a changed schema carries their rows over; all other tables are derived anew.
CARRIED_OVER = ("files", "articles", "quarantine")

Row = dict[str, Any]


class WarehouseError(RuntimeError):
    """The warehouse cannot be used; the message says why and what to do."""


class WarehouseLockedError(WarehouseError):
    """Another run holds the build; the message says which."""


@dataclass(frozen=True, slots=True)
class Build:
    """The open build database. ``run_id`` is the run that holds it."""

    connection: duckdb.DuckDBPyConnection
    settings: Settings
    run_id: str

    def rows(self, query: str, parameters: object = None) -> list[Row]:
        """The result of a query as dictionaries."""
        cursor = self.connection.execute(query, parameters)
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def scalar(self, query: str, parameters: object = None) -> Any:
        """The first value of a query's first row, None where there is no row."""
        row = self.connection.execute(query, parameters).fetchone()
        return row[0] if row else None

    def execute(self, statement: str, parameters: object = None) -> None:
        """Run a statement."""
        self.connection.execute(statement, parameters)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is done inside."""
        self.connection.begin()
        try:
            yield
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Append rows (column to value) to ``schema.name``; a missing column is NULL."""
        if rows:
            schema = self.connection.table(table).limit(0).to_arrow_table().schema
            batch = pa.Table.from_pylist([dict(row) for row in rows], schema=schema)
            self.connection.register("batch", batch)
            self.connection.execute(f"insert into {table} by name select * from batch")
            self.connection.unregister("batch")

    def count(self, table: str) -> int:
        """The number of rows of ``schema.name``."""
        return int(self.scalar(f"select count(*) from {table}"))


@contextmanager
def open_build(settings: Settings, *, run_id: str) -> Iterator[Build]:
    """Hold the build for one run. Raises WarehouseLockedError where another run holds it."""
    settings.folder.mkdir(parents=True, exist_ok=True)
    with _lock(settings, run_id):
        if not settings.build.exists() and settings.warehouse.exists():
            _recover(settings)
        connection = _connect(settings.build)
        try:
            _own(connection, settings)
            apply_schema(connection)
            yield Build(connection, settings, run_id)
        finally:
            connection.close()


def is_free(settings: Settings) -> bool:
    """Whether nobody holds the build at this moment."""
    if not settings.lock.exists():
        return True
    lock = filelock.FileLock(settings.lock)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        return False
    lock.release()
    return True


def open_edition(settings: Settings) -> duckdb.DuckDBPyConnection:
    """The published edition, read-only. Raises WarehouseError where there is none."""
    if not settings.warehouse.exists():
        raise WarehouseError(f"no edition at {settings.warehouse} yet; `tallywire run` makes one")
    return _connect(settings.warehouse, read_only=True)


def read_build(settings: Settings) -> duckdb.DuckDBPyConnection:
    """The build database, read-only, between runs."""
    return _connect(settings.build, read_only=True)


def open_quality(settings: Settings, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """The database of check results. Waits some seconds for another process to let go of it."""
    for _ in range(50):
        try:
            return _connect(settings.quality, read_only=read_only)
        except duckdb.IOException as error:
            if "lock" not in str(error):
                raise
            time.sleep(0.1)
    raise WarehouseError(f"{settings.quality} is held by another process")


def scratch() -> duckdb.DuckDBPyConnection:
    """An empty database in memory with the core tables and their comments."""
    connection = duckdb.connect()
    apply_schema(connection)
    return connection


def schema_fingerprint() -> str:
    """A hash of all table definitions."""
    return hashlib.sha256("\n".join(table.ddl for table in catalog.tables()).encode()).hexdigest()[
        :16
    ]


def apply_schema(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the core tables. Where their definition has changed, keep what cannot be derived and drop the rest."""
    connection.execute(
        "create schema if not exists core; create schema if not exists mart; create schema if not exists meta"
    )
    connection.execute("create table if not exists meta.build (key varchar, value varchar)")
    known = connection.execute("select value from meta.build where key = 'schema'").fetchone()
    if known == (schema_fingerprint(),):
        return
    connection.begin()
    for table in catalog.tables():
        old = _carry(connection, table.name)
        connection.execute(f"drop table if exists core.{table.name}")
        connection.execute(table.ddl)
        _comment(connection, table)
        if old is not None:
            connection.register("old", old)
            connection.execute(f"insert into core.{table.name} by name select * from old")
            connection.unregister("old")
    connection.execute(
        "update core.files set reader_version = ''"
    )  # so that new columns are filled
    connection.execute("delete from meta.build where key = 'schema'")
    connection.execute("insert into meta.build values ('schema', ?)", [schema_fingerprint()])
    connection.commit()


def quoted(text: object) -> str:
    """Text as an SQL literal, for the statements that take no parameters."""
    return "'" + str(text).replace("'", "''") + "'"


def _recover(settings: Settings) -> None:
    """Make a lost build from the edition; a log that the lost one left must not be replayed into it."""
    fresh = settings.build.with_suffix(".recovered")
    shutil.copyfile(settings.warehouse, fresh)
    fresh.chmod(0o644)
    settings.build.with_name(settings.build.name + ".wal").unlink(missing_ok=True)
    os.replace(fresh, settings.build)


def _connect(path: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(str(path), read_only=read_only)
    connection.execute("set timezone = 'UTC'; set enable_progress_bar = false")
    return connection


def _carry(connection: duckdb.DuckDBPyConnection, table: str) -> pa.Table | None:
    """The rows of an older table in the columns that the new definition still has."""
    columns = connection.execute(
        "select column_name from duckdb_columns() where schema_name = 'core' and table_name = ?",
        [table],
    ).fetchall()
    kept = [name for (name,) in columns if name in _table(table).columns]
    if table not in CARRIED_OVER or not kept:
        return None
    return connection.execute(f"select {', '.join(kept)} from core.{table}").to_arrow_table()


def _table(name: str) -> catalog.Table:
    return next(table for table in catalog.tables() if table.name == name)


def _comment(connection: duckdb.DuckDBPyConnection, table: catalog.Table) -> None:
    connection.execute(f"comment on table core.{table.name} is {quoted(table.comment)}")
    for column, comment in table.columns.items():
        connection.execute(f"comment on column core.{table.name}.{column} is {quoted(comment)}")


def _own(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Refuse a build that belongs to another edition in the same folder: their rows would mix."""
    connection.execute("create schema if not exists meta")
    connection.execute("create table if not exists meta.build (key varchar, value varchar)")
    owner = connection.execute("select value from meta.build where key = 'warehouse'").fetchone()
    if owner is None:
        connection.execute(
            "insert into meta.build values ('warehouse', ?)", [settings.warehouse.name]
        )
    elif owner != (settings.warehouse.name,):
        raise WarehouseError(
            f"{settings.folder} belongs to the warehouse {owner[0]}; give each a folder of its own"
        )


@contextmanager
def _lock(settings: Settings, run_id: str) -> Iterator[None]:
    holder = settings.lock.with_suffix(".holder")
    lock = filelock.FileLock(settings.lock)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        raise WarehouseLockedError(
            f"another run holds {settings.build}: {_holder(holder)}"
        ) from None
    try:
        since = datetime.now(UTC).isoformat(timespec="seconds")
        holder.write_text(
            json.dumps(
                {
                    "run": run_id,
                    "process": os.getpid(),
                    "host": socket.gethostname(),
                    "since": since,
                }
            )
        )
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _holder(path: Path) -> str:
    try:
        held = json.loads(path.read_text())
    except (OSError, ValueError):
        return "it has only just begun"
    return f"run {held['run']}, process {held['process']} on {held['host']}, since {held['since']}"
