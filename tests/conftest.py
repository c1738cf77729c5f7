"""Real warehouses in temporary folders; nothing of our own is replaced by a double."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import hypothesis
import pytest

from pipelines import running, settings
from pipelines.running import Outcome
from pipelines.settings import Settings

# The same examples in every run, so that a failure is of the change at hand; `--hypothesis-profile=default` explores.
hypothesis.settings.register_profile("steady", derandomize=True)
hypothesis.settings.load_profile("steady")

REPOSITORY = Path(__file__).parent.parent
SAMPLE = REPOSITORY / "raw"
TALLYWIRE = str(Path(sys.executable).parent / "tallywire")

TALLYWIRE_VARIABLES = [f"TALLYWIRE_{option.upper()}" for option in settings.OPTIONS]

STRIKE = "U.S. forces carried out three strikes on boats on Monday, killing at least 12 people."
FERRY = "A ferry sank off Porto Selmo on Sunday. Nine passengers died and 14 others were injured."
REWARD = "Washington is offering a reward of $5 million for information leading to the arrest of Diosdado Cabello."

Refresh = Callable[[Settings], Outcome]
Snapshot = dict[str, list[tuple[object, ...]]]


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Settings of whoever runs the tests do not count, and what a run sets is undone."""
    for name in (*TALLYWIRE_VARIABLES, "DAGSTER_HOME"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def place(tmp_path: Path) -> Settings:
    """An inbox with three short articles, and a warehouse that is not there yet."""
    raw = tmp_path / "raw"
    raw.mkdir()
    for name, text in {"strike": STRIKE, "ferry": FERRY, "reward": REWARD}.items():
        (raw / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    return settings.load(raw=raw, warehouse=tmp_path / "warehouse" / "tallywire.duckdb")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The published edition of the sample corpus, for reading only."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(SAMPLE, folder / "raw")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("DAGSTER_HOME", "")
        for name in TALLYWIRE_VARIABLES:
            patch.setenv(name, "")
        made = settings.load(
            raw=folder / "raw", warehouse=folder / "warehouse" / "tallywire.duckdb"
        )
        assert running.refresh(made).exit == running.Exit.PUBLISHED
    return made


# When and by which run a thing was first seen is history, not content.
HISTORY = {"first_seen_at", "run_id", "ingested_at", "done_at", "resolved_at"}


def contents(warehouse: Path) -> Snapshot:
    """The rows of every table of core and mart, in no order, without their history."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        tables = connection.execute(
            """select schema_name || '.' || table_name from duckdb_tables()
            where schema_name in ('core', 'mart') order by all"""
        ).fetchall()
        found: Snapshot = {}
        for (table,) in tables:
            columns = [name for name, *_ in connection.execute(f"describe {table}").fetchall()]
            kept = ", ".join(name for name in columns if name not in HISTORY)
            found[table] = sorted(
                connection.execute(f"select {kept} from {table}").fetchall(), key=repr
            )
        return found


def ask(warehouse: Path, query: str) -> list[tuple[object, ...]]:
    """The answer of an edition to a query."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return connection.execute(query).fetchall()
