"""What a lexicon is: a theme's file, its entries and their guards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

__all__ = ["CATEGORIES", "GUARDS", "SHARED_FORMS", "Case", "Entry", "Lexicon", "PartOfSpeech"]

PartOfSpeech = Literal["noun", "verb", "adjective", "adverb", "phrase"]
Case = Literal["lower", "capital", "exact"]

GUARDS = ("not_before", "only_before", "not_after", "only_after", "not_near", "only_near")
"""Guards that are lists of phrases, in the order in which they are tried."""

_FRAMES = (
    "economic capacity_and_resources morality fairness_and_equality legality_constitutionality_and_jurisprudence "
    "policy_prescription_and_evaluation crime_and_punishment security_and_defense health_and_safety quality_of_life "
    "cultural_identity public_opinion political external_regulation_and_reputation"
)
_SOURCES = (
    "government law_enforcement military judiciary politician international_organisation ngo expert business media "
    "document affected_person citizen"
)

CATEGORIES: Mapping[str, frozenset[str] | None] = {
    "loaded": frozenset(
        "group_label dehumanising_metaphor partisan_coinage dysphemism euphemism emotive sensational".split()
    ),
    "subjectivity": frozenset(
        "booster hedge approximator modal factive implicative presupposition intensifier evaluative_adjective "
        "evaluative_adverb".split()
    ),
    "reporting": frozenset(["neutral", "doubting", "endorsing", "confrontational", "emotive"]),
    "policy_frame": frozenset(_FRAMES.split()),
    "generic_frame": frozenset(["conflict", "human_interest", "economic_consequences", "morality", "responsibility"]),
    "source_type": frozenset(_SOURCES.split()),
    "title": frozenset(_SOURCES.split()),
    "party": None,
    "act": frozenset({"speech", "attitude", "appearance", "plan", "deed", "judgement", "naming"}),
    "not_loaded": frozenset({"fixed_phrase"}),
    "short_name": None,
    "body_ending": frozenset(_SOURCES.split()),
    "speaker": frozenset({"able", "thing", "showing"}),
    "circumstance": frozenset({"client", "medicine", "side"}),
    "clause": frozenset({"counted", "demanded", "second", "second_with_that"}),
}
"""The constructs, and the categories that each allows (``None``: any)."""
SHARED_FORMS = frozenset({"policy_frame", "generic_frame", "short_name", "circumstance", "clause"})
"""Constructs in which a form may have several categories: a term may signal two frames, "alex" may be two names."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as its author wrote it; fields are described in ``lexicons/README.md``."""

    id: str
    pattern: str
    pos: PartOfSpeech
    category: str
    severity: int | None = None
    weight: float = 1.0
    reason: str = ""
    alternatives: tuple[str, ...] = ()
    safe: bool = False
    forms: tuple[str, ...] = ()
    inflect: bool = True
    graded: bool = False
    case: Case | None = None
    guards: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    references: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    note: str = ""

    @property
    def guarded(self) -> bool:
        """Whether the entry counts only in some contexts."""
        return bool(self.guards) or self.case is not None


class Lexicon(NamedTuple):
    """A file of entries on one theme.

    Attributes:
        id: The file's stem.
        version: ``year.number``.
        title: What it lists, for people.
        construct: What its hits count as; a key of ``CATEGORIES``.
        references: Keys of the works that define the construct.
        caveat: When a hit is not what it seems.
        removes: Keys (``file/id``) of entries of other files that this one takes out.
        entries: In the file's order.
    """

    id: str
    version: str
    title: str
    construct: str
    references: tuple[str, ...]
    caveat: str
    removes: tuple[str, ...]
    entries: tuple[Entry, ...]
