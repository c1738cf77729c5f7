"""Questions to the edition from the command line."""

from pathlib import Path

import duckdb

from pipelines import catalog, console
from pipelines.settings import Settings
from pipelines.warehouse import WarehouseError, open_edition


def show(question: str | None, settings: Settings) -> None:
    """Print the answer as a table. Raises WarehouseError for a question that DuckDB refuses."""
    if question is None:
        listed = [{"query": query.name, "question": query.question} for query in catalog.queries()]
        console.output.print(console.table(listed, title="Ready queries: tallywire query NAME"))
        return
    title, sql = _sql(question)
    with open_edition(settings) as connection:
        try:
            cursor = connection.execute(sql)
            names = [column[0] for column in cursor.description or ()]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        except duckdb.Error as error:
            raise WarehouseError(str(error).strip()) from error
    if rows:
        console.output.print(console.table(rows, title=title))
    console.output.print(f"{len(rows):,} row{'' if len(rows) == 1 else 's'}")


def _sql(question: str) -> tuple[str | None, str]:
    """The title and the text of a ready query, of a file, or of SQL itself."""
    for query in catalog.queries():
        if question == query.name:
            return query.question, query.query
    if question.endswith(".sql"):
        if not Path(question).is_file():
            raise WarehouseError(f"{question}: no such file")
        return None, Path(question).read_text(encoding="utf-8")
    if " " not in question:
        raise WarehouseError(f"{question}: no such query; `tallywire query` lists them")
    return None, question
