-- question: What could not be read or used, and why?
select
    path,
    line,
    stage,
    reason,
    detail,
    first_seen_at
from core.quarantine
where resolved_at is null
order by path, line
