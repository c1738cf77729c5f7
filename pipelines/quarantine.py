"""What is refused, kept with its reason: new refusals are added, those whose cause is gone are marked as resolved."""

from collections.abc import Sequence
from datetime import datetime

from pipelines.warehouse import Build, Row

SAME = """
    kept.path = refused.path
    and kept.stage = refused.stage
    and kept.reason = refused.reason
    and kept.detail = refused.detail
    and kept.line is not distinct from refused.line
"""


def keep(build: Build, refused: Sequence[Row], *, stages: Sequence[str], now: datetime) -> None:
    """Make the unresolved rows of these stages equal to ``refused``, which is all that they refuse today."""
    build.execute("create or replace temp table refused as from core.quarantine limit 0")
    build.insert("refused", [row | {"first_seen_at": now} for row in refused])
    build.execute(
        f"""update core.quarantine as kept set resolved_at = ?
        where kept.resolved_at is null and list_contains(?, kept.stage)
        and not exists (select 1 from refused where {SAME})""",
        [now, list(stages)],
    )
    build.execute(
        f"""insert into core.quarantine by name from refused
        where not exists (select 1 from core.quarantine as kept where kept.resolved_at is null and {SAME})"""
    )
