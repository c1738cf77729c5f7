-- The names of people, organisations and places in the texts.
create table core.mentions (
    mention_id varchar not null, -- hash of article and place
    article_id varchar not null, -- article (core.articles)
    sentence_no integer not null, -- sentence (core.sentences)
    start_char integer not null, -- first character, in code points counted from 0
    end_char integer not null, -- one past the last character
    quote varchar not null, -- the very words
    kind varchar not null, -- person, organisation, place
    name varchar, -- full name that it stands for in this article; NULL where it is ambiguous
    link varchar not null, -- how: full_name, alias, surname, initials, short_name, acronym, demonym, metonym, ambiguous
    could_be varchar, -- full names between which an ambiguous one is open, joined by "or"; NULL for all others
    rule varchar not null -- how found: lexicon, territory, full_name, organisation, acronym, short_form, contained, gazetteer, framed
);
