-- The ledger: every number expression of every article, whatever became of it.
create table core.quantities (
    quantity_id varchar not null, -- hash of article and place
    article_id varchar not null, -- article (core.articles)
    sentence_no integer not null, -- sentence (core.sentences)
    start_char integer not null, -- first character, in code points counted from 0
    end_char integer not null, -- one past the last character
    quote varchar not null, -- the very words: hedge and number
    value decimal(24, 2), -- the number as written; NULL for ranges and vague words
    written_low decimal(24, 2), -- lower end as written; for a vague word what it counts in (12 in "several dozen")
    written_high decimal(24, 2), -- upper end as written; differs from the lower one in a range only
    vague_word varchar, -- vague word that stands for the number, a row of the bounds profile; NULL for a number
    low decimal(24, 2), -- least number that the words allow, by the edition's bounds profile; NULL where open
    high decimal(24, 2), -- greatest number that the words allow, by the same; NULL where open
    hedge varchar not null, -- exact, about, at_least, more_than, less_than, up_to, nearly, range, vague, zero
    hedge_rule varchar not null, -- row of the bounds profile that gave low and high
    unit varchar, -- person, event, an ISO 4217 code or a unit of measure; NULL where none is known
    kind varchar not null, -- count, money, percent, duration, age, date, time, ordinal, distance, measure, ratio, score, identifier, other
    noun varchar, -- noun that is counted, where one stands beside the number
    outcome varchar not null, -- claim, not_a_figure, unsupported
    reason varchar not null -- why it became that, in words
);
