-- What one passage says: a quantity typed by a metric, with its roles, scope and modality.
create table core.claims (
    claim_id varchar not null, -- hash of article, metric and place
    quantity_id varchar not null, -- its number in the ledger (core.quantities)
    article_id varchar not null, -- article (core.articles)
    sentence_no integer not null, -- sentence (core.sentences)
    start_char integer not null, -- first character, in code points counted from 0
    end_char integer not null, -- one past the last character
    quote varchar not null, -- the very words: hedge, number and noun
    metric varchar not null, -- what is counted (core.metrics)
    value decimal(24, 2), -- the number as written; NULL for ranges and vague words
    low decimal(24, 2), -- least number that the words allow, by the edition's bounds profile; NULL where open
    high decimal(24, 2), -- greatest number that the words allow, by the same; NULL where open
    hedge varchar not null, -- exact, about, at_least, more_than, less_than, up_to, nearly, range, vague, zero
    hedge_rule varchar not null, -- row of the bounds profile that gave low and high
    unit varchar not null, -- person, event or an ISO 4217 code
    scope varchar not null, -- incident, cumulative, subset (part of another figure), each (a head or an event)
    modality varchar not null, -- asserted, alleged, feared, denied, requested, planned
    part_of_claim_id varchar, -- for a subset the claim that it is a part of, where the text holds it
    denies_claim_id varchar, -- for a denial the claim that it denies, where the text holds it
    change varchar, -- how the text says the figure moved (rose_to, doubled_to ...; previous for the old number); NULL where not said
    previous_claim_id varchar, -- for a figure that moved the claim with the old number, where its sentence tells it
    subject varchar, -- who is counted, or for a bounty who is wanted, in the text's words
    subject_start_char integer, -- place of the subject
    subject_end_char integer, -- one past its last character
    actor varchar, -- who did it, or for a bounty who offers it, in the text's words
    actor_start_char integer, -- place of the actor
    actor_end_char integer, -- one past its last character
    target varchar, -- what was hit, in the text's words
    target_start_char integer, -- place of the target
    target_end_char integer, -- one past its last character
    place varchar, -- where, in the text's words
    place_start_char integer, -- place of these words
    place_end_char integer, -- one past their last character
    attribution varchar, -- whose word it is; NULL where the narrator says it in his own voice
    attribution_start_char integer, -- place of the attribution
    attribution_end_char integer, -- one past its last character
    attribution_kind varchar, -- outlet, official, party, ngo, witness, anonymous, document, person, narrator; NULL where unclear
    n_sources integer, -- how many sources these words stand for; NULL where they leave it open ("officials")
    period varchar, -- when it was, in the text's words; they may stand in an earlier sentence
    period_start_char integer, -- place of these words
    period_end_char integer, -- one past their last character
    period_start date, -- first day that the words allow; NULL where open or unknown
    period_end date, -- last day that the words allow; NULL where open or unknown
    period_precision varchar, -- day, weekend, week, month, quarter, year, decade, range; NULL where no day is known
    period_basis varchar, -- what fixed the days: explicit (the words), published, relative (another date), dateline, inferred
    period_reason varchar, -- without a day of publication: how the year was inferred, or which years fit
    cue varchar not null, -- entry of the lexicon that typed it: metric/frame/words
    cue_start_char integer, -- place of these words; NULL where the claim goes on from words that were said before it
    cue_end_char integer, -- one past their last character
    method varchar not null, -- frame of the grammar that ties number and cue (lexicon/methods.yaml says what it means)
    confidence double not null, -- how often claims of this frame are right, between 0 and 1
    extractor_version varchar not null -- version of the extractor
);
