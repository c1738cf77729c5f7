"""Take the README's pictures: docs/images/lineage.png and docs/images/checks.png, of the sample corpus after two runs.

Needs Chromium on the PATH. The warehouse is made in a temporary folder; your own is not touched.
"""

import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

REPOSITORY = Path(__file__).parent.parent
IMAGES = REPOSITORY / "docs" / "images"
TALLYWIRE = str(Path(sys.executable).parent / "tallywire")
SECOND_DAY = "costa-daily"  # the folder that arrives for the second run, so that trends have two points
GROUPS = ("raw", "reading", "extraction", "resolution", "mart", "edition", "quality")
MARGIN = 16  # pixels around what a picture is of


def main() -> None:
    """Run twice, serve, and take both pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as url:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
            take_lineage(browser.new_page(base_url=url, viewport={"width": 2000, "height": 1000}))
            take_checks(browser.new_page(base_url=url, viewport={"width": 1360, "height": 1500}))
            browser.close()


def take_lineage(page: Page) -> None:
    """All tables in the order of the data."""
    page.add_init_script("localStorage.setItem('asset-node-facets', '[\"checks\"]')")
    page.goto("/asset-groups?expanded=" + ",".join(f"global@global:{group}" for group in GROUPS))
    boxes = page.locator("foreignObject")
    boxes.get_by_text("report", exact=True).wait_for()
    _settle(page)
    _take(page, "lineage.png", boxes)


def take_checks(page: Page) -> None:
    """What waits in quarantine, row by row, and how many from run to run."""
    page.goto("/assets/core/quarantine?view=checks&checkDetail=nothing_waits_in_quarantine")
    page.locator("canvas").first.wait_for()
    _settle(page)
    page.screenshot(path=IMAGES / "checks.png")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the user interface of a warehouse that the sample corpus has entered in two runs."""
    raw, port = folder / "raw", _free_port()
    places = ["--raw", str(raw), "--warehouse", str(folder / "warehouse" / "tallywire.duckdb")]
    shutil.copytree(REPOSITORY / "raw", raw, ignore=shutil.ignore_patterns(SECOND_DAY))
    subprocess.run([TALLYWIRE, "run", *places], check=True)
    shutil.copytree(REPOSITORY / "raw" / SECOND_DAY, raw / SECOND_DAY)
    subprocess.run([TALLYWIRE, "run", *places], check=True)
    server = subprocess.Popen([TALLYWIRE, "ui", "--port", str(port), *places])
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_for(url)
        yield url
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()


def _take(page: Page, name: str, parts: Locator) -> None:
    """A picture of the rectangle around some parts of the page."""
    boxes = [box for box in (part.bounding_box() for part in parts.all()) if box]
    left, top = min(box["x"] for box in boxes), min(box["y"] for box in boxes)
    right = max(box["x"] + box["width"] for box in boxes)
    bottom = max(box["y"] + box["height"] for box in boxes)
    page.screenshot(
        path=IMAGES / name,
        clip={
            "x": left - MARGIN,
            "y": top - MARGIN,
            "width": right - left + 2 * MARGIN,
            "height": bottom - top + 2 * MARGIN,
        },
    )


def _settle(page: Page) -> None:
    """Wait until nothing moves any more: no request for half a second, and the drawing done."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)


def _chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    sys.exit("screenshots: no Chromium on the PATH")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_for(url: str, *, seconds: float = 120.0) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310  our own server
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    sys.exit(f"screenshots: no answer at {url} in {seconds:.0f} seconds")


if __name__ == "__main__":
    main()
