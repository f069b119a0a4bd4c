"""Words inside of spans, also of spans that count in the text as it was given."""

from framing.evaluation.span_words import in_text, words_in
from framing.reading import document
from framing.segmenting import segment


def test_spans_of_the_given_text_hold_their_words_where_characters_were_left_out() -> None:
    given = "Mill to close\n\nThe coun\u00adcil met in Tarn on Tues\u00adday. Ada Holm was there."
    article = segment(document(given))
    start = given.index("Ada Holm")
    (span,) = in_text(article, [(start, start + len("Ada Holm"))])
    assert article.slice(span) == "Ada Holm"
    assert len(article.text) < len(given)
    assert len(words_in(article, [span])) == 2


def test_spans_of_a_text_that_was_not_mended_stay() -> None:
    article = segment(document("Mill to close\n\nAda Holm was there."))
    assert in_text(article, [(15, 23)]) == [(15, 23)]
