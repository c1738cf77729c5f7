"""Rules on the rows of a table: their vocabulary, and their examination by Great Expectations."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import pandas as pd

Severity = Literal["ERROR", "WARN"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One expectation: ``type`` and ``options`` are Great Expectations' own.

    ``what`` is the rule in a sentence, ``why`` what it is for.
    """

    name: str
    what: str
    type: str
    options: Mapping[str, Any]
    severity: Severity = "ERROR"
    why: str = field(kw_only=True)


def unique(name: str, *columns: str) -> Rule:
    """No two rows share these columns."""
    what, why = f"No two rows share {' and '.join(columns)}.", "One thing must not count twice."
    if len(columns) == 1:
        options: Mapping[str, Any] = {"column": columns[0]}
        return Rule(name, what, "expect_column_values_to_be_unique", options, why=why)
    options = {"column_list": list(columns)}
    return Rule(name, what, "expect_compound_columns_to_be_unique", options, why=why)


def filled(name: str, column: str, *, why: str, severity: Severity = "ERROR") -> Rule:
    """No row lacks the column."""
    what, options = f"{column} is never NULL.", {"column": column}
    return Rule(name, what, "expect_column_values_to_not_be_null", options, severity, why=why)


def one_of(name: str, column: str, values: Sequence[str], *, why: str) -> Rule:
    """The column holds only these values."""
    what = f"{column} is one of {', '.join(values)}."
    options = {"column": column, "value_set": list(values)}
    return Rule(name, what, "expect_column_values_to_be_in_set", options, why=why)


def none_of(name: str, column: str, values: Sequence[str], *, why: str, severity: Severity) -> Rule:
    """The column holds none of these values."""
    what = f"{column} is never {' or '.join(values)}."
    options = {"column": column, "value_set": list(values)}
    return Rule(name, what, "expect_column_values_to_not_be_in_set", options, severity, why=why)


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
    what = f"{column} is {low} or more." if high is None else f"{column} is from {low} to {high}."
    options = {"column": column, "min_value": low, "max_value": high}
    return Rule(name, what, "expect_column_values_to_be_between", options, severity, why=why)


def longer(name: str, column: str, least: int, *, why: str, severity: Severity = "ERROR") -> Rule:
    """The column's texts have at least so many characters."""
    what = f"{column} has at least {least} characters."
    options = {"column": column, "min_value": least}
    return Rule(name, what, "expect_column_value_lengths_to_be_between", options, severity, why=why)


def ordered(name: str, greater: str, lesser: str, *, equal: bool, why: str) -> Rule:
    """One column is above another; rows that lack either pass."""
    what = f"{greater} is {'never below' if equal else 'above'} {lesser}."
    options = {
        "column_A": greater,
        "column_B": lesser,
        "or_equal": equal,
        "ignore_row_if": "either_value_is_missing",
    }
    kind = "expect_column_pair_values_a_to_be_greater_than_b"
    return Rule(name, what, kind, options, why=why)


def shaped(name: str, column: str, pattern: str, *, of: str, why: str) -> Rule:
    """The column's values match a regular expression, which ``of`` puts in words."""
    options = {"column": column, "regex": pattern}
    return Rule(name, f"{column} is {of}.", "expect_column_values_to_match_regex", options, why=why)


def span() -> tuple[Rule, Rule]:
    """Offsets bound at least one character."""
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


def hexadecimal(name: str, column: str, digits: int) -> Rule:
    """The column holds hashes of so many digits."""
    pattern, of = f"^[0-9a-f]{{{digits}}}$", f"{digits} hexadecimal digits"
    return shaped(name, column, pattern, of=of, why="Machines must agree on ids.")


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
    batches = _batches()  # first, since it sets up the library
    import great_expectations as gx
    from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

    expectations = [
        ExpectationConfiguration(
            type=rule.type, kwargs=dict(rule.options), meta={"rule": rule.name}
        ).to_domain_obj()
        for rule in rules
    ]
    suite = gx.ExpectationSuite(name="rules", expectations=expectations)
    batch = batches.get_batch(batch_parameters={"dataframe": frame})
    return batch.validate(suite, result_format={"result_format": "COMPLETE"}).results


@cache
def _batches() -> Any:
    """The definition that makes batches of frames, in a context that lives in memory."""
    # Imported here: it takes seconds, and whoever checks no rows can do without.
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    asset = context.data_sources.add_pandas("build").add_dataframe_asset("rows")
    return asset.add_batch_definition_whole_dataframe("new")
