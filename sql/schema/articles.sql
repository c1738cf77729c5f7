-- The articles, each a text with its metadata. A changed text under the same source key is a new version.
create table core.articles (
    article_id varchar not null, -- hash of source_key and text_hash
    file_id varchar not null, -- file that it was read from (core.files)
    path varchar not null, -- path of that file below the inbox
    record integer, -- line or place of the record in a file that holds several, counted from 1
    source_key varchar not null, -- what makes it the same article again: outlet and URL, else the record's id, else the path
    text_hash varchar not null, -- SHA-256 of the text; copies and wire stories share it
    title varchar, -- headline as the source gives it; metadata, no claim is taken from it
    byline varchar, -- author or authors as the source gives them
    outlet varchar, -- who published it, as the source gives it
    url varchar, -- where it was published
    published_words varchar, -- the date as the source writes it; NULL where it gives none
    published_date date, -- the outlet's day of publication; NULL where unknown
    published_at timestamptz, -- instant of publication, where a time and an offset were given
    published_precision varchar, -- how finely the date is known: time, day, month, year; NULL where unknown
    published_basis varchar not null, -- where the date came from: metadata, missing
    language varchar, -- language code as the source gives it; NULL where it does not say
    text varchar not null, -- the file's own text, changed only by newline and NFC normalisation
    version_no integer not null, -- 1 for the first text under this source key, 2 for the next
    supersedes_article_id varchar, -- the version that this one replaces
    is_current boolean not null, -- whether no later version replaces it
    duplicate_of varchar, -- the earliest current article with the very same text, where this is not it
    ingested_at timestamptz not null -- when a run first stored it
);
