-- The words under which each entity appears in the articles, and the full name that they stood for there.
create table core.entity_aliases (
    entity_id varchar not null, -- entity (core.entities)
    kind varchar not null, -- person, organisation, place
    name varchar not null, -- full name, as core.mentions.name has it
    alias varchar not null, -- words of the text, as core.mentions.quote has them
    link varchar not null -- how they stand for it, as core.mentions.link has it
);
