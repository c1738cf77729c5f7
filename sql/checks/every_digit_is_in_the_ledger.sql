-- table: core/quantities
-- severity: ERROR
-- purpose: No digit of any extracted article stays outside the ledger.
with in_texts as (
    select
        articles.article_id,
        length(regexp_replace(articles.text, '[^0-9]', '', 'g')) as n_digits
    from core.articles as articles
    semi join core.sentences as sentences on articles.article_id = sentences.article_id
),

in_ledger as (
    select
        article_id,
        sum(length(regexp_replace(quote, '[^0-9]', '', 'g'))) as n_digits
    from core.quantities
    group by article_id
)

select
    in_texts.article_id,
    in_texts.n_digits as digits_in_the_text,
    coalesce(in_ledger.n_digits, 0) as digits_in_the_ledger
from in_texts
left join in_ledger on in_texts.article_id = in_ledger.article_id
where in_texts.n_digits <> coalesce(in_ledger.n_digits, 0)
