-- purpose: What each article says about people killed, copies and parts of other figures left out.
-- grain: one row a claim about deaths that stands for itself
-- columns:
--   claim_id         the claim (mart.claims)
--   published_date   the outlet's day of publication; NULL where unknown
--   outlet           who published it
--   low              least number that the words allow; NULL where open
--   high             greatest number that the words allow; NULL where open
--   hedge            how the number is hedged
--   quote            the very words
--   scope            incident or cumulative
--   modality         asserted, alleged, feared, denied, requested, planned
--   subject          who was killed, in the text's words
--   actor            who killed them, in the text's words
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
    subject,
    actor,
    place,
    attribution,
    sentence
from mart.claims
where metric = 'deaths' and scope in ('incident', 'cumulative') and not is_copy
order by published_date, outlet, claim_id
