-- Which entities are named in the roles of which claims.
create table core.claim_entities (
    claim_id varchar not null, -- claim (core.claims)
    article_id varchar not null, -- article (core.articles)
    role varchar not null, -- subject, actor, target, place, attribution, relay (whoever was told it, cites or reports it)
    entity_id varchar not null, -- entity (core.entities)
    mention_id varchar not null, -- the mention inside the words of the role (core.mentions)
    link varchar not null, -- how the mention stands for the entity, as core.mentions.link has it
    is_whole boolean not null -- whether the name, with its titles, is all of them and no part ("supporters of Maduro", "U.S. forces")
);
