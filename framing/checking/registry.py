"""All rules by code: the shipped ones, and packs of the user's."""

import importlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import entry_points

from framing.checking.view import Rule
from framing.errors import ConfigError

__all__ = ["MODULES", "rules", "select"]

MODULES = (
    "loaded_term",
    "loaded_headline",
    "loaded_caption",
    "dehumanising_metaphor",
    "euphemism",
    "sensational_word",
    "scare_quotes",
    "house_style",
    "single_source",
    "one_sided_sources",
    "officials_only",
    "anonymous_unexplained",
    "unsourced_claim",
    "affected_unheard",
    "doubting_verbs",
    "quotation_without_speaker",
    "headline_loads",
    "headline_frames",
    "one_frame",
    "outlet_frame",
    "slanted_sentence",
    "subjectivity",
)
"""Modules of ``framing.checking.rules``, in the order of their codes."""
GROUP = "framing.rules"
"""Entry points of this group name further ``Rule`` objects."""


@cache
def rules() -> Mapping[str, Rule]:
    """Return all rules by code, in the order of the codes.

    Raises:
        ConfigError: If a pack brings something else than a rule, or a code that is taken.
    """
    found: dict[str, Rule] = {}
    for name in MODULES:
        rule: Rule = importlib.import_module(f"framing.checking.rules.{name}").RULE
        found[rule.card.code] = rule
    for point in entry_points(group=GROUP):
        pack = point.load()
        if not isinstance(pack, Rule):
            raise ConfigError(f"entry point '{point.name}' of '{GROUP}' is no rule")
        if pack.card.code in found:
            raise ConfigError(f"entry point '{point.name}' brings the code {pack.card.code}, which is taken")
        found[pack.card.code] = pack
    return dict(sorted(found.items(), key=lambda item: _order(item[0])))


def _order(code: str) -> tuple[int, str]:
    return ("WSFBC".find(code[0]) % 6, code)


def select(chosen: Iterable[str], extended: Iterable[str] = (), ignored: Iterable[str] = ()) -> tuple[Rule, ...]:
    """Return the rules of a selection, in the order of their codes.

    Args:
        chosen: Codes, beginnings of codes (``S2``), names, ``ALL``, or nothing for the rules that are on by default.
        extended: What is added.
        ignored: What is taken away.

    Raises:
        ConfigError: If a name is no rule's.
    """
    known = rules()
    picked = set(_codes(chosen)) or {code for code, rule in known.items() if rule.card.default}
    picked |= set(_codes(extended))
    picked -= set(_codes(ignored))
    return tuple(rule for code, rule in known.items() if code in picked)


def _codes(names: Iterable[str]) -> Iterable[str]:
    known = rules()
    for name in names:
        wanted = name.strip()
        found = [
            code
            for code, rule in known.items()
            if wanted == "ALL" or code.startswith(wanted.upper()) or rule.card.name == wanted.lower()
        ]
        if not found or not wanted:
            import difflib  # noqa: PLC0415 -- only for the hint

            near = difflib.get_close_matches(wanted, [*known, *(r.card.name for r in known.values())], n=1)
            raise ConfigError(f"no rule is called '{name}'" + (f"; did you mean '{near[0]}'?" if near else ""))
        yield from found
