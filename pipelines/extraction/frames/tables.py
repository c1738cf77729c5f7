"""Tables in text: a line of labels, and below it lines with a number under each: "Town   Dead   Injured"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.metrics.cues import Cue
from pipelines.extraction.metrics.metrics import Entry
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.text.tokens import Token

Columns = tuple[Entry | None, ...]

_BAR: Final = "|"
_GAPS: Final = ("  ", "\t")
# Frames whose words may stand alone at the head of a column.
_LABELS: Final = ("state", "done_to", "counted", "group", "happens_to")
_TOTALS: Final = ("total", "totals", "overall", "all", "sum")
_LONGEST_LABEL: Final = 3


def columns_below(
    text: str, tokens: Sequence[Token], cues: Sequence[Cue], above: Columns | None
) -> Columns | None:
    """The columns that hold below a line: its own labels where it has some, those ``above`` while the table lasts."""
    cells = _cells(text, tokens)
    if len(cells) < 2:
        ruled = not any(token.text.isalnum() for token in tokens)  # a line of dashes
        return above if ruled else None
    labels = tuple(_label(cell, cues) for cell in cells)
    if any(labels) and not any(token.text[0].isdecimal() for token in tokens):
        return labels
    return above if above is not None and len(cells) - len(above) in (0, 1) else None


def tabled(parse: Parse, columns: Columns | None) -> Iterator[Match]:
    """The numbers of a line under the labels of its table; all lines but the total tell parts of it."""
    if columns is None:
        return
    cells = _cells(parse.text, parse.tokens)
    # A line of labels may leave the corner above the names empty.
    spare = len(cells) - len(columns)
    if spare not in (0, 1) or len(cells) < 2:
        return
    scope = None if parse.words[cells[0].start] in _TOTALS else "subset"
    for cell, entry in zip(cells[spare:], columns, strict=True):
        phrase = parse.phrase(cell.start)
        if entry is None or phrase is None or phrase.number is None:
            continue
        if phrase.last == cell.stop:
            yield Match(phrase, Cue(-1, -1, replace(entry, scope=scope), None), "table")


def _cells(text: str, tokens: Sequence[Token]) -> list[range]:
    """The cells of a line, by bars, tabs or wide gaps, as places of their tokens; none where it has no such mark."""
    line = text[tokens[0].start : tokens[-1].end] if tokens else ""
    if not any(mark in line for mark in (_BAR, *_GAPS)):
        return []
    cells: list[range] = []
    start = 0
    for place, token in enumerate(tokens):
        gap = text[tokens[place - 1].end : token.start] if place else ""
        if token.text == _BAR or any(mark in gap for mark in _GAPS):
            if place > start:
                cells.append(range(start, place))
            start = place + (token.text == _BAR)
    if len(tokens) > start:
        cells.append(range(start, len(tokens)))
    return cells


def _label(cell: range, cues: Sequence[Cue]) -> Entry | None:
    """What a label says that is counted below it, where it says so."""
    if len(cell) > _LONGEST_LABEL:
        return None
    said = (cue for cue in cues if cell.start <= cue.first and cue.last <= cell.stop)
    return next(
        (cue.entry for cue in said if cue.entry.frame in _LABELS and cue.refused is None), None
    )
