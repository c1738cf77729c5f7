"""What must be true of the rows of each core table, as Great Expectations.

A rule's name is the sentence that it checks. ERROR rules block publication, WARN rules do not. Rules over
whole tables, across tables, or on exact money are queries in ``sql/checks``.
"""

from typing import get_args

from pipelines.extraction.values import (
    Hedge,
    Modality,
    Outcome,
    QuantityKind,
    Relation,
    Scope,
    SourceKind,
)
from pipelines.naming_rules import NAMING_RULES
from pipelines.rules import (
    Rule,
    between,
    filled,
    hexadecimal,
    longer,
    none_of,
    one_of,
    ordered,
    span,
    unique,
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
        hexadecimal("file_id_is_a_sha256", "file_id", 64),
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
        none_of(
            "files_were_read",
            "status",
            ["rejected"],
            why="A file that gave no article is in core.quarantine with the reason.",
            severity="WARN",
        ),
    ),
    "articles": (
        unique("article_ids_are_unique", "article_id"),
        hexadecimal("article_id_is_a_hash", "article_id", 32),
        hexadecimal("text_hash_is_a_sha256", "text_hash", 64),
        longer("text_is_not_empty", "text", 1, why="An article without text says nothing."),
        longer(
            "text_is_not_very_short",
            "text",
            80,
            why="Shorter texts are often a failed download.",
            severity="WARN",
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
        one_of(
            "step_is_known",
            "step",
            ["extract", "bound"],
            why="An unknown step would never be redone.",
        ),
    ),
    "sentences": (unique("sentences_are_unique", "article_id", "sentence_no"), *span()),
    "quantities": (
        unique("quantity_ids_are_unique", "quantity_id"),
        hexadecimal("quantity_id_is_a_hash", "quantity_id", 32),
        *span(),
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
        none_of(
            "quantities_are_supported",
            "outcome",
            ["unsupported"],
            why="These numbers were seen but could not be represented.",
            severity="WARN",
        ),
    ),
    "claims": (
        unique("claim_ids_are_unique", "claim_id"),
        hexadecimal("claim_id_is_a_hash", "claim_id", 32),
        *span(),
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
        one_of(
            "attribution_kind_is_known",
            "attribution_kind",
            ["narrator", *get_args(SourceKind)],
            why="Whose word it is decides what it is worth.",
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
    "attributions": (
        unique("links_of_a_chain_are_unique", "claim_id", "link_no"),
        *span(),
        one_of(
            "source_kind_is_known",
            "kind",
            get_args(SourceKind),
            why="Sources of one kind are weighed alike.",
        ),
        one_of(
            "relation_is_known",
            "relation",
            get_args(Relation),
            why="A chain says how the word was passed on.",
        ),
        between("n_sources_is_at_least_one", "n_sources", 1, None, why="A word has a giver."),
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
    **NAMING_RULES,
}
