"""What unnamed reports say is not said by the subject of the sentence."""

import pytest
from passages import article, span, told

from framing.attributing.credit import credit
from framing.attributing.far_subjects import without_far_subject


@pytest.mark.parametrize(
    ("sentence", "source", "named"),
    [
        ("Rolf Kirk has not yet spoken of the dam after reports that it leaks.", "Rolf Kirk", None),
        ("Rolf Kirk left the board amid new reports that it leaks.", "Rolf Kirk", None),
        ("The mayor was angered by the reports that it leaks.", "The mayor", None),
        ("The mayor spoke after Tarn Times reports that it leaks.", "Tarn Times", "Tarn Times"),
        ("The Tarn Times reports that it leaks.", "The Tarn Times", "The Tarn Times"),
        ("The mayor clung to his own reports that it leaks.", "The mayor", "The mayor"),
    ],
)
def test_reports_that_only_depend_on_a_deed_have_no_source(sentence: str, source: str, named: str | None) -> None:
    found = article(sentence)
    credited = credit(found, [span(found, "that it leaks")], span(found, "reports"), span(found, source))
    assert told(found, [without_far_subject(found, credited)]) == [(named, "that it leaks")]
