-- table: core/claims
-- severity: ERROR
-- purpose: The quote of every claim is, character for character, what the article says at its place.
select
    claims.claim_id,
    claims.quote,
    articles.text[claims.start_char + 1:claims.end_char] as text_at_its_place,
    claims.article_id,
    claims.start_char,
    claims.end_char
from core.claims as claims
left join core.articles as articles on claims.article_id = articles.article_id
where articles.text[claims.start_char + 1:claims.end_char] is distinct from claims.quote
