"""The step that gives the extracted numbers their bounds, under the chosen profile.

It needs no text: the ledger keeps what bounds are made of. A changed profile runs this step alone.
"""

from datetime import UTC, datetime

from pipelines import fingerprints
from pipelines.extraction.numbers.bounds import Profile
from pipelines.extraction.numbers.profiles import load_profile
from pipelines.progress import announce
from pipelines.warehouse import Build, Row

# Articles whose numbers have no bounds yet, or those of another profile.
UNBOUND = """
create or replace temp table unbound as
select article_id from core.steps where step = 'extract'
except
select article_id from core.steps where step = 'bound' and fingerprint = ?
"""

WRITTEN = """
select distinct
    hedge_rule,
    kind,
    vague_word,
    written_low,
    written_high
from core.quantities
semi join unbound using (article_id)
order by all
"""

TABLE = """
create or replace temp table bounds as
select hedge_rule, kind, vague_word, written_low, written_high, low, high from core.quantities limit 0
"""

QUANTITIES = """
update core.quantities as quantities
set
    low = bounds.low,
    high = bounds.high
from bounds
where
    quantities.article_id in (select article_id from unbound)
    and quantities.hedge_rule = bounds.hedge_rule
    and quantities.kind = bounds.kind
    and quantities.vague_word is not distinct from bounds.vague_word
    and quantities.written_low is not distinct from bounds.written_low
    and quantities.written_high is not distinct from bounds.written_high
"""

CLAIMS = """
update core.claims as claims
set
    low = quantities.low,
    high = quantities.high
from core.quantities as quantities
where
    claims.article_id in (select article_id from unbound)
    and claims.quantity_id = quantities.quantity_id
"""

DONE = """
delete from core.steps where step = 'bound' and article_id in (select article_id from unbound);
insert into core.steps by name
select article_id, 'bound' as step, $fingerprint as fingerprint, $now::timestamptz as done_at from unbound;
"""

# What the edition says of itself.
NAMED = """
delete from meta.build where key in ('bounds_profile', 'bounds_version');
insert into meta.build values ('bounds_profile', $name), ('bounds_version', $version::varchar);
"""


def bound_figures(build: Build) -> None:
    """Fill low and high of core.quantities and core.claims where they are not those of the chosen profile."""
    announce("bounds")
    settings = build.settings
    profile = load_profile(settings.bounds, settings.lexicon)
    fingerprint = fingerprints.of_bounds(profile, settings.lexicon)
    with build.transaction():
        build.execute(UNBOUND, [fingerprint])
        build.execute(TABLE)
        build.insert("bounds", [_bounds(row, profile) for row in build.rows(WRITTEN)])
        build.execute(QUANTITIES)
        build.execute(CLAIMS)
        build.execute(DONE, {"fingerprint": fingerprint, "now": datetime.now(UTC)})
        build.execute(NAMED, {"name": profile.name, "version": profile.version})


def _bounds(written: Row, profile: Profile) -> Row:
    """What is written, with its bounds."""
    low, high = profile.bounds(
        written["hedge_rule"],
        written["written_low"],
        written["written_high"],
        kind=written["kind"],
        vague=written["vague_word"],
    )
    return written | {"low": low, "high": high}
