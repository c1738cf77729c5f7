-- table: core/sentences
-- severity: ERROR
-- purpose: Every sentence lies inside its article and is not blank.
select
    sentences.article_id,
    sentences.sentence_no,
    sentences.start_char,
    sentences.end_char
from core.sentences as sentences
left join core.articles as articles on sentences.article_id = articles.article_id
where
    articles.article_id is null
    or sentences.end_char > length(articles.text)
    or trim(articles.text[sentences.start_char + 1:sentences.end_char]) = ''
