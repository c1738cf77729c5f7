-- table: core/claims
-- severity: ERROR
-- purpose: A claim is the narrator's exactly where nobody else's word is named.
select
    claim_id,
    quote,
    attribution,
    attribution_kind
from core.claims
where (attribution is null) is distinct from (coalesce(attribution_kind, '') = 'narrator')
