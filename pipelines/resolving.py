"""The step from names to entities. All is done anew in each run: it depends on the names of all articles."""

from dataclasses import asdict

from pipelines import suggesting
from pipelines.progress import track
from pipelines.resolution import entity_of, union
from pipelines.warehouse import Build

TABLES = ("entities", "entity_aliases", "claim_entities", "entity_suggestions")

NAMES = "select distinct kind, name from core.mentions where name is not null order by all"

ALIASES = """
insert into core.entity_aliases by name
select distinct
    resolved.entity_id,
    mentions.kind,
    mentions.name,
    mentions.quote as alias,
    mentions.link
from core.mentions as mentions
inner join resolved using (kind, name)
order by all
"""

# A role names an entity where a mention of it lies within the role's words. It is all of them where nothing but titles
# stands before it and nothing behind it: no small word that makes the name a part of another ("supporters of Maduro").
ROLES = r"""
insert into core.claim_entities by name
with of_claims as (
    unpivot (
        select
            claim_id,
            article_id,
            {'words': subject, 'start': subject_start_char, 'end': subject_end_char} as subject,
            {'words': actor, 'start': actor_start_char, 'end': actor_end_char} as actor,
            {'words': target, 'start': target_start_char, 'end': target_end_char} as target,
            {'words': place, 'start': place_start_char, 'end': place_end_char} as place,
            {'words': attribution, 'start': attribution_start_char, 'end': attribution_end_char} as attribution
        from core.claims
    )
    on subject, actor, target, place, attribution
    into name role value span
),

roles as (
    select
        claim_id,
        article_id,
        role,
        span['words'] as words,
        span['start'] as start_char,
        span['end'] as end_char
    from of_claims
    union all
    select
        claim_id,
        article_id,
        'relay' as role,
        words,
        start_char,
        end_char
    from core.attributions
    where link_no > 0
)

select
    roles.claim_id,
    roles.article_id,
    roles.role,
    resolved.entity_id,
    mentions.mention_id,
    mentions.link,
    bool_or(
        regexp_full_match(roles.words[mentions.end_char - roles.start_char + 1:], '([''’]s?)?[.,]?')
        and not regexp_matches(
            roles.words[:mentions.start_char - roles.start_char],
            '\b(of|by|for|from|to|in|at|with|and|or|against|on|among|near)\b'
        )
    ) as is_whole
from roles
inner join core.mentions as mentions
    on
        roles.article_id = mentions.article_id
        and mentions.start_char >= roles.start_char
        and mentions.end_char <= roles.end_char
inner join resolved on mentions.kind = resolved.kind and mentions.name = resolved.name
group by all
order by all
"""


def resolve_entities(build: Build) -> None:
    """Fill core.entities, entity_aliases, claim_entities and entity_suggestions."""
    users = build.settings.lexicon
    names = build.rows(NAMES)
    entities = [
        entity_of(row["kind"], row["name"], lexicon=users) for row in track(names, "names: resolve")
    ]
    resolved = [
        row | {"entity_id": entity.entity_id} for row, entity in zip(names, entities, strict=True)
    ]
    with build.transaction():
        for table in TABLES:
            build.execute(f"delete from core.{table}")
        build.execute(
            "create or replace temp table resolved (kind varchar, name varchar, entity_id varchar)"
        )
        build.insert("resolved", resolved)
        build.execute(ALIASES)
        build.execute(ROLES)
        suggested = suggesting.suggest(build, resolved)
        build.insert("core.entities", [asdict(each) for each in union([*entities, *suggested])])
