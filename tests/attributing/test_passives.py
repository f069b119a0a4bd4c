"""Whoever stands in front of a passive does not speak, however many participles are joined to it."""

import pytest
from passages import article, span

from framing.attributing.credit import credit
from framing.attributing.passives import is_acted_upon


def acted_upon(sentence: str, cue: str, content: str) -> bool:
    found = article(sentence)
    return is_acted_upon(found, credit(found, [span(found, content)], span(found, cue), span(found, "Rolf Kirk")))


@pytest.mark.parametrize(
    ("cue", "between"),
    [
        ("was told", ""),
        ("stands accused of", ""),
        ("is often termed", ""),
        ("was instead motivated by", ""),
        ("accused of", "was called a liar and "),
        ("hailed as", "was thanked by the town and later "),
        ("denounced as", "was mocked, derided and "),
        ("branded", "was condemned and "),
        ("calls", "faces "),
        ("accusations of", "drew new "),
        ("met with growing demands for", ""),
    ],
)
def test_the_subject_of_a_passive_does_not_speak(cue: str, between: str) -> None:
    assert acted_upon(f"Rolf Kirk {between}{cue} “the ruin of the town”.", cue, "“the ruin of the town”")


@pytest.mark.parametrize(
    ("cue", "between"),
    [
        ("told", ""),
        ("was quoted as saying", ""),
        ("accused the board of", "was informed of the fault and "),
        ("called the sale", "was elected in May and "),
        ("said", "was injured and "),
        ("accused of", "spoke well and "),
        ("calls", "faces the sea and "),
    ],
)
def test_the_subject_of_a_verb_in_the_active_speaks(cue: str, between: str) -> None:
    assert not acted_upon(f"Rolf Kirk {between}{cue} “the ruin of the town”.", cue, "“the ruin of the town”")
