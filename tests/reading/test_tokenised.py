"""Marks that stand apart from their words are joined to them; reports count in the text as it was given."""

import pytest

import framing
from framing.given import given_text
from framing.reading import document

JOINED = {
    "a treebank's": (
        "`` We will not move , '' Ada Holm said . The mayor 's aide did n't reply ( again ) .",
        "“We will not move,” Ada Holm said. The mayor's aide didn't reply (again).",
    ),
    "straight marks": (
        'Ada Holm said : " We will not move . " She left , and " that is all " , she said .',
        'Ada Holm said: "We will not move." She left, and "that is all", she said.',
    ),
    "two single marks on either side": (
        "'' We will not move , '' Ada Holm said . She left .",
        "“We will not move,” Ada Holm said. She left.",
    ),
    "brackets in letters and joined hyphens": (
        "The far @-@ off port -LRB- of Tarn -RRB- , she said , is shut .",
        "The far-off port (of Tarn), she said, is shut.",
    ),
    "brackets in small letters": (
        "-lrb- Tarn -rrb- The port , she said , is shut .",
        "(Tarn) The port, she said, is shut.",
    ),
    "single marks": (
        "Lund said , ' It is over , ' and left . The workers ' pay is cut , she said .",
        "Lund said, 'It is over,' and left. The workers' pay is cut, she said.",
    ),
    "grave accents for single marks": (
        "` We will not move , ' Ada Holm said . She left .",
        "‘We will not move,’ Ada Holm said. She left.",
    ),
    "curly apostrophes": (
        "Lund said , ‘ It is over , ’ and left . The workers ’ pay is cut . He did n’t go .",
        "Lund said, ‘It is over,’ and left. The workers’ pay is cut. He didn’t go.",
    ),
    "owners of many": ("The workers ' union , she said , is shut .", "The workers' union, she said, is shut."),
}
PADDED = {
    "curly": ("“ We will not move, ” Ada Holm said.", "“We will not move,” Ada Holm said."),
    "angle, unbroken spaces": (
        "«\u00a0We will not move\u00a0», Ada Holm said.",
        "«We will not move», Ada Holm said.",
    ),
    "angle, narrow spaces": ("« We will not move », Ada Holm said.", "«We will not move», Ada Holm said."),
    "single, curly": ("‘ We will not move, ’ Ada Holm said.", "‘We will not move,’ Ada Holm said."),
    "single, straight": ("' We will not move, ' Ada Holm said.", "'We will not move,' Ada Holm said."),
    "straight": ('" We will not move, " Ada Holm said.', '"We will not move," Ada Holm said.'),
    "grave accents": ("`` We will not move, '' Ada Holm said.", "“We will not move,” Ada Holm said."),
}
UNTOUCHED = (
    'A 6" pipe and a 7" one, she said.',
    'She said "no" and "never", and left.',
    "The dogs' bowl . . . and so on",
    "Rock 'n' roll, she said, is “here to stay” and «là».",
    "He is 5' 10\" and she is 5' 2\" tall.",
    "“We will go.”  “We will not.”",
    "Version 2 .net and the .org ending, she said.",
    'It said: "no',
    "“He said, ‘We go.’ ” She left.",
    "Watch the talk here »",
    "He wrote: ” ‘I said no” and left.",
    "She is 5 ' 2 and he is 6 ' 1, they said.",
    "The rock ' roll years, she said.",
)


@pytest.mark.parametrize(("text", "wanted"), {**JOINED, **PADDED}.values(), ids={**JOINED, **PADDED})
def test_marks_are_joined_to_their_words(text: str, wanted: str) -> None:
    found = document(text)
    assert found.text == wanted
    assert [notice.code for notice in found.notices] == ["marks_joined"]
    assert given_text(found) == text


@pytest.mark.parametrize("text", UNTOUCHED)
def test_marks_in_their_place_stay(text: str) -> None:
    found = document(text)
    assert (found.text, found.notices) == (text, ())


@pytest.mark.parametrize(("text", "joined"), {**JOINED, **PADDED}.values(), ids={**JOINED, **PADDED})
def test_reports_say_the_same_and_count_in_the_text_as_given(text: str, joined: str) -> None:
    joined += "\n“The port of Tarn is shut for good,” said Per Orr, the mayor, on Monday."
    apart = "\n`` The port of Tarn is shut for good , '' said Per Orr , the mayor , on Monday ."
    text += apart if text in {given for given, _ in JOINED.values()} else joined[joined.index("\n") :]
    report, plain = framing.analyze(text), framing.analyze(joined)
    assert report.measures == plain.measures
    found, wanted = report.to_dict(), plain.to_dict()
    assert [_letters(text, one) for one in found["sentences"]] == [_letters(joined, one) for one in wanted["sentences"]]
    credited = found["attributions"][-1]
    assert credited["source"]["name"] == "Per Orr"
    assert [_letters(text, one) for one in credited["content"]] == ["ThePortOfTarnIsShutForGood".lower()]


def _letters(text: str, span: dict[str, int]) -> str:
    words = text[span["start"] : span["end"]].upper().replace("LRB", "").replace("RRB", "")
    return "".join(filter(str.isalpha, words)).lower()


def test_pages_have_such_marks_too() -> None:
    found = document("<p>“ <b>We</b> will not move, ” Ada Holm said.</p><p>She left.</p>", media_type="text/html")
    assert found.text == "“We will not move,” Ada Holm said.\n\nShe left."
