-- table: core/mentions
-- severity: ERROR
-- purpose: The quote of every mention is, character for character, what the article says at its place.
select
    mentions.mention_id,
    mentions.quote,
    articles.text[mentions.start_char + 1:mentions.end_char] as text_at_its_place,
    mentions.article_id,
    mentions.start_char,
    mentions.end_char
from core.mentions as mentions
left join core.articles as articles on mentions.article_id = articles.article_id
where articles.text[mentions.start_char + 1:mentions.end_char] is distinct from mentions.quote
