"""The sample articles of this project, read as an editor would read them."""

import tomllib
from pathlib import Path

import pytest

from framing.article import Document
from framing.reading import documents
from framing.reading.offsets import file_place

SEEDS = Path(__file__).parent.parent.parent / "seeds" / "harbour-inquiry"


def read(name: str) -> Document:
    (found,) = documents(str(SEEDS / name))
    return found


def marks(found: Document, kind: str) -> list[str]:
    return [found.text[block.start : block.end] for block in found.marked if block.kind == kind]


def test_the_page_is_the_article_without_its_furniture() -> None:
    found = read("page.html")
    assert 480 < len(found.text.split()) < 620
    assert found.text.startswith("Harbour inquiry hears crane warnings were\xa0ignored\n\nTwo engineers say")
    assert found.text.endswith("when the harbour master and two crane drivers are due to speak.")
    for furniture in (
        "cookies",
        "Share on",
        "newsletter",
        "Related",
        "Leave a comment",
        "Most read",
        "All rights",
        "Skip to",
    ):
        assert furniture not in found.text


def test_the_page_s_captions_headings_and_quotations_are_marked() -> None:
    found = read("page.html")
    assert len(marks(found, "headline")) == 1
    assert [caption.partition(" ")[0] for caption in marks(found, "caption")] == ["The", "Carys"]
    assert marks(found, "subhead") == ["Company disputes the account", "What the documents show"]
    assert marks(found, "body")[0].startswith("We think of Owen Rudge")
    assert marks(found, "pull_quote") == ["“Nobody has said sorry. Not once, not to my mother’s face.”"]
    assert all(block.quoted == (block.kind == "body") for block in found.marked)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "page.html",
            [
                "Two maintenance engineers",
                "cosmetic",
                "fit for use",
                "Minutes of a safety",
                "Not once, not to my mother",
            ],
        ),
        (
            "article.md",
            ["Damning testimony", "brushed aside", "went into a drawer", "Well, there was", "2.3", "Night Boat"],
        ),
    ],
)
def test_every_word_leads_to_its_place_in_the_file(name: str, words: list[str]) -> None:
    found = read(name)
    lines = (SEEDS / name).read_text(encoding="utf-8").split("\n")
    for word in words:
        place = file_place(found, found.text.index(word))
        assert lines[place.line - 1][place.column - 1 :].startswith(word), word


def test_the_markdown_article_has_its_front_matter_captions_and_quotations() -> None:
    found = read("article.md")
    assert found.title == "Bosses left us to die under that crane, say dockers"
    assert found.metadata["outlet"] == "The Merrow Bay Lantern"
    assert found.metadata["kind"] == "news"
    assert len(marks(found, "caption")) == 2
    quoted = [found.text[block.start : block.end] for block in found.marked if block.quoted]
    assert [text.partition(" ")[0] for text in quoted] == ["You", "Well,"]
    for unread in ("desk: legal", "images/wreck.jpg", "embed:", "chirrup.example"):
        assert unread not in found.text


def test_every_article_s_provenance_is_told() -> None:
    told = tomllib.loads((SEEDS / "provenance.toml").read_text(encoding="utf-8"))
    assert told["licence"] == "CC0-1.0"
    articles = {path.name for path in SEEDS.iterdir()} - {"provenance.toml"}
    for entry in told["articles"]:
        found = read(entry["file"])
        assert (found.media_type, found.metadata["outlet"]) == (entry["media_type"], entry["outlet"])
    assert {entry["file"] for entry in told["articles"]} <= articles
