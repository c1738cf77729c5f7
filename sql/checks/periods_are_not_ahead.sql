-- table: core/claims
-- severity: WARN
-- purpose: What is told as fact was not after publication, unless the text itself gives the year.
select
    claims.claim_id,
    claims.quote,
    claims.period,
    claims.period_end,
    articles.published_date
from core.claims as claims
inner join core.articles as articles on claims.article_id = articles.article_id
where
    claims.period_end > articles.published_date
    and claims.modality in ('asserted', 'alleged', 'denied')
    and claims.period_basis <> 'explicit'
