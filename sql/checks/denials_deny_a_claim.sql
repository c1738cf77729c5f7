-- table: core/claims
-- severity: ERROR
-- purpose: What a denial denies is a claim of the same article on the same metric, and no denial itself.
select
    denials.claim_id,
    denials.quote,
    denials.metric,
    denials.denies_claim_id,
    denied.quote as denied_quote
from core.claims as denials
left join core.claims as denied on denials.denies_claim_id = denied.claim_id
where
    denials.denies_claim_id is not null
    and (
        denials.modality <> 'denied'
        or denied.modality = 'denied'
        or (denials.article_id, denials.metric) is distinct from (denied.article_id, denied.metric)
    )
