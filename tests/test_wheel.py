"""The wheel, installed elsewhere, works on another folder: sql/ and the lexicon are inside."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from conftest import REPOSITORY


@pytest.mark.slow
def test_the_wheel_runs_on_another_folder(tmp_path: Path) -> None:
    build = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(tmp_path),
        str(REPOSITORY),
    ]
    subprocess.run(build, check=True, capture_output=True, timeout=300)
    [wheel] = tmp_path.glob("*.whl")
    home = tmp_path / "elsewhere"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel],
        check=True,
        timeout=300,
    )
    # Its dependencies are ours: the environment's packages, but not its link to this checkout.
    libraries = Path(sysconfig.get_path("purelib"))
    theirs = next((home / "lib").glob("python3*")) / "site-packages"
    for entry in libraries.iterdir():
        if not (
            entry.suffix == ".pth"
            or entry.name.startswith("tallywire")
            or (theirs / entry.name).exists()
        ):
            (theirs / entry.name).symlink_to(entry)
    raw = tmp_path / "articles"
    raw.mkdir()
    (raw / "story.txt").write_text("At least 12 people were killed in Orla on Friday.\n")
    run = subprocess.run(
        [home / "bin" / "tallywire", "run", "--raw", raw, "--warehouse", tmp_path / "w" / "mine.duckdb"],
        capture_output=True, text=True, timeout=300, cwd=tmp_path,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    where = subprocess.run(
        [python, "-c", "import pipelines; print(pipelines.__file__)"],
        capture_output=True,
        text=True,
    )
    assert str(home) in where.stdout
    assert (tmp_path / "w" / "mine.duckdb").exists()
