-- question: Which names stay ambiguous, and between whom?
select
    mentions.quote,
    mentions.could_be,
    articles.outlet,
    articles.published_date,
    articles.text[sentences.start_char + 1:sentences.end_char] as sentence
from core.mentions as mentions
inner join core.articles as articles on mentions.article_id = articles.article_id
inner join core.sentences as sentences
    on mentions.article_id = sentences.article_id and mentions.sentence_no = sentences.sentence_no
where mentions.link = 'ambiguous' and articles.is_current
order by articles.published_date, mentions.article_id, mentions.start_char
