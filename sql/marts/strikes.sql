-- purpose: What each article says about the number of strikes, raids and attacks, copies left out.
-- grain: one row a claim about strikes
-- columns:
--   claim_id         the claim (mart.claims)
--   published_date   the outlet's day of publication; NULL where unknown
--   outlet           who published it
--   low              least number that the words allow; NULL where open
--   high             greatest number that the words allow; NULL where open
--   hedge            how the number is hedged
--   quote            the very words
--   scope            incident, cumulative or subset
--   modality         asserted, alleged, feared, denied, requested, planned
--   actor            who struck, in the text's words
--   target           what was hit, in the text's words
--   place            where, in the text's words
--   attribution      whose word it is; NULL for the narrator's own
--   sentence         the whole sentence
select
    claim_id,
    published_date,
    outlet,
    low,
    high,
    hedge,
    quote,
    scope,
    modality,
    actor,
    target,
    place,
    attribution,
    sentence
from mart.claims
where metric = 'strikes' and not is_copy
order by published_date, outlet, claim_id
