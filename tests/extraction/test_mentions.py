"""Names in a text: readable cases in tests/cases/mentions.yaml, and what holds for any text."""

from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extraction.lexicon import LexiconError
from pipelines.extraction.names.mentions import find_mentions
from pipelines.extraction.text.sentences import sentences
from pipelines.extraction.values import Mention

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "mentions.yaml").read_text("utf-8"))
KINDS = {"people": "person", "organisations": "organisation", "places": "place"}

ARTICLE = """Nicolás Maduro asked for time, a person close to the talks told Reuters. Trump refused.
A Way Out
President Donald Trump, who rang Caracas on Monday, named Delcy Rodríguez. "No," Maduro's aide said.
The White House says that U.S. forces struck 20 boats in the Caribbean. Washington denies nothing."""

PEOPLE = ["Nicolás Maduro", "Maduro", "MADURO", "Jorge Rodríguez", "Delcy Rodríguez", "Rodríguez"]
OTHERS = ["U.S.", "US", "Georgia", "Atlanta", "Washington", "Kurdistan Workers’ Party", "O'Brien"]
BETWEEN = [
    "the",
    "said",
    "in",
    "Gen.",
    "Juan",
    "'s",
    "\n",
    ". ",
    ", ",
    "—",
    "Émile",
    "İstanbul",
    "ß",
    "🚢",
]
WORDS = st.sampled_from([*PEOPLE, *OTHERS, *BETWEEN])
TEXTS = st.lists(WORDS | st.text(max_size=8), max_size=25).map(" ".join)


def find(text: str, lexicon: Path | None = None) -> tuple[Mention, ...]:
    return find_mentions(text, sentences(text), lexicon=lexicon)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_case(case: dict[str, Any]) -> None:
    expected = {
        (kind, quote, name)
        for key, kind in KINDS.items()
        for quote, name in case.get(key, {}).items()
    }
    open_ones = {quote: tuple(names) for quote, names in case.get("ambiguous", {}).items()}
    found = find(case["text"])
    assert {(m.kind, m.quote, m.name) for m in found if m.name} == expected
    assert {m.quote: m.could_be for m in found if not m.name} == open_ones


def test_cases_have_no_unknown_keys() -> None:
    assert {key for case in CASES for key in case} == {"case", "text", "ambiguous", *KINDS}


def test_article_gives_its_names_in_order_with_the_rule_that_found_them() -> None:
    found = [(m.sentence, m.quote, m.name, m.rule) for m in find(ARTICLE)]
    assert found == [
        (0, "Nicolás Maduro", "Nicolás Maduro", "lexicon"),
        (0, "Reuters", "Reuters", "lexicon"),
        (1, "Trump", "Donald Trump", "lexicon"),
        (3, "Donald Trump", "Donald Trump", "lexicon"),
        (3, "Caracas", "Caracas", "lexicon"),
        (3, "Delcy Rodríguez", "Delcy Rodríguez", "lexicon"),
        (4, "Maduro", "Nicolás Maduro", "lexicon"),
        (5, "White House", "White House", "lexicon"),
        (5, "U.S.", "United States", "territory"),
        (5, "Caribbean", "Caribbean", "lexicon"),
        (6, "Washington", "Government of the United States", "lexicon"),
    ]


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_mentions_are_grounded_ordered_and_apart(text: str) -> None:
    mentions = find(text)
    assert all(text[m.start : m.end] == m.quote != "" for m in mentions)
    assert all(before.end <= after.start for before, after in pairwise(mentions))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_mention_begins_in_its_sentence(text: str) -> None:
    parts = sentences(text)
    for m in find_mentions(text, parts):
        assert parts[m.sentence].start <= m.start < parts[m.sentence].end


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_same_text_gives_same_mentions(text: str) -> None:
    assert find(text) == find(text)


def test_no_text_has_no_mentions() -> None:
    assert find("") == ()


@pytest.mark.parametrize(
    "piece",
    [
        "Georgia ",
        "Maduro ",
        "Juan ",
        "A",
        "A.",
        "de la ",
        "Juan Pérez de la ",
        "U.S.",
        "X' ",
        "Al-",
        "Ministry of ",
        "Orla Network (ON) ",
        "Delcy Rodríguez met Jorge Rodríguez. President Rodríguez came. ",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    find(piece)
    text = (piece * 200_000)[:200_000]
    began = process_time()
    find(text)
    assert process_time() - began < 2.0


def test_many_people_take_linear_time() -> None:
    text = " ".join(
        f"Juan {chr(65 + i % 26)}arro{'abcdefghij'[i // 26 % 10]}a{i % 7 * 'z'}o came."
        for i in range(8000)
    )
    began = process_time()
    assert len(find(text)) > 4000
    assert process_time() - began < 2.0


def test_users_lexicon_adds_people_and_places(tmp_path: Path) -> None:
    (tmp_path / "entities").mkdir()
    (tmp_path / "entities" / "people.yaml").write_text(
        "ada-okafor: {name: Ada Okafor, aliases: [the Professor]}\n", encoding="utf-8"
    )
    (tmp_path / "cities.yaml").write_text("VE: {Villa Nueva: []}\n", encoding="utf-8")
    text = "Ada Okafor, called the Professor, left Villa Nueva."
    assert [m.name for m in find(text, tmp_path)] == ["Ada Okafor", "Ada Okafor", "Villa Nueva"]
    assert find(text) == ()


def test_alias_of_two_entities_is_refused(tmp_path: Path) -> None:
    (tmp_path / "entities").mkdir()
    (tmp_path / "entities" / "people.yaml").write_text(
        "other-maduro: {name: Ricardo Maduro, aliases: [Maduro]}\n", encoding="utf-8"
    )
    with pytest.raises(LexiconError, match="'Maduro' names nicolas-maduro and other-maduro"):
        find("Maduro left.", tmp_path)


def test_unknown_key_in_an_entity_is_refused(tmp_path: Path) -> None:
    (tmp_path / "entities").mkdir()
    (tmp_path / "entities" / "places.yaml").write_text("x: {nmae: X}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="nmae"):
        find("X", tmp_path)
