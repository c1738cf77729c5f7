-- table: core/claims
-- severity: ERROR
-- purpose: Every claim is of a metric that the lexicon defines, in its unit; money is in an ISO 4217 currency.
select
    claims.claim_id,
    claims.metric,
    claims.unit,
    metrics.unit as unit_of_the_metric,
    claims.quote
from core.claims as claims
left join core.metrics as metrics on claims.metric = metrics.metric
where
    case metrics.unit
        when 'money' then not regexp_full_match(claims.unit, '[A-Z]{3}')
        else claims.unit is distinct from metrics.unit
    end
