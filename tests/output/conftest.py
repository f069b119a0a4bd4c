"""A page as the tests of pages see it."""

from html.parser import HTMLParser

import pytest


class Page(HTMLParser):
    """A page's elements, and the text of the article's paragraphs without the codes."""

    VOID = frozenset({"meta", "input", "br", "rect", "line", "path", "img", "link"})

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.blocks: list[str] = []
        self.contents: dict[str, list[str]] = {"style": [], "script": [], "h1": [], "title": []}
        self._open: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.elements.append((tag, found))
        if "text" in found.get("class", "").split():
            self.blocks.append("")
        if tag in self.contents and "svg" not in {name for name, _ in self._open}:
            self.contents[tag].append("")
        if tag not in self.VOID:
            self._open.append((tag, found.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self._open[-1][0] == tag, (self._open[-3:], tag)
            self._open.pop()

    def handle_data(self, data: str) -> None:
        classes = [name.split() for _, name in self._open]
        if any("text" in names for names in classes) and not any("code" in names for names in classes):
            self.blocks[-1] += data
        if self._open and self._open[-1][0] in self.contents and "svg" not in {name for name, _ in self._open}:
            self.contents[self._open[-1][0]][-1] += data

    def values(self, attribute: str) -> list[str]:
        return [found[attribute] for _, found in self.elements if attribute in found]


@pytest.fixture(scope="session")
def read_page() -> type[Page]:
    """Return what reads a page: a test calls it with the page's text."""
    return Page
