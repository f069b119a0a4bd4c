"""An article page in a browser: layers switch, keys move, links land, with and without JavaScript."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framing.report import Report

if TYPE_CHECKING:
    from tests.browser.conftest import Open

LAYERS = ("loaded", "attribution", "bias", "frame", "judging", "technique")
SHOWN = "selector => [...document.querySelectorAll(selector)].filter(found => found.checkVisibility()).length"
INSIDE = """id => {
  const box = document.getElementById(id).getBoundingClientRect();
  const bar = document.querySelector(".tools").getBoundingClientRect();
  const top = getComputedStyle(document.querySelector(".tools")).position === "sticky" ? Math.max(bar.bottom, 0) : 0;
  return box.bottom >= top - 1 && box.top <= innerHeight;
}"""


COUNTS = """() => {
  const words = text => (text.match(/[\\p{L}\\p{N}][\\p{L}\\p{N}’'.,-]*/gu) || []).length;
  const text = [...document.querySelectorAll("article .text")].map(paragraph => {
    const copy = paragraph.cloneNode(true);
    copy.querySelectorAll("a.code").forEach(code => code.remove());
    return words(copy.textContent);
  }).reduce((sum, count) => sum + count, 0);
  const stops = [...document.querySelectorAll("a[href], input, summary, [tabindex]")];
  return {
    stops: stops.filter(found => found.tabIndex >= 0 && found.checkVisibility()).length,
    height: document.documentElement.scrollHeight, article: text, others: words(document.body.innerText) - text,
  };
}"""


@pytest.mark.parametrize("width", [375, 768, 1280])
def test_the_article_stands_before_what_is_said_of_it(opened: "Open", long_page: Path, width: int) -> None:
    """At most 120 stops of the keyboard, 9,000 pixels on a telephone, and no more words of apparatus than of article."""
    page = opened(long_page, width=width)
    counts = page.evaluate(COUNTS)
    assert counts["article"] > 600
    assert counts["stops"] <= 120
    assert counts["height"] <= 9000
    assert counts["others"] <= counts["article"]
    places = page.evaluate("""() => ["article", ".summary", "#findings"].map(
      selector => document.querySelector(selector).getBoundingClientRect().top)""")
    assert places == sorted(places)


def test_the_first_view_shows_who_speaks_and_the_words_that_judge(opened: "Open", article_page: Path) -> None:
    page = opened(article_page)
    on = page.evaluate("() => [...document.querySelectorAll('.layers input:checked')].map(box => box.id)")
    assert on == ["show-attribution", "show-loaded"]


@pytest.mark.parametrize("javascript", [True, False])
def test_on_a_telephone_a_note_waits_for_a_tap(opened: "Open", article_page: Path, *, javascript: bool) -> None:
    page = opened(article_page, width=375, java_script_enabled=javascript)
    assert not page.locator("#f-L1").is_visible()
    page.locator('.text a.code[href="#f-L1"]').first.click()
    assert page.locator("#f-L1").is_visible()
    page.locator("#f-L1 a.code").click()
    assert not page.locator("#f-L1").is_visible()


def test_a_term_that_comes_back_has_one_note_and_keys_that_reach_each_place(opened: "Open", long_page: Path) -> None:
    page = opened(long_page)
    code = page.evaluate("""() => {
      const codes = [...document.querySelectorAll(".text a.code-loaded")].map(found => found.textContent);
      return codes.find((found, place) => codes.indexOf(found) !== place);
    }""")
    assert page.locator(f"#f-{code}").count() == 1
    places = page.evaluate(
        "code => [...document.querySelectorAll('.text a.code-loaded')].filter(found => found.textContent === code)"
        ".map(found => found.dataset.place)",
        code,
    )
    assert places[:2] == [f"w-{code}", f"w-{code}-2"]
    page.goto(f"{long_page.as_uri()}#w-{code}-2")
    page.keyboard.press("k")
    page.keyboard.press("j")
    assert page.evaluate("location.hash") == f"#w-{code}-2"


def test_a_part_that_a_sentence_leads_to_opens(opened: "Open", article_page: Path) -> None:
    page = opened(article_page)
    page.goto(f"{article_page.as_uri()}#figures")
    assert page.locator("#figures > details").get_attribute("open") is not None


@pytest.mark.parametrize("javascript", [True, False])
def test_every_layer_switches_its_codes_and_notes(opened: "Open", article_page: Path, *, javascript: bool) -> None:
    page = opened(article_page, java_script_enabled=javascript)
    for layer in LAYERS:
        box = page.locator(f"#show-{layer}")
        codes, notes = page.locator(f".text .code-{layer}"), page.locator(f".note.{layer}")
        assert codes.count() > 0
        box.set_checked(checked=True)
        assert codes.first.is_visible()
        assert notes.first.is_visible()
        box.set_checked(checked=False)
        assert not codes.first.is_visible()
        assert not notes.first.is_visible()


@pytest.mark.parametrize("layer", [*LAYERS, "voice"])
def test_a_layer_changes_how_its_words_look_and_nothing_else(opened: "Open", article_page: Path, layer: str) -> None:
    page = opened(article_page)
    for name in (*LAYERS, "voice"):
        page.locator(f"#show-{name}").set_checked(checked=False)
    selector = ".text .slanted" if layer == "bias" else f".text mark.{layer}"
    style = """selector => {
      const style = getComputedStyle(document.querySelector(selector));
      return [style.backgroundColor, style.backgroundImage, style.borderBottomStyle, style.borderLeftStyle, style.outlineStyle,
              style.textDecorationLine, style.boxShadow].join(";");
    }"""
    before = page.evaluate(style, selector)
    words = page.locator("article").inner_text()
    page.locator(f"#show-{layer}").set_checked(checked=True)
    assert page.evaluate(style, selector) != before
    page.locator(f"#show-{layer}").set_checked(checked=False)
    assert page.evaluate(style, selector) == before
    assert page.locator("article").inner_text() == words


def test_overlapping_layers_are_both_seen(opened: "Open", article_page: Path) -> None:
    page = opened(article_page)
    for name in (*LAYERS, "voice"):
        page.locator(f"#show-{name}").set_checked(checked=True)
    found = page.evaluate("""() => {
      const mark = document.querySelector("mark.loaded.attribution");
      const style = getComputedStyle(mark);
      return [mark.dataset.layers.split(" "), style.backgroundColor, style.borderBottomStyle];
    }""")
    assert {"loaded", "attribution"} <= set(found[0])
    assert found[1] != "rgba(0, 0, 0, 0)"
    assert found[2] == "solid"


def test_the_keys_go_from_finding_to_finding_and_back(opened: "Open", article_page: Path) -> None:
    page = opened(article_page)
    codes = page.evaluate("""() => [...document.querySelectorAll(".text a.code")]
      .filter(found => found.getClientRects().length).map(found => found.textContent)""")
    assert len(codes) > 5
    seen = []
    for _ in codes:
        page.keyboard.press("j")
        seen.append(page.evaluate("document.activeElement.textContent"))
    assert seen == codes
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == codes[-1]
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == codes[-2]
    assert page.evaluate("location.hash") == f"#w-{codes[-2]}"
    page.wait_for_function(INSIDE, arg=f"w-{codes[-2]}")


def test_the_keys_go_on_from_a_link_that_was_followed(opened: "Open", article_page: Path) -> None:
    page = opened(article_page)
    shown = [code.text_content() for code in page.locator(".text a.code:visible").all()]
    code = shown[len(shown) // 2]
    page.goto(f"{article_page.as_uri()}#w-{code}")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == shown[len(shown) // 2 + 1]


def test_the_keys_begin_where_the_reader_is(opened: "Open", article_page: Path) -> None:
    page = opened(article_page, reduced_motion="reduce")
    last = page.locator(".row:has(.code:visible)").last
    last.scroll_into_view_if_needed()
    last.evaluate("element => element.scrollIntoView()")
    page.keyboard.press("j")
    assert last.evaluate("element => element.contains(document.activeElement)")


def test_the_brackets_go_from_paragraph_to_paragraph(opened: "Open", article_page: Path) -> None:
    page = opened(article_page)
    places = []
    for key in ("]", "]", "["):
        page.keyboard.press(key)
        places.append(page.evaluate("location.hash"))
    assert places[0] == places[2] != places[1]
    assert all(re.fullmatch(r"#p\d+", place) for place in places)


def test_digits_switch_layers_and_the_keys_can_be_switched_off(opened: "Open", article_page: Path) -> None:
    page = opened(article_page)
    first = page.locator(".layers input").first
    before = first.is_checked()
    page.keyboard.press("1")
    assert first.is_checked() is not before
    page.locator("#keys").set_checked(checked=False)
    page.keyboard.press("1")
    assert first.is_checked() is not before


def test_the_keys_of_the_browser_stay_the_browsers(opened: "Open", article_page: Path) -> None:
    page = opened(article_page)
    prevented = page.evaluate("""() => ["j", "k"].map(key => {
      const event = new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    })""")
    assert prevented == [False, False]
    assert page.evaluate("location.hash") == ""


def test_the_keyboard_walks_through_the_page_and_out_of_it(opened: "Open", article_page: Path) -> None:
    page = opened(article_page)
    # Of radio buttons of one name, the chosen one is the stop.
    stops = page.evaluate(
        SHOWN, "a[href]:not([tabindex='-1']), input:not([type=radio]:not(:checked)), summary, [tabindex='0']"
    )
    for _ in range(stops):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    last = page.evaluate("document.activeElement.outerHTML")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.outerHTML") != last
    assert page.evaluate("document.activeElement === document.body || document.activeElement.matches('.skip')")


@pytest.mark.parametrize("javascript", [True, False])
def test_every_link_lands_in_the_window(opened: "Open", article_page: Path, *, javascript: bool) -> None:
    page = opened(article_page, java_script_enabled=javascript, reduced_motion="reduce")
    address = article_page.as_uri()
    names = re.findall(r'href="#([^"]+)"', article_page.read_text(encoding="utf-8"))
    # Links into layers that are switched off must land too.
    for name in dict.fromkeys(names):
        page.goto(f"{address}#{name}")
        box = page.locator(f'[id="{name}"]').bounding_box()
        assert box is not None, name
        assert -1 <= box["y"] <= 800, name


def test_words_and_reason_show_each_other(opened: "Open", article_page: Path, report: Report) -> None:
    page = opened(article_page)
    assert report.analysis.loaded_terms
    page.locator("#f-L1").hover()
    assert page.locator('mark[data-of~="L1"].near').count() > 0
    page.locator('mark[data-of~="L1"]').first.hover()
    assert "near" in (page.locator("#f-L1").get_attribute("class") or "")
    page.locator('.text a.code[href="#f-L1"]').click()
    assert page.evaluate("location.hash") == "#f-L1"
    page.locator("#f-L1 a.code").click()
    assert page.evaluate("location.hash") == "#w-L1"


def test_the_strip_jumps_to_its_sentence(opened: "Open", article_page: Path) -> None:
    page = opened(article_page)
    page.locator(".strip .slant a").nth(3).click()
    target = page.evaluate("location.hash")
    assert re.fullmatch(r"#s\d+", target)
    page.wait_for_function(INSIDE, arg=target[1:])
    page.locator("#strip-frame").check()
    assert page.locator(".strip .frames").is_visible()
    assert not page.locator(".strip .slant").is_visible()
