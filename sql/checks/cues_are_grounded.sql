-- table: core/claims
-- severity: ERROR
-- purpose: The words of every cue are what the article says at their place; an asterisk stands for any word.
with cues as (
    select
        claims.claim_id,
        claims.article_id,
        claims.cue,
        regexp_extract(claims.cue, '^[^/]+/[^/]+/(.+)$', 1) as words,
        articles.text[claims.cue_start_char + 1:claims.cue_end_char] as text_at_its_place
    from core.claims as claims
    left join core.articles as articles on claims.article_id = articles.article_id
    where claims.cue_start_char is not null
)

select
    claim_id,
    article_id,
    cue,
    text_at_its_place
from cues
where (lower(regexp_replace(text_at_its_place, '[\s\p{Z}]+', ' ', 'g')) like replace(words, '*', '%')) is not true
