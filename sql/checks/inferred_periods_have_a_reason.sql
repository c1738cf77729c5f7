-- table: core/claims
-- severity: ERROR
-- purpose: Only an article without a day of publication has inferred days, and each says by what reasoning.
select
    claims.claim_id,
    claims.period,
    claims.period_start,
    claims.period_end,
    articles.published_date
from core.claims as claims
inner join core.articles as articles on claims.article_id = articles.article_id
where
    claims.period_basis = 'inferred'
    and (claims.period_reason is null or articles.published_date is not null)
