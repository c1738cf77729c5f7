-- table: core/attributions
-- severity: ERROR
-- purpose: Every chain of sources belongs to a claim of its article, and its first source is the claim's attribution.
select
    claims.claim_id,
    claims.attribution,
    attributions.claim_id as claim_of_the_source,
    attributions.words
from core.claims as claims
full join core.attributions as attributions
    on
        claims.claim_id = attributions.claim_id
        and claims.article_id = attributions.article_id
        and attributions.link_no = 0
where
    (claims.claim_id is null and attributions.link_no = 0)
    or (
        claims.claim_id is not null
        and (claims.attribution, claims.attribution_start_char, claims.n_sources)
        is distinct from (attributions.words, attributions.start_char, attributions.n_sources)
    )
