"""Publishing: the build becomes the edition that analysts read, in one atomic step."""

import hashlib
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from pipelines.progress import announce
from pipelines.version import code_version
from pipelines.warehouse import Build, quoted, schema_fingerprint

if TYPE_CHECKING:
    import pandas as pd

UNFINISHED = ".????????T??????Z-????????????.duckdb*"  # what a killed publication leaves
KEPT = 3  # editions, the current one among them


@dataclass(frozen=True, slots=True)
class Edition:
    """What a publication did. ``is_new`` is False where the content was that of the standing edition."""

    edition_id: str
    path: Path
    is_new: bool


def publish(build: Build, *, lexicon: str) -> Edition:
    """Replace the edition by the build, with the check results in it; leave it where nothing has changed.

    ``lexicon`` is the fingerprint of the words that extraction used.
    """
    announce("publication")
    settings = build.settings
    _fingerprint_tables(build)
    content = _content(build, lexicon)
    standing = current_id(build)
    if standing is not None and standing.endswith(content):
        return Edition(standing, settings.warehouse, is_new=False)
    now = datetime.now(UTC)
    edition_id = f"{now:%Y%m%dT%H%M%SZ}-{content}"
    fresh = settings.folder / f".{edition_id}.duckdb"
    for leftover in settings.folder.glob(UNFINISHED):
        leftover.unlink()
    build.execute("checkpoint")
    shutil.copyfile(settings.build, fresh)
    _sign(build, fresh, edition_id, now, lexicon)
    _replace(fresh, settings.warehouse)
    _keep(settings.warehouse, settings.editions, edition_id)
    return Edition(edition_id, settings.warehouse, is_new=True)


def attach(build: Build) -> bool:
    """Attach the standing edition as ``edition``, read-only. Returns whether there is one to compare with."""
    attached = build.scalar(
        "select count(*) from duckdb_databases() where database_name = 'edition'"
    )
    if not attached and build.settings.warehouse.exists():
        build.execute(f"attach {quoted(build.settings.warehouse)} as edition (read_only)")
    return build.settings.warehouse.exists()


def current_id(build: Build) -> str | None:
    """The id of the standing edition, None where there is none."""
    return build.scalar("select edition_id from edition.meta.edition") if attach(build) else None


def new_rows(build: Build, table: str) -> "pd.DataFrame":
    """The rows of ``schema/name`` that the standing edition lacks, changed ones among them."""
    name = table.replace("/", ".")
    query = f"from {name}"
    if (
        attach(build)
        and build.scalar("select schema_fingerprint from edition.meta.edition")
        == schema_fingerprint()
    ):
        query += f" except all from edition.{name}"
    rows = build.connection.sql(query).to_arrow_table()
    # Frames have no decimals: rules on exact money are in sql/checks.
    columns = [f.with_type(pa.float64()) if pa.types.is_decimal(f.type) else f for f in rows.schema]
    frame: pd.DataFrame = rows.cast(pa.schema(columns)).to_pandas()
    return frame


def _fingerprint_tables(build: Build) -> None:
    """Note each table's rows and a checksum of them in ``meta.tables``, whatever their order."""
    names = [
        row["name"]
        for row in build.rows(
            """select schema_name || '.' || table_name as name from duckdb_tables()
            where database_name = current_database() and schema_name in ('core', 'mart') order by name"""
        )
    ]
    counts = [
        f"select '{name}' as name, count(*) as n_rows, sum(hash(t))::varchar as checksum from {name} as t"
        for name in names
    ]
    build.execute("create or replace table meta.tables as " + " union all ".join(counts))
    build.execute(
        "comment on table meta.tables is 'The tables of the edition, their rows and a checksum of them.'"
    )


def _content(build: Build, lexicon: str) -> str:
    tables = build.connection.execute("select * from meta.tables order by name").fetchall()
    parts = repr((tables, lexicon, code_version(), schema_fingerprint()))
    return hashlib.sha256(parts.encode()).hexdigest()[:12]


def _sign(build: Build, fresh: Path, edition_id: str, now: datetime, lexicon: str) -> None:
    """Write the edition's name and the check results into the copy."""
    build.execute(f"attach {quoted(fresh)} as fresh")
    build.execute(
        "drop table if exists fresh.meta.edition; drop schema if exists fresh.quality cascade"
    )
    build.execute(
        """create table fresh.meta.edition as select
            ?::varchar as edition_id, ?::timestamptz as published_at, ?::varchar as run_id,
            ?::varchar as code_version, ?::varchar as schema_fingerprint, ?::varchar as lexicon_fingerprint,
            (select value from meta.build where key = 'bounds_profile') as bounds_profile,
            (select value::integer from meta.build where key = 'bounds_version') as bounds_version,
            (select count(*) from core.articles) as n_articles, (select count(*) from core.claims) as n_claims""",
        [edition_id, now, build.run_id, code_version(), schema_fingerprint(), lexicon],
    )
    build.execute(
        "comment on table fresh.meta.edition is 'This edition: its id, when, by which run and from what it was made.'"
    )
    build.execute(
        f"create schema fresh.quality; attach {quoted(build.settings.quality)} as results (read_only)"
    )
    build.execute("create table fresh.quality.results as from results.main.results")
    build.execute("checkpoint fresh; detach results; detach fresh")


def _replace(fresh: Path, warehouse: Path) -> None:
    """Put the fresh file in the edition's place; its bytes and its name are on disk before this returns."""
    fresh.chmod(0o444)
    _sync(fresh)
    warehouse.with_name(warehouse.name + ".wal").unlink(missing_ok=True)
    os.replace(fresh, warehouse)
    _sync(warehouse.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _keep(warehouse: Path, editions: Path, edition_id: str) -> None:
    """Keep the last few editions under their ids; hard links cost no space while they are current."""
    editions.mkdir(exist_ok=True)
    kept = editions / f"{edition_id}.duckdb"
    try:
        os.link(warehouse, kept)
    except OSError:  # a file system without hard links
        shutil.copyfile(warehouse, kept)
    by_age = sorted(editions.glob("*.duckdb"), key=lambda path: path.stat().st_mtime_ns)
    for old in by_age[:-KEPT]:
        old.unlink()
