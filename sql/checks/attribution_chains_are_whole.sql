-- table: core/attributions
-- severity: ERROR
-- purpose: A chain of sources begins with whoever said it, has no gap, and names nobody twice.
select
    claim_id,
    count(*) as n_links,
    max(link_no) as last_link,
    count(distinct start_char) as n_places
from core.attributions
group by claim_id
having
    max(link_no) + 1 <> count(*)
    or count(distinct start_char) <> count(*)
    or count(*) filter (where link_no = 0 and relation = 'said') <> 1
    or count(*) filter (where relation = 'said') <> 1
