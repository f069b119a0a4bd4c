"""Double quotation marks written as two single marks or two grave accents, as some archives do."""

from hypothesis import given
from hypothesis import strategies as st

from framing.article import Document
from framing.segmenting import segment


def quoted(text: str) -> list[str]:
    article = segment(Document(text))
    return [article.slice((quotation.start, quotation.end)) for quotation in article.quotations]


def test_two_single_marks_are_a_double_mark() -> None:
    assert quoted("The mayor said, ''The bridge is safe,'' and went home.") == ["The bridge is safe,"]


def test_two_grave_accents_open_a_quotation() -> None:
    assert quoted("``We checked every bolt,'' the engineer said.") == ["We checked every bolt,"]


def test_an_apostrophe_inside_does_not_end_it() -> None:
    assert quoted("''It isn't the drivers' fault at all,'' she said.") == ["It isn't the drivers' fault at all,"]


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_marked_as_continued() -> None:
    article = segment(Document("''We will go on with it.\n\n''It is late,'' he added.\n"))
    assert [quotation.continued for quotation in article.quotations] == [True, False]


def test_two_single_marks_that_close_nested_quotations_stay_two_marks() -> None:
    assert quoted("The clerk said \"it was 'closed'\" again.")[0].startswith("it was")
    assert quoted("Nobody said 'never''.") == quoted("Nobody said 'never'.")


def test_marks_around_nothing_quote_nothing() -> None:
    assert quoted("''") == quoted("``") == quoted("'' ''") == []


@given(st.text(alphabet="ab ,.'`\"\n\u2060", max_size=60))
def test_quotations_lie_inside_the_text_whatever_the_marks(text: str) -> None:
    for quotation in segment(Document(text)).quotations:
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert text[quotation.start : quotation.end].strip()
