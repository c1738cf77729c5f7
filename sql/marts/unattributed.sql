-- purpose: The claims that rest on nobody's word but the outlet's, copies left out.
-- grain: one row a claim that the narrator makes in his own voice
-- columns:
--   claim_id         the claim (mart.claims)
--   published_date   the outlet's day of publication; NULL where unknown
--   outlet           who published it
--   metric           what is counted
--   low              least number that the words allow; NULL where open
--   high             greatest number that the words allow; NULL where open
--   unit             person, event or an ISO 4217 code
--   hedge            how the number is hedged
--   scope            incident, cumulative, subset (part of another figure), each (a head or an event)
--   modality         asserted, alleged, feared, denied, requested, planned
--   quote            the very words
--   sentence         the whole sentence
--   url              where it was published
select
    claim_id,
    published_date,
    outlet,
    metric,
    low,
    high,
    unit,
    hedge,
    scope,
    modality,
    quote,
    sentence,
    url
from mart.claims
where attribution is null and not is_copy
order by published_date, outlet, claim_id
