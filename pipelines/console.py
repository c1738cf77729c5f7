"""What the command prints: progress while it works, tables when it is done."""

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console, Group
from rich.live import Live
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

from pipelines import progress

# A file or a pipe is as wide as it needs to be; a terminal has the width that it has.
output = Console(highlight=False, width=None if sys.stdout.isatty() else 160)
errors = Console(stderr=True, highlight=False)


class Bars:
    """The stage with a spinner, and below it progress bars with counts and rates, for a terminal."""

    def __init__(self) -> None:
        self._stage = Spinner("dots", "starting")
        self._bars = Progress(
            TextColumn("  {task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeElapsedColumn(),
        )
        self._tasks: dict[str, TaskID] = {}
        self._started: dict[str, float] = {}

    def __rich__(self) -> Group:
        return Group(self._stage, self._bars)

    def begin(self, what: str) -> None:
        """Show the stage beside the spinner."""
        self._stage.update(text=what)

    def advance(self, what: str, done: int, total: int) -> None:
        """Move the bar of this work, which appears with its first report."""
        if what not in self._tasks:
            self._tasks[what] = self._bars.add_task(what, total=total, rate="")
            self._started[what] = time.monotonic()
        seconds = time.monotonic() - self._started[what]
        rate = f"{done / seconds:,.0f}/s" if done and seconds > 0.1 else ""
        self._bars.update(self._tasks[what], completed=done, total=total, rate=rate)


class Lines:
    """Plain lines, for logs and pipes: each stage, and long work at every tenth."""

    def __init__(self) -> None:
        self._tenths: dict[str, int] = {}

    def begin(self, what: str) -> None:
        """Print the stage."""
        errors.print(what, markup=False)

    def advance(self, what: str, done: int, total: int) -> None:
        """Print the count at the start, and whenever another tenth is done."""
        tenth = done * 10 // total if total else 10
        if self._tenths.get(what) != tenth:
            self._tenths[what] = tenth
            errors.print(f"{what}: {done:,} of {total:,}", markup=False, soft_wrap=True)


@contextmanager
def watched() -> Iterator[None]:
    """Show the progress of what is done inside, in the way that suits where it goes."""
    if not errors.is_terminal:
        with progress.heard_by(Lines()):
            yield
        return
    bars = Bars()
    with Live(bars, console=errors, transient=True), progress.heard_by(bars):
        yield


def table(rows: Sequence[Mapping[str, Any]], *, title: str | None = None) -> Table:
    """Rows as a table: numbers to the right, missing values as a dash."""
    made = Table(title=title, title_justify="left", header_style="bold", title_style="bold")
    for name in rows[0] if rows else ():
        is_number = all(
            isinstance(row[name], int | float) or _is_decimal(row[name])
            for row in rows
            if row[name] is not None
        )
        made.add_column(name, justify="right" if is_number else "left", overflow="fold")
    for row in rows:
        made.add_row(*(_cell(value) for value in row.values()))
    return made


def complain(message: str) -> None:
    """One clear line on what went wrong."""
    errors.print(Text.assemble(("tallywire: ", "bold red"), message), soft_wrap=True)


def _is_decimal(value: object) -> bool:
    return type(value).__name__ == "Decimal"


def _cell(value: object) -> Text:
    if value is None:
        return Text("–", style="dim")
    if isinstance(value, bool):
        return Text("yes" if value else "no")
    if isinstance(value, int):
        return Text(f"{value:,}")
    if _is_decimal(value):
        whole = int(value)  # type: ignore[call-overload]
        return Text(f"{whole:,}" if whole == value else f"{value:,}")
    return Text(str(value))
