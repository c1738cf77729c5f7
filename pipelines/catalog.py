"""What the ``sql/`` folder declares: core tables, marts, checks and queries. Pure reading, nothing is run.

Every file opens with a comment of ``key: value`` lines, its contract; lines of two more spaces go on
the value above. A schema file instead opens with a sentence on the table, and each column carries its own comment.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent
SQL = PACKAGE / "sql" if (PACKAGE / "sql").is_dir() else PACKAGE.parent / "sql"

FOUND = "Rows that break this rule: {n}."
COLUMN = re.compile(r"^    (\w+) ([^-]+?),? -- (.+)$", re.MULTILINE)


class CatalogError(ValueError):
    """A file of ``sql/`` that does not keep its form; the message names it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A core table: its DDL and what its comments say. ``columns`` maps column to comment."""

    name: str
    ddl: str
    comment: str
    columns: dict[str, str]


@dataclass(frozen=True, slots=True)
class Mart:
    """A public table: its query, purpose, grain and documented columns."""

    name: str
    query: str
    purpose: str
    grain: str
    columns: dict[str, str]


@dataclass(frozen=True, slots=True)
class SqlCheck:
    """A rule as a query for the rows that break it. ``table`` is ``schema/name``; severity is ERROR or WARN.

    ``found`` says what ``{n}`` such rows mean.
    """

    name: str
    query: str
    table: str
    severity: str
    purpose: str
    found: str


@dataclass(frozen=True, slots=True)
class Query:
    """A question that analysts ask."""

    name: str
    query: str
    question: str


@cache
def tables() -> tuple[Table, ...]:
    """The core tables, by name."""
    return tuple(_table(path) for path in _files("schema"))


@cache
def marts() -> tuple[Mart, ...]:
    """The marts, by name."""
    return tuple(_mart(path) for path in _files("marts"))


@cache
def checks() -> tuple[SqlCheck, ...]:
    """The rules over whole tables, by name."""
    return tuple(_check(path) for path in _files("checks"))


@cache
def queries() -> tuple[Query, ...]:
    """The ready questions, by name."""
    return tuple(
        Query(path.stem, query, header["question"])
        for path in _files("queries")
        for header, query in [_document(path, "question")]
    )


def _files(folder: str) -> list[Path]:
    return sorted((SQL / folder).glob("*.sql"))


def _table(path: Path) -> Table:
    ddl = path.read_text(encoding="utf-8")
    comment = " ".join(line[3:] for line in ddl.splitlines() if line.startswith("-- "))
    columns = {name: comment for name, _, comment in COLUMN.findall(ddl)}
    if f"create table core.{path.stem} (" not in ddl or not comment or not columns:
        raise CatalogError(f"{path}: a comment and `create table core.{path.stem} (` are expected")
    return Table(path.stem, ddl, comment, columns)


def _mart(path: Path) -> Mart:
    header, query = _document(path, "purpose", "grain", "columns")
    lines = [
        re.split(r"\s+", line.strip(), maxsplit=1)
        for line in header["columns"].split("\n")
        if line.strip()
    ]
    if any(len(line) < 2 for line in lines):
        raise CatalogError(f"{path}: every column needs a description")
    return Mart(
        path.stem, query, header["purpose"], header["grain"], {line[0]: line[1] for line in lines}
    )


def _check(path: Path) -> SqlCheck:
    header, query = _document(path, "table", "severity", "purpose")
    if header["severity"] not in ("ERROR", "WARN"):
        raise CatalogError(f"{path}: severity is ERROR or WARN")
    found = header.get("found", FOUND)
    return SqlCheck(path.stem, query, header["table"], header["severity"], header["purpose"], found)


def _document(path: Path, *keys: str) -> tuple[dict[str, str], str]:
    """The header of an SQL file and its query without it."""
    header: dict[str, str] = {}
    lines = path.read_text(encoding="utf-8").splitlines()
    comment = [line for line in lines if line.startswith("--")]
    key = ""
    for line in comment:
        if match := re.match(r"^-- (\w+): ?(.*)$", line):
            key, header[match[1]] = match[1], match[2]
        elif key:
            header[key] += ("\n" if key == "columns" else " ") + line.removeprefix("--").strip()
    if missing := [key for key in keys if not header.get(key)]:
        raise CatalogError(f"{path}: the header lacks {', '.join(missing)}")
    query = "\n".join(line for line in lines if not line.startswith("--")).strip().rstrip(";")
    return header, query
