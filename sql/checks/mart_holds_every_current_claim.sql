-- table: mart/claims
-- severity: ERROR
-- purpose: Every claim of a current article is in the mart once; no join loses or doubles one.
select
    claims.claim_id,
    count(marts.claim_id) as n_rows
from core.claims as claims
inner join core.articles as articles on claims.article_id = articles.article_id
left join mart.claims as marts on claims.claim_id = marts.claim_id
where articles.is_current
group by claims.claim_id
having count(marts.claim_id) <> 1
