"""How much more often than expected a stem was marked, by other outlets' articles."""

import numpy as np
import pytest

from framing.modelling.training.stem_rates import StemRates

STEMS = ["circus", "circus", "circus", "vote", "vote", "<name>"]
OUTLETS = ["Lantern", "Lantern", "Herald", "Lantern", "Herald", "Herald"]
MARKED = np.array([True, True, True, False, False, True])
EXPECTED = np.array([0.1, 0.1, 0.2, 0.5, 0.5, 0.1])


def rates() -> StemRates:
    return StemRates(STEMS, OUTLETS, MARKED, EXPECTED)


def test_a_word_learns_from_other_outlets_alone() -> None:
    found = rates().of_others()
    # Of the Lantern's words the Herald's are counted, one mark of 0.2 expected; and the other way round.
    assert found[:3] == pytest.approx(np.log([2 / 1.2, 2 / 1.2, 3 / 1.2]))
    assert found[3:5] == pytest.approx(np.log([1 / 1.5, 1 / 1.5]))


def test_what_may_be_swapped_says_nothing() -> None:
    assert rates().of_others()[5] == 0
    assert "<name>" not in rates().added(1.0)


def test_a_stem_adds_what_all_outlets_say_of_it() -> None:
    assert rates().added(0.5) == {
        "circus": pytest.approx(0.5 * np.log(4 / 1.4), abs=1e-3),
        "vote": pytest.approx(0.5 * np.log(1 / 2), abs=1e-3),
    }
    assert rates().added(0.1).keys() == {"circus"}
