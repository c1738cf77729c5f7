-- Whose word a claim is: the chain of sources that it came by, from whoever gave his word to whoever passed it on.
create table core.attributions (
    claim_id varchar not null, -- claim (core.claims)
    article_id varchar not null, -- article (core.articles)
    link_no integer not null, -- place in the chain, counted from 0: the source of claims.attribution
    words varchar not null, -- the source in the text's words, a pronoun resolved to the name it stands for
    start_char integer not null, -- first character, in code points counted from 0
    end_char integer not null, -- one past the last character
    kind varchar, -- outlet, official, party (to the conflict), ngo, witness, anonymous, document, person; NULL where unclear
    relation varchar not null, -- said (its own word), told (to the link before), citing or reported_by (of the link before)
    n_sources integer -- how many sources the words stand for; NULL where they leave it open ("officials")
);
