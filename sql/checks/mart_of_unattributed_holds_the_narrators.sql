-- table: mart/unattributed
-- severity: ERROR
-- purpose: The mart holds exactly the claims that the narrator makes in his own voice.
select claims.claim_id
from mart.claims as claims
inner join core.claims as cores on claims.claim_id = cores.claim_id
left join mart.unattributed as held on claims.claim_id = held.claim_id
where (cores.attribution_kind = 'narrator' and not claims.is_copy) <> (held.claim_id is not null)
