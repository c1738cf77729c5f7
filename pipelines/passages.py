"""Sentences for the terminal with lines under the words that matter, which a pipe keeps as well."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

INDENT = 2
MARGIN = 14  # for the longest label, so that it always stands beside its line
WIDEST = 88  # longer lines are hard to read


@dataclass(frozen=True, slots=True)
class Mark:
    """Words with a label: the characters ``start`` to ``end`` of a sentence. ``heavy`` is for what matters most."""

    start: int
    end: int
    label: str
    style: str
    heavy: bool = False


def marked(sentence: str, marks: Sequence[Mark], *, width: int) -> Iterator[Text]:
    """The sentence in lines no wider than ``width``, each followed by the lines under its marked words."""
    shown = printable(sentence)
    for start, end in _lines(shown, min(width - INDENT - MARGIN, WIDEST)):
        cut = [_cut(mark, start, end) for mark in marks if mark.start < end and start < mark.end]
        line = Text(" " * INDENT + shown[start:end])
        for mark in sorted(cut, key=lambda mark: mark.heavy):
            line.stylize(mark.style, INDENT + mark.start, INDENT + mark.end)
        yield line
        for row in _rows(shown[start:end], cut):
            yield _underlined(shown[start:end], row)


def printable(text: str) -> str:
    """The text with a space for every character that would move the cursor, so that places stay as they are."""
    return "".join(character if character.isprintable() else " " for character in text)


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Start and end of each line, broken at spaces where there are any."""
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and cell_len(text[start : end + 1]) <= width:
            end += 1
        space = text.rfind(" ", start + 1, end + 1)
        if end < len(text) and space > start:
            end = space
        yield start, end
        start = end + (text[end : end + 1] == " ")


def _cut(mark: Mark, start: int, end: int) -> Mark:
    """What of a mark stands on the line from ``start`` to ``end``, counted from the line's start."""
    first, last = max(mark.start, start) - start, min(mark.end, end) - start
    return Mark(first, last, mark.label, mark.style, mark.heavy)


def _rows(line: str, marks: Sequence[Mark]) -> list[list[Mark]]:
    """The marks in rows, so that in each row no line or label runs into the next."""
    rows: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: (not mark.heavy, mark.start, mark.end)):
        free = (row for row in rows if all(_is_apart(line, mark, other) for other in row))
        row = next(free, None)
        if row is None:
            rows.append(row := [])
        row.append(mark)
    return rows


def _is_apart(line: str, one: Mark, other: Mark) -> bool:
    first, second = sorted((one, other), key=lambda mark: mark.start)
    return cell_len(line[: first.end]) + len(first.label) + 2 <= cell_len(line[: second.start])


def _underlined(line: str, row: Sequence[Mark]) -> Text:
    """One row of lines, each with its label to the right."""
    drawn = Text(" " * INDENT)
    for mark in sorted(row, key=lambda mark: mark.start):
        drawn.pad_right(INDENT + cell_len(line[: mark.start]) - drawn.cell_len)
        stroke = "━" if mark.heavy else "─"
        drawn.append(stroke * cell_len(line[mark.start : mark.end]), mark.style)
        drawn.append(f" {mark.label}", mark.style)
    return drawn
