-- The metrics that claims are typed by, as the lexicon defines them.
create table core.metrics (
    metric varchar not null, -- name of the metric, such as deaths
    unit varchar not null, -- what it counts in: person, event, or money for any currency
    meaning varchar not null, -- what counts and what does not
    example varchar not null, -- a sentence that makes such a claim
    plausible_low decimal(24, 2) not null, -- below this a figure is more often misread than true
    plausible_high decimal(24, 2) not null, -- above this a figure is more often misread than true
    plausible_reason varchar not null -- where these limits come from
);
