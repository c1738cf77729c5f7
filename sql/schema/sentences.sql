-- The sentences of each article; the words are articles.text[start_char + 1 : end_char].
create table core.sentences (
    article_id varchar not null, -- article (core.articles)
    sentence_no integer not null, -- place in the article, counted from 0
    start_char integer not null, -- first character, in code points counted from 0
    end_char integer not null, -- one past the last character
    is_quote boolean not null -- whether all of it stands inside quotation marks
);
