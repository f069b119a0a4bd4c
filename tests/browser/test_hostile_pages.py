"""Articles that try to break a page: what they bring is shown, none of it runs, and the page answers."""

from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import framing
from framing.output import html
from framing.report import Report
from framing.spans import Span

if TYPE_CHECKING:
    from tests.browser.conftest import Open

HOSTILE = """<script>alert("one")</script> closes </title></style><script>alert("two")</script>

"><img src=x onerror=alert("three")> said the mayor, <svg/onload=alert("four")> who "wants</p></article><script>alert("five")
</script>" to rebuild the harbour. <a href="javascript:alert('six')">Officials</a> said that <iframe src="https://outlet.example">
</iframe> the reckless regime has collapsed. <style>*{display:none}</style><meta http-equiv="refresh" content="0;url=//outlet.example">

The mayor said \u202ethat it is late\u2066 and went home. The council met on Tuesday and talked for three hours about the harbour.
"""
ALIVE = "document.querySelector('h1').getClientRects().length"


def written(folder: Path, report: Report) -> Path:
    path = folder / "page.html"
    path.write_text(html.render([report]), encoding="utf-8")
    return path


def with_title(report: Report, title: str) -> Report:
    """Return a report with a title that reading has not cleaned: a page must not need that."""
    article = replace(report.analysis.article, title=title)
    return replace(report, analysis=replace(report.analysis, article=article))


@pytest.mark.parametrize("javascript", [True, False])
def test_nothing_that_an_article_brings_along_runs(opened: "Open", tmp_path: Path, *, javascript: bool) -> None:
    names = dict.fromkeys(("outlet", "author", "date", "url", "site"), HOSTILE.splitlines()[0])
    report = with_title(framing.analyze(HOSTILE, title="The mayor", metadata=names), HOSTILE.splitlines()[0])
    page = opened(written(tmp_path, report), java_script_enabled=javascript)
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, article style").count() == 0
    assert page.locator("h1").inner_text() == HOSTILE.splitlines()[0]
    assert "<img src=x" in page.locator("article").inner_text()
    assert page.locator("article").is_visible()


def test_the_policy_stops_what_would_run(opened: "Open", tmp_path: Path) -> None:
    # The policy is tried on a page whose escaping has been broken on purpose.
    text = html.render([framing.analyze(HOSTILE, title="A plan for the harbour")])
    broken = text.replace(
        "<main>", '<main><script>document.title="ran"</script><b onclick="document.title=\'ran\'">b</b>'
    )
    assert broken != text
    path = tmp_path / "page.html"
    path.write_text(broken, encoding="utf-8")
    page = opened(path, refused=2)
    page.locator("main > b").click()
    assert "ran" not in page.title()


def test_directional_controls_do_not_turn_the_page(opened: "Open", tmp_path: Path) -> None:
    page = opened(written(tmp_path, framing.analyze(HOSTILE)))
    assert "[U+202E]that it is late[U+2066]" in page.locator("article").inner_text()


def test_two_megabytes_in_one_paragraph_do_not_freeze_the_page(opened: "Open", tmp_path: Path) -> None:
    sentence = "Der Rat hat den Plan für den Hafen am Dienstag gebilligt, und die Bürger sind nicht zufrieden damit. "
    report = framing.analyze(sentence * (2_000_000 // len(sentence)), metadata={"lang": "de"})
    page = opened(written(tmp_path, report))
    assert page.evaluate(ALIVE)
    page.keyboard.press("]")
    assert page.evaluate("location.hash") == "#p1"


def test_one_word_of_a_megabyte_stays_inside_the_page(opened: "Open", tmp_path: Path, report: Report) -> None:
    found = framing.analyze(f"Council meets\n\nThe mayor said it.\n\n{'a' * 1_000_000}")
    page = opened(written(tmp_path, found))
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert report


def test_ten_thousand_findings_do_not_freeze_the_page(opened: "Open", tmp_path: Path, report: Report) -> None:
    paragraph = (
        "The mayor said that the plan for the harbour was late and that nobody had asked her about the cost of it. "
    )
    long = framing.analyze("\n\n".join(["Council meets", *[paragraph * 5] * 100]))
    tokens = long.analysis.article.tokens
    term = report.analysis.loaded_terms[0]
    spans = (
        Span(start, end) for start, end, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True) if word
    )
    terms = tuple(replace(term, span=span) for span in islice(spans, 10_000))
    assert len(terms) == 10_000
    page = opened(written(tmp_path, replace(long, analysis=replace(long.analysis, loaded_terms=terms))))
    for _ in range(3):
        page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('.text a.code')")
    page.locator("#show-loaded").uncheck()
    assert not page.locator(".text .code-loaded").first.is_visible()
    places = page.evaluate("() => [...document.querySelectorAll('.at[id^=w-L]')].map(place => place.id)")
    assert len(places) == 10_000
    page.goto(page.url.split("#", maxsplit=1)[0] + f"#{places[-1]}")
    page.wait_for_function(
        "id => document.getElementById(id).getBoundingClientRect().top < innerHeight", arg=places[-1]
    )
