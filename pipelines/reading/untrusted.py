"""JSON and YAML from strangers: any input gives a value or a `DocumentError`, in bounded memory."""

import json
from typing import cast

import yaml

MAX_YAML_CHARACTERS = 65_536  # metadata of one article; a thousand times what it usually is
MAX_YAML_DEPTH = 20


class DocumentError(ValueError):
    """Input that is not what it claims to be; the message says where and why."""


def parse_json(text: str) -> object:
    """Parse JSON. NaN and infinities, which pandas writes for missing values, become None."""
    try:
        return json.loads(text, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if "\n" in text.strip() else ""
        what = error.msg.removesuffix(" at")
        raise DocumentError(f"{what} at {line}column {error.colno}") from None
    except RecursionError:
        raise DocumentError("it is nested too deeply") from None
    except ValueError:  # the only other one is Python's limit for the digits of an integer
        raise DocumentError("it holds a number of thousands of digits") from None


def parse_yaml(text: str) -> object:
    """Parse YAML into strings, lists and mappings: `no` and `12:30` stay the words they are."""
    if len(text) > MAX_YAML_CHARACTERS:
        raise DocumentError(f"it is longer than {MAX_YAML_CHARACTERS:,} characters")
    try:
        _refuse_tricks(text)
        return cast(object, yaml.CBaseLoader(text).get_single_data())
    except yaml.MarkedYAMLError as error:
        line = f" at line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise DocumentError(f"{error.problem}{line}") from None
    except yaml.YAMLError:
        raise DocumentError("it holds characters that YAML does not allow") from None


def _refuse_tricks(text: str) -> None:
    """Aliases can blow a few lines up to gigabytes, and deep nesting exhausts the stack."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.AliasEvent):
            raise DocumentError("it uses aliases (*name), which are not accepted")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_YAML_DEPTH:
            raise DocumentError("it is nested too deeply")
