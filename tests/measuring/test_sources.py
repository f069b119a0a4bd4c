"""Who counts as a source of an article."""

import framing


def test_a_pronoun_that_stands_for_nobody_on_the_page_is_no_source() -> None:
    text = "Night ferry to end\n\nThe pier is closed. “It is a pity,” they said. “It is a shame,” said Ada Holm of the board."
    report = framing.analyze(text)
    assert [source.name for source in report.sources] == ["Ada Holm"]
    assert any(one.source and one.source.name == "they" for one in report.analysis.speech)
