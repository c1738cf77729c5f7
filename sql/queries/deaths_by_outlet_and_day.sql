-- question: How do the outlets' running totals of people killed compare over time?
select
    published_date,
    outlet,
    low,
    high,
    hedge,
    quote,
    sentence
from mart.deaths
where scope = 'cumulative'
order by published_date, outlet
