"""What a run did, in a short table."""

from pipelines import console, quality
from pipelines.running import Exit, Outcome
from pipelines.settings import Settings
from pipelines.warehouse import Row, read_build

FILES = """
select
    count(*) filter (where run_id = ?) as new_files,
    (select count(*) from core.articles where is_current) as articles,
    (select count(*) from core.quarantine where resolved_at is null) as quarantined
from core.files
"""
CLAIMS = """
select metric, count(*) as claims
from core.claims
semi join (from core.articles where is_current) using (article_id)
group by metric
order by claims desc, metric
"""


def show(settings: Settings, outcome: Outcome) -> None:
    """Print files, claims and checks of a run, and where its edition is."""
    with read_build(settings) as build:
        files = build.execute(FILES, [outcome.run_id]).fetchone() or (0, 0, 0)
        claims = build.execute(CLAIMS).fetchall()
    checks = quality.of_run(settings, outcome.run_id)
    console.output.print(console.table(_lines(files, claims, checks), title="Tallywire"))
    for check in checks:
        if check["status"] == "failed":
            sign = "ERROR" if quality.blocks(check) else "warning"
            console.output.print(
                f"{sign}: {check['table_name']} {check['check_name']}: {check['headline']}",
                markup=False,
            )
    if outcome.exit is Exit.PUBLISHED:
        console.output.print(f"\nEdition: {settings.warehouse}", soft_wrap=True, markup=False)
        console.output.print(f"Bounds:  {settings.bounds}", markup=False)
        console.output.print("Try:     tallywire query strikes_over_time", markup=False)
    else:
        console.output.print("\nNothing was published; the last edition stands.")


def _lines(files: tuple[int, ...], claims: list[tuple[str, int]], checks: list[Row]) -> list[Row]:
    failed = [check for check in checks if check["status"] == "failed"]
    errors = sum(quality.blocks(check) for check in failed)
    quiet = sum(check["status"] == "nothing_new" for check in checks)
    counts = {
        "files new or changed": files[0],
        "articles": files[1],
        "in quarantine": files[2],
        **{f"claims: {metric}": count for metric, count in claims},
        "checks passed": len(checks) - len(failed) - quiet,
        "checks with nothing new": quiet,
        "checks warned": len(failed) - errors,
        "checks failed": errors,
    }
    return [{"what": what, "count": count} for what, count in counts.items()]
