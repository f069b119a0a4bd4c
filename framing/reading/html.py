"""A web page: its main text, what the markup says of it, and the map back to the file."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from framing.article import Block, BlockKind, Document, Notice, Origin
from framing.errors import InputError, NoArticleError
from framing.expressions import expression
from framing.reading.elements import Mark
from framing.reading.extractor import extract
from framing.reading.head import located, named_title
from framing.reading.listed import is_listed
from framing.reading.page import Unit, find_units, unit_text
from framing.reading.runs import RunWriter
from framing.reading.selection import Selection, likely_units, matched_units, misplaced
from framing.titles import key

__all__ = ["fragment_document", "html_document", "unit_kind", "write_unit"]

_LANGUAGE = expression(r"<html\b[^>]{0,1000}?\blang\s{0,9}=\s{0,9}[\"']?([A-Za-z-]{2,35})", re.IGNORECASE)
_LEADS_ELSEWHERE = expression(r"<meta\b[^>]{0,200}?\bhttp-equiv\s{0,9}=\s{0,9}[\"']?refresh\b", re.IGNORECASE)
_MOST_LOST = 0.3
"""Of the extractor's words; above, they come from the page's data rather than from its text, and stand alone."""
_MOST_NAMED_FURNITURE = 0.5
"""Share of the chosen text in elements that are named like furniture; above, the choice is not trusted."""
_PARAGRAPHS = expression(r"<(?:p|br|div|li|blockquote)\b", re.IGNORECASE)
_NOT_OURS = Mark.FURNITURE | Mark.NAMED_FURNITURE | Mark.ASIDE | Mark.HIDDEN


def html_document(
    text: str, *, title: str | None, metadata: Mapping[str, str], name: str, notices: tuple[Notice, ...] = ()
) -> Document:
    """Return the document of a web page.

    The text is the page's own: the extractor only says which paragraphs are the article. Each block of the page is a
    paragraph, in the page's order, its white space folded and its character references decoded.

    Args:
        text: The decoded file.
        title: The headline, where the caller knows it.
        metadata: What the caller knows; it wins over what the page says.
        name: What the user called the page.
        notices: Warnings so far.

    Raises:
        InputError: If the page has no text.
    """
    units = find_units(text)
    extracted = extract(text, metadata.get("url"))
    selection = matched_units(units, extracted.paragraphs)
    if _only_in_data(units, extracted.paragraphs, selection):
        headline_text = title or extracted.title
        known = {**extracted.metadata, **metadata}
        return located(_without_places(text, extracted.paragraphs, headline_text, known, name, notices), text)
    few = _words(selection.lost) > _MOST_LOST * _words(extracted.paragraphs)
    taken = likely_units(units) if few or not selection.units else selection.units
    if misplaced(units, taken):
        units = [unit._replace(mark=_without_aside(unit.mark)) for unit in units]
        taken = likely_units(units)
    chosen = _shown(units, taken)
    if not chosen:
        if _LEADS_ELSEWHERE.search(text):
            raise NoArticleError(name or "text", "is empty: the page only leads to another address")
        raise InputError(name or "text", "has no text that a reader could see")
    language = _LANGUAGE.search(text[:20_000])
    known = {**extracted.metadata, **({"lang": language.group(1).lower()} if language else {}), **metadata}
    return located(
        _document(
            text,
            units,
            chosen,
            (title, extracted.title, None if title or extracted.title else named_title(text)),
            known,
            name,
            notices,
        ),
        text,
    )


def fragment_document(
    text: str, *, title: str | None, metadata: Mapping[str, str], name: str, notices: tuple[Notice, ...] = ()
) -> Document:
    """Return the document of an article's own markup, without a page around it: all that it shows is the article.

    Where nothing marks paragraphs, lines are paragraphs, as in the databases of WordPress.

    Args:
        text: The markup.
        title: The headline, where the caller knows it.
        metadata: What the caller knows.
        name: What the user called it.
        notices: Warnings so far.

    Raises:
        InputError: If it has no text.
    """
    units = [
        unit._replace(mark=unit.mark | Mark.FURNITURE) if _is_beside(unit.mark) else unit
        for unit in find_units(text, lines=_PARAGRAPHS.search(text) is None)
    ]
    chosen = _shown(units, range(len(units)))
    if not chosen:
        raise InputError(name or "text", "has no text that a reader could see")
    return _document(text, units, chosen, (title, None, None), metadata, name, notices)


def _without_aside(mark: Mark) -> Mark:
    """What stands in an aside is the article, and all else is beside it."""
    return mark & ~(Mark.ASIDE | Mark.NAMED_FURNITURE) | Mark.ARTICLE if Mark.ASIDE in mark else mark & ~Mark.ARTICLE


def _is_beside(mark: Mark) -> bool:
    return Mark.ASIDE in mark and Mark.PULL_QUOTE not in mark


def _document(
    source: str,
    units: Sequence[Unit],
    chosen: Sequence[int],
    titles: tuple[str | None, str | None, str | None],
    metadata: Mapping[str, str],
    name: str,
    notices: tuple[Notice, ...],
) -> Document:
    """Return the document of chosen units; of the titles (the caller's, the page's, its window's) the first counts."""
    given, extracted, fallback = titles
    headline = _headline(units, chosen, given or extracted)
    blocks = _with_page_parts(units, chosen, headline)
    written, marked, origin = _written(source, blocks, headline, named=_named_furniture(units, chosen))
    shown = " ".join(unit_text(unit) for unit in units if unit.block == headline) if headline is not None else None
    return Document(
        written,
        media_type="text/html",
        title=given or shown or extracted or fallback or None,
        metadata=metadata,
        name=name,
        notices=notices,
        marked=tuple(marked),
        origin=origin,
    )


def unit_kind(mark: Mark) -> BlockKind | None:
    """Return the kind of block that elements name; ``None`` leaves it to what the words look like."""
    for flag, kind in (
        (Mark.FURNITURE, "boilerplate"),
        (Mark.PULL_QUOTE, "pull_quote"),
        (Mark.CAPTION, "caption"),
        (Mark.HEADLINE | Mark.SUBHEAD, "subhead"),
        (Mark.DECK, "deck"),
        (Mark.BYLINE, "byline"),
        (Mark.QUOTED, "body"),
    ):
        if mark & flag:
            return kind  # type: ignore[return-value]
    return None


def write_unit(writer: RunWriter, unit: Unit) -> None:
    """Write a unit's characters."""
    for piece in unit.pieces:
        if piece.decoded:
            writer.decoded(piece.text, piece.place)
        else:
            writer.folded(piece.text, piece.place)


def _raw(lines: Iterable[Unit]) -> str:
    return "\n".join("".join(piece.text for piece in unit.pieces) for unit in lines)


def _words(paragraphs: Iterable[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def _only_in_data(units: Sequence[Unit], paragraphs: Sequence[str], selection: Selection) -> bool:
    """Return whether the article's words are not on the page itself, but in a script that would put them there."""
    words = _words(paragraphs)
    if not words or _words(selection.lost) <= _MOST_LOST * words:
        return False
    return 2 * sum(len(unit_text(units[number]).split()) for number in likely_units(units)) < words


def _shown(units: Sequence[Unit], chosen: Sequence[int]) -> list[int]:
    """Return the units without hidden ones, and without navigation unless that is what most of the page is."""
    shown = [number for number in chosen if Mark.HIDDEN not in units[number].mark]
    own = [number for number in shown if Mark.FURNITURE not in units[number].mark]
    return (
        own if 2 * sum(len(unit_text(units[n])) for n in own) >= sum(len(unit_text(units[n])) for n in shown) else shown
    )


def _headline(units: Sequence[Unit], chosen: Sequence[int], title: str | None) -> int | None:
    """Return the block of the article's main heading: the one that says the title, else the last before the text."""
    texts: dict[int, str] = {}
    for number, unit in enumerate(units):
        if Mark.HEADLINE in unit.mark and not unit.mark & _NOT_OURS and number <= chosen[-1]:
            texts[unit.block] = f"{texts.get(unit.block, '')} {unit_text(unit)}"
    sought = key(title or "")
    for block, text in texts.items():
        said = key(text)
        if sought and said and (said in sought or sought in said):
            return block
    # Headings of the text itself come after its first paragraph.
    first = next((n for n in chosen if not units[n].mark & (Mark.HEADLINE | Mark.SUBHEAD)), chosen[0])
    above = next((block for block in reversed(texts) if block < units[first].block), None)
    if above is not None or not sought:
        return above
    # Some pages set their headline in a lower heading; it is the headline where it says the title, word for word.
    lower = (unit for unit in units[: first + 1] if Mark.SUBHEAD in unit.mark and not unit.mark & _NOT_OURS)
    return next((unit.block for unit in lower if key(unit_text(unit)) == sought), None)


def _with_page_parts(units: Sequence[Unit], chosen: Sequence[int], headline: int | None) -> list[Unit]:
    """Return the chosen units with the headline, and with the parts of the article that the extractor leaves out."""
    taken = set(chosen)
    first = next((number for number, unit in enumerate(units) if unit.block == headline), chosen[0])
    return [
        unit
        for number, unit in enumerate(units)
        if number in taken
        or (headline is not None and unit.block == headline)
        or (first <= number <= chosen[-1] + 2 and _is_part(unit.mark))
    ]


def _is_part(mark: Mark) -> bool:
    """Return whether the markup says that a unit belongs to an article; pull quotes stand in asides of their own."""
    outside = _NOT_OURS & ~Mark.ASIDE if Mark.PULL_QUOTE in mark else _NOT_OURS
    parts = Mark.CAPTION | Mark.DECK | Mark.BYLINE | Mark.PULL_QUOTE
    return bool(mark & parts) and not mark & outside


def _named_furniture(units: Sequence[Unit], chosen: Sequence[int]) -> bool:
    """Return whether class names such as "newsletter" tell furniture here: not where most of the text lies in one."""
    named = sum(len(unit_text(units[n])) for n in chosen if Mark.NAMED_FURNITURE in units[n].mark)
    return named < _MOST_NAMED_FURNITURE * sum(len(unit_text(units[n])) for n in chosen)


def _written(
    source: str, units: Sequence[Unit], headline: int | None, *, named: bool
) -> tuple[str, list[Block], Origin]:
    writer = RunWriter(source)
    marked: list[Block] = []
    for block, grouped in groupby(units, key=lambda unit: unit.block):
        lines = list(grouped)
        start = 0
        for number, unit in enumerate(lines):
            writer.line("\n" if number else "\n\n")
            start = start if number else writer.length
            write_unit(writer, unit)
        mark = lines[0].mark
        kind: BlockKind | None = "headline" if block == headline else unit_kind(mark)
        if kind is None and Mark.LISTED in mark and is_listed(_raw(lines)):
            kind = "boilerplate"
        if named and Mark.NAMED_FURNITURE in mark and block != headline:
            kind = "boilerplate"
        if kind is not None:
            marked.append(Block(kind, start, writer.length, kind == "body" and Mark.QUOTED in mark))
    return writer.text(), marked, writer.origin()


def _without_places(
    source: str,
    paragraphs: Sequence[str],
    title: str | None,
    metadata: Mapping[str, str],
    name: str,
    notices: tuple[Notice, ...],
) -> Document:
    """The article stands in the page's data (a script) only: its words have no place among the page's text."""
    return Document(
        "\n\n".join(paragraphs),
        media_type="text/html",
        title=title,
        metadata=metadata,
        name=name,
        notices=notices,
        origin=Origin(source, (), (), ()),
    )
