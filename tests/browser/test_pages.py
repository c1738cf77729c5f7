"""What a reader of the pages sees after two runs."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from .served import Served, until

GROUPS = ("raw", "reading", "extraction", "resolution", "mart", "edition")
LINEAGE = "/asset-groups?expanded=" + ",".join(f"global@global:{group}" for group in GROUPS)

COLOURED_PIXELS = """canvas => {
  const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let coloured = 0;
  for (let i = 0; i < data.length; i += 4)
    if (data[i + 3] > 200 && Math.max(...data.slice(i, i + 3)) - Math.min(...data.slice(i, i + 3)) > 80) coloured++;
  return coloured;
}"""


def left_edge(page: Page, label: str) -> float:
    """Where the first box of the lineage graph with this label begins, in pixels from the left."""
    box = page.locator("foreignObject").get_by_text(label, exact=True).first.bounding_box()
    assert box is not None
    return box["x"]


def test_the_lineage_shows_the_steps_in_the_order_of_the_data(page: Page) -> None:
    page.goto(LINEAGE)
    for table in ("inbox", "articles", "quantities", "entities", "bounties", "edition"):
        expect(page.locator("foreignObject").get_by_text(table, exact=True).first).to_be_visible()
    edges = [left_edge(page, group) for group in GROUPS]
    assert edges == sorted(edges)
    assert len(set(edges)) == len(GROUPS)


def test_the_checks_of_claims_show_their_states(page: Page) -> None:
    page.goto("/assets/core/claims?view=checks")
    for check in (
        "claim_ids_are_unique",
        "low_is_not_above_high",
        "claim_quotes_are_grounded",
    ):
        listed = page.locator("[class*=checkRow]").filter(has=page.get_by_text(check, exact=True))
        expect(listed).to_contain_text("Succeeded")


def test_a_refused_file_stands_in_the_table_of_failing_rows(page: Page) -> None:
    page.goto("/assets/core/quarantine?view=checks")
    page.get_by_text("nothing_waits_in_quarantine").first.click()
    expect(page.get_by_text("Waiting in quarantine: 1.")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="photo.jpg").last
    expect(row).to_contain_text("unknown_suffix")


def test_numbers_of_a_check_are_plotted_from_run_to_run(page: Page) -> None:
    page.goto("/assets/core/quarantine?view=checks")
    page.get_by_text("nothing_waits_in_quarantine").first.click()
    plot = page.locator("canvas").first
    plot.scroll_into_view_if_needed()
    # The axes are grey. A lone point would be some thirty pixels, the line from run to run is hundreds.
    until(lambda: plot.evaluate(COLOURED_PIXELS) > 300, "a line is drawn from run to run")


def test_the_report_shows_its_headline_and_all_checks(page: Page) -> None:
    page.goto("/assets/quality/report")
    expect(page.get_by_text("Fit to publish, ")).to_be_visible()
    name = page.get_by_role("cell", name="core/quarantine nothing_waits_in_quarantine", exact=True)
    expect(page.get_by_role("row").filter(has=name).last).to_contain_text("WARN")


def test_no_page_asks_another_machine_for_anything(page: Page, served: Served) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    for path in ("/", LINEAGE, "/assets/quality/report", "/runs", "/automation"):
        page.goto(path)
        page.wait_for_load_state("load")
        expect(page.get_by_text("Lineage", exact=True).first).to_be_visible()
    # What a page makes itself, a worker's script say, has no host and goes nowhere.
    sent = [parts for parts in map(urlsplit, asked) if parts.scheme not in ("data", "blob")]
    assert {parts.netloc for parts in sent} == {urlsplit(served.url).netloc}
