-- table: core/attributions
-- severity: ERROR
-- purpose: The words for every source are what the article says at their place.
select
    attributions.claim_id,
    attributions.link_no,
    attributions.words,
    articles.text[attributions.start_char + 1:attributions.end_char] as text_at_its_place
from core.attributions as attributions
left join core.articles as articles on attributions.article_id = articles.article_id
where articles.text[attributions.start_char + 1:attributions.end_char] is distinct from attributions.words
