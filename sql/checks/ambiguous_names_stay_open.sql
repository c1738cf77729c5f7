-- table: core/mentions
-- severity: ERROR
-- purpose: A name that is ambiguous names nobody and says between whom it is open; any other has a name and is not open.
select
    mention_id,
    quote,
    name,
    link,
    could_be
from core.mentions
where
    (link = 'ambiguous') <> (name is null)
    or (link = 'ambiguous') <> coalesce(contains(could_be, ' or '), false)
