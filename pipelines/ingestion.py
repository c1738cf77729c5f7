"""The inbox into core.files, core.articles and core.quarantine: new and changed files only, nothing ever removed."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from pipelines import fingerprints, quarantine, reading
from pipelines.progress import track
from pipelines.reading import Article, InboxFile, Reading, Rejection
from pipelines.warehouse import Build, Row

# What reading knows of the articles that are stored already.
STORED = """
select * exclude (text, version_no, supersedes_article_id, is_current, duplicate_of, ingested_at)
from core.articles
"""

# The versions of an article are the texts under its key, in the order of publication. Where a text was read again
# from the same place under another key (its metadata was corrected), it belongs with the newer key's articles.
# A text that its file no longer holds, since it was edited there, is never the current one; a text whose file is
# gone, or that a feed has dropped, stays what it was.
VERSIONS = """
with places as (
    select
        articles.*,
        held.article_id is not null as is_held,
        held.article_id is null and articles.record is null and exists (
            select 1 from meta.held as others where others.path = articles.path
        ) as is_replaced
    from core.articles as articles
    left join meta.held as held using (article_id)
),

keyed as (
    select
        *,
        first_value(source_key) over readings as lineage,
        row_number() over readings = 1 as is_latest_reading
    from places
    window readings as (
        partition by path, record, text_hash order by is_held desc, ingested_at desc, article_id
    )
),

numbered as (
    select
        article_id,
        text_hash,
        row_number() over versions as version_no,
        lag(article_id) over versions as supersedes_article_id,
        lead(article_id) over versions is null and not is_replaced as is_current,
        row_number() over (
            order by published_date nulls last, url is null, published_at nulls last, path, record, article_id
        ) as place
    from keyed
    window versions as (
        partition by lineage
        order by
            not is_replaced,
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
    snapshot = reading.snapshot(raw)
    version = fingerprints.of_code("reading")
    known = {
        (row["path"], row["file_id"])
        for row in build.rows(
            "select path, file_id from core.files where reader_version = ?", [version]
        )
    }
    stored = {row["article_id"]: row for row in build.rows(STORED)}
    held: dict[str, str] = {}
    refused: list[Row] = []
    for file in track(reading.scan(raw), "files read"):
        found = reading.read(file)
        refused += [_refusal(file, found, rejection) for rejection in found.rejections]
        articles = _articles(file, found, held)
        changed = [row for row in articles if _without_text(row) != stored.get(row["article_id"])]
        if changed or (file.path, found.file_id) not in known:
            with build.transaction():
                _store_file(build, file, found, version=version, now=now)
                _store_articles(build, changed, now)
    with build.transaction():
        quarantine.keep(build, refused, stages=("scan", "read", "metadata"), now=now)
        build.execute(
            "create or replace table meta.inbox as select ?::varchar as snapshot", [snapshot]
        )
        build.execute("create or replace table meta.held (article_id varchar, path varchar)")
        build.insert(
            "meta.held", [{"article_id": each, "path": path} for each, path in held.items()]
        )
        build.execute(VERSIONS)


def _articles(file: InboxFile, found: Reading, held: dict[str, str]) -> list[Row]:
    """The rows of a file's articles. One that two files hold belongs to the first; ``held`` remembers it."""
    rows = []
    for article in found.articles:
        if article.article_id not in held:
            held[article.article_id] = file.path
            rows.append(_article_row(article) | {"file_id": found.file_id, "path": file.path})
    return rows


def _article_row(article: Article) -> Row:
    row: dict[str, Any] = asdict(article)
    del row["record_id"]  # it stands in the source key
    return row


def _without_text(row: Row) -> Row:
    return {column: value for column, value in row.items() if column != "text"}


def _store_file(
    build: Build, file: InboxFile, found: Reading, *, version: str, now: datetime
) -> None:
    """Add or replace the row of this content at this path."""
    same = "path = ? and file_id is not distinct from ?"
    place = [file.path, found.file_id]
    first_seen = build.scalar(f"select first_seen_at from core.files where {same}", place)
    build.execute(f"delete from core.files where {same}", place)
    row = {
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
    build.insert("core.files", [row])


def _store_articles(build: Build, articles: list[Row], now: datetime) -> None:
    """Add articles, or replace their metadata."""
    ids = [row["article_id"] for row in articles]
    seen = {
        row["article_id"]: row["ingested_at"]
        for row in build.rows(
            "select article_id, ingested_at from core.articles where list_contains(?, article_id)",
            [ids],
        )
    }
    for table in ("articles", "steps"):  # the steps are done again: a date may now be known
        build.execute(f"delete from core.{table} where list_contains(?, article_id)", [ids])
    first = {"version_no": 1, "is_current": True}  # until all versions are put in order
    build.insert(
        "core.articles",
        [row | first | {"ingested_at": seen.get(row["article_id"], now)} for row in articles],
    )


def _status(found: Reading) -> str:
    if not found.articles:
        return "rejected"
    return "partly" if any(rejection.stage == "read" for rejection in found.rejections) else "read"


def _refusal(file: InboxFile, found: Reading, rejection: Rejection) -> Row:
    return {"path": file.path, "file_id": found.file_id, **asdict(rejection)}
