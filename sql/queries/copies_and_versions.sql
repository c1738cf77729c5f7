-- question: Which articles repeat or replace another?
select
    articles.outlet,
    articles.title,
    articles.path,
    articles.version_no,
    articles.is_current,
    first_copies.outlet as repeats_outlet,
    first_copies.path as repeats_path
from core.articles as articles
left join core.articles as first_copies on articles.duplicate_of = first_copies.article_id
where articles.version_no > 1 or not articles.is_current or articles.duplicate_of is not null
order by articles.source_key, articles.version_no
