"""The inbox into core.files, core.articles and core.quarantine: new and changed files only, nothing ever removed."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from pipelines import fingerprints, quarantine, reading
from pipelines.progress import track
from pipelines.reading import Article, InboxFile, Reading, Rejection
from pipelines.warehouse import Build, Row

# Rows of one text under one key, in the order of publication. Where a text was read again from the same
# place under another key (its metadata was corrected), it belongs with the newer key's articles.
VERSIONS = """
with keyed as (
    select
        *,
        first_value(source_key) over places as lineage,
        row_number() over places = 1 as is_latest_reading
    from core.articles
    window places as (partition by path, record, text_hash order by ingested_at desc, article_id)
),

numbered as (
    select
        article_id,
        text_hash,
        row_number() over versions as version_no,
        lag(article_id) over versions as supersedes_article_id,
        lead(article_id) over versions is null as is_current,
        row_number() over (
            order by published_date nulls last, url is null, published_at nulls last, path, record, article_id
        ) as place
    from keyed
    window versions as (
        partition by lineage
        order by
            is_latest_reading,
            published_date nulls first, published_at nulls first, path, record, ingested_at, article_id
    )
),

firsts as (
    select
        *,
        min_by(article_id, place) filter (where is_current) over (partition by text_hash) as first_copy
    from numbered
)

update core.articles as articles
set
    version_no = firsts.version_no,
    supersedes_article_id = firsts.supersedes_article_id,
    is_current = firsts.is_current,
    duplicate_of = nullif(firsts.first_copy, firsts.article_id)
from firsts
where
    articles.article_id = firsts.article_id
    and (articles.version_no, articles.supersedes_article_id, articles.is_current, articles.duplicate_of)
    is distinct from
    (firsts.version_no, firsts.supersedes_article_id, firsts.is_current, nullif(firsts.first_copy, firsts.article_id))
"""


def read_inbox(build: Build) -> None:
    """Bring new and changed files of the inbox into the core tables."""
    raw, now = build.settings.raw, datetime.now(UTC)
    build.execute(
        "create or replace table meta.inbox as select ?::varchar as snapshot",
        [reading.snapshot(raw)],
    )
    version = fingerprints.of_code("reading")
    known = {
        (row["path"], row["file_id"])
        for row in build.rows(
            "select path, file_id from core.files where reader_version = ?", [version]
        )
    }
    refused: list[Row] = []
    for file in track(reading.scan(raw), "files read"):
        found = reading.read(file)
        refused += [_refusal(file, found, rejection) for rejection in found.rejections]
        if (file.path, found.file_id) not in known:
            with build.transaction():
                _store(build, file, found, version=version, now=now)
    with build.transaction():
        quarantine.keep(build, refused, stages=("scan", "read", "metadata"), now=now)
        build.execute(VERSIONS)


def _store(build: Build, file: InboxFile, found: Reading, *, version: str, now: datetime) -> None:
    """Store one file's row and its articles, in the caller's transaction."""
    first_seen = build.scalar(
        "select first_seen_at from core.files where path = ? and file_id is not distinct from ?",
        [file.path, found.file_id],
    )
    build.execute(
        "delete from core.files where path = ? and file_id is not distinct from ?",
        [file.path, found.file_id],
    )
    build.insert(
        "core.files",
        [
            {
                "file_id": found.file_id,
                "path": file.path,
                "sidecar_path": file.sidecar,
                "bytes": file.size,
                "format": found.format,
                "encoding": found.encoding,
                "status": _status(found),
                "reader_version": version,
                "first_seen_at": first_seen or now,
                "run_id": build.run_id,
            }
        ],
    )
    articles = {
        article.article_id: article for article in reversed(found.articles)
    }  # the first of equal ones stays
    _store_articles(build, file, found, list(articles.values()), now)


def _store_articles(
    build: Build, file: InboxFile, found: Reading, articles: list[Article], now: datetime
) -> None:
    """Add articles, or replace their metadata; one that two files hold belongs to the path that sorts first."""
    known = {
        row["article_id"]: row
        for row in build.rows(
            "select article_id, path, ingested_at from core.articles where list_contains(?, article_id)",
            [[article.article_id for article in articles]],
        )
    }
    kept = [
        article
        for article in articles
        if article.article_id not in known or file.path <= known[article.article_id]["path"]
    ]
    replaced = [article.article_id for article in kept]
    for table in (
        "core.articles",
        "core.steps",
    ):  # the steps are done again: a date may now be known
        build.execute(f"delete from {table} where list_contains(?, article_id)", [replaced])
    build.insert(
        "core.articles",
        [
            _article_row(article)
            | {
                "file_id": found.file_id,
                "path": file.path,
                "ingested_at": known.get(article.article_id, {}).get("ingested_at", now),
                "version_no": 1,
                "is_current": True,
            }
            for article in kept
        ],
    )


def _article_row(article: Article) -> Row:
    row: dict[str, Any] = asdict(article)
    del row["record_id"]  # it stands in the source key
    return row


def _status(found: Reading) -> str:
    if not found.articles:
        return "rejected"
    return "partly" if any(rejection.stage == "read" for rejection in found.rejections) else "read"


def _refusal(file: InboxFile, found: Reading, rejection: Rejection) -> Row:
    return {"path": file.path, "file_id": found.file_id, **asdict(rejection)}
