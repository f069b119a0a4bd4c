"""Which cue announces a content, and which source a cue credits."""

from hypothesis import given
from hypothesis import strategies as st

from framing.modelling.labels import LABELS, Stretch, stretches
from framing.modelling.linking import LinkingText, candidates, link, pair_features

NEAR = {f"{order} tokens {distance}": -float(distance) for order in ("before", "after") for distance in (0, 1, 2, 3, 5)}
"""Weights that like what stands near; the shipped ones come from training."""


def linking_text(labels: list[str], sentence_length: int = 100) -> LinkingText:
    found = stretches([LABELS.index(label) for label in labels], [0, len(labels)])
    count = len(labels)
    return LinkingText(
        words=[f"word{place}" for place in range(count)],
        quoted=[False] * count,
        sentences=[place // sentence_length for place in range(count)],
        blocks=[0] * count,
        found=found,
        content_starts=tuple(stretch.first for stretch in found.contents),
        cue_starts=tuple(stretch.first for stretch in found.cues),
        source_starts=tuple(stretch.first for stretch in found.sources),
    )


SAID = ["B-source", "I-source", "B-cue", "B-content", "I-content", "I-content", "O"]


def test_in_a_plain_sentence_source_cue_and_content_belong_together() -> None:
    links = link(linking_text(SAID), NEAR, NEAR)
    assert links.cue_of == {Stretch(3, 6): Stretch(2, 3)}
    assert links.source_of == {Stretch(2, 3): Stretch(0, 2)}


def test_in_two_sentences_each_cue_gets_its_own_source() -> None:
    links = link(linking_text(SAID * 2, 7), NEAR, NEAR)
    assert links.source_of == {Stretch(2, 3): Stretch(0, 2), Stretch(9, 10): Stretch(7, 9)}
    assert links.cue_of == {Stretch(3, 6): Stretch(2, 3), Stretch(10, 13): Stretch(9, 10)}


def test_an_unlikely_source_is_left_out() -> None:
    text = linking_text(SAID)
    assert link(text, NEAR, {"1": -5.0}).source_of == {}
    assert link(text, NEAR, {"1": 5.0}).source_of != {}


def test_an_unlikely_cue_is_left_out() -> None:
    text = linking_text(SAID)
    assert link(text, {"1": -5.0}, NEAR).cue_of == {}
    assert link(text, {"1": 5.0}, NEAR).cue_of != {}


def test_of_equal_candidates_the_nearest_wins() -> None:
    text = linking_text(["B-source", "O", "O", "O", "B-source", "B-cue", "B-content"])
    assert link(text, {}, {}).source_of == {Stretch(5, 6): Stretch(4, 5)}


def test_content_without_any_cue_stands_alone() -> None:
    links = link(linking_text(["B-content", "I-content", "O", "B-source"]), NEAR, NEAR)
    assert links.cue_of == {}
    assert links.source_of == {}


def test_candidates_are_the_four_nearest_on_each_side() -> None:
    others = [Stretch(place, place + 1) for place in range(0, 40, 2)]
    found = candidates(Stretch(21, 22), others, [other.first for other in others])
    assert [other.first for other in found] == [14, 16, 18, 20, 22, 24, 26, 28]


def test_what_stands_between_a_pair_is_counted() -> None:
    text = linking_text(["B-source", "B-cue", "O", "B-source", "B-cue", "B-content"])
    features = pair_features(text, Stretch(5, 6), Stretch(1, 2))
    assert "before contents 0 cues 1 sources 1" in features
    assert "before tokens 3" in features


@given(st.lists(st.sampled_from(LABELS), max_size=60), st.integers(1, 9))
def test_links_join_only_stretches_that_were_found(labels: list[str], sentence_length: int) -> None:
    text = linking_text(labels, sentence_length)
    links = link(text, NEAR, NEAR)
    assert set(links.cue_of) <= set(text.found.contents)
    assert set(link(text, {}, {}).cue_of) == (set(text.found.contents) if text.found.cues else set())
    assert set(links.cue_of.values()) <= set(text.found.cues)
    assert set(links.source_of) <= set(text.found.cues)
    assert set(links.source_of.values()) <= set(text.found.sources)


@given(st.lists(st.sampled_from(LABELS), min_size=2, max_size=40))
def test_a_pair_has_as_many_features_whatever_it_is(labels: list[str]) -> None:
    text = linking_text(labels, 5)
    counts = {len(set(pair_features(text, cue, source))) for cue in text.found.cues for source in text.found.sources}
    assert len(counts) <= 1
