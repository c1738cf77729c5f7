-- table: core/claims
-- severity: ERROR
-- purpose: Every claim rests on a number of the ledger that lies within it and has the same bounds and hedge.
select
    claims.claim_id,
    claims.quote,
    quantities.quote as quantity_quote,
    claims.low,
    quantities.low as quantity_low,
    claims.high,
    quantities.high as quantity_high,
    quantities.outcome
from core.claims as claims
left join core.quantities as quantities on claims.quantity_id = quantities.quantity_id
where
    quantities.quantity_id is null
    or quantities.outcome <> 'claim'
    or quantities.start_char < claims.start_char
    or quantities.end_char > claims.end_char
    or (claims.low, claims.high, claims.hedge) is distinct from (quantities.low, quantities.high, quantities.hedge)
