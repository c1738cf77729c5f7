"""The table of contents: every step in the order of the data. Whoever has read this has read the pipeline.

    raw/  ->  core.files, core.articles
          ->  core.sentences, core.quantities, core.claims, core.mentions; core.quarantine is complete
          ->  core.entities, core.entity_aliases, core.claim_entities, core.entity_suggestions
          ->  mart.*  (sql/marts, see `pipelines.marts`)
          ->  the published edition

Between the steps stand the checks of `pipelines.checks`: where one of severity ERROR fails, what follows is not done.
"""

from collections.abc import Iterator

import dagster as dg

from pipelines import (
    bounding,
    edition,
    fingerprints,
    ingestion,
    marts,
    quality,
    quality_report,
    resolving,
    settings,
    steps,
)
from pipelines.automation import INBOX
from pipelines.tables import done, key, table_specs, unread
from pipelines.warehouse import Build

inbox = dg.AssetSpec(
    key("raw/inbox"),
    description="The folder that article files are dropped into. Nothing in it is ever changed.",
    group_name="raw",
    kinds={"file"},
    owners=["team:editors"],
)


@dg.multi_asset(specs=table_specs("files", "articles", deps=["raw/inbox"], group="reading"))
def read(build: dg.ResourceParam[Build]) -> Iterator[dg.MaterializeResult[None]]:
    """Bytes to articles; what cannot be read goes to quarantine, with its reason."""
    ingestion.read_inbox(build)
    yield from done(build, "files", "articles")


# Quarantine is complete, and the steps are noted, once all articles are extracted.
EXTRACTED = (*steps.TABLES, "metrics", "steps", "quarantine")


@dg.multi_asset(
    specs=table_specs(
        *EXTRACTED,
        deps=["core/files", "core/articles"],
        group="extraction",
    )
)
def extract(build: dg.ResourceParam[Build]) -> Iterator[dg.MaterializeResult[None]]:
    """Text to sentences, the ledger of all numbers, claims and names; and bounds of words, by the chosen profile.

    Quarantine is reported here: only now is it known what could neither be read nor extracted.
    """
    steps.extract_articles(build)
    bounding.bound_figures(build)
    yield from done(build, *EXTRACTED)


@dg.multi_asset(
    specs=table_specs(
        *resolving.TABLES,
        deps=["core/claims", "core/attributions", "core/mentions"],
        group="resolution",
    )
)
def resolve(build: dg.ResourceParam[Build]) -> Iterator[dg.MaterializeResult[None]]:
    """Names to the people, organisations and places that they stand for, and these to the claims' roles.

    What is only alike is no entity: it is suggested to a person.
    """
    resolving.resolve_entities(build)
    yield from done(build, *resolving.TABLES)


tables_of_marts = marts.mart_assets()


@dg.asset(
    key=key("meta/edition"),
    deps=unread([read, extract, resolve, *tables_of_marts]),
    group_name="edition",
    kinds={"duckdb"},
    owners=["team:editors"],
)
def publish(build: dg.ResourceParam[Build]) -> dg.MaterializeResult[None]:
    """The published warehouse file, replaced in one step; where nothing has changed, the standing one stays."""
    if unmet := quality.unmet(build.settings, build.run_id):
        raise dg.Failure(
            f"{len(unmet)} checks have not passed in this run ({unmet[0]} …): run the whole job",
            allow_retries=False,
        )
    published = edition.publish(build, lexicon=fingerprints.of_words(build.settings.lexicon))
    return dg.MaterializeResult(
        metadata={
            "edition": published.edition_id,
            "is new": published.is_new,
            "file": dg.MetadataValue.path(str(published.path)),
            "claims": build.count("core.claims"),
            INBOX: build.scalar("select snapshot from meta.inbox"),
        }
    )


@dg.asset(
    key=key("quality/report"),
    deps=[key("meta/edition")],
    group_name="quality",
    kinds={"duckdb"},
    owners=["team:editors"],
)
def report() -> dg.MaterializeResult[None]:
    """The newest state of all checks, made after every run, failed or not.

    Errors stop publication, warnings do not. The number of each is plotted from run to run.
    """
    return quality_report.materialize(settings.load())
