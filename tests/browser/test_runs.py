"""Runs that are started and ended from the pages."""

import json
import shutil

import duckdb
from playwright.sync_api import Page, expect

from .served import Served, run_tallywire, until

ENDED = {"SUCCESS", "FAILURE", "CANCELED"}
STRIKE = (
    "Rebels fired on a convoy near Huanquiri on Monday, killing {} people and injuring {} more.\n"
)


def edition(served: Served) -> tuple[str, int]:
    """The id of the standing edition and the number of its claims, as an analyst's own process reads them."""
    with duckdb.connect(str(served.settings.warehouse), read_only=True) as connection:
        query = "select edition_id, (select count(*) from mart.claims) from meta.edition"
        ((edition_id, n_claims),) = connection.sql(query).fetchall()
        return edition_id, n_claims


def holder(served: Served) -> str | None:
    """The run that holds the build, None where none does."""
    try:
        held = json.loads(served.settings.lock.with_suffix(".holder").read_text())
    except (FileNotFoundError, ValueError):
        return None
    return str(held["run"])


def test_the_button_of_the_job_publishes_an_edition(page: Page, served: Served) -> None:
    before, known = edition(served), set(served.runs("refresh"))
    article = STRIKE.format(11, 30)
    (served.settings.raw / "convoy.txt").write_text(article, encoding="utf-8")
    page.goto("/locations/pipelines.definitions/jobs/refresh")
    page.get_by_role("button", name="Materialize all").click()
    until(lambda: set(served.runs("refresh")) > known, "the run is launched")
    (run,) = set(served.runs("refresh")) - known
    until(lambda: served.runs("refresh")[run] in ENDED, "the run ends")
    assert served.runs("refresh")[run] == "SUCCESS"
    after = edition(served)
    assert after[0] != before[0]
    assert after[1] == before[1] + 2
    page.goto(f"/runs/{run}")
    expect(page.get_by_text("Success").first).to_be_visible()


def test_a_run_terminated_from_its_page_leaves_the_edition_and_the_next_run(served: Served) -> None:
    before = edition(served)
    many = served.settings.raw / "many"
    many.mkdir()
    for number in range(1500):
        (many / f"{number}.txt").write_text(STRIKE.format(number + 2, number + 3), encoding="utf-8")
    run = served.launch("refresh")
    until(lambda: served.runs("refresh")[run] == "STARTED" and holder(served) == run, "it works")
    served.terminate(run)
    assert edition(served) == before
    until(lambda: holder(served) is None, "its process has let go of the build")
    shutil.rmtree(many)  # what it has read already stays; the rest need not be waited for
    following = run_tallywire(served.settings)
    assert following.returncode == 0, following.stderr
    assert served.runs("refresh")[run] in ENDED - {"SUCCESS"}
