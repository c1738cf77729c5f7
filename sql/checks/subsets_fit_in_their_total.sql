-- table: core/claims
-- severity: WARN
-- purpose: A part cannot be larger than its total; where it seems to be, the wrong total was found.
select
    parts.claim_id,
    parts.quote,
    totals.quote as total_quote,
    parts.low,
    totals.high as total_high
from core.claims as parts
inner join core.claims as totals on parts.part_of_claim_id = totals.claim_id
where parts.low > totals.high
