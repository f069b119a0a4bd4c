"""Labels of tokens and the stretches that they mark."""

from hypothesis import given
from hypothesis import strategies as st

from framing.modelling.labels import LABELS, Stretch, stretches

label_numbers = st.integers(0, len(LABELS) - 1)


def numbers(*names: str) -> list[int]:
    return [LABELS.index(name) for name in names]


def test_a_stretch_begins_with_b_and_lasts_while_i_follows() -> None:
    found = stretches(numbers("O", "B-content", "I-content", "B-cue", "B-source", "I-source", "O"), [0, 7])
    assert found.contents == (Stretch(1, 3),)
    assert found.cues == (Stretch(3, 4),)
    assert found.sources == (Stretch(4, 6),)


def test_two_b_in_a_row_are_two_stretches() -> None:
    assert stretches(numbers("B-cue", "B-cue"), [0, 2]).cues == (Stretch(0, 1), Stretch(1, 2))


def test_an_i_without_its_b_opens_a_stretch() -> None:
    found = stretches(numbers("O", "I-source", "I-source", "I-cue"), [0, 4])
    assert found.sources == (Stretch(1, 3),)
    assert found.cues == (Stretch(3, 4),)


def test_no_stretch_runs_over_a_block_edge() -> None:
    found = stretches(numbers("B-content", "I-content", "I-content", "I-content"), [0, 2, 4])
    assert found.contents == (Stretch(0, 2), Stretch(2, 4))


def test_a_text_without_tokens_marks_nothing() -> None:
    assert stretches([], [0]) == ((), (), ())


@given(st.lists(label_numbers, max_size=40), st.sets(st.integers(0, 40)))
def test_stretches_cover_each_labelled_token_once_and_in_order(labels: list[int], cuts: set[int]) -> None:
    edges = sorted({0, len(labels), *(cut for cut in cuts if cut < len(labels))})
    found = stretches(labels, edges)
    for kind, one_kind in enumerate(found):
        covered = [place for first, last in one_kind for place in range(first, last)]
        assert covered == [place for place, label in enumerate(labels) if label and (label - 1) // 2 == kind]
        assert all(first < last for first, last in one_kind)
        for first, last in one_kind:
            assert not any(first < edge < last for edge in edges)
