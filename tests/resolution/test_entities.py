"""From names to entities."""

from pathlib import Path
from random import Random
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extraction.names.gazetteer import gazetteer, slug
from pipelines.extraction.names.mentions import find_mentions
from pipelines.extraction.text.sentences import sentences
from pipelines.extraction.values import Mention, MentionKind
from pipelines.resolution import Entity, entity_of, union

ARTICLES = (
    "Nicolás Maduro met Ernesto Quintero in Caracas. Maduro left Venezuela.",
    "MADURO and Ernesto Quintero spoke to Reuters about Venezuelans.",
    "Donald Trump rang Moscow. José Ibarra listened; Jose Ibarra too.",
)
NAMES = st.sampled_from(["José Pérez", "Jose Perez", "JOSE PEREZ", "Nicolás Maduro", "Maduro", "X"])
KINDS: st.SearchStrategy[MentionKind] = st.sampled_from(get_args(MentionKind))


def mentions(text: str) -> tuple[Mention, ...]:
    return find_mentions(text, sentences(text))


def test_known_person_keeps_the_lexicons_id() -> None:
    entity = entity_of("person", "Donald Trump")
    assert entity == Entity("donald-trump", "Donald Trump", "person", "Q22686", "US", "lexicon")


def test_territory_has_its_code_country_and_wikidata_id() -> None:
    entity = entity_of("place", "Venezuela")
    assert entity == Entity("territory-ve", "Venezuela", "place", "Q717", "VE", "territory")


def test_part_of_a_country_belongs_to_it() -> None:
    assert entity_of("place", "Texas").country == "US"


def test_city_knows_its_country() -> None:
    entity = entity_of("place", "Caracas")
    assert (entity.entity_id, entity.country) == ("place-ve-caracas", "VE")


@pytest.mark.parametrize("name", ["Nicolás Maduro", "Nicolas Maduro", "NICOLÁS MADURO", "Maduro"])
def test_alias_accents_and_capitals_lead_to_the_same_entity(name: str) -> None:
    assert entity_of("person", name).entity_id == "nicolas-maduro"


def test_likeness_does_not_link() -> None:
    assert entity_of("person", "Nicolás Madura").source == "text"


def test_kind_keeps_apart_what_shares_a_name() -> None:
    person, place = entity_of("person", "Ernesto Quintero"), entity_of("place", "Ernesto Quintero")
    assert person.entity_id != place.entity_id
    assert entity_of("person", "Caracas").source == "text"


def test_unknown_name_is_an_entity_whose_id_stays() -> None:
    entity = entity_of("person", "Ernesto Quintero")
    assert entity == Entity(
        "person-8fc378e93877327d", "Ernesto Quintero", "person", None, None, "text"
    )


def test_articles_resolved_one_by_one_give_the_same_as_all_at_once() -> None:
    one_by_one = [union(map(of_mention, mentions(text))) for text in ARTICLES]
    at_once = [of_mention(mention) for text in reversed(ARTICLES) for mention in mentions(text)]
    assert union(entity for of_article in one_by_one for entity in of_article) == union(at_once)


def of_mention(mention: Mention) -> Entity:
    return entity_of(mention.kind, mention.name)


def test_spelling_with_accents_stands() -> None:
    [entity] = union([entity_of("person", "José Pérez"), entity_of("person", "Jose Perez")])
    assert entity.name == "José Pérez"


@given(st.lists(st.tuples(KINDS, NAMES)), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_order_and_repetition_of_names_do_not_matter(
    names: list[tuple[MentionKind, str]], shuffled: Random
) -> None:
    entities = [entity_of(kind, name) for kind, name in names]
    other = entities * 2
    shuffled.shuffle(other)
    assert union(entities) == union(other)
    assert union(union(entities)) == union(entities)


@given(KINDS, st.text(min_size=1, max_size=20))
@settings(max_examples=200, deadline=None)
def test_any_name_has_one_entity_of_its_kind(kind: MentionKind, name: str) -> None:
    entity = entity_of(kind, name)
    assert entity == entity_of(kind, name)
    assert entity.kind == kind
    assert entity.entity_id


def test_every_known_name_leads_back_to_its_entity() -> None:
    for known in gazetteer().values():
        assert entity_of(known.kind, known.name).entity_id == known.entity_id


def test_wikidata_ids_are_well_formed_and_of_one_entity_each() -> None:
    ids = [known.wikidata_id for known in gazetteer().values() if known.wikidata_id]
    assert all(qid[0] == "Q" and qid[1:].isdigit() for qid in ids)
    assert len(ids) == len(set(ids))


def test_ids_are_slugs() -> None:
    assert all(slug(entity_id) == entity_id for entity_id in gazetteer())


def test_countries_are_iso_codes_of_known_territories() -> None:
    codes = {
        key.removeprefix("territory-").upper()
        for key in gazetteer()
        if key.startswith("territory-")
    }
    assert {known.country for known in gazetteer().values()} - {None} <= codes


def test_users_lexicon_gives_its_own_ids(tmp_path: Path) -> None:
    (tmp_path / "entities").mkdir()
    (tmp_path / "entities" / "people.yaml").write_text(
        "ernesto-quintero: {name: Ernesto Quintero, country: VE}\n", encoding="utf-8"
    )
    assert entity_of("person", "Ernesto Quintero", lexicon=tmp_path).entity_id == "ernesto-quintero"
