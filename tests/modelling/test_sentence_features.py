import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.modelling.sentence_features import EXTRAS, extra_features, split_sentences

hostile = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(["The", "¶", "\n", "“", "D", "-", ",", "mayor", "said", "."]), max_size=12).map(" ".join),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(hostile, max_size=5))
def test_sentences_are_read_as_if_each_stood_alone(texts: list[str]) -> None:
    together = split_sentences(texts)
    features = extra_features(together)
    assert features.shape == (len(texts), len(EXTRAS))
    for number, text in enumerate(texts):
        alone = split_sentences([text])
        assert together.words[number] == alone.words[0]
        assert np.allclose(features[number], extra_features(alone)[0])


def test_the_quoted_share_counts_tokens_between_quotation_marks() -> None:
    features = extra_features(split_sentences(["She called it “very late” on Monday."]))
    assert round(features[0, EXTRAS.index("quoted_share")] * 9) == 2


def test_words_inside_fixed_phrases_are_no_judging_words() -> None:
    columns = [number for number, name in enumerate(EXTRAS) if name.startswith(("loaded/", "subjectivity/"))]
    fixed, free = extra_features(split_sentences(["The charge was reckless driving.", "The charge was reckless."]))
    assert not fixed[columns].any()
    assert free[columns].any()
