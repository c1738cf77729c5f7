-- table: core/mentions
-- severity: ERROR
-- purpose: Surnames and initials are people's, acronyms are not, demonyms name places and metonyms those who govern there.
select
    mention_id,
    quote,
    kind,
    name,
    link
from core.mentions
where
    (link in ('surname', 'initials') and kind <> 'person')
    or (link in ('acronym', 'short_name') and kind = 'person')
    or (link = 'demonym' and kind <> 'place')
    or (link = 'metonym' and kind <> 'organisation')
