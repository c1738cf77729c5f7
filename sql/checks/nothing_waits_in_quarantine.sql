-- table: core/quarantine
-- severity: WARN
-- purpose: Files, records and fields that could not be used wait here; each says what to do about it.
-- found: Waiting in quarantine: {n}.
select
    path,
    line,
    stage,
    reason,
    detail
from core.quarantine
where resolved_at is null
order by path, line
