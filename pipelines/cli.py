"""The ``tallywire`` command. What takes long to import is imported by the command that needs it."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from pipelines import settings

app = typer.Typer(
    name="tallywire",
    help="Turn a folder of news articles into a warehouse of figures that can be defended.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Raw = Annotated[Path | None, typer.Option(help="Folder of article files.", show_default="raw")]
Warehouse = Annotated[
    Path | None,
    typer.Option(help="The edition to publish.", show_default="warehouse/tallywire.duckdb"),
]

Bounds = Annotated[
    str | None,
    typer.Option(help="Profile that makes bounds of words.", show_default="guide"),
]


@app.command()
def run(raw: Raw = None, warehouse: Warehouse = None, bounds: Bounds = None) -> None:
    """Run the pipeline on a folder and publish an edition.

    Exit status: 0 published, 1 a check failed and nothing was published, 2 misuse, 3 the run broke.
    """
    chosen = settings.load(raw=raw, warehouse=warehouse, bounds=bounds)
    if not chosen.raw.is_dir():
        raise settings.SettingsError(
            f"{chosen.raw}: no such folder; put article files into one and name it with --raw"
        )
    from pipelines import console, running, summary

    try:
        with console.watched():
            outcome = running.refresh(chosen)
    except Exception as error:  # whatever it was, the user gets a line and the status that says so
        console.complain(f"the run broke before its first step: {error!r}")
        raise typer.Exit(running.Exit.BROKEN) from error
    if outcome.problem:
        interrupted = "DagsterExecutionInterruptedError" in outcome.problem
        console.complain("interrupted" if interrupted else outcome.problem)
    else:
        summary.show(chosen, outcome)
    raise typer.Exit(outcome.exit)


@app.command()
def extract(
    paths: Annotated[list[Path], typer.Argument(help="Article files, or folders of them.")],
    json: Annotated[bool, typer.Option("--json", help="One JSON document a line.")] = False,
    bounds: Bounds = None,
) -> None:
    """Print the figures in article files, without a warehouse."""
    from pipelines import extracting

    chosen, whole = settings.load(bounds=bounds), True
    for path in paths:
        shown = extracting.show(
            path,
            as_json=json,
            lexicon=chosen.lexicon,
            bounds=chosen.bounds,
            infer_dates=chosen.infer_dates,
        )
        whole = shown and whole
    raise typer.Exit(0 if whole else 1)


@app.command()
def query(
    question: Annotated[
        str | None, typer.Argument(help="Name of a ready query, a .sql file, or SQL text.")
    ] = None,
    warehouse: Warehouse = None,
) -> None:
    """Ask the edition; without a question, list the ready ones."""
    from pipelines import asking

    asking.show(question, settings.load(warehouse=warehouse))


@app.command()
def explain(
    claim_id: Annotated[str, typer.Argument(help="The claim's id, or as much of it as is unique.")],
    warehouse: Warehouse = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Show what a claim rests on: its words in the article, its rule, its bounds and their versions."""
    from pipelines import explaining

    explaining.show(claim_id, settings.load(warehouse=warehouse), as_json=json)


@app.command()
def cases(
    paths: Annotated[list[Path], typer.Argument(help="YAML files of cases, or folders of them.")],
) -> None:
    """Put cases to the extractor: texts with the claims that they must make."""
    from pipelines import proving

    held = proving.show(paths, lexicon=settings.load().lexicon)
    raise typer.Exit(0 if held else 1)


@app.command()
def ui(
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1.")] = 3000,
    raw: Raw = None,
    warehouse: Warehouse = None,
) -> None:
    """Open Dagster with its schedule and sensors, until Ctrl-C."""
    from pipelines import serving

    raise typer.Exit(serving.ui(settings.load(raw=raw, warehouse=warehouse), port=port))


@app.command()
def daemon(raw: Raw = None, warehouse: Warehouse = None) -> None:
    """Run schedule and sensors unattended, without the user interface, until Ctrl-C."""
    from pipelines import serving

    raise typer.Exit(serving.daemon(settings.load(raw=raw, warehouse=warehouse)))


def main() -> None:
    """Run the command; what a user can mend is one clear line and exit status 2."""
    try:
        app()
    except Exception as error:
        from pipelines import console
        from pipelines.extraction.lexicon import LexiconError
        from pipelines.warehouse import WarehouseError

        if not isinstance(error, settings.SettingsError | LexiconError | WarehouseError):
            raise
        console.complain(str(error))
        sys.exit(2)
