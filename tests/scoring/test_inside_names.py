"""Which hits of a lexicon are part of a longer name, and which are not."""

import pytest

from framing.article import Document
from framing.scoring.inside_names import Names
from framing.segmenting import segment

LEAD = "The council of Odden met in the town hall on Tuesday evening.\n\n"


def around(text: str, hit: str) -> tuple[str | None, bool]:
    """The word of the name before the hit, and whether the name goes on."""
    article = segment(Document(f"{LEAD}{text}\n"))
    start = article.text.index(hit, len(LEAD))
    sentence = next(k for k, one in enumerate(article.sentences) if one.start <= start < one.end)
    before, goes_on = Names(article).around(start, start + len(hit), sentence)
    return (None if before is None else article.text[:before].split()[-1]), goes_on


@pytest.mark.parametrize(
    ("text", "hit", "before", "goes_on"),
    [
        ("In the end Ambassador Ana Holm came.", "Ambassador", None, True),
        ("Two girls of the Tarn Youth Parliament sang in the hall.", "Parliament", "Youth", False),
        ("It was told by the Bureau of Prisons for the first time.", "Prisons", "Bureau", False),
        ("It was told by the Friends of the Army for the first time.", "Army", "Friends", False),
        ("It was told by the Hospital of the Tarn on that day.", "Hospital", None, True),
        ("In the end Ms. Price came back to the hall.", "Price", "Ms", False),  # a short title's full stop ends no name
        ("From the Military Times:", "Military", None, True),  # a line with a colon is no headline
    ],
)
def test_part_of_a_longer_name(text: str, hit: str, before: str | None, goes_on: bool) -> None:
    assert around(text, hit) == (before, goes_on)


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("The ambassador left the hall.", "ambassador"),  # no capital
        ("The Senate left the hall on that day.", "Senate"),  # large before it for opening the sentence alone
        ("They asked the Senate Monday for help.", "Senate"),  # a date is no part of a name
        ("They asked Ana Holm's Senate for help on that day.", "Senate"),  # whose it is
        ("They asked the Senate's Ana Holm for help on that day.", "Senate's"),
        ("Tarn Youth Parliament Sings in the Old Hall of Odden", "Parliament"),  # capitals throughout
        ("They asked Odden, Senate and court for help on that day.", "Senate"),  # a comma ends a name
    ],
)
def test_no_part_of_a_longer_name(text: str, hit: str) -> None:
    assert around(text, hit) == (None, False)


@pytest.mark.parametrize(
    ("text", "hit", "listed"),
    [
        ("It was told by the Department of Labor, Licensing and Regulation.", "Licensing", True),
        ("It was told by the Department of Labor, Licensing and Regulation.", "Regulation", True),
        ("It was told by the Committee on Safety and Health.", "Health", True),
        ("It was told by the Department of Labor and the Army.", "Army", False),
        ("It was told by the Department of Labor and NATO.", "NATO", False),  # a body of its own
        ("It was told by the towns of Tarn, Odden and Health.", "Health", False),
        ("Labor, Licensing and Regulation were their matters.", "Regulation", False),
    ],
)
def test_a_matter_in_the_name_of_a_body(text: str, hit: str, *, listed: bool) -> None:
    article = segment(Document(f"{LEAD}{text}\n"))
    start = article.text.index(hit, len(LEAD))
    sentence = next(k for k, one in enumerate(article.sentences) if one.start <= start < one.end)
    assert Names(article).is_listed(start, sentence) is listed
