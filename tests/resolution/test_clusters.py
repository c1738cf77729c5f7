"""Which words stand for one entity: readable cases in tests/cases/entities.yaml, and what holds for any names."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extraction.names.mentions import find_mentions
from pipelines.extraction.text.sentences import sentences
from pipelines.extraction.values import Mention, NameLink
from pipelines.resolution import entity_of

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "entities.yaml").read_text("utf-8"))
SPELLED = re.compile(rf"(.+) \(({'|'.join(get_args(NameLink))})\)")
TEXTS = [text for case in CASES for text in case["texts"]]

Spelling = tuple[str, str]


def mentions(texts: Iterable[str]) -> list[Mention]:
    return [mention for text in texts for mention in find_mentions(text, sentences(text))]


def clusters(found: Iterable[Mention]) -> dict[str, set[Spelling]]:
    """The spellings of each entity, with the way in which they stand for it."""
    by_id: dict[str, set[Spelling]] = {}
    for mention in found:
        if mention.name is not None:
            entity = entity_of(mention.kind, mention.name)
            by_id.setdefault(entity.entity_id, set()).add((mention.quote, mention.link))
    return by_id


def spelling(words: str) -> Spelling:
    told = SPELLED.fullmatch(words)
    return (told[1], told[2]) if told else (words, "full_name")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_case(case: dict[str, Any]) -> None:
    found = mentions(case["texts"])
    expected = [{spelling(words) for words in cluster} for cluster in case["clusters"]]
    assert sorted(map(sorted, clusters(found).values())) == sorted(map(sorted, expected))
    assert {mention.quote for mention in found if not mention.name} == set(case.get("open", ()))


def test_there_are_a_hundred_cases_and_none_has_an_unknown_key() -> None:
    assert len(CASES) >= 100
    assert {key for case in CASES for key in case} == {"case", "texts", "clusters", "open"}
    assert len({case["case"] for case in CASES}) == len(CASES)


@given(st.permutations(TEXTS))
@settings(max_examples=10, deadline=None)
def test_articles_in_any_order_give_the_same_clusters(texts: Sequence[str]) -> None:
    assert clusters(mentions(texts)) == clusters(mentions(TEXTS))


@given(st.lists(st.sampled_from(TEXTS), max_size=4))
@settings(max_examples=50, deadline=None)
def test_an_article_more_never_moves_a_name_from_one_entity_to_another(more: list[str]) -> None:
    alone = clusters(mentions(TEXTS[:20]))
    together = clusters(mentions([*TEXTS[:20], *more]))
    assert all(spellings <= together[entity_id] for entity_id, spellings in alone.items())


@given(
    st.permutations(["Ana Ibarra ran.", "Luis Ibarra hid.", "They saw Ibarra.", "L. Ibarra fell."])
)
@settings(deadline=None)
def test_bearers_of_a_surname_stay_apart_in_any_order_of_sentences(parts: list[str]) -> None:
    found = mentions([" ".join(parts)])
    by_id = clusters(found)
    assert len(by_id) == 2
    assert [m.quote for m in found if m.link == "ambiguous"] == ["Ibarra"]
