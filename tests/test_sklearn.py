from typing import Any, TypeAlias

import numpy as np
import pytest

from framing.scoring.sentences import score_texts

Transformer: TypeAlias = Any
"""The class under test; scikit-learn ships no types, and it is imported late."""

TEXTS = ["The corrupt, shameless governor lied.", "Ministers meet on Monday to discuss the budget.", ""]


@pytest.fixture(scope="module")
def features() -> Transformer:
    from framing.sklearn import FramingFeatures

    return FramingFeatures


def test_columns_are_the_scorers_figures(features: Transformer) -> None:
    table = score_texts(TEXTS)
    columns = features().fit_transform(TEXTS)
    assert columns.shape == (3, 16)
    assert np.allclose(columns[:2, 0], table.bias[:2])
    assert columns[2, 0] == 0.5
    assert np.allclose(columns[:, 2:], table.frames)


def test_names_match_columns(features: Transformer) -> None:
    for frames in (True, False):
        fitted = features(frames=frames).fit(TEXTS)
        assert len(fitted.get_feature_names_out()) == fitted.transform(TEXTS).shape[1]


def test_it_works_in_a_pipeline_and_is_cloned(features: Transformer) -> None:
    from sklearn.base import clone
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    pipeline = clone(make_pipeline(features(abstained=0.0), LogisticRegression()))
    assert pipeline.fit(TEXTS[:2], [1, 0]).predict(TEXTS[:1]).tolist() == [1]


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.SkipTestWarning")
def test_it_passes_the_checks_for_estimators_of_texts(features: Transformer) -> None:
    from sklearn.utils.estimator_checks import check_estimator

    results = check_estimator(features())
    # Before scikit-learn 1.6 a check that fails raises, and nothing is returned.
    assert {one["status"] for one in results or ()} <= {"passed", "skipped"}


def test_it_must_be_fitted(features: Transformer) -> None:
    from sklearn.exceptions import NotFittedError

    with pytest.raises(NotFittedError):
        features().transform(TEXTS)


@pytest.mark.parametrize("given", ["one text", [1, 2], [None], [float("nan")], np.array([["a", "b"]])])
def test_what_is_no_list_of_texts_is_refused(features: Transformer, given: object) -> None:
    with pytest.raises(TypeError):
        features().fit(given)
