"""The cases of a rule: invented texts and articles, and what the rule finds in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["CaseArticle", "FolderCase", "RuleCase"]


@dataclass(frozen=True, slots=True)
class RuleCase:
    """An invented text, and what a rule finds in it.

    Attributes:
        text: A file in Markdown; where it begins with ``<``, a page in HTML.
        found: The words of each finding, or what it says of the whole text, in order; empty where it finds nothing.
        options: The rule's options where they are not the defaults.
        lexicon: A lexicon of the user's, in TOML; empty for none.
    """

    text: str
    found: tuple[str, ...] = ()
    options: Mapping[str, float | int | str | tuple[str, ...]] = field(default_factory=dict)
    lexicon: str = ""

    @property
    def shown(self) -> str:
        """The text, after the user's lexicon where there is one."""
        return "\n".join(part for part in (self.lexicon, self.text) if part)


class CaseArticle(NamedTuple):
    """An article with its words and one measure.

    Attributes:
        path: Its file.
        words: How many words it has.
        measure: The measure's name.
        value: The measure's value.
    """

    path: str
    words: int
    measure: str
    value: float


@dataclass(frozen=True, slots=True)
class FolderCase:
    """Articles with a measure, and what a rule over many finds in them.

    Attributes:
        articles: Those that are checked.
        found: What identifies each finding; empty where it finds nothing.
        before: Those of them that the merge base has, as they were there.
        folders: Budgets by folder.
        options: The rule's options where they are not the defaults.
    """

    articles: tuple[CaseArticle, ...]
    found: tuple[str, ...] = ()
    before: tuple[CaseArticle, ...] = ()
    folders: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    options: Mapping[str, float | int | str | tuple[str, ...]] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """The budgets, and a line for each article."""
        limits = [(folder, *limit) for folder, budgets in self.folders.items() for limit in budgets.items()]
        lines = [f"{folder}: {name} = {limit:g}" for folder, name, limit in limits]
        then = {article.path: article.value for article in self.before}
        for path, words, measure, value in self.articles:
            before = f", before {then[path]:g}" if path in then else ""
            lines.append(f"{path}: {words} words, {measure} {value:g}{before}")
        return "\n".join(lines)
