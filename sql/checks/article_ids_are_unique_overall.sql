-- table: core/articles
-- severity: ERROR
-- purpose: No two articles of the warehouse, new or old, share an id.
select
    article_id,
    count(*) as n_rows
from core.articles
group by article_id
having count(*) > 1
