-- table: core/articles
-- severity: WARN
-- purpose: An article published after it was read, by more than the turn of the date line, has a wrong date.
select
    article_id,
    path,
    outlet,
    published_date,
    ingested_at
from core.articles
where published_date > ingested_at::date + 1
