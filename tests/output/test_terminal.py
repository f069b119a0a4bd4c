"""The terminal report at every width, and with every finding."""

import re
from dataclasses import replace

import pytest

import framing
from framing.finding import LoadedTerm
from framing.output import terminal
from framing.output.page.notes import find_notes
from framing.output.width import columns
from framing.report import Report

TEXT = """Norland port council approves reckless harbour plan after a heated night at the old custom house

The council approved a reckless plan to rebuild the harbour on Tuesday, officials said. The regime at the port has
collapsed into chaos, and the shameful budget of the port will not carry the chaos, the chaos of a reckless council.

“We have waited for years for the council, and for the mayor, and for the port authority of the northern district to keep
their word,” said Mara Olsen, who runs the fish market at the quay. “Now we will see if they keep their word.”

The mayor, Peter Lund, said the work would cost 40 million and start in May. The regional police said that two men were
arrested after a fight outside of the hall. People close to the council said that the vote had been bought.
"""


@pytest.fixture(scope="module")
def report() -> Report:
    return framing.analyze(TEXT, metadata={"outlet": "The Tarn Times", "author": "Ada Holm", "date": "2026-05-03"})


@pytest.mark.parametrize("width", [40, 52, 63, 64, 80, 100, 140, 200])
@pytest.mark.parametrize("verbose", [False, True])
def test_every_line_fits_and_the_message_is_whole(report: Report, width: int, *, verbose: bool) -> None:
    text = terminal.render([report], width=width, verbose=verbose)
    assert all(columns(line) <= width for line in text.splitlines())
    joined = " ".join(text.split())
    assert all(statement.text.split(" (")[0].removesuffix(".") in joined for statement in report.statements)


def test_a_wider_screen_is_used(report: Report) -> None:
    assert max(map(columns, terminal.render([report], width=160).splitlines())) > 120


def test_widths_outside_of_the_range_count_as_its_ends(report: Report) -> None:
    assert terminal.render([report], width=5) == terminal.render([report], width=40)
    assert terminal.render([report], width=900) == terminal.render([report], width=200)


def test_the_report_opens_with_headline_outlet_author_and_date(report: Report) -> None:
    first, second = terminal.render([report], width=200).splitlines()[:2]
    assert first == report.analysis.article.title
    assert second.startswith("The Tarn Times · Ada Holm · 3 May 2026 · ")


def test_an_input_that_gives_none_of_them_says_so_and_names_no_path() -> None:
    second = terminal.render([framing.analyze(TEXT)], width=200).splitlines()[1]
    assert second.startswith("read without outlet, author and date · ")


@pytest.mark.parametrize("width", [40, 80])
def test_the_details_lose_no_word_of_a_sentence_or_an_attribution(report: Report, width: int) -> None:
    findings = terminal.render([report], width=width, verbose=True).split("FINDINGS", 1)[1]
    joined = " ".join(findings.split())
    for attribution in report.analysis.speech:
        for span in attribution.content:
            assert " ".join(report.analysis.article.slice(span).split()) in joined
    assert "…" not in joined.replace(" … ", " ")


def test_the_details_say_each_reason_once_under_its_sentence(report: Report) -> None:
    findings = terminal.render([report], verbose=True).split("FINDINGS", 1)[1]
    joined = " ".join(findings.split())
    reasons = [term.reason for term in report.analysis.loaded_terms]
    assert len(reasons) > len(set(reasons))
    assert all(joined.count(reason) == 1 for reason in set(reasons))
    assert len(re.findall("Reason as for “[^”]+” above.", joined)) == len(reasons) - len(set(reasons))
    heads = re.findall(r"(?m)^\d+:\d+ ", findings)
    assert len(heads) == len(set(heads))


def test_a_reason_that_was_told_names_the_words_that_it_was_told_of() -> None:
    """Between the two stands another term with a reason of its own, which "above" alone would point to."""
    text = "Council meets\n\nThe zealot came. The council slammed it. The extremist left.\n"
    joined = " ".join(terminal.render([framing.analyze(text)], verbose=True).split())
    assert "“extremist”, group label, own voice. Reason as for “zealot” above." in joined


def test_only_evaluative_words_are_called_judging_and_others_by_what_they_are() -> None:
    text = (
        "Council meets\n\nThe extremely long meeting clearly showed that the plan is foolish. "
        "“It is really a truly wonderful plan,” said Ada Holm of Odden.\n"
    )
    report = framing.analyze(text)
    lines = terminal.render([replace(report, analysis=replace(report.analysis, loaded_terms=()))], verbose=True)
    found = [line.strip() for line in lines.split("FINDINGS", 1)[1].splitlines()]
    assert "judging word, evaluative adjective: foolish" in found
    assert "judging word, evaluative adjective, quoted: wonderful" in found
    assert "intensifier: extremely" in found
    assert "booster: clearly" in found
    # What a source stresses is no stance of the outlet's; the JSON has it with its voice.
    named = [line for line in found if re.match("[a-z ,]+: ", line) and not line.startswith("attribution")]
    assert not any("really" in line or "truly" in line for line in named)
    assert {"really", "truly"} <= {
        report.analysis.article.slice(word.span) for word in report.analysis.subjective_words
    }


def test_a_word_that_is_a_loaded_term_is_not_named_twice() -> None:
    report = framing.analyze("Council meets\n\nThe foolish, foolish plan of the council failed in Odden.\n")
    word = next(word for word in report.analysis.subjective_words if word.category == "evaluative_adjective")
    term = LoadedTerm(
        word.span, "x/y", "emotive", 2, "own", "body", word.sentence,
        scare=False, alternatives=(), reason="It judges.", references=(),
    )  # fmt: skip
    codes = [note.code for note in find_notes(replace(report.analysis, loaded_terms=(term,)))]
    assert sum(code.startswith("J") for code in codes) == sum(w.judges for w in report.analysis.subjective_words) - 1


def test_names_of_categories_are_words(report: Report) -> None:
    assert re.findall(r"[a-z]_[a-z]", terminal.render([report], verbose=True)) == []


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_a_table_fits_and_holds_every_article(report: Report, width: int) -> None:
    text = terminal.render([report, report, report], width=width)
    assert all(columns(line) <= width for line in text.splitlines())
    assert " ".join(text.split()).count("Norland port") == 3
