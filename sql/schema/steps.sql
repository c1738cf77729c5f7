-- What has been done to which article, so that a run does only what is missing or outdated.
create table core.steps (
    article_id varchar not null, -- article
    step varchar not null, -- extract: sentences, quantities, claims and mentions; bound: their low and high
    fingerprint varchar not null, -- extract: hash of code and lexicon; bound: name, version and hash of the bounds profile
    done_at timestamptz not null -- when
);
