-- The people, organisations and places that the names stand for, and those known ones that a name may stand for.
create table core.entities (
    entity_id varchar not null, -- id of the curated entry or territory, else a hash of kind and name
    name varchar not null, -- the name it goes by
    kind varchar not null, -- person, organisation, place
    type varchar, -- sort of organisation: armed_group, outlet, government, force, international, ngo; NULL for any other
    wikidata_id varchar, -- Wikidata item, where it is known for certain
    country varchar, -- ISO 3166 code of the country, where it is known for certain
    countries varchar, -- ISO 3166 codes of the countries that share a place, or lie on a sea, parted by spaces; else NULL
    latitude double, -- degrees north of a town, to a kilometre; NULL for areas and where the town is not known for certain
    longitude double, -- degrees east of it
    source varchar not null -- lexicon (curated), territory (of a country list), geonames (of GeoNames), text (known by its own name only)
);
