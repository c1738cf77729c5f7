"""Sentences: where they end, where they do not, and that none is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extraction.text.sentences import sentences

TEXTS = (
    st.text(st.sampled_from(list("aB U.S. Gen. 1.5\n\r\u2028\t\"'“”!?…()—é")), max_size=60)
    | st.text()
)


def split(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Ortiz met Lt. Col. Ruiz and Sen. Hale.",
        "It began on Nov. 21 and ended on Sept. 2.",
        "The U.S. Navy and the U.N. Security Council agreed.",
        "J. K. Ortiz won the seat.",
        "The call came at 5 p.m. Monday.",
        "See No. 5 on p. 4 of vol. 2.",
        "The toll rose to 3.5 million.",
        "Acme Inc. Chairman Ruiz resigned.",
        "“Is it over?” she asked.",
        "KYIV, Ukraine (AP) — Rockets fell on the port.",
        "He read 2. and went on",
        "Wait... no, go on.",
    ],
)
def test_this_is_one_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The siege ended in 2017.", "12 people died."),
        ("He lives in the U.S.", "The navy took him there."),
        ("They left at 5 p.m.", "Police came later."),
        ("Did it hold?", "It did."),
        ("It is over!", "She wept."),
        ("“It is over.”", "She wept."),
        ("He wrote “no.”", "“Yes,” she wrote."),
        ("They waited…", "Nobody came."),
        ("He sold to Acme Inc.", "The price is not known."),
        ("It fell (and burned.)", "Then it rained."),
    ],
)
def test_these_are_two_sentences(first: str, second: str) -> None:
    assert split(f"{first} {second}") == [first, second]


def test_a_line_break_ends_a_sentence() -> None:
    assert split("The Squeeze\nIt began\r\n\r\nin May.") == ["The Squeeze", "It began", "in May."]


def test_a_missing_space_is_no_obstacle_before_a_word_that_begins_sentences() -> None:
    assert split("They were killed.The others fled to example.com.") == [
        "They were killed.",
        "The others fled to example.com.",
    ]


def test_a_sentence_is_a_quote_when_all_of_it_is_said() -> None:
    text = "“We lost. They won,” he said. “It is over.” She wept."
    assert [(text[s.start : s.end], s.is_quote) for s in sentences(text)] == [
        ("“We lost.", True),
        ("They won,” he said.", False),
        ("“It is over.”", True),
        ("She wept.", False),
    ]


@given(TEXTS)
def test_every_character_belongs_to_one_sentence(text: str) -> None:
    end, gaps = 0, []
    for sentence in sentences(text):
        assert end <= sentence.start < sentence.end
        gaps.append(text[end : sentence.start])
        end = sentence.end
    assert not "".join([*gaps, text[end:]]).strip()


@given(TEXTS)
def test_sentences_are_stripped_and_hold_one_line(text: str) -> None:
    for sentence in split(text):
        assert sentence == sentence.strip()
        assert len(sentence.splitlines()) == 1
