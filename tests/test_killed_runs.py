"""A run that is killed, at any step, leaves the old edition readable, and the next run completes it."""

import os
import re
import signal
import subprocess
from pathlib import Path

import dagster as dg
import pytest
from conftest import TALLYWIRE, ask, contents

from pipelines import running
from pipelines.running import Exit
from pipelines.settings import Settings

POINTS = {
    "while reading": "files read: [1-9]",
    "while extracting": "articles: extract: [1-9]",
    "while checking": "checks of core/claims",
    "while making marts": "mart claims",
    "while publishing": "publication",
}


@pytest.fixture
def busy(place: Settings) -> Settings:
    """An edition of three articles, and an inbox of 400 more."""
    assert running.refresh(place).exit is Exit.PUBLISHED
    for number in range(2, 402):
        text = f"{number} miners were killed in Orla on Friday, and at least {number} others injured.\n"
        (place.raw / f"mine-{number}.txt").write_text(text)
    return place


@pytest.mark.slow
@pytest.mark.parametrize("point", POINTS.values(), ids=POINTS.keys())
def test_a_killed_run_is_completed_by_the_next(busy: Settings, point: str) -> None:
    edition = ask(busy.warehouse, "from meta.edition")
    _run_and_kill(busy, point)
    assert ask(busy.warehouse, "from meta.edition") == edition
    assert running.refresh(busy).exit is Exit.PUBLISHED
    assert ask(busy.warehouse, "select count(*) from core.articles") == [(403,)]
    claims = contents(busy.warehouse)["mart.claims"]
    assert len(claims) == len({row[0] for row in claims}) >= 800
    with dg.DagsterInstance.get() as instance:
        unfinished = instance.get_runs(dg.RunsFilter(statuses=[dg.DagsterRunStatus.STARTED]))
    assert not unfinished


def _run_and_kill(place: Settings, point: str) -> None:
    """Start a run of its own and kill it, children and all, at the first line that matches."""
    seen = []
    with subprocess.Popen(
        _command(place), stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as run:
        for line in run.stderr or ():
            seen.append(line)
            if re.match(point, line):
                os.killpg(run.pid, signal.SIGKILL)
                break
    assert run.returncode == -signal.SIGKILL, "".join(seen)


def _command(place: Settings) -> list[str]:
    return [TALLYWIRE, "run", "--raw", str(place.raw), "--warehouse", str(place.warehouse)]


@pytest.mark.slow
def test_a_second_run_is_refused_while_one_holds_the_build(busy: Settings) -> None:
    with subprocess.Popen(_command(busy), stderr=subprocess.PIPE, text=True) as first:
        assert first.stderr is not None
        assert any(line.startswith("files read") for line in first.stderr)
        second = subprocess.run(_command(busy), capture_output=True, text=True, timeout=120)
        assert second.returncode == Exit.BROKEN
        assert f"process {first.pid} on" in second.stderr.replace("\n", " ")
        assert "Traceback" not in second.stderr
        first.stderr.read()
    assert first.returncode == Exit.PUBLISHED


def test_files_beside_the_edition_are_cleared_of_a_killed_publication(place: Settings) -> None:
    leftover = place.folder / ".20250101T000000Z-0123456789ab.duckdb"
    place.folder.mkdir(parents=True)
    leftover.write_bytes(b"half a copy")
    theirs = place.folder / ".mine.duckdb"
    theirs.write_bytes(b"a database of the user's own")
    assert running.refresh(place).exit is Exit.PUBLISHED
    assert not leftover.exists()
    assert theirs.exists()
    assert Path(place.warehouse).exists()
