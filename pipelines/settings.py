"""Where things are. The environment wins over ``tallywire.toml``, which wins over the defaults.

``tallywire.toml`` is looked for in the current directory; its paths are relative to it. The keys are
``raw``, ``warehouse`` and ``lexicon``, the variables ``TALLYWIRE_RAW``, ``TALLYWIRE_WAREHOUSE`` and
``TALLYWIRE_LEXICON``.
"""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

DEFAULTS = {"raw": "raw", "warehouse": "warehouse/tallywire.duckdb"}
OPTIONS = ("raw", "warehouse", "lexicon")


class SettingsError(ValueError):
    """A setting that cannot be used; the message names it and the reason."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Absolute paths: the inbox, the published edition, and a folder of the user's own lexicon entries."""

    raw: Path
    warehouse: Path
    lexicon: Path | None

    @property
    def folder(self) -> Path:
        """The folder of the edition, which everything that belongs to it shares."""
        return self.warehouse.parent

    @property
    def build(self) -> Path:
        """The database that the steps write."""
        return self.folder / "build.duckdb"

    @property
    def quality(self) -> Path:
        """The database of check results, kept also for runs that published nothing."""
        return self.folder / "quality.duckdb"

    @property
    def lock(self) -> Path:
        """The file that the one running pipeline holds."""
        return self.folder / "build.lock"

    @property
    def editions(self) -> Path:
        """The folder of the last few editions."""
        return self.folder / "editions"

    @property
    def dagster_home(self) -> Path:
        """Dagster's runs and events for this warehouse."""
        return self.folder / ".dagster"


def load(*, raw: Path | None = None, warehouse: Path | None = None) -> Settings:
    """Read the settings; an argument wins over all. Raises SettingsError for what cannot be used."""
    written = _from_file(Path("tallywire.toml"))
    environment = {name: os.environ.get(f"TALLYWIRE_{name.upper()}") for name in OPTIONS}
    arguments = {"raw": raw, "warehouse": warehouse}
    chosen = DEFAULTS | written
    for given in (environment, arguments):
        chosen |= {name: str(value) for name, value in given.items() if value}
    lexicon = chosen.get("lexicon")
    settings = Settings(
        raw=Path(chosen["raw"]).expanduser().resolve(),
        warehouse=Path(chosen["warehouse"]).expanduser().resolve(),
        lexicon=Path(lexicon).expanduser().resolve() if lexicon else None,
    )
    if settings.warehouse.suffix != ".duckdb" or settings.warehouse in (
        settings.build,
        settings.quality,
    ):
        raise SettingsError(
            f"warehouse = {settings.warehouse}: give a file NAME.duckdb other than build or quality"
        )
    if settings.lexicon and not settings.lexicon.is_dir():
        raise SettingsError(f"lexicon = {settings.lexicon}: no such folder")
    return settings


def _from_file(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        options = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from error
    for name, value in options.items():
        if name not in OPTIONS:
            raise SettingsError(f"{path}: unknown setting {name!r}; known are {', '.join(OPTIONS)}")
        if not isinstance(value, str):
            raise SettingsError(f"{path}: {name} must be a path in quotes")
    return options
