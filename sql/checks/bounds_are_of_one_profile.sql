-- table: core/steps
-- severity: ERROR
-- purpose: The numbers of every extracted article have their bounds, all of them by one profile.
with bound as (
    select
        article_id,
        fingerprint
    from core.steps
    where step = 'bound'
),

newest as (
    select max_by(fingerprint, done_at) as fingerprint
    from core.steps
    where step = 'bound'
)

select
    extracted.article_id,
    bound.fingerprint
from core.steps as extracted
left join bound on extracted.article_id = bound.article_id
left join newest on true
where
    extracted.step = 'extract'
    and (bound.fingerprint is null or bound.fingerprint <> newest.fingerprint)
