-- table: core/claims
-- severity: ERROR
-- purpose: Every claim lies inside the sentence that it names.
select
    claims.claim_id,
    claims.quote,
    claims.sentence_no,
    claims.start_char,
    claims.end_char
from core.claims as claims
left join core.sentences as sentences
    on claims.article_id = sentences.article_id and claims.sentence_no = sentences.sentence_no
where
    sentences.article_id is null
    or claims.start_char < sentences.start_char
    or claims.end_char > sentences.end_char
