"""Which findings are silenced by the suppressions of their file, and which suppressions are unused or unclear."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from framing.checking.budgets import near
from framing.checking.findings import fingerprint
from framing.checking.registry import AnyRule
from framing.checking.run_cards import UNCLEAR, UNUSED
from framing.checking.suppressions import Silence, Suppressions, Unclear
from framing.diagnostic import Diagnostic, RuleCard, Suppression
from framing.reading.offsets import line_map

__all__ = ["silenced", "told"]


def silenced(
    diagnostics: Sequence[Diagnostic], silences: Sequence[Silence], text: str
) -> tuple[list[Diagnostic], set[Silence]]:
    """Return the findings, with the silenced ones marked, and the suppressions that were used.

    Findings inside a suppression's own comment are left out: they are not the article's words.

    Args:
        diagnostics: The findings.
        silences: In the order of their places.
        text: The decoded file.
    """
    lines = line_map(text)
    starts = [silence.place[0] for silence in silences]
    used: set[Silence] = set()
    result = []
    for finding in diagnostics:
        start = lines.offset(finding.line, finding.column)
        end = lines.offset(finding.end_line, finding.end_column)
        number = bisect_right(starts, start) - 1
        if number >= 0 and start < silences[number].place[1] and end > start:
            continue
        hits = [silence for silence in silences if silence.holds(finding, start, end)]
        used.update(hits)
        result.append(replace(finding, suppression=Suppression("in_source", hits[0].reason)) if hits else finding)
    return result, used


def told(
    read: Suppressions,
    used: Collection[Silence],
    text: str,
    path: str,
    known: Mapping[str, AnyRule],
    active: Iterable[RuleCard],
) -> list[Diagnostic]:
    """Return a finding for each suppression that silences nothing, or does not say what its author meant.

    A suppression of a rule that did not run here says nothing about the text and is left alone.

    Args:
        read: What the file says.
        used: The suppressions that silenced a finding.
        text: The decoded file.
        path: The file as the user named it.
        known: All rules by code.
        active: The cards of the rules that looked at this text.
    """
    cards = [*active]
    unclear_or_unused = [(UNCLEAR, unclear, "") for unclear in read.unclear]
    for silence in read.silences:
        what = " ".join(part for part in (silence.code, f'"{silence.phrase}"' if silence.phrase else "") if part)
        if not any(silence.means(rule.card.code, rule.card.name) for rule in known.values()):
            names = [*known, *(rule.card.name for rule in known.values())]
            hint = near(silence.code, names) or "; framing rule lists them"
            unclear_or_unused.append(
                (UNCLEAR, Unclear(silence.place, f"No rule is called '{silence.code}'{hint}"), what)
            )
        elif silence not in used and any(silence.means(card.code, card.name) for card in cards):
            message = f"This suppression silences nothing{f' ({what})' if what else ''}."
            unclear_or_unused.append((UNUSED, Unclear(silence.place, message), what))
    return [
        _diagnostic(card, unclear, what, text, path, number)
        for number, (card, unclear, what) in enumerate(unclear_or_unused)
    ]


def _diagnostic(card: RuleCard, said: Unclear, what: str, text: str, path: str, number: int) -> Diagnostic:
    lines = line_map(text)
    first, last = lines.place(said.place[0]), lines.place(said.place[1])
    return Diagnostic(
        code=card.code,
        rule=card.name,
        level=card.level,
        message=said.message,
        start=0,
        end=0,
        path=path,
        line=first.line,
        column=first.column,
        end_line=last.line,
        end_column=last.column,
        text=what,
        fingerprint=fingerprint(path, card.code, what or said.message, number),
    )
