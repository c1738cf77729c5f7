"""What must hold of every extraction, whatever the text."""

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extraction import extract
from pipelines.extraction.values import Claim, Extraction, Mention, Phrase, Quantity

PIECES = (
    "at least", "more than", "no one", "12", "20", "3,100", "dozens", "several", "people", "soldiers", "a", "an",
    "soldier", "killed", "wounded", "killing", "dead", "died", "death toll", "rose to", "from", "of the", "were",
    "have been", "was", "and", ",", ".", ";", "—", "(", ")", '"', "'", "including", "three of them", "among",
    "strikes", "airstrikes", "raids", "attacks on", "in Gaza", "$50 million", "reward", "bounty", "offered", "for",
    "information leading to", "arrest", "said", "according to", "claimed", "denied", "feared", "who", "that", "had",
    "'s", "-year-old", "each", "not", "n't", "since Monday", "1.5m", "%", "\n", "\u00a0", "é", "中文",
)  # fmt: skip
WORDS = st.sampled_from(PIECES)
ARTICLES = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200)


def is_grounded(text: str, found: Extraction) -> bool:
    roles = [
        phrase
        for claim in found.claims
        for phrase in (claim.subject, claim.actor, claim.target, claim.place, claim.attribution)
        if phrase is not None
    ]
    quoted: list[Quantity | Claim | Mention | Phrase] = [
        *found.quantities,
        *found.claims,
        *found.mentions,
        *roles,
    ]
    return all(text[item.start : item.end] == item.quote and item.quote for item in quoted)


@settings(max_examples=300, deadline=None)
@given(ARTICLES)
def test_every_quote_stands_in_the_text(text: str) -> None:
    assert is_grounded(text, extract(text))


@settings(max_examples=100, deadline=None)
@given(ARTICLES)
def test_the_same_text_gives_the_same_extraction(text: str) -> None:
    assert extract(text) == extract(text)


@settings(max_examples=200, deadline=None)
@given(ARTICLES)
def test_claims_and_ledger_agree(text: str) -> None:
    found = extract(text)
    claimed = {claim.quantity for claim in found.claims}
    assert claimed == {
        place for place, entry in enumerate(found.quantities) if entry.outcome == "claim"
    }
    assert all(entry.reason for entry in found.quantities)
    for claim in found.claims:
        entry = found.quantities[claim.quantity]
        assert (claim.value, claim.low, claim.high, claim.hedge) == (
            entry.value,
            entry.low,
            entry.high,
            entry.hedge,
        )
        assert claim.start <= entry.start < entry.end <= claim.end


@settings(max_examples=200, deadline=None)
@given(ARTICLES)
def test_the_ledger_is_in_order_and_does_not_overlap(text: str) -> None:
    entries = extract(text).quantities
    assert all(one.end <= other.start for one, other in pairwise(entries))


def test_a_part_points_to_its_total() -> None:
    text = "The fire killed 12 people, including three children."
    total, part = extract(text).claims
    assert (total.part_of, part.part_of) == (None, 0)


def test_a_part_finds_its_total_in_an_earlier_sentence() -> None:
    text = "A bus fell into a gorge, killing 21. Rescue took all night. Four of the dead were children."
    assert [claim.part_of for claim in extract(text).claims] == [None, 0]


def test_a_part_finds_the_toll_that_it_adds_to() -> None:
    text = "A quake killed three people. Nine more bodies were found, taking the death toll to 61."
    assert [claim.part_of for claim in extract(text).claims] == [None, 2, None]


def test_a_part_of_those_taken_is_no_part_of_others_killed() -> None:
    text = "A raid killed nine men. Sixty girls were abducted. Two died in the forest."
    assert [claim.part_of for claim in extract(text).claims] == [None, None, None]


def test_no_total_is_smaller_than_its_part() -> None:
    text = "Five people were hurt in Malin. In Dorva 20 were injured, nine of them gravely."
    assert [claim.part_of for claim in extract(text).claims] == [None, None, 1]


def test_a_new_number_points_to_the_old_one() -> None:
    text = "The death toll rose from 12 to 15."
    assert [claim.previous for claim in extract(text).claims] == [None, 0]


def test_a_doubled_reward_points_to_the_one_of_half_the_sum() -> None:
    text = "A reward of $5 million for the general was later doubled to $10 million."
    assert [claim.previous for claim in extract(text).claims] == [None, 0]


def test_a_figure_that_is_not_said_to_move_has_no_old_number() -> None:
    text = "The raids killed 12 people, compared with 21 in May."
    assert [(claim.change, claim.previous) for claim in extract(text).claims] == [(None, None)] * 2


def test_a_refused_count_says_why_in_the_ledger() -> None:
    entry = extract("Rising rates killed 4,000 jobs.").quantities[0]
    assert (entry.outcome, entry.reason) == ("not_a_figure", "counts jobs, not people")


def test_an_idiom_says_why_in_the_ledger() -> None:
    reasons = [
        entry.reason
        for entry in extract("He threw 71 of his 98 pitches for 20 strikes.").quantities
    ]
    assert "sport" in reasons


def test_time_grows_with_length_alone() -> None:
    hostile = (
        "killed, " * 400,
        "12 of the " * 400,
        "(" * 800,
        ", and 3 people" * 300,
        "of 12 " * 500,
        "that were killed " * 300,
    )
    for piece in hostile:
        assert _seconds(piece * 8) < 24 * _seconds(piece) + 1


def _seconds(text: str) -> float:
    start = time.process_time()
    extract(text)
    return time.process_time() - start
