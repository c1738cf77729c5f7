-- table: core/claims
-- severity: ERROR
-- purpose: The words of every role of a claim are what the article says at their place.
with roles as (
    select
        claim_id,
        article_id,
        'subject' as role,
        subject as words,
        subject_start_char as start_char,
        subject_end_char as end_char
    from core.claims
    union all
    select
        claim_id,
        article_id,
        'actor' as role,
        actor as words,
        actor_start_char as start_char,
        actor_end_char as end_char
    from core.claims
    union all
    select
        claim_id,
        article_id,
        'target' as role,
        target as words,
        target_start_char as start_char,
        target_end_char as end_char
    from core.claims
    union all
    select
        claim_id,
        article_id,
        'place' as role,
        place as words,
        place_start_char as start_char,
        place_end_char as end_char
    from core.claims
    union all
    select
        claim_id,
        article_id,
        'attribution' as role,
        attribution as words,
        attribution_start_char as start_char,
        attribution_end_char as end_char
    from core.claims
    union all
    select
        claim_id,
        article_id,
        'period' as role,
        period as words,
        period_start_char as start_char,
        period_end_char as end_char
    from core.claims
)

select
    roles.claim_id,
    roles.role,
    roles.words,
    articles.text[roles.start_char + 1:roles.end_char] as text_at_its_place
from roles
left join core.articles as articles on roles.article_id = articles.article_id
where articles.text[roles.start_char + 1:roles.end_char] is distinct from roles.words
