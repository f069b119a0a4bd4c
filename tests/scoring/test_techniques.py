"""Persuasion techniques: which words are shown, and where none are."""

import pytest

from framing.article import Article, Document
from framing.finding import Technique
from framing.lexicons.compiled import shipped_indexes
from framing.modelling.article_words import read_words
from framing.scoring import loaded_terms, techniques
from framing.scoring.sentences import score_article
from framing.scoring.words_found import lexicon_text
from framing.segmenting import segment

LEAD = "The council of Odden met in the town hall on Tuesday to talk about the plan for the old harbour."


def score(article: Article) -> tuple[Technique, ...]:
    words = read_words(article)
    terms = loaded_terms.score(lexicon_text(article, article.voices, shipped_indexes(), words.compared))
    return techniques.score(article, score_article(article, words), terms)


def shown(sentence: str) -> list[str]:
    article = segment(Document(f"{LEAD}\n\n{sentence} It rained on the day after that."))
    return [article.slice(technique.span) for technique in score(article)]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The shameless regime bullied its critics again and again.", ["shameless"]),
        ("The thugs are a disgrace to the town of Odden.", ["thugs are a disgrace"]),
        ("Make no mistake: these corrupt thugs will destroy everything we love.", ["thugs"]),
    ],
)
def test_the_fewest_words_that_carry_the_score_are_shown(sentence: str, words: list[str]) -> None:
    assert shown(sentence) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It is a witch hunt, and everybody knows it!", ["witch hunt"]),
        ("The shameless witch hunt bullied its critics.", ["shameless witch hunt"]),
    ],
)
def test_a_listed_phrase_is_shown_whole(sentence: str, words: list[str]) -> None:
    assert shown(sentence) == words


@pytest.mark.parametrize("sentence", ["Shameless thugs.", "Shameless thugs lied.", "Disgusting traitors lied."])
def test_a_sentence_of_three_words_or_fewer_is_too_short_for_a_technique(sentence: str) -> None:
    assert shown(sentence) == []


def test_furniture_holds_no_technique() -> None:
    article = segment(Document(f"Odden plans\n\n{LEAD}\n\nShare this shameless story on Facebook today\n\n{LEAD}"))
    assert [block.kind for block in article.blocks] == ["headline", "body", "boilerplate", "body"]
    assert score(article) == ()
