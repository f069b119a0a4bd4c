"""Names at the end of a description, whatever stands in front of them."""

import pytest

import framing


@pytest.mark.parametrize(
    "text",
    [
        "Secretary Of State Ada Holm said on Monday that it was over.",
        "Odden votes again\n\nA spokesman For Mayor Ada Holm said that it was over.",
    ],
)
def test_prepositions_may_have_a_capital(text: str) -> None:
    sources = [one.source for one in framing.analyze(text).analysis.attributions]
    assert [source.name for source in sources if source]
