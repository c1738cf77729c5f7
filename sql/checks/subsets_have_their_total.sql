-- table: core/claims
-- severity: ERROR
-- purpose: The claim that a subset is a part of stands in the same article and counts the same.
select
    parts.claim_id,
    parts.quote,
    parts.metric,
    parts.part_of_claim_id,
    totals.quote as total_quote
from core.claims as parts
left join core.claims as totals on parts.part_of_claim_id = totals.claim_id
where
    parts.part_of_claim_id is not null
    and (parts.article_id, parts.metric) is distinct from (totals.article_id, totals.metric)
