"""All rules by code: the shipped ones, and packs of the user's."""

import difflib
import importlib
import importlib.util
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from framing.checking.run_cards import RUN_RULES
from framing.checking.view import CorpusRule, Rule, RunRule
from framing.entry_points import entry_points_of
from framing.errors import ConfigError

__all__ = ["MODULES", "AnyRule", "is_shipped", "named", "rules", "select"]

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
    "headline_loads_more",
    "headline_frames_otherwise",
    "one_frame_dominates",
    "frame_of_the_outlet",
    "slanted_sentence",
    "subjectivity_over_budget",
    "folder_over_budget",
    "drift",
)
"""Modules of ``framing.checking.rules``, in the order of their codes."""
GROUP = "framing.rules"
"""Entry points of this group name further ``Rule`` objects."""


AnyRule = Rule | CorpusRule | RunRule
"""A rule over one article, over many, or about the run."""


@cache
def rules(packs: tuple[Path, ...] = ()) -> Mapping[str, AnyRule]:
    """Return all rules by code, in the order of the codes.

    Args:
        packs: Python files of the user's with a list ``RULES``.

    Raises:
        ConfigError: If a pack cannot be loaded, brings something else than a rule, or a code that is taken.
    """
    by_code = dict(_shipped())
    for where, brought in _brought(packs):
        if not isinstance(brought, Rule | CorpusRule):
            raise ConfigError(f"{where}: brings {brought!r}, which is no rule")
        if brought.card.code in by_code:
            raise ConfigError(f"{where}: brings the code {brought.card.code}, which is taken")
        by_code[brought.card.code] = brought
    return dict(sorted(by_code.items(), key=lambda item: _order(item[0])))


def is_shipped(code: str) -> bool:
    """Return whether a code is one of the package's own rules, not of a pack's."""
    return code in _shipped()


@cache
def _shipped() -> Mapping[str, AnyRule]:
    shipped: list[AnyRule] = [importlib.import_module(f"framing.checking.rules.{name}").RULE for name in MODULES]
    return {rule.card.code: rule for rule in (*shipped, *RUN_RULES)}


def _brought(packs: Iterable[Path]) -> Iterator[tuple[str, object]]:
    for point in entry_points_of(GROUP):
        loaded = point.load()
        for rule in loaded if isinstance(loaded, list | tuple) else (loaded,):
            yield f"entry point '{point.name}' of '{GROUP}'", rule
    for path in packs:
        spec = importlib.util.spec_from_file_location(f"framing_rule_pack_{path.stem}", path)
        if spec is None or spec.loader is None:
            raise ConfigError(f"{path}: is no Python file")
        module = importlib.util.module_from_spec(spec)
        try:
            spec.loader.exec_module(module)
            listed = list(module.RULES)
        except Exception as error:
            # Whatever the user's own code does wrong is the user's to see, in one line.
            raise ConfigError(f"{path}: cannot be loaded as a rule pack ({type(error).__name__}: {error})") from error
        yield from ((str(path), rule) for rule in listed)


def _order(code: str) -> tuple[int, str]:
    return ("WSFBC".find(code[0]) % 6, code)


def select(
    chosen: Iterable[str] = (),
    extended: Iterable[str] = (),
    ignored: Iterable[str] = (),
    packs: tuple[Path, ...] = (),
) -> tuple[AnyRule, ...]:
    """Return the rules of a selection, in the order of their codes.

    Args:
        chosen: Codes, beginnings of codes (``S2``), names, ``ALL``, or nothing for the rules that are on by default.
            Rules about the run stay on unless some of them are chosen or ignored.
        extended: What is added.
        ignored: What is taken away.
        packs: Python files with rules of the user's.

    Raises:
        ConfigError: If a name is no rule's.
    """
    known = rules(packs)
    picked = set(_codes(chosen, known)) or {code for code, rule in known.items() if rule.card.default}
    if not any(isinstance(known[code], RunRule) for code in picked):
        # What a run has to say of itself is left out only where that is asked for.
        picked |= {code for code, rule in known.items() if isinstance(rule, RunRule)}
    picked |= set(_codes(extended, known))
    picked -= set(_codes(ignored, known))
    return tuple(rule for code, rule in known.items() if code in picked)


def named(names: Iterable[str], packs: tuple[Path, ...] = ()) -> tuple[AnyRule, ...]:
    """Return the rules that codes, beginnings of codes, names or ``ALL`` mean, in the order of their codes.

    Raises:
        ConfigError: If a name is no rule's.
    """
    known = rules(packs)
    picked = set(_codes(names, known))
    return tuple(rule for code, rule in known.items() if code in picked)


def _codes(names: Iterable[str], known: Mapping[str, AnyRule]) -> Iterable[str]:
    for name in names:
        wanted = name.strip()
        matching = [
            code
            for code, rule in known.items()
            if wanted == "ALL" or code.startswith(wanted.upper()) or rule.card.name == wanted.lower()
        ]
        if not matching or not wanted:
            near = difflib.get_close_matches(wanted, [*known, *(r.card.name for r in known.values())], n=1)
            raise ConfigError(f"no rule is called '{name}'" + (f"; did you mean '{near[0]}'?" if near else ""))
        yield from matching
