"""The foot of a page: what was read, with which versions and settings, so that anybody can make the page again."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from framing.given import given_text
from framing.packaged import packaged_bytes, packaged_files, well_formed
from framing.report import SCHEMA_VERSION, Report
from framing.resources import lexicons_folder
from framing.toml import parse_toml
from framing.version import __version__

__all__ = ["Fact", "article_facts", "facts_of_models", "lexicon_versions", "tool_facts", "web_address"]

_METADATA = {"outlet": "Outlet", "author": "Author", "date": "Date", "url": "Address"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the foot; ``address`` is a link's target or empty."""

    label: str
    value: str
    address: str = ""


def article_facts(report: Report) -> tuple[Fact, ...]:
    """Return what is known of the input, and its hash; nothing that the input does not say, no clock."""
    document = report.analysis.article.document
    known = dict(document.metadata)
    facts = [Fact("Input", report.name)] if report.name else []
    for name, label in _METADATA.items():
        if known.get(name):
            facts.append(Fact(label, known[name], web_address(known[name]) if name == "url" else ""))
    # The hash of the JSON report: of the text that all findings point into.
    digest = hashlib.sha256(given_text(document).encode("utf-8", "surrogatepass")).hexdigest()
    return (*facts, Fact("Read as", document.media_type), Fact("SHA-256 of the text", digest))


def tool_facts(reports: Iterable[Report], lexicons: Sequence[Path] = ()) -> tuple[Fact, ...]:
    """Return versions and settings.

    Args:
        reports: What the page shows.
        lexicons: The user's lexicon files, the only setting that changes a figure.
    """
    return facts_of_models({item for report in reports for item in report.analysis.models.items()}, lexicons)


def facts_of_models(models: Iterable[tuple[str, str]], lexicons: Sequence[Path] = ()) -> tuple[Fact, ...]:
    """Return what ``tool_facts`` does for reports of which the names and versions of their models are known."""
    own = [f"{path.name} (SHA-256 {hashlib.sha256(path.read_bytes()).hexdigest()[:16]}…)" for path in lexicons]
    return (
        Fact("Tool", f"Framing {__version__}, report schema {SCHEMA_VERSION}"),
        Fact("Models", ", ".join(f"{name} {version}" for name, version in sorted(models)) or "none was used"),
        Fact("Lexicons", "; ".join(_versions(lexicon_versions()))),
        Fact("Settings", f"own lexicons: {', '.join(own)}" if own else "as shipped"),
    )


def web_address(text: str) -> str:
    """Return a web address that a page may link to, empty for anything else.

    Examples:
        >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
        ('https://example.org/a', '')
    """
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return ""
    return text.strip() if parts.scheme in {"http", "https"} and parts.netloc else ""


@cache
def lexicon_versions() -> tuple[tuple[str, str], ...]:
    """Return the shipped lexicons with their versions, by id."""
    return tuple(_heads())


def _heads() -> Iterator[tuple[str, str]]:
    for path in packaged_files(lexicons_folder(), ".toml"):
        content = packaged_bytes(path)
        with well_formed(path):
            # The entries, a hundred times the head, would take a second to parse.
            head = parse_toml(content.decode("utf-8").split("\n[[", 1)[0]).get("lexicon")
            named = (str(head["id"]), str(head["version"])) if head else None
        if named:
            yield named


def _versions(versions: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Name the lists of each version together."""
    for version in sorted({version for _, version in versions}):
        yield f"{version}: {', '.join(name for name, found in versions if found == version)}"
