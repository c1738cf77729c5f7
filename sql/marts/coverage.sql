-- purpose: What became of every number in the current articles: the ledger by kind and outcome.
-- grain: one row a kind, outcome and reason
-- columns:
--   kind             count, money, percent, duration, age, date and so on
--   outcome          claim, not_a_figure, unsupported
--   reason           why, in words
--   n_quantities     how many numbers
--   n_articles       in how many articles
--   share            of all numbers, between 0 and 1
--   example          one of them, in the text's words
select
    quantities.kind,
    quantities.outcome,
    quantities.reason,
    count(*) as n_quantities,
    count(distinct quantities.article_id) as n_articles,
    round(count(*) / sum(count(*)) over (), 4) as share,
    min(quantities.quote) as example
from core.quantities as quantities
inner join core.articles as articles on quantities.article_id = articles.article_id
where articles.is_current
group by quantities.kind, quantities.outcome, quantities.reason
order by n_quantities desc, quantities.kind, quantities.outcome, quantities.reason
