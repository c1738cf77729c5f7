-- The names of people, organisations and places in the texts.
create table core.mentions (
    mention_id varchar not null, -- hash of article and place
    article_id varchar not null, -- article (core.articles)
    sentence_no integer not null, -- sentence (core.sentences)
    start_char integer not null, -- first character, in code points counted from 0
    end_char integer not null, -- one past the last character
    quote varchar not null, -- the very words
    kind varchar not null, -- person, organisation, place
    name varchar not null, -- full name that it stands for in this article
    rule varchar not null -- how it was found: lexicon, territory, full_name, surname
);
