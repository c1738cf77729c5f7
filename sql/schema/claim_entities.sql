-- Which entities fill the roles of which claims.
create table core.claim_entities (
    claim_id varchar not null, -- claim (core.claims)
    article_id varchar not null, -- article (core.articles)
    role varchar not null, -- subject, actor, target, place, attribution
    entity_id varchar not null, -- entity (core.entities)
    mention_id varchar not null -- the mention inside the words of the role (core.mentions)
);
