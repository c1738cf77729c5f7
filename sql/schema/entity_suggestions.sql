-- Entities that may be one, for a person to decide: to make them one, put both names into one entry of your own entities lexicon.
create table core.entity_suggestions (
    entity_id varchar not null, -- entity (core.entities)
    other_entity_id varchar not null, -- another of the same kind (core.entities); of the two ids the later one
    score double not null, -- likeness of the two names: Jaro-Winkler similarity, between 0 and 1
    reason varchar not null -- other_order (same words), spelling, fuller_name (one has a name that the other lacks), initial, same_acronym
);
