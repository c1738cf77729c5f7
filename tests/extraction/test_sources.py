"""The chain of sources behind a claim, and which claim a denial denies."""

import time

import pytest

from pipelines.extraction import extract
from pipelines.extraction.values import Claim


def chain(claim: Claim) -> list[tuple[str, str]]:
    return [(link.relation, link.words.quote) for link in claim.links]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine people drowned.", []),
        ("Nine people drowned, the mayor said.", [("said", "mayor")]),
        (
            "Nine people drowned, a coroner told the BBC.",
            [("said", "coroner"), ("told", "BBC")],
        ),
        ("Nine people drowned, a coroner told reporters.", [("said", "coroner")]),
        (
            "State radio, citing the coastguard, said nine people had drowned.",
            [("said", "coastguard"), ("citing", "State radio")],
        ),
        (
            "Nine people drowned, Reuters reported on Friday, citing two officials.",
            [("said", "two officials"), ("citing", "Reuters")],
        ),
        (
            "A news channel quoted hospital staff as saying that nine people had died.",
            [("said", "hospital staff"), ("reported_by", "news channel")],
        ),
        (
            "The coroner was quoted by the BBC as saying that nine people had died.",
            [("said", "coroner"), ("reported_by", "BBC")],
        ),
        (
            "The BBC reported that the mayor said nine people had drowned.",
            [("said", "mayor"), ("reported_by", "BBC")],
        ),
        (
            "Briefers put the death toll at nine, according to two people who were in the room.",
            [("said", "Briefers"), ("reported_by", "two people")],
        ),
    ],
)
def test_a_chain_leads_from_who_said_it_to_who_passed_it_on(
    text: str, expected: list[tuple[str, str]]
) -> None:
    [claim] = extract(text).claims
    assert chain(claim) == expected


def test_the_attribution_is_the_first_link() -> None:
    [claim] = extract("Nine people drowned, four sources told Reuters.").claims
    assert claim.attribution == claim.links[0].words
    assert (claim.attribution_kind, claim.n_sources) == ("anonymous", 4)


def test_a_source_named_twice_is_one_link() -> None:
    [claim] = extract("The mayor said he feared nine people had drowned.").claims
    assert chain(claim) == [("said", "mayor")]


def test_a_pronoun_that_stands_for_nobody_stays_a_pronoun() -> None:
    [claim] = extract("He said nine people had drowned.").claims
    assert chain(claim) == [("said", "He")]


def test_a_denial_points_to_what_it_denies() -> None:
    text = "The governor said 19 people had been killed. The army denied that 19 people had died."
    told, denied = extract(text).claims
    assert (told.denies, denied.denies) == (None, 0)


def test_a_denial_of_what_nobody_claims_points_nowhere() -> None:
    text = "The governor said 12 people had been killed. The army denied that 19 people had died."
    assert [claim.denies for claim in extract(text).claims] == [None, None]


def test_time_grows_with_length_alone() -> None:
    for piece in ("he said, she added, " * 60, "It said nine died, " * 60, "X, who, said " * 60):
        assert _seconds(piece * 8) < 24 * _seconds(piece) + 1


def _seconds(text: str) -> float:
    start = time.process_time()
    extract(text)
    return time.process_time() - start
