-- question: Which figures rest on nobody's word but the outlet's?
select
    outlet,
    metric,
    count(*) as n_figures,
    count(*) filter (where attribution is null) as n_unattributed,
    round(count(*) filter (where attribution is null) / count(*), 2) as share
from mart.claims
where not is_copy
group by outlet, metric
order by share desc, n_figures desc, outlet, metric
