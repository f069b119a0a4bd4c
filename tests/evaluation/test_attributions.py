"""Predicted attributions held against annotated ones."""

from framing.article import Document
from framing.attribution import Attribution, Source
from framing.evaluation.attributions import attribution_figures, counts
from framing.modelling.training.gold_attributions import GoldArticle
from framing.segmenting import segment
from framing.spans import Span

TEXT = "Ana Orr said the pier is safe. Critics fear a flood of water."
GOLD = [
    {"content": [[13, 29]], "cue": [8, 12], "source": [0, 7]},
    {"content": [[44, 60]], "cue": [39, 43], "source": [31, 38]},
]


def gold() -> GoldArticle:
    return GoldArticle("x", segment(Document(TEXT)), (), {}, {}, GOLD)


def found(content: tuple[int, int], source: tuple[int, int] | None) -> Attribution:
    who = Source(Span(*source), "", "other", None, "unnamed_person") if source else None
    return Attribution("indirect", (Span(*content),), None, who, None, relayed=False, words=1)


def test_what_is_annotated_is_right() -> None:
    row = counts(gold(), [found((13, 29), (0, 7)), found((44, 60), (31, 38))])
    assert {figure.value for figure in attribution_figures([row]).values()} == {1.0}


def test_a_wrong_source_costs_only_the_source() -> None:
    row = counts(gold(), [found((13, 29), (0, 3)), found((44, 60), (31, 38))])
    figures = attribution_figures([row])
    assert figures["content Dice ≥ 0.5 F1"].value == 1.0
    assert figures["source exact F1"].value == 0.5


def test_a_second_prediction_of_one_content_is_wrong() -> None:
    row = counts(gold(), [found((13, 29), (0, 7)), found((13, 29), (0, 7)), found((44, 60), (31, 38))])
    assert attribution_figures([row])["content Dice ≥ 0.5 F1"].value == 2 * 2 / 5


def test_nothing_found_is_no_error() -> None:
    assert attribution_figures([counts(gold(), [])])["content tokens F1"].value == 0.0


def test_a_prediction_inside_of_another_is_not_asked_for() -> None:
    row = counts(gold(), [found((13, 29), (0, 7)), found((17, 21), None), found((44, 60), (31, 38))])
    assert {figure.value for figure in attribution_figures([row]).values()} == {1.0}
