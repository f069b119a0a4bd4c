"""Parts of the pages that are made from other files: the glossary, and how often what a page says is right.

Where one of those has changed, write the parts again with ``UPDATE_EXAMPLES=1``.
"""

import json
import os
import re
from html import escape
from pathlib import Path

import pytest

import framing
from framing.output import html
from framing.output.comparison import html as comparison_page
from framing.output.comparison.rows import COUNTERPART_NOTE

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "reports" / "templates"
TEXT = """Norland council approves harbour plan

The council approved a reckless plan to rebuild the harbour on Tuesday, officials said. The regime at the port has collapsed.

The mayor, Peter Lund, said the work would cost 40 million and start in May. “We shall see,” said Mara Olsen of the market.
Police arrested two men after a fight, and a court will hear the case in June. The budget will not carry the taxes and wages.
"""

OTHER = """Harbour plan passes

The council voted on Tuesday to rebuild the harbour. The port’s director, Peter Lund, said the work would cost 40 million and start
in May. Two men were arrested after a brutal fight, police said. Officials approved the reckless plan, and a court hears the case in June.
"""


def glossary() -> dict[str, str]:
    rows = re.findall(r"(?m)^\| \*\*(.+?)\*\* \| (.+?) \|", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))
    return dict(rows)


def glossary_part() -> str:
    rows = "".join(
        f"<div><dt>{escape(term, quote=False)}</dt><dd>{escape(meaning, quote=False)}</dd></div>\n"
        for term, meaning in glossary().items()
    )
    return f'{{# Made from docs/glossary.md. #}}\n<dl class="facts glossary">\n{rows}</dl>\n'


def accuracy_part() -> str:
    unseen = json.loads((ROOT / "reports" / "evaluation" / "unseen.json").read_text(encoding="utf-8"))

    def of_100(name: str, part: str = "right") -> str:
        row = unseen[name]
        return f"{100 * (row['share'] if 'share' in row else row[part] / row['of']):.0f}"

    slanted = "sentences shown as slanted"
    said = {
        "frames": f"Used frames: {of_100('frames used')} of 100 right.",
        "speakers": (
            f"Words of sources: {of_100('words credited to the right source')} of 100 right; "
            f"types: {of_100('type of source')}."
        ),
        "words": f"Words shown: {of_100('loaded words in own voice')} of 100 right.",
        "slanted": (
            f"Sentences shown: {of_100(slanted, 'clear')} of 100 clearly slanted, "
            f"{of_100(slanted, 'clear or arguable')} clearly or arguably."
        ),
    }
    said |= {
        "facts": f"Links: {of_100('facts linked')} of 100 right; no counterpart found: {of_100('no counterpart found')}.",
        "all": f"{said['words']} {said['slanted']} {said['frames']} {said['speakers']}",
        "of_articles": "Models and rules find these in articles, one by one, and are not always right.",
        "not_measured": "How often these are right is not measured.",
    }
    lines = "".join(f'{{% set {name} = "{text}" %}}\n' for name, text in said.items())
    return f"{{# Made from reports/evaluation/unseen.json: what readers found on articles nobody had worked on. #}}\n{lines}"


def held(name: str, made: str) -> str:
    path = TEMPLATES / name
    if os.environ.get("UPDATE_EXAMPLES"):
        path.write_text(made, encoding="utf-8")
    return path.read_text(encoding="utf-8")


def test_the_glossary_is_the_documentations() -> None:
    assert held("glossary.html.j2", glossary_part()) == glossary_part()


def test_how_often_a_page_is_right_is_what_unseen_articles_said() -> None:
    assert held("accuracy.html.j2", accuracy_part()) == accuracy_part()


def test_a_page_has_both() -> None:
    page = html.render([framing.analyze(TEXT)])
    assert all(f"<dt>{escape(term, quote=False)}</dt>" in page for term in glossary())
    cards = page.split('<section class="summary"')[1].split("</section>")[0].split('<div class="card">')[1:]
    assert [card.count(" of 100 right") for card in cards] == [1, 1, 1]


def sections(page: str) -> dict[str, str]:
    """Sections and cards of a page, by their headings."""
    parts = re.split(r"<h[23][^>]*>", page)[1:]
    return {re.sub("<[^>]*>", "", part.split("</h")[0]).strip(): part for part in parts}


def test_a_comparison_says_beside_each_claim_how_often_it_is_right() -> None:
    reports = [framing.analyze(TEXT), framing.analyze(OTHER)]
    comparison = framing.compare(reports)
    found = sections(comparison_page.render(comparison))
    for name in (
        "The same facts",
        "How it is framed",
        "Who speaks",
        "Who is credited where",
        "How far the figures differ",
        "Loaded terms",
    ):
        assert " of 100 right" in found[name], name
    assert COUNTERPART_NOTE in found["What is told"]
    assert comparison.introductions
    assert "How often these are right is not measured." in found["How persons are introduced"]


def test_two_versions_say_beside_each_claim_how_often_it_is_right() -> None:
    found = sections(framing.diff(framing.analyze(TEXT), framing.analyze(OTHER)).to_html())
    for name in ("Who is credited", "Loaded terms"):
        assert " of 100 right" in found[name], name


def test_what_is_said_of_links_is_what_unseen_events_said() -> None:
    unseen = json.loads((ROOT / "reports" / "evaluation" / "unseen.json").read_text(encoding="utf-8"))
    linked, absent = unseen["facts linked"], unseen["no counterpart found"]
    assert f"of {linked['of']} links in accounts of {linked['events']} events" in COUNTERPART_NOTE
    assert f"found {linked['right']} ({linked['right'] / linked['of']:.0%}) right" in COUNTERPART_NOTE
    told = f"of {absent['of']} so marked in the same events {absent['right']} ({absent['right'] / absent['of']:.0%})"
    assert f"{told} are told nowhere else and {absent['partly']} in part" in COUNTERPART_NOTE


@pytest.mark.parametrize(
    "term",
    ["attribution", "loaded term", "slanted sentence", "frame", "judging word", "persuasion technique", "voice"],
)
def test_every_layer_that_a_page_names_is_in_the_glossary(term: str) -> None:
    assert term in glossary()
