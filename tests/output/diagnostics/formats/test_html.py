"""The index of a check asks for nothing from anywhere, escapes everything, and its links land."""

import re

import framing
from framing.diagnostic import CheckedFile, Diagnostic, Outcome
from framing.output.diagnostics.formats import html


def test_the_page_asks_for_nothing_and_runs_nothing(outcome: Outcome) -> None:
    page = html.render(outcome)
    assert "default-src &#39;none&#39;" in page
    assert not re.search(r"<(?:img|link|iframe|object|form)|\son\w+=|\sstyle=|https?://", page)


def test_every_link_lands(outcome: Outcome) -> None:
    page = html.render(outcome)
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert "file-1" in targets
    assert "rule-W101" in targets
    assert targets <= set(re.findall(r'\bid="([^"]+)"', page))


def test_a_finding_without_a_card_has_no_link() -> None:
    found = Diagnostic("X999", "unknown", "note", "m", 0, 3, "a.txt", end_column=4)
    page = html.render(Outcome((CheckedFile("a.txt", "One two.\n", (found,)),), ()))
    assert '<span class="code">X999</span>' in page
    assert "#rule-X999" not in page


def test_every_finding_is_on_the_page_with_its_words_marked(outcome: Outcome) -> None:
    page = html.render(outcome)
    assert len(re.findall(r'<li class="level-', page)) == 21
    assert page.count("<mark>regime</mark>") == 15
    assert page.count("writer holds unlawful") == 2  # once a file


def test_what_an_article_holds_cannot_become_markup(outcome: Outcome) -> None:
    page = html.render(outcome)
    assert "<b>&amp;'" not in page
    assert "&lt;b&gt;&amp;" in page
    assert not re.search("[\x00\x1b\ud800]", page)


def test_a_folder_holds_the_index_and_a_page_for_each_article() -> None:
    text = "The regime at the port of Elmsworth has refused to say how much the new quay will cost the town.\n" * 3
    paths = ("news/a b.txt", "news/a-b.txt", "news/index", "clean.txt")
    files = tuple(CheckedFile(path, text, ()) for path in paths)
    report = framing.analyze(text)
    folder = html.folder_of_pages(Outcome(files, ()), dict.fromkeys(paths[:3], report))
    assert set(folder) == {"index.html", "news-a-b-txt.html", "news-a-b-txt-2.html", "news-index.html"}
    linked = set(re.findall(r'href="([^"#]+)"', folder["index.html"]))
    assert linked == set(folder) - {"index.html"}
    assert "Framing report on one article" in folder["news-index.html"]
