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
from urllib.parse import quote

from playwright.sync_api import Locator, Page, sync_playwright

REPOSITORY = Path(__file__).parent.parent
IMAGES = REPOSITORY / "docs" / "images"
TALLYWIRE = str(Path(sys.executable).parent / "tallywire")
SECOND_DAY = (
    "costa-daily"  # the folder that arrives for the second run, so that trends have two points
)
# The way of a figure from the inbox to the edition; the tables beside it would make the picture too small to read.
SHOWN = '+key:"mart/claims" or key:"mart/deaths" or key:"mart/strikes" or key:"mart/bounties" or key:"meta/edition"'
GROUPS = ("raw", "reading", "extraction", "resolution", "mart", "edition")
MARGIN = 8  # pixels around what a picture is of


def main() -> None:
    """Run twice, serve, and take both pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder)) as url,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        take_lineage(browser.new_page(base_url=url, viewport={"width": 2000, "height": 1400}))
        take_checks(browser.new_page(base_url=url, viewport={"width": 1360, "height": 1400}))
        browser.close()


def take_lineage(page: Page) -> None:
    """The tables in the order of the data."""
    # Boxes with nothing but their names lie closer together.
    page.add_init_script("localStorage.setItem('asset-node-facets', '[]')")
    expanded = ",".join(f"global@global:{group}" for group in GROUPS)
    page.goto(f"/asset-groups~{quote(SHOWN, safe='')}/?expanded={expanded}")
    boxes = page.locator("foreignObject")
    boxes.get_by_text("strikes", exact=True).wait_for()
    page.add_style_tag(
        content="* { background-image: none !important }"
    )  # dots make the file large
    _take(page, "lineage.png", *boxes.all())


def take_checks(page: Page) -> None:
    """What waits in quarantine, row by row, and how many from run to run."""
    page.goto("/assets/core/quarantine?view=checks&checkDetail=nothing_waits_in_quarantine")
    plots = page.locator("canvas")
    plots.first.wait_for()
    heading, table = page.get_by_text("Assets", exact=True), page.locator("table")
    _take(page, "checks.png", heading.first, table.first, plots.first)


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


def _take(page: Page, name: str, *parts: Locator) -> None:
    """A picture of the rectangle around some parts of the page."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)  # until the drawing stands still
    boxes = [box for box in (part.bounding_box() for part in parts) if box]
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
