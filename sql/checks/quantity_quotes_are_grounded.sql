-- table: core/quantities
-- severity: ERROR
-- purpose: The quote of every quantity is, character for character, what the article says at its place.
select
    quantities.quantity_id,
    quantities.quote,
    articles.text[quantities.start_char + 1:quantities.end_char] as text_at_its_place,
    quantities.article_id,
    quantities.start_char,
    quantities.end_char
from core.quantities as quantities
left join core.articles as articles on quantities.article_id = articles.article_id
where articles.text[quantities.start_char + 1:quantities.end_char] is distinct from quantities.quote
