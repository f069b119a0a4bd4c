"""An archive's outputs from tables made by hand: what a page, a table and a terminal say, and what they never run."""

import csv
import io
import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from framing.corpus.summary.comparing import OutletComparison, Pair, Raw
from framing.corpus.summary.estimates import Estimate, Group
from framing.corpus.summary.figures import ALL_FIGURES, FRAMES_USED, choose_figures
from framing.corpus.summary.matched import Matched
from framing.corpus.summary.mentions import Example, Person, Term
from framing.corpus.summary.opening import Corpus
from framing.corpus.summary.overview import Overview
from framing.corpus.summary.tables import Table
from framing.corpus.summary.telling import TellingArticle
from framing.output.corpus import compared_csv, compared_html, compared_json, compared_terminal, html, terminal
from framing.output.corpus import csv as table_csv
from framing.output.corpus import json as table_json
from framing.output.corpus.charts import spread
from framing.output.corpus.words import value_words
from framing.output.safe_text import displayable

HOSTILE = "=cmd|'/c calc'!A1<script>alert(1)</script>\"><img src=x onerror=alert(1)>\u202eevil"
FIGURES = choose_figures(["loaded_terms_own", "officials", "sources"])
CORPUS = Corpus(
    Path("scores"),
    {"dataset_version": "1.0"},
    finished=True,
    parts=1,
    details=frozenset(),
    rejects={"longer than 10 bytes": 2},
)
NONE = Estimate(None, None, None, 0)


def group(key: tuple[str, ...], articles: int = 20, **values: Estimate) -> Group:
    estimates = {name: values.get(name, NONE) for name in ALL_FIGURES}
    return Group(key, articles, articles, 400 * articles, estimates)


def table(by: tuple[str, ...], *groups: Group, left_out: Mapping[str, int] | None = None) -> Table:
    return Table(by, "article", FIGURES, groups, 99, left_out or {})


OUTLETS = table(
    ("outlet",),
    group(
        ("Courier",),
        loaded_terms_own=Estimate(3.14, 2.5, 4.25, 20),
        officials=Estimate(0.031, 0.01, 0.06, 20),
        source_type_government=Estimate(0.7, 0.6, 0.8, 20),
        source_type_citizen=Estimate(0.3, 0.2, 0.4, 20),
        uses_frame_economic=Estimate(0.25, 0.1, 0.5, 20),
    ),
    group((HOSTILE,), 3, loaded_terms_own=Estimate(9.0, None, None, 1), sources=Estimate(2.5, 1.0, 4.0, 3)),
    left_out={"no outlet given": 4, "not in English": 1},
)
MONTHS = table(
    ("month",),
    group(("2031-11",), loaded_terms_own=Estimate(3.0, 2.0, 4.0, 10)),
    group(("2032-02",), loaded_terms_own=Estimate(5.0, 4.0, 6.0, 10)),
    group(("1999-01",), 1, loaded_terms_own=Estimate(77.0, None, None, 1)),
)
MATCHED = {
    "Courier": {
        "loaded_terms_own": Matched(3.0, 5.0, -2.0, -3.0, -1.0, 31, (40, 50)),
        "officials": Matched(None, None, None, None, None, 3, (3, 3)),
        "sources": Matched(None, None, None, None, None, 0, (0, 0)),
    }
}


def overview(**changes: object) -> Overview:
    values: dict[str, object] = {
        "corpus": CORPUS,
        "asked": OUTLETS,
        "figures": FIGURES,
        "outlets": OUTLETS,
        "months": MONTHS,
        "outlet_months": None,
        "matched": MATCHED,
        "events": 31,
        "unmatched": {},
        "articles": {
            "Courier": {
                "loaded_terms_own": (
                    TellingArticle(
                        "news.jsonl:7", "Pier opens", "2031-05-06T10:00", "https://example.org/pier", 12.25, 9.0
                    ),
                    TellingArticle("news.jsonl:8", "", "", "javascript:alert(1)", 8.0, 5.0),
                ),
                "officials": (TellingArticle("news.jsonl:9", HOSTILE, "", "", 0.5, 0.2),),
                "sources": (),
            }
        },
        "people": (Person(HOSTILE, 1234, 56, 7, 2, "law_enforcement"),),
        "terms": (
            Term(
                "emotive_words/fury",
                "emotive",
                1500,
                9,
                2,
                (Example(HOSTILE, HOSTILE, f"{HOSTILE} fury {HOSTILE}", len(HOSTILE) + 1, len(HOSTILE) + 5),),
            ),
        ),
    }
    return Overview(**{**values, **changes})  # type: ignore[arg-type]


def comparison() -> OutletComparison:
    raw = {
        "loaded_terms_own": Raw(Estimate(3.1, 2, 4, 20), Estimate(9.0, 7, 11, 20), -5.9, -8.0, -4.0),
        "officials": Raw(Estimate(0.5, 0.4, 0.6, 20), Estimate(0.4, 0.3, 0.5, 20), 0.1, -0.02, 0.2),
        "sources": Raw(NONE, NONE, None, None, None),
    }
    outlets = (group(("Courier",)), group((HOSTILE,)))
    pair = Pair("Courier", HOSTILE, raw, MATCHED["Courier"], 31)
    return OutletComparison(outlets, FIGURES, "article", (pair,), 40, {}, {"no topic given": 3})


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(page: str) -> _Tags:
    tags = _Tags()
    tags.feed(page)
    return tags


PAGES = {"summary": html.render(overview()), "comparison": compared_html.render(CORPUS, comparison())}


@pytest.mark.parametrize("name", PAGES)
def test_hostile_names_and_sentences_are_text(name: str) -> None:
    page = parsed(PAGES[name])
    assert [tag for tag, _ in page.tags if tag == "script"] == ["script"]  # the template's own, empty
    assert not [tag for tag, _ in page.tags if tag == "img"]
    assert "<script>alert(1)</script>" in page.text
    assert "\u202e" not in PAGES[name]
    for _, attributes in page.tags:
        assert not {key for key in attributes if key.startswith("on") or key == "style"}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_and_says_so(name: str) -> None:
    page = parsed(PAGES[name])
    assert not [attributes for _, attributes in page.tags if attributes.get("src") or attributes.get("xlink:href")]
    outward = [a for tag, a in page.tags if tag == "a" and not (a["href"] or "").startswith("#")]
    assert all((a["href"] or "").startswith("https://") and a["rel"] == "noreferrer" for a in outward)
    policy = next(a["content"] for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize("name", PAGES)
def test_links_within_the_page_lead_somewhere_and_ids_are_unique(name: str) -> None:
    page = parsed(PAGES[name])
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids))
    targets = [a["href"] or "" for tag, a in page.tags if tag == "a"]
    assert {target[1:] for target in targets if target.startswith("#")} <= set(ids)


@pytest.mark.parametrize("name", PAGES)
def test_pictures_have_words_beside_them(name: str) -> None:
    for tag, attributes in parsed(PAGES[name]).tags:
        if tag == "svg":
            assert attributes.get("aria-hidden") == "true" or attributes.get("aria-label")


def test_the_page_says_figures_intervals_and_what_is_left_out() -> None:
    text = " ".join(parsed(PAGES["summary"]).text.split())
    for words in (
        "3.1 [2.5 to 4.2]",
        "9.0 no interval",
        "3.1% [1.0% to 6.0%]",
        "−2.0 [−3.0 to −1.0]",
        "4 articles: no outlet given",
        "2 records rejected: longer than 10 bytes",
        "70% · 0.0% · 0.0% · 30% · 0.0%",
        "1,500 times in 9 articles of 2 outlets",
        "1,234",
    ):
        assert words in text, words
    assert "is biased" not in text.replace("an article “is biased”", "")


def test_beside_each_claim_it_says_how_often_such_are_right() -> None:
    parts = dict(part.split(">", 1) for part in re.split(r'<h2 id="', PAGES["summary"])[1:])
    for name in ("outlets-title", "frames-title", "sources-title", "people-title", "terms-title"):
        assert " of 100 right" in parts[f'{name}"'], name
    assert " of 100 right" in PAGES["comparison"].split("<main")[0]


def test_a_figure_leads_to_the_articles_behind_it() -> None:
    page = PAGES["summary"]
    assert '<a href="#articles-1" tabindex="-1"><bdi>Courier</bdi></a>' in page.split('id="matched"')[0]
    behind = page.split('<section id="articles"')[1].split("</section>")[0]
    assert 'id="articles-1"' in behind
    assert '<b>12.2</b> <a href="https://example.org/pier" rel="noreferrer"><bdi>Pier opens</bdi></a>' in behind
    assert "2031-05-06 · <bdi>news.jsonl:7</bdi>" in behind
    assert "<b>8.0</b> <bdi>news.jsonl:8</bdi>" in behind
    assert "javascript:" not in page
    assert "<b>50%</b>" in behind
    assert "Sources" not in behind


def test_a_figure_beyond_the_axis_is_a_triangle_at_its_edge() -> None:
    calm = [group((f"Outlet {n}",), loaded_terms_own=Estimate(3.0 + n / 10, None, None, 20)) for n in range(12)]
    far = group(("Far",), loaded_terms_own=Estimate(90.0, None, None, 20))
    assert "►" not in html.render(overview(outlets=table(("outlet",), *calm)))
    page = html.render(overview(outlets=table(("outlet",), *calm, far)))
    assert re.search(
        r'<bdi>Far</bdi></th><td>\s*<svg[^>]*>\s*<line[^>]*>\s*<text class="beyond" x="100(\.0)?%"[^>]*>►</text>', page
    )
    assert page.count("►") == 1


def test_the_axis_of_months_passes_over_one_that_stands_alone_with_one_article() -> None:
    page = PAGES["summary"]
    assert "2031-11 to 2032-02" in page
    assert "77.0" not in page
    # Four months from November to February; the line breaks where a month has nothing.
    assert re.search(r'class="line" d="M12.5 [\d.]+h0M87.5 [\d.]+h0"', page)


def test_a_month_of_fewer_than_ten_articles_is_in_the_table_and_no_point() -> None:
    months = table(
        ("month",),
        group(("2031-11",), loaded_terms_own=Estimate(3.0, 2.0, 4.0, 10)),
        group(("2031-12",), 9, loaded_terms_own=Estimate(80.0, 70.0, 90.0, 9)),
        group(("2032-01",), loaded_terms_own=Estimate(5.0, 4.0, 6.0, 10)),
    )
    page = html.render(overview(months=months))
    assert re.search(r'class="line" d="M16.67 [\d.]+h0M83.33 [\d.]+h0"', page)
    assert '<th scope="row">2031-12</th><td class="number">80.0</td>' in page
    assert '<span class="edge">6.0</span>' in page
    assert "fewer than 10 articles" in page


def test_years_stand_on_the_axis_of_months() -> None:
    assert re.search(r'<text x="50.0%" y="80%">2032</text>', PAGES["summary"])


def test_one_outlier_does_not_set_the_axis() -> None:
    calm = [Estimate(3.0 + number / 10, None, None, 20) for number in range(20)]
    assert spread(calm) == (3.0, 4.9)
    low, high = spread([*calm, Estimate(90.0, None, None, 20)]) or (0.0, 0.0)
    assert low == 3.0
    assert 4.9 <= high < 10
    few = [Estimate(1.0, None, None, 20), Estimate(90.0, None, None, 20)]
    assert spread(few) == (1.0, 90.0)


@pytest.mark.parametrize(
    ("people", "said"), [(None, "score the archive with --detail"), ((), "Nobody is quoted by name")]
)
def test_a_list_that_is_missing_or_empty_says_so(people: tuple[Person, ...] | None, said: str) -> None:
    assert said in html.render(overview(people=people, terms=None))


def test_events_that_nobody_shares_cannot_tell() -> None:
    assert "Cannot tell: no outlet shares 10 events" in html.render(overview(matched={}, events=0))


def test_a_table_that_was_asked_for_is_on_the_page() -> None:
    by_topic = table(("topic", "year"), group(("harbour", "2031"), loaded_terms_own=Estimate(1.5, 1.0, 2.0, 20)))
    page = html.render(overview(asked=by_topic))
    assert "harbour · 2031" in page
    assert 'id="asked"' in page
    assert 'id="asked"' not in PAGES["summary"]


def by_month(*outlets: tuple[str, int]) -> Table:
    """Outlets with some months of twenty articles, and one of nine."""
    drawn = [
        (name, f"2031-{11 + n}" if n < 2 else f"2032-{n - 1:02d}", 20) for name, count in outlets for n in range(count)
    ]
    few = [(name, "2032-06", 9) for name, _ in outlets]
    officials = Estimate(0.2, 0.1, 0.3, 20)
    return table(
        ("outlet", "month"), *(group((name, month), size, officials=officials) for name, month, size in drawn + few)
    )


def test_outlets_with_three_months_that_can_be_drawn_stand_beside_each_other() -> None:
    months = by_month(("A", 3), ("B", 4), ("C", 2))
    together = table(
        ("month",),
        *(group((f"2031-{month}",)) for month in (11, 12)),
        *(group((f"2032-{n:02d}",)) for n in range(1, 7)),
    )
    page = html.render(overview(outlet_months=months, months=together))
    panels = (
        page.split("Officials and politicians, by outlet")[1].split("</details>\n</section>")[0].split("<section")[0]
    )
    assert re.findall(r"<figcaption><bdi>(.*?)</bdi>", panels) == ["B", "A"]


def test_outlets_without_such_months_cannot_be_told() -> None:
    page = html.render(overview(outlet_months=by_month(("A", 2))))
    assert "cannot tell, no outlet has 10 articles in 3 months or more" in page
    assert "cannot tell, no outlet has 10" not in PAGES["summary"]


def test_measures_beyond_the_fourth_are_folded() -> None:
    assert "More measures" not in PAGES["summary"]
    figures = choose_figures(["loaded_terms_own", "officials", "sources", "words_own", "words_quoted"])
    values = {figure.name: Estimate(0.5, 0.4, 0.6, 20) for figure in figures}
    outlets = Table(("outlet",), "article", figures, (group(("A",), **values), group(("B",), **values)), 40, {})
    section = html.render(
        overview(outlets=outlets, asked=outlets, figures=figures, months=table(("month",)), matched={})
    ).split('id="matched"')[0]
    in_sight, folded = section.split('More measures <span class="count">1</span>')
    assert (in_sight.count("<caption>"), folded.count("<caption>")) == (4, 1)


def test_an_empty_archive_is_a_page() -> None:
    empty = table(("outlet",))
    page = html.render(overview(asked=empty, outlets=empty, months=table(("month",)), matched={}, events=0))
    assert "0 outlets" in page


def test_a_group_that_has_none_says_so() -> None:
    assert value_words(Estimate(0.0, 0.0, 0.2, 40), "per_1000_words") == "none"
    assert value_words(Estimate(0.0, 0.0, 0.2, 40), "index") == "0.00"
    assert value_words(Estimate(1.25, 1.0, 1.5, 40), "per_1000_words") == "1.2 per 1,000 words"
    assert value_words(Estimate(None, None, None, 0), "share") == "not defined"


def test_a_spreadsheet_runs_no_outlet() -> None:
    for text in (table_csv.render(OUTLETS), compared_csv.render(comparison())):
        rows = list(csv.reader(io.StringIO(text)))
        assert len({len(row) for row in rows}) == 1
        cells = [cell for row in rows for cell in row]
        assert f"'{displayable(HOSTILE)}" in cells
        assert not [cell for cell in cells if cell.startswith(("=", "@", "+")) or re.match(r"-\D", cell)]


def test_csv_leaves_empty_what_is_not_defined() -> None:
    rows = list(csv.DictReader(io.StringIO(table_csv.render(OUTLETS))))
    first, officials = rows[0], rows[4]
    assert (first["outlet"], first["measure"], first["value"], first["low"]) == (
        "Courier",
        "loaded_terms_own",
        "3.14",
        "2.5",
    )
    assert (officials["measure"], officials["value"], officials["low"]) == ("officials", "", "")


def test_json_says_what_was_counted_and_how() -> None:
    summary = json.loads(table_json.render(CORPUS, OUTLETS))
    assert summary["groups"][0]["measures"]["loaded_terms_own"] == {
        "value": 3.14,
        "low": 2.5,
        "high": 4.25,
        "articles": 20,
    }
    assert summary["left_out"] == {"no outlet given": 4, "not in English": 1}
    assert summary["interval"] == {"method": "Poisson bootstrap over clusters", "draws": 500, "level": 0.95}
    compared = json.loads(compared_json.render(CORPUS, comparison()))
    assert compared["pairs"][0]["measures"]["loaded_terms_own"]["matched"]["events"] == 31
    assert compared["pairs"][0]["measures"]["officials"]["matched"]["difference"] is None


def test_terminals_of_80_columns_hold_every_line() -> None:
    for text in (terminal.render(CORPUS, OUTLETS, most=10), compared_terminal.render(CORPUS, comparison())):
        assert max(map(len, text.splitlines())) <= 80
        assert "\x1b" not in text
    assert "\x1b[1m" in terminal.render(CORPUS, OUTLETS, most=1, colour=True)


def test_a_terminal_says_how_many_groups_it_does_not_show() -> None:
    text = terminal.render(CORPUS, OUTLETS, most=1)
    assert "1 more group with fewer articles" in text
    assert "Left out: 4 articles: no outlet given" in text
    assert "Courier                      20     3.1 [2.5 to 4.2]" in text


def test_a_terminal_tells_a_difference_from_one_that_cannot_be_told() -> None:
    lines = compared_terminal.render(CORPUS, comparison()).splitlines()
    assert any(line.startswith("Loaded terms, own") and "*−5.9 [−8.0 to −4.0]" in line for line in lines)
    assert any("+10.0 [−2.0 to +20.0]" in line and line.endswith("cannot tell: 3 events") for line in lines)


def test_frames_have_names_for_every_figure() -> None:
    assert {figure.frame for figure in choose_figures(FRAMES_USED)} == {
        name[len("uses_frame_") :] for name in FRAMES_USED
    }
