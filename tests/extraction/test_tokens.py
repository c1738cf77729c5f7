"""Tokens: what is kept together, what is parted, and that nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extraction.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("didn't can’t", ["did", "n't", "ca", "n’t"]),
        ("Ruiz's crews' O'Brien", ["Ruiz", "'s", "crews", "'", "O'Brien"]),
        ("narco-terrorists Paris-based", ["narco-terrorists", "Paris-based"]),
        ("32-year-old", ["32", "-", "year-old"]),
        ("twenty-five two-storey", ["twenty", "-", "five", "two", "-", "storey"]),
        ("half-a-dozen", ["half", "-", "a", "-", "dozen"]),
        ("21st 1.5m 1990s", ["21", "st", "1.5", "m", "1990", "s"]),
        ("G20 COVID-19", ["G20", "COVID", "-", "19"]),
        ("US$1,200.50 £5", ["US$", "1,200.50", "£", "5"]),
        ("N5 million R2,000 N95", ["N", "5", "million", "R", "2,000", "N95"]),
        ("U.S. p.m.", ["U.S.", "p.m."]),
        ("1,20 12,34,567 1\u2009200", ["1", ",", "20", "12,34,567", "1\u2009200"]),
        ("$1m-a-day", ["$", "1", "m", "-", "a-day"]),
        ("“No,” he said…", ["“", "No", ",", "”", "he", "said", "…"]),
    ],
)
def test_a_text_is_parted_into_tokens(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


def test_a_part_of_a_text_keeps_the_places_of_the_whole() -> None:
    (token,) = tokenize("One. Two.", 5, 8)
    assert token == (5, 8, "Two", "two")


@given(st.text() | st.text("a1,.-'’$ é\n"))
def test_tokens_are_grounded_and_lose_nothing_but_space(text: str) -> None:
    end, gaps = 0, []
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text
        assert token.lower == token.text.lower()
        assert end <= token.start < token.end
        gaps.append(text[end : token.start])
        end = token.end
    assert not "".join([*gaps, text[end:]]).strip()
