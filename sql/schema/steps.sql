-- What has been done to which article, so that a run does only what is missing or outdated.
create table core.steps (
    article_id varchar not null, -- article
    step varchar not null, -- extract: sentences, quantities, claims and mentions
    fingerprint varchar not null, -- hash of the code version and the lexicon that did it
    done_at timestamptz not null -- when
);
