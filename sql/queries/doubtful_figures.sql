-- question: Which figures does the text itself mark as doubtful, denied, feared or merely planned?
select
    published_date,
    outlet,
    metric,
    modality,
    quote,
    attribution,
    sentence
from mart.claims
where modality <> 'asserted' and not is_copy
order by modality, published_date, outlet
