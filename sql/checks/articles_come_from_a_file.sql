-- table: core/articles
-- severity: ERROR
-- purpose: Every article names a raw file that was read.
select
    articles.article_id,
    articles.path,
    articles.file_id
from core.articles as articles
anti join core.files as files on articles.path = files.path and articles.file_id = files.file_id
