"""Which place of the world a name stands for: readable cases in tests/cases/whereabouts.yaml, and the gazetteer."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipelines.extraction import extract
from pipelines.extraction.names.geonames import folded, places_called
from pipelines.extraction.names.placing import Within, called, candidates, full_name

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "whereabouts.yaml").read_text("utf-8")
)
OURS = ("contained", "gazetteer", "framed")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_each_name_stands_for_the_place_that_the_text_tells(case: dict[str, Any]) -> None:
    mentions = extract(case["text"]).mentions
    found = {
        mention.quote: mention.name or list(mention.could_be)
        for mention in mentions
        if mention.quote in case["places"] and mention.kind == "place"
    }
    assert found == case["places"]


def test_how_sure_a_name_is_tells_its_rule() -> None:
    text = "Twelve people were killed in Kano, Nigeria. Ten were killed in Sokoto. Two were killed in Lumo."
    found = {
        mention.quote: mention.rule for mention in extract(text).mentions if mention.rule in OURS
    }
    assert found == {"Kano": "contained", "Sokoto": "gazetteer", "Lumo": "framed"}


def test_spellings_of_a_name_are_folded() -> None:
    assert {folded(name) for name in ("Al-Fāshir", "al Fashir", "El Fashir")} == {"fashir"}


def test_a_town_has_coordinates_and_a_region_has_none() -> None:
    region, town = places_called("Kassala")
    assert (region.region, region.latitude) == (None, None)
    assert (town.country, town.region, town.latitude, town.longitude) == (
        "SD",
        "Kassala",
        15.45,
        36.4,
    )


def test_no_place_is_found_without_a_country() -> None:
    assert candidates("Kano", Within(), of="town") == []


def test_a_town_is_not_looked_for_in_another_region_than_the_text_tells() -> None:
    within = Within(frozenset({"US"}), frozenset({"colorado"}))
    assert candidates("Louisville", within, of="town") == []


def test_full_names_lead_back_to_their_places() -> None:
    for name in ("Springfield", "Kassala", "Kano", "Veracruz", "San Juan", "Nelson"):
        for place in places_called(name):
            assert called(full_name(place)) == place
