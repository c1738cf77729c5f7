"""Entities that may be one, for a person to decide: nothing links by likeness."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from pipelines.extraction.names.gazetteer import gazetteer, slug
from pipelines.progress import announce
from pipelines.resolution import Entity, Key, keys_of, of_known
from pipelines.warehouse import Build, Row

BATCH = 50_000  # keys an insertion: those of a large warehouse fill the memory as dictionaries
COMMON = 25  # a key that more entities than this share says nothing about any two of them
LIKE = 0.8  # names that are less alike are no suggestion; an initial need not be like its name

KEYS = """
create or replace temp table name_keys (
    entity_id varchar,
    kind varchar,
    plain varchar,
    words varchar,
    reason varchar,
    key varchar,
    side varchar,
    is_known boolean
)
"""

ACRONYMS = """
select distinct resolved.entity_id, kind, name, mentions.quote as acronym
from core.mentions as mentions
inner join resolved using (kind, name)
where mentions.link = 'acronym' and kind = 'organisation'
order by all
"""

# Two entities that share a key, unless a list holds both: its editors have decided about these already.
SUGGESTIONS = f"""
insert into core.entity_suggestions by name
with keyed as (
    select
        *,
        count(distinct entity_id) over (partition by kind, reason, key) as n_entities
    from name_keys
),

pairs as (
    select
        ones.entity_id,
        others.entity_id as other_entity_id,
        ones.reason,
        round(greatest(
            jaro_winkler_similarity(ones.plain, others.plain),
            jaro_winkler_similarity(ones.words, others.words)
        ), 3) as score
    from keyed as ones
    inner join keyed as others using (kind, reason, key)
    where
        ones.entity_id < others.entity_id
        and ones.n_entities between 2 and {COMMON}
        and not (ones.is_known and others.is_known)
        and (ones.side is null or ones.side <> others.side)
)

select
    entity_id,
    other_entity_id,
    max(score) as score,
    arg_min(reason, (-score, reason)) as reason
from pairs
where score >= {LIKE} or reason = 'initial'
group by entity_id, other_entity_id
order by all
"""

UNNAMED = """
select entity_id from core.entity_suggestions union select other_entity_id from core.entity_suggestions
except select entity_id from resolved order by all
"""


def suggest(build: Build, resolved: Sequence[Row]) -> list[Entity]:
    """Fill core.entity_suggestions. Returns the known entities in it that no article names.

    ``resolved`` are the names of all articles (kind, name, entity_id), which a temporary table of that name holds too.
    """
    announce("names: compare")
    users = build.settings.lexicon
    build.execute(KEYS)
    keys = _keys(build, resolved, users)
    while batch := list(islice(keys, BATCH)):
        build.insert("name_keys", batch)
    build.execute(SUGGESTIONS)
    build.execute("drop table name_keys")
    known = gazetteer(users)
    return [of_known(known[row["entity_id"]], lexicon=users) for row in build.rows(UNNAMED)]


def _keys(build: Build, resolved: Sequence[Row], users: Path | None) -> Iterator[Row]:
    """The keys of all names of the articles and of all known people and organisations."""
    known = gazetteer(users)
    for row in resolved:
        is_known = row["entity_id"] in known
        yield from _rows(row, keys_of(row["kind"], row["name"], lexicon=users), is_known=is_known)
    for row in build.rows(ACRONYMS):
        is_known = row["entity_id"] in known
        yield from _rows(row, [Key("same_acronym", row["acronym"])], is_known=is_known)
    for row in _known(users):
        yield from _rows(row, keys_of(row["kind"], row["name"], lexicon=users), is_known=True)


def _known(users: Path | None) -> Iterator[Row]:
    """The known people and organisations by every alias of more than one word: a bare surname is like too many."""
    for known in gazetteer(users).values():
        for alias in known.aliases if known.kind != "place" else ():
            row = {"entity_id": known.entity_id, "kind": known.kind, "name": alias}
            if " " in alias:
                yield row


def _rows(row: Row, keys: Sequence[Key], *, is_known: bool) -> Iterator[Row]:
    words = slug(row["name"]).split("-")
    for key in keys:
        yield {
            "entity_id": row["entity_id"],
            "kind": row["kind"],
            "plain": " ".join(words),
            "words": " ".join(sorted(words)),
            "is_known": is_known,
            **asdict(key),
        }
