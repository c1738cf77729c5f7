"""Sentences with lines under their marked words."""

import pytest
from rich.cells import cell_len

from pipelines.passages import Mark, marked, printable


def drawn(sentence: str, *marks: tuple[str, str], width: int = 80) -> list[str]:
    """The lines that a terminal of this width shows; marks are (words, label), the claim is heavy."""
    placed = [
        Mark(sentence.index(words), sentence.index(words) + len(words), label, "", label == "claim")
        for words, label in marks
    ]
    return [line.plain for line in marked(sentence, placed, width=width)]


def test_a_line_stands_under_its_words_with_its_label() -> None:
    assert drawn("The storm killed nine people.", ("killed", "cue"), ("nine people", "claim")) == [
        "  The storm killed nine people.",
        "                   ━━━━━━━━━━━ claim",
        "            ────── cue",
    ]


def test_marks_that_are_far_apart_share_a_row() -> None:
    assert drawn("Rebels in the north killed nine.", ("Rebels", "actor"), ("nine", "claim")) == [
        "  Rebels in the north killed nine.",
        "  ────── actor               ━━━━ claim",
    ]


def test_marks_within_each_other_get_rows_of_their_own() -> None:
    assert drawn("It killed nine people.", ("nine people", "claim"), ("people", "subject")) == [
        "  It killed nine people.",
        "            ━━━━━━━━━━━ claim",
        "                 ────── subject",
    ]


def test_a_mark_over_the_end_of_a_line_goes_on_in_the_next() -> None:
    assert drawn("It was said by the old ministry.", ("old ministry", "source"), width=38) == [
        "  It was said by the old",
        "                     ─── source",
        "  ministry.",
        "  ──────── source",
    ]


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    sentence = "The ministry of works said " + "again and again " * 12 + "that nine people died."
    lines = drawn(
        sentence, ("ministry of works", "attribution"), ("nine people", "claim"), width=width
    )
    assert max(cell_len(line) for line in lines) <= width


def test_wide_characters_do_not_shift_the_line() -> None:
    sentence = "北京 said nine died."
    line, stroke = drawn(sentence, ("nine", "claim"))
    assert cell_len(line[: line.index("nine")]) == cell_len(stroke[: stroke.index("━")])


def test_a_word_longer_than_a_line_is_broken() -> None:
    assert "".join(line.strip() for line in drawn("x" * 100, width=40)) == "x" * 100


def test_what_would_move_the_cursor_is_a_space() -> None:
    assert printable("a\nb\tc\x1b[31md\u00a0e") == "a b c [31md e"
