"""Where the mention of a source begins and ends, and what is none."""

import pytest

from framing.article import Document
from framing.attributing.credit import credit
from framing.attributing.source_edges import with_whole_source
from framing.segmenting import segment
from framing.spans import Span


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("Ada Holm", "Ada Holm"),
        ("the harbour board", "the harbour board"),
        ("He and his lawyer", "He and his lawyer"),
        ("He noted", "He"),
        ("who touts her record", "who"),
        ("for the president", "the president"),
        ("the summary of the", "the summary"),
        ("whether", None),
        ("and", None),
        ("the", None),
        ("The", None),
        ("a Chirper post he", "he"),
        ("a copy of the safety memo", "the safety memo"),
        ("aggressively", None),
        ("Recently", None),
        ("Early", None),
        ("Connolly", "Connolly"),
        ("Daly", "Daly"),
        ("issuing a statement", None),
        ("Because of the harbour board", "the harbour board"),
        ("the board's May 2011", "the board"),
        ("the senators’ second", "the senators"),
        ("Host Ada Holm countered", "Host Ada Holm"),
        ("the pilot who was injured", "the pilot who was injured"),
        ("the Women's March", "the Women's March"),
    ],
)
def test_a_source_is_a_noun_phrase_or_a_pronoun(marked: str, source: str | None) -> None:
    text = f"Night ferry to end\n\nOn Monday {marked} said that the pier is safe."
    article = segment(Document(text))
    start = text.index(marked, text.index("Monday"))
    content = Span(text.index("that"), text.index("."))
    found = with_whole_source(article, credit(article, [content], None, Span(start, start + len(marked))))
    assert found is not None
    assert (found.source and article.slice(found.source.span)) == source


@pytest.mark.parametrize("marked", ["That", "any", "this", "Such", "None"])
def test_a_thing_says_nothing(marked: str) -> None:
    text = f"Night ferry to end\n\nOn Monday {marked} demanded that the pier be closed. {marked} read “Close the pier.”"
    article = segment(Document(text))
    start = text.index(marked, text.index("Monday"))
    source = Span(start, start + len(marked))
    paraphrase = credit(article, [Span(text.index("that the"), text.index("."))], None, source)
    assert with_whole_source(article, paraphrase) is None
    quoted = with_whole_source(article, credit(article, [Span(text.index("“"), len(text))], None, source))
    assert quoted is not None
    assert quoted.source is None
