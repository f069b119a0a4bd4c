"""What a tagged attribution may hold, and who is acted upon."""

import pytest
from passages import article, span, told

from framing.attributing.credit import credit
from framing.attributing.passives import is_acted_upon, with_agents
from framing.attributing.repair import repaired
from framing.spans import Span


def mended(text: str, contents: list[str], cue: str | None, source: str | None) -> list[tuple[str | None, str]]:
    found = article(text)
    tagged = credit(
        found,
        [span(found, content) for content in contents],
        span(found, cue) if cue else None,
        span(found, source) if source else None,
    )
    return told(found, repaired(found, [tagged]))


def test_the_sentence_after_a_quotation_is_not_its_speakers() -> None:
    text = "“It is over,” Moe said. The plan was a farce."
    assert mended(text, ["“It is over,”", "The plan was a farce"], "said", "Moe") == [("Moe", "“It is over,”")]


def test_a_quotation_that_goes_on_is_its_speakers() -> None:
    text = "“It is over,” Moe said. “It rained.”"
    expected = [("Moe", "“It is over,” … “It rained.”")]
    assert mended(text, ["“It is over,”", "“It rained.”"], "said", "Moe") == expected


def test_a_content_ends_with_its_sentence() -> None:
    text = "Moe said the mill is shut. Nobody asked the crew."
    assert mended(text, ["the mill is shut. Nobody asked"], "said", "Moe") == [("Moe", "the mill is shut.")]


def test_a_content_leaves_out_its_cue_and_its_source() -> None:
    text = "The mill is shut, Moe said, for good."
    assert mended(text, ["The mill is shut, Moe said, for good"], "said", "Moe") == [
        ("Moe", "The mill is shut, … for good")
    ]


def test_content_without_words_is_none() -> None:
    assert mended("Moe said: —", ["—"], "said", "Moe") == []


def test_a_cue_inside_marks_is_none() -> None:
    assert mended("“They told us, and we left,” Moe said.", ["we left"], "told", None) == []


def test_a_title_in_marks_holds_no_cue() -> None:
    assert mended("“Say It Loud” was her first record.", ["It Loud” was her first record"], "Say", None) == []


def test_who_answers_is_not_who_asked() -> None:
    text = "“Did you ask?” Moe asked Holm. “No.”"
    assert mended(text, ["“Did you ask?”", "“No.”"], "asked", "Moe") == [("Moe", "“Did you ask?”"), ("Holm", "“No.”")]
    text = "“Did you ask,” Moe asked, “the crew?”"
    assert len(mended(text, ["“Did you ask,”", "“the crew?”"], "asked", "Moe")) == 1


def test_a_source_leaves_out_the_phrase_in_front_of_it() -> None:
    text = "According to Tarn24, an aide said the talks failed."
    assert mended(text, ["the talks failed"], "said", "Tarn24, an aide") == [("an aide", "the talks failed")]


@pytest.mark.parametrize(
    ("text", "contents", "cue", "source", "expected", "act"),
    [
        ("Police were told by Norr that it was open.", ["that it was open"], "were told", "Police", "Norr", "speech"),
        ("Norr is accused of stealing two pumps.", ["stealing two pumps"], "is accused of", "Norr", None, "speech"),
        ("Teak had been denied a licence.", ["a licence"], "had been denied", "Teak", None, "plan"),
        ("Moe was asked about the plan.", ["the plan"], "was asked about", "Moe", None, "plan"),
        ("Moe asked about the plan.", ["the plan"], "asked about", "Moe", "Moe", "speech"),
    ],
)
def test_nobody_speaks_by_being_acted_upon(
    text: str, contents: list[str], cue: str, source: str, expected: str | None, act: str
) -> None:
    found = article(text)
    tagged = credit(found, [span(found, content) for content in contents], span(found, cue), span(found, source))
    one = with_agents(found, tagged)
    speaker = None if one.source is None or is_acted_upon(found, one) else found.slice(one.source.span)
    assert (speaker, one.act) == (expected, act)


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        ("“It is over,” Moe was quoted by the Courier as saying.", "“It is over,”", "was quoted"),
        ("Moe was quoted by the Courier as saying that it is over.", "that it is over", "as saying"),
    ],
)
def test_who_is_quoted_by_an_outlet_speaks(text: str, content: str, cue: str) -> None:
    found = article(text)
    tagged = credit(found, [span(found, content)], span(found, cue), span(found, "the Courier"))
    assert told(found, [with_agents(found, tagged)]) == [("Moe", content)]


def test_a_proper_name_is_what_something_is_called() -> None:
    found = article("A group called the Harbour Study Committee met. Moe called the plan a farce.")
    called = span(found, "called the H")
    cue = Span(called.start, called.start + len("called"))
    assert credit(found, [span(found, "the Harbour Study Committee")], cue, span(found, "A group")).act == "attitude"
    assert credit(found, [span(found, "the plan a farce")], cue, span(found, "Moe")).act == "speech"
