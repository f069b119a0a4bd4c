"""An archive's page: figures lead to articles, and it prints on a dozen pages."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.conftest import Open

pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")
MOST_PAGES = 12


def test_an_outlet_s_name_leads_to_its_articles(opened: "Open", archive_page: Path) -> None:
    page = opened(archive_page)
    name = page.locator(".dot-table th a").first
    articles = page.locator(name.get_attribute("href") or "")
    assert not articles.is_visible()
    name.click()
    articles.wait_for(state="visible")
    assert articles.locator("li").count() == 12 * 3


def test_few_charts_are_in_sight_and_the_rest_unfold(opened: "Open", archive_page: Path) -> None:
    page = opened(archive_page)
    charts = page.locator("#reading .dot-table")
    assert charts.count() == 12
    assert sum(chart.is_visible() for chart in charts.all()) == 4
    page.locator("#reading details.part summary").click()
    assert all(chart.is_visible() for chart in charts.all())


def test_it_prints_on_a_dozen_pages(browser: "Browser", archive_page: Path) -> None:
    pypdf = pytest.importorskip("pypdf", reason="needs the extra framing[documents]")
    page = browser.new_page()
    page.goto(archive_page.as_uri())
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    page.close()
    assert len(printed.pages) <= MOST_PAGES
    words = "".join(sheet.extract_text() for sheet in printed.pages)
    assert "Direct speech" in words  # the last measure, which a screen folds
    assert "Highest in" not in words


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_few_stops_of_the_keyboard(opened: "Open", archive_page: Path, scheme: str) -> None:
    page = opened(archive_page, color_scheme=scheme)
    stops = page.evaluate(
        """() => [...document.querySelectorAll("a, summary, input, [tabindex]")]
        .filter(e => e.checkVisibility() && e.tabIndex >= 0).length"""
    )
    assert stops <= 120
