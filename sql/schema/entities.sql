-- The people, organisations and places that the names stand for.
create table core.entities (
    entity_id varchar not null, -- id of the curated entry or territory, else a hash of kind and name
    name varchar not null, -- the name it goes by
    kind varchar not null, -- person, organisation, place
    wikidata_id varchar, -- Wikidata item, where it is known for certain
    country varchar, -- ISO 3166 code of the country, where it is known for certain
    source varchar not null -- lexicon (curated), territory (of a country list), text (known by its own name only)
);
