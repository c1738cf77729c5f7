-- question: How many strikes had there been, according to whom, by when?
select
    published_date,
    outlet,
    low,
    high,
    actor,
    target,
    coalesce(attribution, 'the outlet itself') as according_to
from mart.strikes
where scope = 'cumulative'
order by published_date, outlet
