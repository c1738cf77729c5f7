"""Articles without a day of publication: what their own words say of the year."""

from datetime import date
from pathlib import Path

import pytest

from pipelines import settings
from pipelines.extraction import extract
from pipelines.extraction.lexicon import LexiconError
from pipelines.extraction.page import Page, Passage
from pipelines.extraction.text.sentences import sentences
from pipelines.extraction.times.inferring import inferred
from pipelines.extraction.values import Claim

DEADLINE = (
    "On June 6 President Emmanuel Macron gave the rebels 10 days to leave Orla. Nobody left. "
    "The deadline expired on Monday. Since late May bombs have killed 12 people there, two of them on Monday."
)


def page(text: str) -> list[Passage]:
    return Page(text, sentences(text), None).passages


def claims(text: str, *, infer_dates: bool = True) -> tuple[Claim, ...]:
    return extract(text, infer_dates=infer_dates).claims


def test_a_deadline_that_ran_out_on_a_weekday_tells_the_year() -> None:
    # 16 June is a Monday in 2003, 2008, 2014, 2025, 2031 and 2036; Macron's term begins in 2017 and its end is open.
    several = inferred(page(DEADLINE))
    assert several.known == ()
    assert several.reason is not None
    assert "2025, 2031" in several.reason
    one = inferred(page(DEADLINE.replace("Emmanuel Macron", "Donald Trump")))
    assert one.known == (date(2025, 6, 6),)
    assert one.between == (date(2025, 6, 16), date(2025, 6, 22))


def test_what_holds_on_every_possible_day_of_publication_is_dated() -> None:
    total, part = claims(DEADLINE.replace("Emmanuel Macron", "Donald Trump"))
    assert (total.period_start, total.period_end) == (date(2025, 5, 21), None)
    assert (part.period_start, part.period_end) == (date(2025, 6, 16), date(2025, 6, 16))
    assert {total.period_basis, part.period_basis} == {"inferred"}
    assert "June 6 and 10 days came to a Monday" in str(total.period_reason)


def test_several_fitting_years_leave_the_dates_open_and_are_named() -> None:
    total, _ = claims(DEADLINE)
    assert (total.period_start, total.period_end, total.period_basis) == (None, None, None)
    assert "2025, 2031" in str(total.period_reason)


def test_inference_can_be_turned_off() -> None:
    text = DEADLINE.replace("Emmanuel Macron", "Donald Trump")
    assert all(claim.period_start is None for claim in claims(text, infer_dates=False))
    assert all(claim.period_reason is None for claim in claims(text, infer_dates=False))


def test_the_setting_is_a_switch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALLYWIRE_INFER_DATES", "off")
    assert not settings.load().infer_dates
    monkeypatch.setenv("TALLYWIRE_INFER_DATES", "maybe")
    with pytest.raises(settings.SettingsError, match="must be one of on, off"):
        settings.load()


def test_a_day_of_publication_needs_no_inference() -> None:
    text = DEADLINE.replace("Emmanuel Macron", "Donald Trump")
    total, _ = extract(text, published=date(2031, 6, 17)).claims
    assert (total.period_start, total.period_basis) == (date(2031, 5, 21), "published")


def test_a_weekday_with_its_date_tells_the_year() -> None:
    text = "President Joe Biden spoke in Orla. Two guards were killed there on Friday, October 7."
    (claim,) = claims(text)
    assert (claim.period_start, claim.period_basis) == (date(2022, 10, 7), "inferred")


@pytest.mark.parametrize("before", ["former", "then", "ex"])
def test_an_office_that_is_over_says_nothing(before: str) -> None:
    text = f"The {before} President Joe Biden spoke. Two guards were killed on Friday, October 7."
    assert inferred(page(text)).known == ()


def test_an_office_in_a_sentence_with_a_year_may_be_of_that_year() -> None:
    text = "President Joe Biden spoke in Orla in 2021. Two guards were killed on Friday, October 7."
    assert inferred(page(text)).known == ()


def test_offices_that_were_never_held_together_fit_no_year() -> None:
    text = "President Joe Biden met Pope Leo XIV. Two guards were killed on Friday, October 7."
    anchor = inferred(page(text))
    assert anchor.known == ()
    assert "no year" in str(anchor.reason)


def test_a_term_without_a_day_breaks_the_run_by_name(tmp_path: Path) -> None:
    entry = "mayor: {titles: [mayor], names: [ana ruiz], spans: [[2020, null]]}"
    (tmp_path / "terms.yaml").write_text(entry, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"terms\.yaml: mayor"):
        inferred(page("Two guards were killed on Friday, October 7."), lexicon=tmp_path)
