"""Words of stance in another form: names with a possessive, verbs with an object, titles of works."""

import pytest

from framing.article import Document
from framing.lexicons.compiled import shipped_indexes
from framing.modelling.article_words import read_words
from framing.scoring import subjectivity
from framing.scoring.words_found import lexicon_text
from framing.segmenting import segment


def marked(text: str) -> set[str]:
    article = segment(Document(f"{text}\n"))
    words = lexicon_text(article, article.voices, shipped_indexes(), read_words(article).compared)
    return {text[one.span.start : one.span.end].lower() for one in subjectivity.score(words)}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They spoke with Indeed's Ada Holm in Odden.", "indeed's"),
        ("The fee is frightening the buyers of Odden.", "frightening"),
        ("He was fired for misleading the council of Tarn.", "misleading"),
        ("The trend is worrying many in Odden.", "worrying"),
        ("She sang in the film Absolutely Everything in May.", "absolutely"),
        ("They met on the set of The Terrible Twins in May.", "terrible"),
        ("The mill shut, sending the town into debt and frightening potential buyers.", "frightening"),
    ],
)
def test_another_form_is_no_mark_of_a_stance(text: str, word: str) -> None:
    assert word not in marked(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Indeed, the fee is too high.", "indeed"),
        ("It was a frightening prospect for the buyers.", "frightening"),
        ("The brochure is misleading.", "misleading"),
        ("The fee is worrying and wrong.", "worrying"),
        ("There were tragic and terrifying events in Odden.", "terrifying"),
        ("It's shocking the way they did it.", "shocking"),
        ("It is surprising that nobody asked.", "surprising"),
        ("The letter shows that's wrong.", "shows that's"),
    ],
)
def test_an_adjective_or_adverb_of_stance_counts(text: str, word: str) -> None:
    assert word in marked(text)
