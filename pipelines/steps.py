"""The steps that derive tables from articles. Each does only what is missing or outdated, a batch a transaction.

A step that is killed leaves whole batches behind it, and the next run goes on from there.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from pipelines import fingerprints, quarantine, rows
from pipelines.extraction import extract
from pipelines.extraction.lexicon import LexiconError
from pipelines.extraction.metrics.metrics import metrics
from pipelines.progress import track
from pipelines.warehouse import Build, Row

BATCH = 100  # articles a transaction: a killed run loses some seconds of work at most
ENGLISH = "coalesce(language, 'en') ilike 'en%'"
#: What is derived from each article by itself.
TABLES = ("sentences", "quantities", "claims", "attributions", "mentions")
Rows = dict[str, list[Row]]


def extract_articles(build: Build) -> None:
    """Fill core.sentences, quantities, claims, mentions and metrics; what cannot be extracted goes to quarantine.

    Bounds are left open: `pipelines.bounding` fills them.
    """
    users, now = build.settings.lexicon, datetime.now(UTC)
    infer_dates = build.settings.infer_dates
    refused = build.rows(
        f"""select path, file_id, record as line, 'extract' as stage, 'unsupported_language' as reason,
            'The article says its language is ' || language || '; only English is extracted.' as detail
        from core.articles where is_current and not {ENGLISH}"""
    )

    def derive(article: Row) -> Rows:
        try:
            extraction = extract(
                article["text"],
                published=article["published_date"],
                lexicon=users,
                bounds=None,
                infer_dates=infer_dates,
            )
        except LexiconError:
            raise
        except Exception as error:
            # One article that breaks the extractor must not hold up all others.
            detail = f"The extractor failed ({error!r}); please report this with the article."
            if article["is_current"]:
                refused.append(_refusal(article, "extractor_failed", detail))
            raise _RefusedError from error
        return rows.of_extraction(article["article_id"], extraction)

    fingerprint = fingerprints.of_extraction(users, infer_dates=infer_dates)
    _derive(build, "extract", TABLES, fingerprint, derive, where=ENGLISH)
    with build.transaction():
        build.execute("delete from core.metrics")
        build.insert("core.metrics", [rows.of_metric(metric) for metric in metrics(users).values()])
        quarantine.keep(build, refused, stages=["extract"], now=now)


class _RefusedError(Exception):
    """An article from which a step derives nothing; it is tried again in the next run."""


def _refusal(article: Row, reason: str, detail: str) -> Row:
    place = {"path": article["path"], "file_id": article["file_id"], "line": article["record"]}
    return place | {"stage": "extract", "reason": reason, "detail": detail}


def _derive(
    build: Build,
    step: str,
    tables: Sequence[str],
    fingerprint: str,
    derive: Callable[[Row], Rows],
    *,
    where: str = "true",
) -> None:
    """Replace the rows of each article that this step has not yet done under this fingerprint."""
    for table in tables:
        build.execute(
            f"delete from core.{table} where article_id not in (select article_id from core.articles where {where})"
        )
    stale = _stale(build, step, fingerprint, where)
    batches = [stale[start : start + BATCH] for start in range(0, len(stale), BATCH)]
    for batch in track(batches, f"articles: {step}", size=len):
        derived, finished = _derive_batch(build, batch, tables, derive)
        with build.transaction():
            for table in tables:
                _delete(build, table, batch)
                build.insert(f"core.{table}", derived[table])
            _note_done(build, step, fingerprint, batch, finished)


def _stale(build: Build, step: str, fingerprint: str, where: str) -> list[str]:
    """The articles that a step has not yet done under this fingerprint."""
    rows = build.rows(
        f"""select article_id from core.articles
        anti join (from core.steps where step = ? and fingerprint = ?) using (article_id)
        where {where} order by article_id""",
        [step, fingerprint],
    )
    return [row["article_id"] for row in rows]


def _delete(build: Build, table: str, batch: list[str]) -> None:
    build.execute(f"delete from core.{table} where list_contains(?, article_id)", [batch])


def _note_done(
    build: Build, step: str, fingerprint: str, batch: list[str], finished: list[str]
) -> None:
    """Note in core.steps which articles of a batch are done; the others will be tried again.

    What was done with the rows that are now replaced is to be done again too.
    """
    build.execute("delete from core.steps where list_contains(?, article_id)", [batch])
    done = {"step": step, "fingerprint": fingerprint, "done_at": datetime.now(UTC)}
    build.insert("core.steps", [{"article_id": each, **done} for each in finished])


def _derive_batch(
    build: Build, batch: list[str], tables: Sequence[str], derive: Callable[[Row], Rows]
) -> tuple[Rows, list[str]]:
    """The rows of a batch of articles by table, and the articles that they could be derived from."""
    derived: Rows = {table: [] for table in tables}
    finished = []
    for article in build.rows(
        "from core.articles where list_contains(?, article_id) order by article_id", [batch]
    ):
        try:
            of_article = derive(article)
        except _RefusedError:
            continue
        for table in tables:
            derived[table] += of_article[table]
        finished.append(article["article_id"])
    return derived, finished
