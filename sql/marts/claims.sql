-- purpose: Every claim of a current article with its sentence, its article and the entities in its roles.
-- grain: one row a claim
-- columns:
--   claim_id           the claim (core.claims)
--   metric             what is counted, as core.metrics defines it
--   quote              the very words: hedge, number and noun
--   value              the number as written; NULL for ranges and vague words
--   low                least number that the words allow; NULL where open
--   high               greatest number that the words allow; NULL where open
--   hedge              exact, about, at_least, more_than, less_than, up_to, nearly, range, vague, zero
--   unit               person, event or an ISO 4217 code
--   scope              incident, cumulative, subset (part of another figure), each (a head or an event)
--   modality           asserted, alleged, feared, denied, requested, planned
--   part_of_claim_id   for a subset the claim that it is a part of
--   subject            who is counted, or for a bounty who is wanted, in the text's words
--   subject_entity     name of the entity in these words, where there is just one
--   actor              who did it, or for a bounty who offers it, in the text's words
--   actor_entity       name of the entity in these words, where there is just one
--   target             what was hit, in the text's words
--   place              where, in the text's words
--   attribution        whose word it is; NULL where the narrator says it in his own voice
--   attribution_kind   outlet, official, party, ngo, witness, anonymous, document, person, narrator
--   change             how the figure moved (rose_to, fell_to ...; previous for the old number); NULL where not said
--   previous_claim_id  the claim with the old number, where the sentence tells it
--   period_start       first day that the words allow; NULL where open or unknown
--   period_end         last day that the words allow; NULL where open or unknown
--   period_basis       what fixed the days: explicit, published, relative, dateline, inferred
--   sentence           the whole sentence
--   outlet             who published the article
--   title              its headline
--   url                where it was published
--   published_date     the outlet's day of publication; NULL where unknown
--   is_copy            whether the article repeats the text of an earlier one, so that counting it counts twice
--   article_id         the article
--   start_char         place of the quote in articles.text, in code points counted from 0
--   end_char           one past its last character
--   cue                entry of the lexicon that typed it
--   method             frame of the grammar that typed it
--   confidence         how often claims of this frame are right, between 0 and 1
with roles as (
    select
        links.claim_id,
        links.role,
        min(entities.name) as name
    from core.claim_entities as links
    inner join core.entities as entities on links.entity_id = entities.entity_id
    group by links.claim_id, links.role
    having count(distinct links.entity_id) = 1
)

select
    claims.claim_id,
    claims.metric,
    claims.quote,
    claims.value,
    claims.low,
    claims.high,
    claims.hedge,
    claims.unit,
    claims.scope,
    claims.modality,
    claims.part_of_claim_id,
    claims.subject,
    subjects.name as subject_entity,
    claims.actor,
    actors.name as actor_entity,
    claims.target,
    claims.place,
    claims.attribution,
    claims.attribution_kind,
    claims.change,
    claims.previous_claim_id,
    claims.period_start,
    claims.period_end,
    claims.period_basis,
    articles.text[sentences.start_char + 1:sentences.end_char] as sentence,
    articles.outlet,
    articles.title,
    articles.url,
    articles.published_date,
    articles.duplicate_of is not null as is_copy,
    claims.article_id,
    claims.start_char,
    claims.end_char,
    claims.cue,
    claims.method,
    claims.confidence
from core.claims as claims
inner join core.articles as articles on claims.article_id = articles.article_id
inner join core.sentences as sentences
    on claims.article_id = sentences.article_id and claims.sentence_no = sentences.sentence_no
left join roles as subjects on claims.claim_id = subjects.claim_id and subjects.role = 'subject'
left join roles as actors on claims.claim_id = actors.claim_id and actors.role = 'actor'
where articles.is_current
order by articles.published_date, claims.article_id, claims.start_char, claims.metric
