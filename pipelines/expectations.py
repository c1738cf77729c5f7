"""What must be true of the rows of each core table, as Great Expectations.

A rule's name is the sentence that it checks. ERROR rules block publication, WARN rules do not. Rules over
whole tables, across tables, or on exact money are queries in ``sql/checks``.
"""

from typing import get_args

from pipelines.extraction.values import (
    Hedge,
    MentionKind,
    Modality,
    Outcome,
    QuantityKind,
    Scope,
)
from pipelines.rows import ROLES
from pipelines.rules import Rule, between, filled, one_of, ordered, shaped, unique

HEX_32 = r"^[0-9a-f]{32}$"
HEX_64 = r"^[0-9a-f]{64}$"


def _span() -> tuple[Rule, Rule]:
    return (
        between(
            "start_is_not_negative", "start_char", 0, None, why="Offsets count characters from 0."
        ),
        ordered(
            "end_comes_after_start",
            "end_char",
            "start_char",
            equal=False,
            why="A quote has at least one character.",
        ),
    )


def _number() -> tuple[Rule, ...]:
    return (
        ordered(
            "low_is_not_above_high",
            "high",
            "low",
            equal=True,
            why="No number satisfies bounds that cross.",
        ),
        one_of(
            "hedge_is_known",
            "hedge",
            get_args(Hedge),
            why="A hedge outside the table has no bounds.",
        ),
        filled(
            "hedge_rule_is_named", "hedge_rule", why="Bounds without their rule cannot be defended."
        ),
    )


RULES: dict[str, tuple[Rule, ...]] = {
    "files": (
        unique("files_are_unique", "path", "file_id"),
        shaped("file_id_is_a_sha256", "file_id", HEX_64, why="Machines must agree on ids."),
        one_of(
            "file_status_is_known",
            "status",
            ["read", "partly", "rejected"],
            why="Every file is accounted for.",
        ),
        between(
            "file_sizes_are_not_negative",
            "bytes",
            0,
            None,
            why="A size below zero is a broken reader.",
        ),
        Rule(
            "files_were_read",
            "expect_column_values_to_not_be_in_set",
            {"column": "status", "value_set": ["rejected"]},
            "WARN",
            why="A file that gave no article is in core.quarantine with the reason.",
        ),
    ),
    "articles": (
        unique("article_ids_are_unique", "article_id"),
        shaped("article_id_is_a_hash", "article_id", HEX_32, why="Machines must agree on ids."),
        shaped("text_hash_is_a_sha256", "text_hash", HEX_64, why="Copies are found by it."),
        Rule(
            "text_is_not_empty",
            "expect_column_value_lengths_to_be_between",
            {"column": "text", "min_value": 1},
            why="An article without text says nothing.",
        ),
        Rule(
            "text_is_long_enough_for_a_report",
            "expect_column_value_lengths_to_be_between",
            {"column": "text", "min_value": 80},
            "WARN",
            why="Shorter texts are often a failed download.",
        ),
        one_of(
            "published_basis_is_known",
            "published_basis",
            ["metadata", "url", "text", "inferred", "missing"],
            why="A date must say where it came from.",
        ),
        filled(
            "publication_day_is_known",
            "published_date",
            severity="WARN",
            why="Without it the figure cannot be placed in time; give a sidecar file.",
        ),
        filled(
            "outlet_is_known",
            "outlet",
            severity="WARN",
            why="A figure needs its publisher; give a sidecar file.",
        ),
        between(
            "version_counts_from_one",
            "version_no",
            1,
            None,
            why="The first text under a key is version 1.",
        ),
    ),
    "quarantine": (
        one_of(
            "stage_is_known",
            "stage",
            ["scan", "read", "metadata", "extract"],
            why="Each refusal names its step.",
        ),
        filled("refusal_has_a_reason", "reason", why="Nothing is refused without a reason."),
        filled("refusal_is_explained", "detail", why="Its reader must know what to do."),
    ),
    "steps": (
        unique("steps_are_unique", "article_id", "step"),
        one_of("step_is_known", "step", ["extract"], why="An unknown step would never be redone."),
    ),
    "sentences": (unique("sentences_are_unique", "article_id", "sentence_no"), *_span()),
    "quantities": (
        unique("quantity_ids_are_unique", "quantity_id"),
        shaped("quantity_id_is_a_hash", "quantity_id", HEX_32, why="Machines must agree on ids."),
        *_span(),
        *_number(),
        one_of(
            "kind_is_known", "kind", get_args(QuantityKind), why="The ledger explains every number."
        ),
        one_of(
            "outcome_is_known",
            "outcome",
            get_args(Outcome),
            why="No number is dropped.",
        ),
        filled("outcome_has_a_reason", "reason", why="The ledger explains every number."),
        Rule(
            "quantities_are_supported",
            "expect_column_values_to_not_be_in_set",
            {"column": "outcome", "value_set": ["unsupported"]},
            "WARN",
            why="These numbers were seen but could not be represented.",
        ),
    ),
    "claims": (
        unique("claim_ids_are_unique", "claim_id"),
        shaped("claim_id_is_a_hash", "claim_id", HEX_32, why="Machines must agree on ids."),
        *_span(),
        *_number(),
        one_of(
            "scope_is_known",
            "scope",
            get_args(Scope),
            why="Scopes must not be mixed.",
        ),
        one_of(
            "modality_is_known",
            "modality",
            get_args(Modality),
            why="A feared number is not a reported one.",
        ),
        between("low_is_not_negative", "low", 0, None, why="Nothing here counts below zero."),
        between("confidence_is_a_share", "confidence", 0, 1, why="It is a probability."),
        between(
            "confidence_is_not_poor",
            "confidence",
            0.5,
            None,
            severity="WARN",
            why="A person should look at these.",
        ),
    ),
    "metrics": (
        unique("metrics_are_unique", "metric"),
        filled("metric_is_explained", "meaning", why="A figure without its definition misleads."),
        ordered(
            "plausible_range_is_a_range",
            "plausible_high",
            "plausible_low",
            equal=False,
            why="It must allow something.",
        ),
    ),
    "mentions": (
        unique("mention_ids_are_unique", "mention_id"),
        *_span(),
        one_of(
            "mention_kind_is_known",
            "kind",
            get_args(MentionKind),
            why="Kinds are never mixed.",
        ),
        filled("mention_has_a_name", "name", why="A mention stands for a name."),
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
            why="It links to Wikidata.",
        ),
    ),
    "entity_aliases": (unique("aliases_are_unique", "alias", "name", "kind"),),
    "claim_entities": (
        unique("links_are_unique", "claim_id", "role", "mention_id"),
        one_of(
            "role_is_known",
            "role",
            ROLES,
            why="Roles are five.",
        ),
    ),
}
