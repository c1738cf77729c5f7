-- table: core/quarantine
-- severity: WARN
-- purpose: Files, records and fields that could not be used; each says what to do about it.
select
    path,
    line,
    stage,
    reason,
    detail
from core.quarantine
where resolved_at is null
order by path, line
