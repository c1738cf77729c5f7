"""The lexicon: YAML word lists shipped with the package, and a user's folder merged over them.

Words are words here: ``no``, ``on`` and ``off`` are text, not YAML's booleans, and dates stay text.
"""

import re
from collections.abc import Collection, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

# What is no text in a lexicon. YAML's own patterns take 10:30 for 630 and 2020-01-01 for a date.
_NO_TEXT = (
    ("int", r"-?(?:0|[1-9][0-9]*)$", "-0123456789"),
    ("float", r"-?[0-9]+\.[0-9]+$", "-0123456789"),
    ("null", r"(?:null|~)$", "n~"),
)

_TABLE = ".tsv"  # what is too large for YAML; users add to none of these
_OPEN_FOLDERS = ("metrics/", "bounds/")  # a user may add whole files to these
_GRAMMAR = frozenset(
    (
        "abbreviations",
        "amounts",
        "currencies",
        "dates",
        "forms",
        "hedges",
        "nouns",
        "numbers",
        "units",
        "vague",
    )
)


class LexiconError(ValueError):
    """A lexicon file that cannot be used; the message names the file and the entry."""


class _WordLoader(yaml.CSafeLoader):
    """YAML in which only numbers and ``null`` are more than text, and no key stands twice."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 (PyYAML's own attribute)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    problem=f"{key.value!r} stands twice", problem_mark=key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


for _tag, _pattern, _first in _NO_TEXT:
    _WordLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first)
    )


@cache
def load(
    name: str, extra: Path | None = None, *, keys: tuple[str, ...] | None = None
) -> Mapping[str, Any]:
    """The lexicon ``name`` ("hedges", "metrics/deaths"), with the user's file of that name merged over it.

    Lists are extended and mappings updated. The result is shared and read-only: mappings are
    ``Mapping`` (not ``dict``), lists are tuples. ``keys``, where given, are the entries that there must be,
    and no others. Raises LexiconError for a file that is missing or malformed.
    """
    if extra:
        _check_folder(extra)
    shipped = _entry(files("pipelines.lexicon"), name)
    users = _entry(extra, name) if extra else None
    found = [file for file in (shipped, users) if file is not None and file.is_file()]
    if not found:
        raise LexiconError(f"{name}.yaml: no such lexicon")
    merged: Any = {}
    for file in found:
        merged = _merge(merged, _parse(file), where=str(file))
    if keys is not None:
        check_keys(merged, where=f"{name}.yaml", allowed=keys, required=keys)
    frozen: Mapping[str, Any] = _freeze(merged)
    return frozen


def names(folder: str, extra: Path | None = None) -> tuple[str, ...]:
    """The lexicons in a folder, by name and in order: ``names("metrics")`` -> ("metrics/arrests", ...)."""
    roots = [files("pipelines.lexicon"), *([extra] if extra else [])]
    found = {
        path.removesuffix(".yaml")
        for root in roots
        for path, _ in _walk(root)
        if path.startswith(folder + "/")
    }
    return tuple(sorted(found))


def check_keys(
    entry: Mapping[str, Any],
    *,
    where: str,
    allowed: Collection[str],
    required: Collection[str] = (),
) -> None:
    """Raise LexiconError if an entry has a key that nothing reads, or lacks one that is needed."""
    unknown = [key for key in entry if key not in allowed]
    missing = [key for key in required if key not in entry]
    if unknown:
        raise LexiconError(
            f"{where}: unknown key {unknown[0]!r}; known are {', '.join(sorted(allowed))}"
        )
    if missing:
        raise LexiconError(f"{where}: key {missing[0]!r} is missing")


@cache
def fingerprint(extra: Path | None = None, *, profile: str | None = None) -> str:
    """SHA-256 over the names and bytes of the files that extraction reads, the user's included.

    Profiles of bounds are none of these: what is written does not depend on them. ``profile`` gives that of one.
    """
    if extra:
        _check_folder(extra)
    digest = sha256()
    for owner, root in (("shipped", files("pipelines.lexicon")), ("user", extra)):
        read = [*_walk(root), *_walk(root, ending=_TABLE)] if root else []
        for path, file in sorted(read, key=lambda found: found[0]):
            if path != f"bounds/{profile}.yaml" if profile else path.startswith("bounds/"):
                continue
            data = file.read_bytes()
            digest.update(f"{owner}/{path}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()


@cache
def _check_folder(extra: Path) -> None:
    """Raise LexiconError for a user's file that nothing would read."""
    if not extra.is_dir():
        raise LexiconError(f"{extra}: no such folder")
    shipped = {path for path, _ in _walk(files("pipelines.lexicon"))}
    for path, _ in _walk(extra):
        if path.removesuffix(".yaml") in _GRAMMAR:
            raise LexiconError(f"{extra / path}: the number grammar takes no additions")
        if path not in shipped and not path.startswith(_OPEN_FOLDERS):
            raise LexiconError(f"{extra / path}: no lexicon has this name")


def _entry(root: Traversable, name: str) -> Traversable:
    return root.joinpath(*f"{name}.yaml".split("/"))


def _walk(
    root: Traversable, prefix: str = "", *, ending: str = ".yaml"
) -> list[tuple[str, Traversable]]:
    found = []
    for child in root.iterdir():
        if child.is_dir():
            found += _walk(child, f"{prefix}{child.name}/", ending=ending)
        elif child.name.endswith(ending):
            found.append((prefix + child.name, child))
    return found


def _parse(file: Traversable) -> dict[str, Any]:
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_WordLoader)  # noqa: S506 (it is a safe one)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LexiconError(f"{file}: {error}") from error
    if not isinstance(content, dict):
        raise LexiconError(f"{file}: must be a mapping of entries")
    return content


def _merge(below: Any, above: Any, *, where: str) -> Any:
    if isinstance(below, dict) and isinstance(above, dict):
        shared = {
            key: _merge(below[key], value, where=f"{where}: {key}") if key in below else value
            for key, value in above.items()
        }
        return below | shared
    if isinstance(below, list) and isinstance(above, list):
        return below + [item for item in above if item not in below]
    if isinstance(below, dict | list) or isinstance(above, dict | list):
        raise LexiconError(
            f"{where}: must be a {type(below).__name__}, is a {type(above).__name__}"
        )
    return above


def _freeze(value: Any) -> Any:
    if isinstance(value, dict):
        return MappingProxyType({key: _freeze(item) for key, item in value.items()})
    if isinstance(value, list):
        return tuple(_freeze(item) for item in value)
    return value
