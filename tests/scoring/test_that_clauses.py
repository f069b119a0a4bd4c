"""Whether a verb with "that" has a clause behind it: "know that the bridge is safe", not "know that bridge"."""

import pytest

from framing.article import Document
from framing.lexicons.compiled import shipped_indexes
from framing.modelling.article_words import read_words
from framing.scoring import subjectivity
from framing.scoring.words_found import lexicon_text
from framing.segmenting import segment


def marked(text: str) -> set[str]:
    article = segment(Document(f"The council of Odden met on Tuesday.\n\n{text}\n"))
    words = lexicon_text(article, article.voices, shipped_indexes(), read_words(article).compared)
    return {article.slice(one.span).lower() for one in subjectivity.score(words)}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Holm should know that story.", "know that"),
        ("Anybody could learn that.", "learn that"),
        ("“They understand that,” said Kirk.", "understand that"),
        ("The town must not forget that obvious fact.", "forget that"),
        ("Whether the council should confirm that choice in May is open.", "confirm that"),
        ("Holm learned that lesson the hard way in Tarn last year.", "learned that"),
        ("The letters suggested that the council quickly pass the plan of the harbour.", "suggested that"),
        ("The letters suggest that the council be closed by May.", "suggest that"),
        ("The letters suggest that the council should be closed by May.", "suggest that"),
    ],
)
def test_a_demonstrative_and_a_demand_state_nothing(text: str, word: str) -> None:
    assert word not in marked(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Holm must know that prices rose.", "know that"),
        ("The people must know that inflation slowed.", "know that"),
        ("The people understand that Mr. Holm lost.", "understand that"),
        ('The people understand that "the bridge is shut."', "understand that"),
        ("The people should learn that Tarn lost.", "learn that"),
        ("The letters show that lesson plans were changed.", "show that"),
        ("The letters suggest that the fee of the harbour fell.", "suggest that"),
        ("The letters suggest that voters stay home in May.", "suggest that"),
        ("The letters suggest that the mill will be closed.", "suggest that"),
    ],
)
def test_a_clause_is_taken_as_true_or_held_back(text: str, word: str) -> None:
    assert word in marked(text)
