"""Windows over a long text: every piece is read, each token where it stands deepest."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.encoding.windows import read_in, windows


@given(st.integers(0, 400), st.integers(1, 60), st.data())
def test_windows_cover_the_text_and_overlap(count: int, longest: int, data: st.DataObject) -> None:
    step = data.draw(st.integers(1, longest))
    found = windows(count, longest, step)
    assert found[0].start == 0
    assert found[-1].end == count
    assert all(after.start - before.start == step for before, after in pairwise(found))
    assert all(after.start <= before.end for before, after in pairwise(found))
    assert all(window.end - window.start <= longest for window in found)


@pytest.mark.parametrize(("count", "starts"), [(510, [0]), (511, [0, 382]), (1000, [0, 382, 764])])
def test_windows_are_as_the_encoder_was_trained(count: int, starts: list[int]) -> None:
    assert [window.start for window in windows(count, 510, 382)] == starts


def test_a_token_counts_where_it_stands_deeper() -> None:
    over = windows(18, 10, 6)
    assert [tuple(window) for window in over] == [(0, 10), (6, 16), (12, 18)]
    chosen = read_in(np.arange(18), over)
    # 6 and 7 lie 3 and 2 from the first window's end and 0 and 1 from the second's start; 8 lies 1 and 2.
    assert chosen.tolist() == [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2]


@given(st.integers(1, 300), st.integers(2, 40), st.data())
def test_no_other_window_has_a_token_deeper(count: int, longest: int, data: st.DataObject) -> None:
    over = windows(count, longest, data.draw(st.integers(1, longest)))
    firsts = np.array(sorted(data.draw(st.sets(st.integers(0, count - 1), min_size=1))))
    for first, number in zip(firsts.tolist(), read_in(firsts, over).tolist(), strict=True):
        depths = [
            min(first - start if start else count, end - 1 - first if end < count else count)
            if start <= first < end
            else -1
            for start, end in over
        ]
        assert number == depths.index(max(depths))
