"""A comparison page in a browser: facts linked by pointer, focus and keys, columns at every width."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framing.comparison import Comparison

if TYPE_CHECKING:
    from tests.browser.conftest import Open

NEAR = "() => [...document.querySelectorAll('.s.near')].map(found => found.id)"


def linked(page: "Open", name: str) -> set[str]:
    """The ids of all sentences that tell one of the facts of a sentence."""
    return set(
        page.evaluate(  # type: ignore[attr-defined]
            """name => document.getElementById(name).dataset.fact.split(" ")
              .flatMap(fact => [...document.querySelectorAll(`[data-fact~="${fact}"]`)].map(found => found.id))""",
            name,
        )
    )


def test_pointing_at_a_sentence_shows_where_else_it_is_told(opened: "Open", comparison_page: Path) -> None:
    page = opened(comparison_page)
    first = page.locator("[data-fact]").first
    first.hover()
    shown = set(page.evaluate(NEAR))
    assert shown == linked(page, first.get_attribute("id"))
    assert len({name[0] for name in shown}) > 1
    page.locator("#reading-title").hover()
    assert page.evaluate(NEAR) == []


def test_focus_shows_the_same_as_pointing(opened: "Open", comparison_page: Path) -> None:
    page = opened(comparison_page)
    first = page.locator("[data-fact]").first
    first.locator("a.code-told").first.focus()
    assert set(page.evaluate(NEAR)) == linked(page, first.get_attribute("id"))


def test_the_brackets_follow_a_fact_through_the_articles_and_back(opened: "Open", comparison_page: Path) -> None:
    page = opened(comparison_page)
    page.keyboard.press("j")
    start = page.evaluate("location.hash")
    sentence = page.locator(f'[id="{start[1:]}"]')
    there, before = sentence.get_attribute("data-next"), sentence.get_attribute("data-before")
    page.keyboard.press("]")
    assert page.evaluate("location.hash") == f"#{there}"
    page.keyboard.press("[")
    assert page.evaluate("location.hash") == start
    page.keyboard.press("[")
    assert page.evaluate("location.hash") == f"#{before}"


def test_j_and_k_walk_through_the_marks_of_the_columns(opened: "Open", comparison_page: Path) -> None:
    page = opened(comparison_page)
    count = page.locator(".text a.code:visible").count()
    seen = []
    for _ in range(count):
        page.keyboard.press("j")
        seen.append(page.evaluate("[...document.querySelectorAll('.text a.code')].indexOf(document.activeElement)"))
    assert seen == sorted(set(seen))
    page.keyboard.press("k")
    assert page.evaluate("[...document.querySelectorAll('.text a.code')].indexOf(document.activeElement)") == seen[-2]


@pytest.mark.parametrize("javascript", [True, False])
def test_the_layers_of_a_comparison_switch(opened: "Open", comparison_page: Path, *, javascript: bool) -> None:
    page = opened(comparison_page, java_script_enabled=javascript)
    for layer in ("told", "only", "wording", "loaded"):
        code = page.locator(f".text .code-{layer}").first
        page.locator(f"#show-{layer}").set_checked(checked=True)
        assert code.is_visible(), layer
        page.locator(f"#show-{layer}").set_checked(checked=False)
        assert not code.is_visible(), layer


@pytest.mark.parametrize("javascript", [True, False])
def test_every_link_of_a_comparison_lands(opened: "Open", comparison_page: Path, *, javascript: bool) -> None:
    page = opened(comparison_page, java_script_enabled=javascript, reduced_motion="reduce")
    for name in dict.fromkeys(re.findall(r'href="#([^"]+)"', comparison_page.read_text(encoding="utf-8"))):
        page.goto(f"{comparison_page.as_uri()}#{name}")
        box = page.locator(f'[id="{name}"]').bounding_box()
        assert box is not None, name
        assert -1 <= box["y"] <= 800, name
        assert -1 <= box["x"] <= 1280, name


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (1920, True), (390, False), (320, False)])
def test_columns_stand_beside_each_other_or_below_on_a_telephone(
    opened: "Open", comparison_page: Path, comparison: Comparison, width: int, *, beside: bool
) -> None:
    page = opened(comparison_page, width=width)
    boxes = [box.bounding_box() for box in page.locator(".columns article").all()]
    assert len(boxes) == len(comparison.reports) == 3
    tops = {round(box["y"]) for box in boxes if box}
    assert len(tops) == (1 if beside else 3)
    if beside:
        assert all(box and box["x"] + box["width"] <= width for box in boxes)


def test_eight_columns_scroll_inside_the_page(opened: "Open", wide_page: Path) -> None:
    page = opened(wide_page, width=1280)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    found = page.evaluate("""() => {
      const scroll = document.querySelector(".columns").closest(".scroll");
      return [scroll.scrollWidth > scroll.clientWidth, document.querySelectorAll(".columns article").length];
    }""")
    assert found == [True, 8]
    page.locator(".columns article").last.locator(".text").first.scroll_into_view_if_needed()
    box = page.locator(".columns article").last.locator(".text").first.bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= 1280


@pytest.mark.parametrize(
    ("width", "letters"), [(1280, ".heads .letter"), (390, ".columns article > .kind:first-child")]
)
def test_the_letters_stay_in_sight_while_reading(
    opened: "Open", comparison_page: Path, width: int, letters: str
) -> None:
    page = opened(comparison_page, width=width)
    last = page.locator(".columns article").first.locator(".text").last
    last.evaluate("found => found.scrollIntoView({block: 'end', behavior: 'instant'})")
    box, words = page.locator(letters).first.bounding_box(), last.bounding_box()
    assert box is not None
    assert words is not None
    assert 0 <= box["y"] <= words["y"]


def test_eight_letters_stay_in_sight_on_the_page_and_in_the_table_of_facts(opened: "Open", wide_page: Path) -> None:
    page = opened(wide_page, width=1280)
    region = page.locator(".beside")
    region.evaluate("found => { found.scrollIntoView({behavior: 'instant'}); found.scrollTop = found.scrollHeight; }")
    top = region.bounding_box()
    heads = [box.bounding_box() for box in page.locator(".columns article > .kind:first-child").all()]
    assert top is not None
    assert len(heads) == 8
    assert any(box is not None and abs(box["y"] - top["y"]) < 40 for box in heads)
    phone = opened(wide_page, width=390)
    row = phone.locator(".facts tbody tr").first
    cells = [box.bounding_box() for box in row.locator("td").all()]
    assert len(cells) == 8
    assert all(box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in cells)
    assert len({round(box["y"]) for box in cells if box is not None}) == 1
