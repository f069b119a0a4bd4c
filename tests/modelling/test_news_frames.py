"""Weights of clues and words of whole articles: what they learn, and from whom they do not."""

import numpy as np
import scipy.sparse as sp

from framing.modelling.documents import WordCounts
from framing.modelling.training import news_frames
from framing.modelling.training.news_frames import Clued

ARTICLES, FRAMES = 120, 2


def articles(seed: int = 0) -> Clued:
    """Articles in which the first word tells the first frame, and clues tell nothing."""
    draw = np.random.default_rng(seed)
    labels = draw.random((ARTICLES, FRAMES)) < 0.5
    words = np.column_stack([labels[:, 0], draw.random((ARTICLES, 2)) < 0.5, np.arange(ARTICLES) < 3])
    clues = draw.normal(size=(ARTICLES, FRAMES, 2))
    return Clued(clues, sp.csr_matrix(words.astype(float)), labels, [f"{number % 12}" for number in range(ARTICLES)])


def test_a_word_tells_a_frame_that_no_other_clue_tells() -> None:
    told = articles()
    chances = news_frames.held_out_chances(told)
    assert ((chances[:, 0] > 0.5) == told.labels[:, 0]).mean() > 0.95
    assert abs(chances[:, 1] - 0.5).mean() < 0.25


def test_a_rare_word_gets_no_weight() -> None:
    fitted = news_frames.fit(articles())
    assert not fitted.words[3].any()
    assert fitted.words[0, 0] > 1


def test_a_frame_that_nobody_marked_is_unlikely() -> None:
    told = articles()
    labels = told.labels & np.array([True, False])
    assert (news_frames.fit(Clued(told.clues, told.words, labels, told.outlets)).chances(told)[:, 1] < 0.2).all()


def test_words_are_counts_times_rarity() -> None:
    counts = [WordCounts(np.array([0, 2]), np.array([0.5, 0.25])), WordCounts(np.array([1]), np.array([1.0]))]
    found = news_frames.word_matrix(counts, np.array([2.0, 3.0, 4.0])).toarray()
    assert found.tolist() == [[1.0, 0.0, 1.0], [0.0, 3.0, 0.0]]
