"""One served warehouse and one browser for all tests of the user interface."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from pipelines import settings

from .served import Served, run_tallywire, serve

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
# Chromium itself must not ask the network for anything either.
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60_000  # milliseconds: the machine may be busy
ARTICLES = {
    "ferry.txt": "A ferry sank off Porto Selmo on Sunday. Nine passengers died and 14 others were injured.",
    "strike.txt": "U.S. forces carried out three strikes on boats on Monday, killing at least 12 people.",
    "reward.txt": "Washington is offering a reward of $5 million for the arrest of Diosdado Cabello.",
}
LATER = "A bus left the road near Huanquiri on Friday. At least 20 people were killed, police said."


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands in this folder needs the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))  # one served warehouse for all
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium on the PATH"))


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A small warehouse after two runs, the second with one more article and a file to refuse."""
    folder = tmp_path_factory.mktemp("served")
    raw = folder / "raw"
    raw.mkdir()
    for name, text in ARTICLES.items():
        (raw / name).write_text(text + "\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("TALLYWIRE_", "DAGSTER_"))]:
            patch.delenv(name)
        patch.chdir(folder)
        place = settings.load(raw=raw, warehouse=folder / "warehouse" / "tallywire.duckdb")
        assert run_tallywire(place).returncode == 0
        (raw / "bus.txt").write_text(LATER + "\n", encoding="utf-8")
        (raw / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
        assert run_tallywire(place).returncode == 0
        with serve(place) as served:
            yield served


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """A page of the user interface, not yet anywhere."""
    context = browser.new_context(base_url=served.url, viewport={"width": 1600, "height": 1200})
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield context.new_page()
    context.close()
