"""What lint finds."""

from collections.abc import Callable
from pathlib import Path

import pytest

from framing.lexicons.check import faults
from framing.lexicons.load import load_file

Write = Callable[..., Path]


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        ('{pattern="thug"},', "has no reference"),
        ('{pattern="thug", references=["nobody1900"]},', "not in references.bib"),
        ('{pattern="thug", severity=3},', "needs a sentence in 'hits'"),
        ('{pattern="thug", case="lower"},', "needs a sentence in 'misses'"),
        ('{pattern="thug", safe=true},', "has no alternative"),
        ('{pattern="thug", alternatives=["person convicted of"]},', "'person convicted of' is not finished"),
        ('{pattern="thug", alternatives=["name the man"]},', "'name the man' is advice, and no wording"),
        ('{pattern="thug", alternatives=["men"]},', "'men' is in the plural, and the pattern is not"),
        ('{pattern="bash", pos="verb", alternatives=["criticised"]},', "does not begin with a verb in its base form"),
        ('{pattern="{bad,wild} thug", alternatives=["{2} man"]},', "takes up a brace that the pattern has not"),
        ('{pattern="thug", hits=["A brute came."]},', "must hit and does not"),
        ('{pattern="thug", misses=["Thugs came."]},', "must miss and hits"),
        ('{pattern="thug"}, {pattern="thugs", inflect=false},', "already given by trial, entry 'thug'"),
        ('{pattern="thug"}, {pattern="thugs", inflect=false},', "can never be found"),
        ('{pattern="thug", not_before=["x"], only_before=["x"]},', "can never be found"),
        ('{pattern="plunge", reason="The verb dramatises a fall."},', "its reason names a part of speech"),
    ],
)
def test_a_fault_is_found(lexicon_file: Write, entries: str, fault: str) -> None:
    assert any(fault in line for line in faults([load_file(lexicon_file(entries))]))


def test_one_form_in_two_files_of_a_construct_is_a_duplicate(lexicon_file: Write) -> None:
    first = load_file(lexicon_file('{pattern="thug"},', name="one"))
    second = load_file(lexicon_file('{pattern="thug"},', name="two", category="emotive"))
    assert any("two, entry 'thug': form 'thug' is already given by one" in line for line in faults([first, second]))


def test_a_term_may_signal_two_frames(lexicon_file: Write) -> None:
    entries = '{pattern="court"}, {pattern="court", id="court_2", category="political"},'
    lexicon = load_file(lexicon_file(entries, construct="policy_frame", category="morality"))
    assert not any("already given" in line for line in faults([lexicon]))


@pytest.mark.parametrize(
    "entry",
    [
        '{pattern="thug", alternatives=["man charged with a crime"]},',
        '{pattern="thugs", inflect=false, alternatives=["men"]},',
        '{pattern="red tape", alternatives=["rules"]},',
        '{pattern="bash", pos="verb", alternatives=["criticise", "bring up"]},',
        '{pattern="take~ {him,her} over", pos="verb", alternatives=["seize {1}", "{1} seize~"]},',
        '{pattern="at war with", pos="phrase", alternatives=["opposed to"]},',
        '{pattern="{flood,wave}~ of {men,women}", pos="phrase", alternatives=["large number of {2}"]},',
    ],
)
def test_an_alternative_that_fits_is_no_fault(lexicon_file: Write, entry: str) -> None:
    assert not [line for line in faults([load_file(lexicon_file(entry))]) if "alternative" in line]
