"""Rules on the rows of a table: their vocabulary, and their examination by Great Expectations."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import pandas as pd

Severity = Literal["ERROR", "WARN"]


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


def one_of(name: str, column: str, values: Sequence[str], *, why: str) -> Rule:
    """The column holds only these values."""
    return Rule(
        name,
        "expect_column_values_to_be_in_set",
        {"column": column, "value_set": list(values)},
        why=why,
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
