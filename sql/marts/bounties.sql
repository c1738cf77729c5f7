-- purpose: The rewards on offer: how much, by whom, for whom, copies left out.
-- grain: one row a claim about a bounty
-- columns:
--   claim_id         the claim (mart.claims)
--   published_date   the outlet's day of publication; NULL where unknown
--   outlet           who published it
--   low              least amount that the words allow; NULL where open
--   high             greatest amount that the words allow; NULL where open
--   currency         ISO 4217 code
--   hedge            how the amount is hedged
--   quote            the very words
--   is_per_head      whether the amount is offered for each of several people
--   modality         asserted (on offer), requested, planned, alleged, denied
--   wanted           who is wanted, in the text's words
--   wanted_entity    name of the entity in these words, where there is just one
--   offered_by       who offers it, in the text's words
--   attribution      whose word it is; NULL for the narrator's own
--   sentence         the whole sentence
select
    claim_id,
    published_date,
    outlet,
    low,
    high,
    unit as currency,
    hedge,
    quote,
    scope = 'each' as is_per_head,
    modality,
    subject as wanted,
    subject_entity as wanted_entity,
    actor as offered_by,
    attribution,
    sentence
from mart.claims
where metric = 'bounties' and not is_copy
order by published_date, outlet, claim_id
