"""From names to entities in a real warehouse: the tables, the suggestions, the marts, and the checks of all these."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipelines import bounding, catalog, ingestion, marts, resolving, steps
from pipelines.settings import Settings, load
from pipelines.warehouse import Build, open_build

TEXTS = {
    "reward": "Washington is offering a reward of $50 million for the arrest of Nicolás Maduro.",
    "arrests": "Maduro's police arrested 12 people on Monday, officials told Reuters.",
    "strike": "U.S. forces killed 11 people. Nine supporters of Maduro were injured in Caracas.",
    "siblings": "Delcy Rodríguez met Jorge Rodríguez. Later Rodríguez said that 14 people were killed.",
    "judge": "Two people were killed, Judge Harold K. Bixby said.",
    "father": "Harold Bixby said that three people were killed.",
    "medic": "Mohammed Haddad said that four people were killed.",
    "doctor": "Mohamed Haddad said that five people were killed.",
    "president": "Volodymyr Zelenski said that six people were killed.",
    "police": "Officers of the National Police of Peru said so. The Peruvian National Police arrested 7 people.",
}
NAMING = ("mentions", "entities", "entity_aliases", "claim_entities", "entity_suggestions")
CHECKS = [
    check
    for check in catalog.checks()
    if check.table in {*(f"core/{table}" for table in NAMING), "mart/entities", "mart/unattributed"}
]


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("names")
    (folder / "raw").mkdir()
    for name, text in TEXTS.items():
        (folder / "raw" / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    return load(raw=folder / "raw", warehouse=folder / "warehouse" / "names.duckdb")


@pytest.fixture(scope="module")
def resolved(inbox: Settings) -> Iterator[Build]:
    with open_build(inbox, run_id="test") as build:
        ingestion.read_inbox(build)
        steps.extract_articles(build)
        bounding.bound_figures(build)
        resolving.resolve_entities(build)
        for name in ("claims", "entities", "unattributed"):
            marts.create(build, next(mart for mart in catalog.marts() if mart.name == name))
        yield build


@pytest.fixture
def spoiled(resolved: Build) -> Iterator[Build]:
    """The same build, in which all that a test does is undone."""
    resolved.connection.begin()
    yield resolved
    resolved.connection.rollback()


def ask(build: Build, query: str) -> list[tuple[object, ...]]:
    return [tuple(row.values()) for row in build.rows(query)]


def test_one_entity_has_all_spellings_with_their_links(resolved: Build) -> None:
    spellings = ask(
        resolved,
        "select alias, link from core.entity_aliases where entity_id = 'nicolas-maduro' order by all",
    )
    assert spellings == [("Maduro", "surname"), ("Nicolás Maduro", "full_name")]


def test_an_ambiguous_surname_says_between_whom_and_links_to_nobody(resolved: Build) -> None:
    [(mention_id, name, could_be)] = ask(
        resolved, "select mention_id, name, could_be from core.mentions where quote = 'Rodríguez'"
    )
    assert (name, could_be) == (None, "Delcy Rodríguez or Jorge Rodríguez")
    assert not ask(resolved, f"from core.claim_entities where mention_id = '{mention_id}'")


def test_a_metonym_is_a_link_of_its_own(resolved: Build) -> None:
    found = ask(
        resolved,
        "select role, link, is_whole from core.claim_entities where entity_id = 'us-government'",
    )
    assert found == [("actor", "metonym", True)]


def test_a_name_within_other_words_is_not_all_of_a_role(resolved: Build) -> None:
    found = ask(
        resolved,
        """select claims.subject, links.is_whole from core.claim_entities as links
        inner join core.claims as claims using (claim_id)
        where entity_id = 'nicolas-maduro' and role = 'subject' order by all""",
    )
    assert found == [("Nicolás Maduro", True), ("supporters of Maduro", False)]


def test_whoever_was_told_is_a_relay(resolved: Build) -> None:
    found = ask(
        resolved,
        "select role, type from core.claim_entities inner join core.entities using (entity_id) where name = 'Reuters'",
    )
    assert found == [("relay", "outlet")]


def test_what_is_alike_is_suggested_and_not_linked(resolved: Build) -> None:
    found = ask(
        resolved,
        """select least(ones.name, others.name), greatest(ones.name, others.name), reason, score > 0.8
        from core.entity_suggestions as suggestions
        inner join core.entities as ones on suggestions.entity_id = ones.entity_id
        inner join core.entities as others on suggestions.other_entity_id = others.entity_id
        order by all""",
    )
    assert found == [
        ("Harold Bixby", "Harold K. Bixby", "fuller_name", True),
        ("Mohamed Haddad", "Mohammed Haddad", "spelling", True),
        ("National Police of Peru", "Peruvian National Police", "other_order", True),
        ("Volodymyr Zelenski", "Volodymyr Zelenskyy", "spelling", True),
    ]


def test_two_names_in_one_entry_of_the_users_lexicon_are_one_entity(
    inbox: Settings, tmp_path: Path
) -> None:
    (tmp_path / "entities").mkdir()
    (tmp_path / "entities" / "people.yaml").write_text(
        "haddad: {name: Mohammed Haddad, country: SY, aliases: [Mohamed Haddad]}\n",
        encoding="utf-8",
    )
    decided = replace(inbox, lexicon=tmp_path, warehouse=tmp_path / "warehouse" / "names.duckdb")
    with open_build(decided, run_id="test") as build:
        ingestion.read_inbox(build)
        steps.extract_articles(build)
        resolving.resolve_entities(build)
        names = "from core.entities where name like '%Haddad'"
        assert ask(build, f"select entity_id, country {names}") == [("haddad", "SY")]
        assert not ask(
            build, "from core.entity_suggestions where 'haddad' in (entity_id, other_entity_id)"
        )


def test_the_mart_of_entities_counts_claims_by_role_and_metric(resolved: Build) -> None:
    found = ask(
        resolved,
        """select role, metric, n_claims, n_whole, n_metonym, lowest::int, highest::int from mart.entities
        where entity_id in ('nicolas-maduro', 'us-government') order by all""",
    )
    assert found == [
        ("actor", "arrests", 1, 0, 0, 12, 12),
        ("actor", "bounties", 1, 1, 1, 50_000_000, 50_000_000),
        ("subject", "bounties", 1, 1, 0, 50_000_000, 50_000_000),
        ("subject", "injuries", 1, 0, 0, 9, 9),
    ]


def test_the_mart_of_the_unattributed_holds_what_nobody_said(resolved: Build) -> None:
    found = ask(resolved, "select metric, quote from mart.unattributed order by all")
    assert ("deaths", "11 people") in found
    assert not [quote for _, quote in found if quote in ("14 people", "four people")]


def test_resolving_twice_changes_nothing(resolved: Build) -> None:
    before = [ask(resolved, f"from core.{table} order by all") for table in resolving.TABLES]
    resolving.resolve_entities(resolved)
    assert [
        ask(resolved, f"from core.{table} order by all") for table in resolving.TABLES
    ] == before


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_every_check_passes(resolved: Build, check: catalog.SqlCheck) -> None:
    assert not resolved.rows(check.query)


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        (
            "ambiguous_names_stay_open",
            "update core.mentions set name = 'X' where link = 'ambiguous'",
        ),
        ("ambiguous_names_stay_open", "update core.mentions set could_be = null"),
        ("links_fit_their_kind", "update core.mentions set kind = 'place' where link = 'surname'"),
        ("every_name_is_resolved", "delete from core.entity_aliases where link = 'metonym'"),
        (
            "bearers_of_a_surname_are_never_merged",
            """update core.entity_aliases set entity_id = (
                select entity_id from core.entities where name = 'Harold Bixby'
            ) where name like '%Haddad'""",
        ),
        ("wikidata_items_are_of_one_entity", "update core.entities set wikidata_id = 'Q1'"),
        ("only_the_lexicon_knows_more_than_a_name", "update core.entities set country = 'VE'"),
        ("suggestions_pair_two_entities", "delete from core.entities where name like '%Haddad'"),
        (
            "suggestions_pair_two_entities",
            "update core.entity_suggestions set other_entity_id = entity_id",
        ),
        (
            "the_curated_are_not_suggested_to_each_other",
            "update core.entities set source = 'lexicon'",
        ),
        ("links_join_claims_and_entities", "delete from core.entities where name = 'Reuters'"),
        ("mart_of_entities_holds_every_link", "delete from mart.entities where role = 'relay'"),
        ("mart_of_unattributed_holds_the_narrators", "delete from mart.unattributed"),
    ],
)
def test_a_check_finds_what_breaks_it(spoiled: Build, name: str, spoil: str) -> None:
    spoiled.execute(spoil)
    [check] = [each for each in CHECKS if each.name == name]
    assert spoiled.rows(check.query)
