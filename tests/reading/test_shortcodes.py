"""Codes in square brackets, as WordPress keeps them in its database."""

from framing.given import given_slice
from framing.reading import document
from framing.segmenting import segment

TEXT = (
    'The mayor left.\n\n[caption id="a_1" align="left"]The hall in Tarn[/caption]\n\n'
    'Then she “came back” [sic].[gallery ids="1,2"]\n[youtube]x9[/youtube]\n[vc_row][vc_column]The end.[/vc_column]'
)


def test_captions_are_captions_and_other_codes_are_no_words() -> None:
    article = segment(document(TEXT))
    assert [(block.kind, article.slice((block.start, block.end))) for block in article.blocks] == [
        ("body", "The mayor left."),
        ("caption", "The hall in Tarn"),
        ("body", "Then she “came back” [sic]."),
        ("body", "The end."),
    ]
    assert [given_slice(article.document, sentence[:2]) for sentence in article.sentences] == [
        "The mayor left.",
        "The hall in Tarn",
        "Then she “came back” [sic].",
        "The end.",
    ]


def test_brackets_of_prose_stay() -> None:
    text = "He [the mayor] left, [embedded] with them [video below]."
    assert document(text).text == text
