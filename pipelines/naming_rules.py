"""What must be true of the rows of the tables about names and those who bear them (see `pipelines.expectations`)."""

from typing import get_args

from pipelines.extraction.values import MentionKind, NameLink
from pipelines.resolution import EntityRole, Likeness, OrganisationType
from pipelines.rules import Rule, between, filled, one_of, shaped, span, unique

LINKS = [link for link in get_args(NameLink) if link != "ambiguous"]

NAMING_RULES: dict[str, tuple[Rule, ...]] = {
    "mentions": (
        unique("mention_ids_are_unique", "mention_id"),
        *span(),
        one_of(
            "mention_kind_is_known",
            "kind",
            get_args(MentionKind),
            why="Kinds are never mixed.",
        ),
        one_of(
            "mention_link_is_known",
            "link",
            get_args(NameLink),
            why="A name, a surname and a metonym are not the same evidence.",
        ),
    ),
    "entities": (
        unique("entity_ids_are_unique", "entity_id"),
        filled("entity_has_a_name", "name", why="Analysts search by it."),
        one_of(
            "entity_kind_is_known",
            "kind",
            get_args(MentionKind),
            why="Kinds are never mixed.",
        ),
        shaped(
            "wikidata_id_is_well_formed",
            "wikidata_id",
            r"^Q[1-9][0-9]*$",
            of="a Q and digits",
            why="It links to Wikidata.",
        ),
        shaped(
            "country_is_an_iso_code",
            "country",
            "^[A-Z]{2}$",
            of="two capital letters",
            why="Countries are compared by it.",
        ),
        one_of(
            "organisation_type_is_known",
            "type",
            get_args(OrganisationType),
            why="Analysts filter by it.",
        ),
    ),
    "entity_aliases": (
        unique("aliases_are_unique", "alias", "name", "kind", "link"),
        one_of(
            "alias_link_is_known",
            "link",
            LINKS,
            why="What is ambiguous is nobody's alias.",
        ),
    ),
    "entity_suggestions": (
        unique("suggestions_are_unique", "entity_id", "other_entity_id"),
        between("score_is_a_share", "score", 0, 1, why="It is a similarity."),
        one_of(
            "likeness_is_known",
            "reason",
            get_args(Likeness),
            why="Whoever decides must know why he is asked.",
        ),
    ),
    "claim_entities": (
        unique("links_are_unique", "claim_id", "role", "mention_id"),
        one_of(
            "role_is_known",
            "role",
            get_args(EntityRole),
            why="Figures are looked up by who is what in them.",
        ),
        one_of(
            "link_is_known",
            "link",
            LINKS,
            why="What is ambiguous is linked to nobody.",
        ),
    ),
}
