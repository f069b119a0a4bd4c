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

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "reports" / "templates"
TEXT = """Norland council approves harbour plan

The council approved a reckless plan to rebuild the harbour on Tuesday, officials said. The regime at the port has collapsed.

The mayor, Peter Lund, said the work would cost 40 million and start in May. “We shall see,” said Mara Olsen of the market.
Police arrested two men after a fight, and a court will hear the case in June. The budget will not carry the taxes and wages.
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


@pytest.mark.parametrize(
    "term",
    ["attribution", "loaded term", "slanted sentence", "frame", "judging word", "persuasion technique", "voice"],
)
def test_every_layer_that_a_page_names_is_in_the_glossary(term: str) -> None:
    assert term in glossary()
