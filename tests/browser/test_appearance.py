"""How pages look and behave: no overlap at any width, dark, print, forced colours, no violation that axe-core knows."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.browser.conftest import Open

PAGES = ("article_page", "comparison_page", "archive_page")
WIDTHS = (320, 375, 768, 1024, 1280, 1920)
OVERLAPS = """() => {
  const found = [];
  const groups = [".summary > .card", ".row > *", ".tools > *", ".switch", ".bars li > *", ".speakers li > *", ".why > li",
    "main > *", "body > *", ".columns > *", ".pair > *"];
  for (const group of groups) {
    const boxes = [...document.querySelectorAll(group)].filter(e => e.checkVisibility() && !e.matches(".skip"))
      .map(e => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width && box.height);
    for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
      const [a, b] = [boxes[i][1], boxes[j][1]];
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > 1) found.push(`${group}: ${boxes[i][0].textContent.slice(0, 30)} / ${boxes[j][0].textContent.slice(0, 30)}`);
    }
  }
  return found;
}"""
OUTSIDE = """() => [...document.querySelectorAll("body *")]
  .filter(e => e.checkVisibility() && !e.closest(".scroll, svg, .skip"))
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => e.outerHTML.slice(0, 80))"""
CONTRAST = """() => {
  const parse = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const style = getComputedStyle(e);
      const image = style.backgroundImage.match(/rgb\\([^)]*\\)/g);
      const colour = parse(style.backgroundColor);
      if (image && e.matches(".slanted, .swatch, mark.frame")) return parse(image[image.length - 1]);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  for (const element of document.querySelectorAll("body *")) {
    const text = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!text || !element.checkVisibility() || element.closest("svg, .skip")) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) low.push(`${ratio.toFixed(2)} ${element.outerHTML.slice(0, 100)}`);
  }
  return low;
}"""


@pytest.fixture(params=PAGES)
def any_page(request: pytest.FixtureRequest) -> Path:
    """Each page in turn."""
    path: Path = request.getfixturevalue(request.param)
    return path


def switch_everything_on(page: "Open") -> None:
    for box in page.locator(".layers input").all():  # type: ignore[attr-defined]
        box.set_checked(checked=True)
    for part in page.locator("details").all():  # type: ignore[attr-defined]
        part.evaluate("element => { element.open = true; }")


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_overlaps_and_nothing_runs_out_of_the_page(opened: "Open", any_page: Path, width: int) -> None:
    page = opened(any_page, width=width)
    switch_everything_on(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(OVERLAPS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_contrast(opened: "Open", any_page: Path, scheme: str) -> None:
    page = opened(any_page, color_scheme=scheme)
    switch_everything_on(page)
    assert page.evaluate(CONTRAST) == []


def test_dark_is_dark_and_light_is_light(opened: "Open", any_page: Path) -> None:
    paper = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
    assert sum(opened(any_page, color_scheme="dark").evaluate(paper)) < 150
    assert sum(opened(any_page, color_scheme="light").evaluate(paper)) > 650


def test_print_shows_everything_and_no_controls(opened: "Open", article_page: Path) -> None:
    page = opened(article_page)
    page.emulate_media(media="print")
    assert not page.locator(".layers").is_visible()
    assert not page.locator(".keys").is_visible()
    assert page.locator(".text .code-loaded").first.is_visible()
    assert page.locator(".note.loaded").first.is_visible()
    closed = page.locator("details.part:not([open]) ul, details.part:not([open]) table").first
    assert closed.evaluate("element => element.checkVisibility()")
    assert page.evaluate("getComputedStyle(document.querySelector('mark.loaded')).borderInlineStartStyle") == "solid"


def test_paper_has_the_notes_and_the_fills(opened: "Open", article_page: Path) -> None:
    page = opened(article_page, width=760)
    assert not page.locator(".note.loaded").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator(".note.loaded").first.is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('mark.loaded')).printColorAdjust") == "exact"


def test_forced_colours_keep_the_shapes_of_the_layers(opened: "Open", article_page: Path) -> None:
    page = opened(article_page, forced_colors="active")
    switch_everything_on(page)
    shapes = page.evaluate("""() => {
      const style = selector => getComputedStyle(document.querySelector(selector));
      return [style("mark.loaded").borderInlineStartStyle, style(".attribution-content").borderBottomStyle,
        style(".attribution-cue").borderBottomStyle, style("mark.frame").borderBottomStyle, style(".slanted").borderLeftStyle];
    }""")
    assert shapes == ["solid", "solid", "dashed", "solid", "solid"]


def test_reduced_motion_scrolls_at_once(opened: "Open", any_page: Path) -> None:
    page = opened(any_page, reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation(opened: "Open", any_page: Path, axe: str, scheme: str, width: int) -> None:
    page = opened(any_page, width=width, color_scheme=scheme)
    switch_everything_on(page)
    page.evaluate(axe)
    found = page.evaluate(
        "axe.run().then(result => result.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 120))]))"
    )
    assert found == []
