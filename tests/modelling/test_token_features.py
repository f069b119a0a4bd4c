"""What the sequence model sees of each token."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.article import Document
from framing.modelling.article_words import read_words
from framing.modelling.token_features import ENDINGS, FLAGS, TokenFeatures, token_features
from framing.segmenting import segment

VOCABULARY = {"said": 2, "the": 3, "mayor": 4, "<name>": 5}
TEXT = (
    "Harbour bridge to close\n\n"
    "Mayor Ilse Brandvold said the bridge would close in May.\n\n"
    "“It’s not safe,” she told the Tarn Valley Courier. “It never was.”\n\n"
    "Work starts on Monday."
)


def features_of(text: str) -> TokenFeatures:
    article = segment(Document(text))
    return token_features(article, read_words(article).symmetric, VOCABULARY)


def flag(features: TokenFeatures, name: str) -> list[float]:
    return features.flags[:, FLAGS.index(name)].tolist()


def test_there_is_one_row_for_each_token() -> None:
    article = segment(Document(TEXT))
    features = token_features(article, read_words(article).symmetric, VOCABULARY)
    assert features.words.shape == features.endings.shape == (len(article.tokens),)
    assert features.flags.shape == (len(article.tokens), len(FLAGS))
    assert len(features.canonical) == len(article.tokens)


def test_words_have_their_vocabulary_number_and_others_are_unknown() -> None:
    features = features_of(TEXT)
    numbers = dict(zip(features.canonical, features.words.tolist(), strict=True))
    assert numbers["said"] == 2
    assert numbers["<name>"] == 5
    assert numbers["bridge"] == 1


def test_words_inside_quotation_marks_are_quoted() -> None:
    article = segment(Document(TEXT))
    quoted = flag(token_features(article, read_words(article).symmetric, VOCABULARY), "quoted")
    words = [text for text, inside in zip(article.tokens.texts, quoted, strict=True) if inside and text[0].isalnum()]
    assert words == ["It’s", "not", "safe", "It", "never", "was"]


def test_each_block_starts_once_and_only_the_first_is_first() -> None:
    features = features_of(TEXT)
    assert sum(flag(features, "block_start")) == len(features.edges) - 1
    assert sum(flag(features, "first_block")) == features.edges[1]


def test_a_block_knows_whether_it_holds_or_follows_a_quotation() -> None:
    features = features_of(TEXT)
    firsts = features.edges[:-1]
    holds, follows = flag(features, "block_has_quotation"), flag(features, "block_after_quotation")
    assert [holds[first] for first in firsts] == [0, 0, 1, 0]
    assert [follows[first] for first in firsts] == [0, 0, 0, 1]


def test_names_parties_and_sexes_do_not_show() -> None:
    one = features_of("Senator Mara Olsen, D-Iowa, said he trusted France. Her aide agreed.")
    other = features_of("Senator Piet Kovac, R-Iowa, said she trusted Kenya. His aide agreed.")
    np.testing.assert_array_equal(one.words, other.words)
    np.testing.assert_array_equal(one.endings, other.endings)
    np.testing.assert_array_equal(one.flags, other.flags)


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_has_features_in_range(text: str) -> None:
    features = features_of(text)
    assert features.edges[0] == 0
    assert list(features.edges) == sorted(set(features.edges))
    assert features.edges[-1] == len(features.words)
    assert ((features.words >= 1) & (features.words < 6)).all()
    assert ((features.endings >= 0) & (features.endings < ENDINGS)).all()
    assert ((features.flags >= 0) & (features.flags <= 1)).all()
