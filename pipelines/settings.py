"""Where things are. The environment wins over ``tallywire.toml``, which wins over the defaults.

``tallywire.toml`` is looked for in the current directory; its paths are relative to it. The keys are
``raw``, ``warehouse``, ``lexicon``, ``bounds`` and ``infer_dates`` ("on" or "off"), the variables ``TALLYWIRE_RAW``,
``TALLYWIRE_WAREHOUSE``, ``TALLYWIRE_LEXICON``, ``TALLYWIRE_BOUNDS`` and ``TALLYWIRE_INFER_DATES``.
"""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

DEFAULTS = {
    "raw": "raw",
    "warehouse": "warehouse/tallywire.duckdb",
    "bounds": "guide",
    "infer_dates": "on",
}
OPTIONS = ("raw", "warehouse", "lexicon", "bounds", "infer_dates")
SWITCH = {"on": True, "off": False}
LEXICON = Path(__file__).parent / "lexicon"


class SettingsError(ValueError):
    """A setting that cannot be used; the message names it and the reason."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Absolute paths: the inbox, the published edition, and a folder of the user's own lexicon entries.

    ``bounds`` is the profile that makes bounds of words; ``infer_dates`` lets an article without a day of
    publication tell its year.
    """

    raw: Path
    warehouse: Path
    lexicon: Path | None
    bounds: str = DEFAULTS["bounds"]
    infer_dates: bool = True

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


def load(
    *, raw: Path | None = None, warehouse: Path | None = None, bounds: str | None = None
) -> Settings:
    """Read the settings; an argument wins over all. Raises SettingsError for what cannot be used."""
    written = _from_file(Path("tallywire.toml"))
    environment = {name: os.environ.get(f"TALLYWIRE_{name.upper()}") for name in OPTIONS}
    arguments = {"raw": raw, "warehouse": warehouse, "bounds": bounds}
    chosen = DEFAULTS | written
    for given in (environment, arguments):
        chosen |= {name: str(value) for name, value in given.items() if value}
    lexicon = chosen.get("lexicon")
    settings = Settings(
        raw=Path(chosen["raw"]).expanduser().resolve(),
        warehouse=Path(chosen["warehouse"]).expanduser().resolve(),
        lexicon=Path(lexicon).expanduser().resolve() if lexicon else None,
        bounds=chosen["bounds"],
        infer_dates=_switch("infer_dates", chosen["infer_dates"]),
    )
    _check(settings)
    return settings


def _switch(name: str, value: str) -> bool:
    if value not in SWITCH:
        raise SettingsError(f"{name} = {value}: must be one of {', '.join(SWITCH)}")
    return SWITCH[value]


def _check(settings: Settings) -> None:
    if settings.warehouse.suffix != ".duckdb" or settings.warehouse in (
        settings.build,
        settings.quality,
    ):
        raise SettingsError(
            f"warehouse = {settings.warehouse}: give a file NAME.duckdb other than build or quality"
        )
    if settings.lexicon and not settings.lexicon.is_dir():
        raise SettingsError(f"lexicon = {settings.lexicon}: no such folder")
    folders = [LEXICON, *([settings.lexicon] if settings.lexicon else [])]
    profiles = sorted({file.stem for each in folders for file in each.glob("bounds/*.yaml")})
    if settings.bounds not in profiles:
        raise SettingsError(
            f"bounds = {settings.bounds}: no such profile; known are {', '.join(profiles)}"
        )


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
            raise SettingsError(f"{path}: {name} must be text in quotes")
    return options
