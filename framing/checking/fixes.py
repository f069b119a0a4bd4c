"""Replacements that the lexicon calls always right, put into the text; never inside of a quotation."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from framing.article import Article
from framing.expressions import expression
from framing.finding import LoadedTerm
from framing.inflection import inflections
from framing.reading.offsets import line_map

if TYPE_CHECKING:  # a report alone is printed without it
    from framing.diagnostic import CheckedFile

__all__ = ["choices", "fixed_text", "replacement"]

_ARTICLE_BEFORE = expression(r"\b(an?)\s+$", re.IGNORECASE)
_VOWELS = "aeiou"
_UNFINISHED = expression(r"(?: (?:at|by|for|from|in|of|on|that|to|who|with|without)|[\W_])$")
"""An alternative that its writer has to go on with, such as "person convicted of"."""
_BELONGS = expression(r" (?:at|by|for|from|in|of|on|that|to|who|with|without)(?: |$)")
"""What begins a part of an alternative that its plural leaves alone: its head stands before, not last."""


def replacement(article: Article, term: LoadedTerm) -> str:
    """Return the replacement of a term, in its number and case; empty where a person has to decide.

    A form that is neither the entry's own nor its plural, and "a" or "an" in front of another sound, take one.
    """
    if not term.safe or not term.alternatives:
        return ""
    return _in_place(article, term, term.alternatives[0])


def choices(article: Article, term: LoadedTerm) -> tuple[str, ...]:
    """Return the alternatives of a term that can stand in its place, in its number and case, to choose from.

    Whether one of them is right in its sentence is the person's to say. Where the number or the article before the
    words cannot be kept, an alternative is left out.
    """
    whole = (base for base in term.alternatives if not _UNFINISHED.search(base))
    wordings = (_in_place(article, term, base) for base in whole)
    return tuple(dict.fromkeys(wording for wording in wordings if wording))


def _in_place(article: Article, term: LoadedTerm, base: str) -> str:
    """Return an alternative in the number and case of a term's words; empty where it has none, or in a quotation."""
    if term.voice == "quoted" or term.scare:
        return ""
    text = article.slice(term.span)
    written = re.split(r"[\W_]+", text.lower())
    entry = re.split(r"[\W_]+", term.entry.partition("/")[2].lower())
    if written != entry:
        if written[:-1] != entry[:-1]:
            return ""
        base = _in_number(base, entry[-1], written[-1]) or _in_tense(base, entry, written[-1])
        if not base:
            return ""
    before = _ARTICLE_BEFORE.search(article.text, max(0, term.span.start - 8), term.span.start)
    if before and (before[1].lower() == "an") != (base[0].lower() in _VOWELS):
        return ""
    return _in_case(base, text, first=any(sentence.start == term.span.start for sentence in article.sentences))


def _in_number(base: str, entry: str, written: str) -> str:
    """Return the plural of an alternative where the word is written in the plural; empty where it has none."""
    if written not in inflections(entry, "noun")[1:2] or _BELONGS.search(base):
        return ""
    head, space, last = base.rpartition(" ")
    return head + space + inflections(last, "noun")[1]


def _in_tense(base: str, entry: Sequence[str], written: str) -> str:
    """Return an alternative in the past or as a participle, as a verb is written; empty where two forms may be."""
    if len(entry) > 1 or written not in inflections(entry[0], "verb")[2:]:
        return ""
    verb, space, rest = base.partition(" ")
    ongoing = written.endswith("ing")
    forms = [form for form in inflections(verb, "verb")[2:] if form.endswith("ing") == ongoing]
    return forms[0] + space + rest if len(forms) == 1 else ""


def _in_case(base: str, text: str, *, first: bool) -> str:
    words = re.findall(r"[^\W\d_]+", text)
    if any(len(word) > 1 and word.isupper() for word in words):
        return base.upper() if all(word.isupper() for word in words) else ""
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return " ".join(word[:1].upper() + word[1:] for word in base.split(" "))
    return base[:1].upper() + base[1:] if first and text[:1].isupper() else base


def fixed_text(file: "CheckedFile") -> str:
    """Return a file's text with the fixes of its findings, but for those that are silenced.

    Words that markup stands in are left as they are.
    """
    lines = line_map(file.text)
    text, before = file.text, len(file.text) + 1
    places = [
        (lines.offset(finding.line, finding.column), lines.offset(finding.end_line, finding.end_column), finding)
        for finding in file.diagnostics
        if finding.fix and finding.suppression is None
    ]
    for start, end, fix in sorted(places, key=lambda place: place[:2], reverse=True):
        if end <= before and file.text[start:end] == fix.text:
            text, before = text[:start] + fix.fix + text[end:], start
    return text
