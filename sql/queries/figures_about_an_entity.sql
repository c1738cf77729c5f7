-- question: Which figures involve Nicolás Maduro, and in which role?
select
    articles.published_date,
    links.role,
    claims.metric,
    claims.quote,
    articles.outlet,
    articles.text[sentences.start_char + 1:sentences.end_char] as sentence
from core.claim_entities as links
inner join core.entities as entities on links.entity_id = entities.entity_id
inner join core.claims as claims on links.claim_id = claims.claim_id
inner join core.articles as articles on claims.article_id = articles.article_id
inner join core.sentences as sentences
    on claims.article_id = sentences.article_id and claims.sentence_no = sentences.sentence_no
where entities.name = 'Nicolás Maduro' and articles.is_current
order by articles.published_date, claims.claim_id
