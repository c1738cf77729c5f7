-- question: Who is wanted for how much, and since when do we read it?
select
    coalesce(wanted_entity, wanted) as wanted,
    currency,
    max(high) as amount,
    bool_or(is_per_head) as is_per_head,
    min(published_date) as first_read,
    count(distinct outlet) as n_outlets
from mart.bounties
where modality = 'asserted'
group by all
order by currency, amount desc, wanted
