"""What an article's own words say, sentence by sentence."""

import pytest

import framing
from framing.modelling.article_words import read_words
from framing.modelling.own_sentences import OwnScores, own_scores
from framing.scoring.sentences import score_article

HEAD = "Mill to close in May\n\nThe council met in the town hall of Odden on Tuesday, and the mayor was there.\n\n"
SLUR = "The shameless, corrupt governor unleashed another vicious smear against decent families"


def of(sentence: str) -> tuple[OwnScores, int]:
    """What is known of an article that ends with a sentence, and the row of that sentence."""
    analysis = framing.analyze(HEAD + sentence).analysis
    article = analysis.article
    found = own_scores(article, analysis.voices, analysis.loaded_terms, score_article(article, read_words(article)))
    return found, len(article.sentences) - 1


def test_only_own_words_are_scored() -> None:
    own, last = of(f"{SLUR}.")
    assert own.share[last] == 1
    assert own.listed[last] > 0
    quoted, last = of(f"“{SLUR},” Ada Holm said on Monday in Odden, and sat down.")
    assert quoted.spoken[last]
    assert 0 < quoted.share[last] < 1
    assert quoted.listed[last] == 0
    assert quoted.scores[last, 0] < own.scores[-1, 0]


def test_a_sentence_without_own_words_is_plain() -> None:
    found, last = of(f"“{SLUR}.”")
    assert not found.spoken[last]
    assert found.share[last] < 1
    assert found.scores[last].tolist() == [-4, -3]


def test_words_of_contrast_and_of_person_are_counted_up_to_three() -> None:
    found, last = of("But we know that our mill and our pier and your ferry are ours, yet we wait.")
    assert (found.contrast[last], found.person[last]) == (2, 3)
    found, last = of("“But we know it,” Ada Holm said to the members of the council on Monday.")
    assert (found.contrast[last], found.person[last]) == (0, 0)


@pytest.mark.parametrize("sentence", ["See: the plan of the mill in Odden.", "You can see the chart of the mill here:"])
def test_what_leads_elsewhere_is_not_read(sentence: str) -> None:
    found, last = of(sentence)
    assert not found.read[last]
    assert found.read[1]


def test_a_headline_is_known_as_one() -> None:
    found, last = of("The members sat down.")
    assert found.headline.tolist() == [1] + [0] * last
    assert found.encoded is None
