"""Families of words: verbs and what is made of them, irregular forms; not words that only look alike."""

import pytest

import framing
from framing.comparing.word_families import family
from framing.modelling.meanings import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("resigned", "resignation"),
        ("closes", "closure"),
        ("decided", "decisions"),
        ("sold", "selling"),
        ("approved", "approval"),
        ("withdrew", "withdrawal"),
        ("cancelled", "cancels"),
        ("suspended", "suspension"),
        ("won", "winning"),
    ],
)
def test_an_act_is_one_in_every_form(one: str, other: str) -> None:
    assert family(stem(one)) == family(stem(other))


@pytest.mark.parametrize(
    ("one", "other"), [("commission", "commit"), ("mission", "miss"), ("version", "verse"), ("canal", "can")]
)
def test_words_that_look_alike_are_two(one: str, other: str) -> None:
    assert family(stem(one)) != family(stem(other))


STORY = "Harbour workers in Ostvale stopped work on Friday. A court will hear their appeal in spring, Ada Holm said."


def linked(one: str, other: str) -> dict[tuple[str, str], float]:
    reports = [framing.analyze(f"{STORY} {sentence}") for sentence in (one, other)]
    texts = [report.analysis.article.text for report in reports]
    return {
        (texts[0][link.first.start : link.first.end], texts[1][link.second.start : link.second.end]): link.probability
        for link in framing.compare(reports).links
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A march over the pier ended in 87 arrests, the Tarn Times wrote.", "Officers arrested 87 people."),
        ("The firm had announced 340 dismissals before the summer.", "It dismissed 340 people, mostly welders."),
    ],
)
def test_the_same_count_of_the_same_act_links_sentences(one: str, other: str) -> None:
    assert (one, other) in linked(one, other)


def test_another_count_of_the_same_act_is_less_likely_the_same() -> None:
    march = "The march ended in 87 arrests, said Ada Holm."
    same, another = "Guards arrested 87 people in Tarn.", "Guards arrested 19 people in Tarn."
    assert linked(march, same)[march, same] > linked(march, another).get((march, another), 0.0)
