"""Entities of places: countries, coordinates, and ids that two machines agree on."""

import pytest

from pipelines.extraction.names.gazetteer import gazetteer
from pipelines.resolution import entity_of


def test_city_of_the_lexicon_has_its_coordinates() -> None:
    caracas = entity_of("place", "Caracas")
    assert (caracas.country, caracas.latitude, caracas.longitude) == ("VE", 10.49, -66.88)


def test_town_of_geonames_has_an_id_by_country_and_name() -> None:
    kano = entity_of("place", "Kano, Nigeria")
    assert (kano.entity_id, kano.source, kano.country) == ("place-ng-kano", "geonames", "NG")
    assert (kano.latitude, kano.longitude) == (12.0, 8.52)


def test_towns_of_one_name_are_told_apart_by_their_region() -> None:
    ids = {
        entity_of("place", f"Springfield, {state}, United States").entity_id
        for state in ("Ohio", "Missouri")
    }
    assert ids == {"place-us-springfield-ohio", "place-us-springfield-missouri"}


def test_village_that_no_list_knows_keeps_its_country_and_has_no_coordinates() -> None:
    village = entity_of("place", "Lumo, Nigeria")
    assert (village.source, village.country, village.latitude) == ("text", "NG", None)


def test_place_without_a_country_is_known_by_its_name_only() -> None:
    place = entity_of("place", "Lumo")
    assert (place.source, place.country, place.latitude) == ("text", None, None)


def test_sea_has_the_countries_on_its_shores_and_none_of_its_own() -> None:
    sea = entity_of("place", "Strait of Hormuz")
    assert (sea.country, sea.countries, sea.latitude) == (None, "AE IR OM", None)


@pytest.mark.parametrize("name", ["United States", "Darfur", "Red Sea", "Fars, Iran"])
def test_areas_have_no_coordinates(name: str) -> None:
    assert entity_of("place", name).latitude is None


def test_a_comma_makes_a_person_no_place() -> None:
    assert entity_of("person", "Kano, Nigeria").country is None


def test_countries_of_shared_places_are_iso_codes_of_known_territories() -> None:
    codes = {
        key.removeprefix("territory-").upper()
        for key in gazetteer()
        if key.startswith("territory-")
    }
    shared = {code for known in gazetteer().values() for code in known.countries}
    assert shared
    assert shared <= codes
