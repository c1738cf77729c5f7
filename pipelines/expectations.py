"""What must be true of the rows of each core table, as Great Expectations.

A rule's name is the sentence that it checks. ERROR rules block publication, WARN rules do not. Rules over
whole tables, across tables, or on exact money are queries in ``sql/checks``.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import pandas as pd

Severity = Literal["ERROR", "WARN"]

HEDGES = [
    "exact",
    "about",
    "at_least",
    "more_than",
    "less_than",
    "up_to",
    "nearly",
    "range",
    "vague",
    "zero",
]
KINDS = [
    "count",
    "money",
    "percent",
    "duration",
    "age",
    "date",
    "time",
    "ordinal",
    "distance",
    "measure",
    "ratio",
    "score",
    "identifier",
    "other",
]
HEX_32 = r"^[0-9a-f]{32}$"
HEX_64 = r"^[0-9a-f]{64}$"


@dataclass(frozen=True, slots=True)
class Rule:
    """One expectation: ``type`` and ``options`` are Great Expectations', ``why`` is for whoever sees it fail."""

    name: str
    type: str
    options: Mapping[str, Any]
    severity: Severity = "ERROR"
    why: str = field(kw_only=True)


def unique(name: str, *columns: str) -> Rule:
    """No two rows share these columns."""
    why = "Two rows for one thing would count it twice."
    if len(columns) == 1:
        return Rule(name, "expect_column_values_to_be_unique", {"column": columns[0]}, why=why)
    return Rule(
        name, "expect_compound_columns_to_be_unique", {"column_list": list(columns)}, why=why
    )


def filled(name: str, column: str, *, why: str, severity: Severity = "ERROR") -> Rule:
    """No row lacks the column."""
    return Rule(name, "expect_column_values_to_not_be_null", {"column": column}, severity, why=why)


def one_of(name: str, column: str, values: list[str], *, why: str) -> Rule:
    """The column holds only these values."""
    return Rule(
        name, "expect_column_values_to_be_in_set", {"column": column, "value_set": values}, why=why
    )


def between(
    name: str,
    column: str,
    low: float | None,
    high: float | None,
    *,
    why: str,
    severity: Severity = "ERROR",
) -> Rule:
    """The column's values lie within inclusive bounds."""
    options = {"column": column, "min_value": low, "max_value": high}
    return Rule(name, "expect_column_values_to_be_between", options, severity, why=why)


def ordered(name: str, greater: str, lesser: str, *, equal: bool, why: str) -> Rule:
    """One column is above another; rows that lack either pass."""
    options = {
        "column_A": greater,
        "column_B": lesser,
        "or_equal": equal,
        "ignore_row_if": "either_value_is_missing",
    }
    return Rule(name, "expect_column_pair_values_a_to_be_greater_than_b", options, why=why)


def shaped(name: str, column: str, pattern: str, *, why: str) -> Rule:
    """The column's values match a regular expression."""
    return Rule(
        name, "expect_column_values_to_match_regex", {"column": column, "regex": pattern}, why=why
    )


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
        one_of("hedge_is_known", "hedge", HEDGES, why="A hedge outside the table has no bounds."),
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
        one_of("kind_is_known", "kind", KINDS, why="The ledger explains every number."),
        one_of(
            "outcome_is_known",
            "outcome",
            ["claim", "not_a_figure", "unsupported"],
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
            ["incident", "cumulative", "subset", "each"],
            why="Scopes must not be mixed.",
        ),
        one_of(
            "modality_is_known",
            "modality",
            ["asserted", "alleged", "feared", "denied", "requested", "planned"],
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
            ["person", "organisation", "place"],
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
            ["person", "organisation", "place"],
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
            ["subject", "actor", "target", "place", "attribution"],
            why="Roles are five.",
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """The rows that break a rule, by their positions in the frame."""

    rule: Rule
    failing: tuple[int, ...]


def examine(frame: "pd.DataFrame", rules: tuple[Rule, ...]) -> list[Finding]:
    """Validate a frame. Raises RuntimeError where Great Expectations cannot evaluate a rule."""
    findings = {}
    for result in _validate(frame, rules):
        name = result.expectation_config.meta["rule"]
        if result.exception_info.get("raised_exception"):
            raise RuntimeError(f"{name}: {result.exception_info['exception_message']}")
        findings[name] = tuple(int(row) for row in result.result["unexpected_index_list"])
    return [Finding(rule, findings[rule.name]) for rule in rules]


def _validate(frame: "pd.DataFrame", rules: tuple[Rule, ...]) -> Any:
    """Great Expectations' results for the rules, in an order of its own."""
    # Imported here: it takes seconds, and whoever checks no rows can do without.
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig
    from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    asset = context.data_sources.add_pandas("build").add_dataframe_asset("rows")
    definition = asset.add_batch_definition_whole_dataframe("new")
    expectations = [
        ExpectationConfiguration(
            type=rule.type, kwargs=dict(rule.options), meta={"rule": rule.name}
        ).to_domain_obj()
        for rule in rules
    ]
    suite = gx.ExpectationSuite(name="rules", expectations=expectations)
    batch = definition.get_batch(batch_parameters={"dataframe": frame})
    return batch.validate(suite, result_format={"result_format": "COMPLETE"}).results
