"""Who does what a verb says: the subject of its clause, and verbs that were taken for nouns."""

import pytest

from pipelines.extraction.metrics.cues import cue_index
from pipelines.extraction.numbers.quantities import sentence_quantities
from pipelines.extraction.syntax.doing import doer_of
from pipelines.extraction.syntax.hidden_verbs import is_hidden_verb
from pipelines.extraction.syntax.parse import Parse, parse
from pipelines.extraction.text.sentences import sentences
from pipelines.extraction.text.tokens import tokenize


def read(text: str) -> Parse:
    sentence = sentences(text)[0]
    tokens = tokenize(text, sentence.start, sentence.end)
    counted = list(sentence_quantities(text, tokens, 0))
    return parse(text, tokens, cue_index(None).in_sentence(tokens), counted, sentence=0)


def subject(text: str, verb: str) -> str | None:
    told = read(text)
    doer = doer_of(told, told.words.index(verb))
    if doer is None:
        return None
    return told.text[told.tokens[doer.first].start : told.tokens[doer.last - 1].end]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Rebels killed nine farmers.", "killed", "Rebels"),
        ("The rebels, who came at night, killed nine.", "killed", "The rebels"),
        ("Rebels from the hills killed nine farmers.", "killed", "Rebels"),
        ("Rebels entered a village and killed nine.", "killed", "Rebels"),
        ("Rebels stormed a village, killing nine.", "killing", "Rebels"),
        ("The mayor said rebels had killed nine.", "killed", "rebels"),
        ("A blast at a fair in Lasa that killed nine was heard far off.", "killed", "A blast"),
        ("The rebels, the mayor said, killed nine.", "killed", "The rebels"),
        ("Police and soldiers arrested nine.", "arrested", "Police and soldiers"),
        ("Troops loyal to the general killed nine.", "killed", "Troops"),
        ("The mayor urged the state to offer a reward.", "offer", "the state"),
        ("On Monday, after a quarrel, rebels killed nine.", "killed", "rebels"),
        ("Masked armed men killed nine.", "killed", "Masked armed men"),
    ],
)
def test_the_subject_of_a_verb_is_found_past_what_stands_between(
    text: str, verb: str, expected: str
) -> None:
    assert subject(text, verb) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Militants attack two villages.", "attack", True),
        ("The army raids a camp.", "raids", True),
        ("The group launches rockets.", "launches", True),
        ("Air strikes killed nine.", "strikes", False),
        ("An attack killed nine.", "attack", False),
        ("Nine died in drone attacks on the camp.", "attacks", False),
    ],
)
def test_a_verb_in_the_present_is_told_from_a_noun(text: str, word: str, *, expected: bool) -> None:
    told = read(text)
    place = told.words.index(word)
    verb = told.phrase(place) is None or is_hidden_verb(told, place)
    assert verb == expected


def test_a_long_sentence_without_a_subject_ends() -> None:
    text = "Killed " + "in a raid, " * 500 + "nine."
    assert subject(text, "killed") is None
