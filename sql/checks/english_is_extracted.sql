-- table: core/sentences
-- severity: ERROR
-- purpose: Every current article in English, or of unstated language, has its sentences, or a row in quarantine.
select
    articles.article_id,
    articles.path,
    articles.record,
    articles.language
from core.articles as articles
anti join core.sentences as sentences on articles.article_id = sentences.article_id
anti join core.quarantine as refused
    on
        articles.path = refused.path
        and articles.file_id = refused.file_id
        and articles.record is not distinct from refused.line
        and refused.stage = 'extract'
        and refused.resolved_at is null
where articles.is_current
