"""What the scorers find: statements about places, and scores that sum them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from framing.article import Article, BlockKind, Sentence, VoiceMap
from framing.attribution import Attribution
from framing.entity import Entity
from framing.spans import Span

__all__ = [
    "GENERIC_FRAMES",
    "LEAST_SLANT",
    "MAY_SLANT",
    "MOSTLY_OWN",
    "MOST_SLANTED",
    "POLICY_FRAMES",
    "QUALIFIERS",
    "Analysis",
    "Evidence",
    "FrameScore",
    "Genre",
    "GenreLabel",
    "LoadedTerm",
    "SentenceScores",
    "SubjectiveWord",
    "Technique",
    "TermOrigin",
    "VoiceName",
]

LEAST_SLANT = 0.84
"""The probability from which a sentence is shown as slanted: of 416 articles read blind four in five of those shown
are, by models of other outlets' articles, and 0.92 with the arguable ones."""
MAY_SLANT = 0.5
"""The probability from which a sentence may be slanted: where none is shown, half of such sentences are, and 0.77 with
the arguable ones."""
MOSTLY_OWN = 0.5
"""Of a span in the outlet's own voice: above, its scores are the outlet's."""
MOST_SLANTED = 5
"""Sentences of an article that are shown as slanted, the most likely ones."""

QUALIFIERS = frozenset({"approximator", "modal"})
"""Categories of subjective words that say how far or how likely a statement holds ("mostly", "could be") and judge
nothing: of BABE's sentences that hold one 51 and 56 in 100 are biased, of all 48, of those with a booster 77."""

POLICY_FRAMES: tuple[str, ...] = (
    "economic",
    "capacity_and_resources",
    "morality",
    "fairness_and_equality",
    "legality_constitutionality_and_jurisprudence",
    "policy_prescription_and_evaluation",
    "crime_and_punishment",
    "security_and_defense",
    "health_and_safety",
    "quality_of_life",
    "cultural_identity",
    "public_opinion",
    "political",
    "external_regulation_and_reputation",
)
"""The Policy Frames Codebook's dimensions (boydstun2014), without "other"."""

GENERIC_FRAMES: tuple[str, ...] = (
    "conflict",
    "human_interest",
    "economic_consequences",
    "morality",
    "responsibility",
)
"""The five generic news frames (semetko2000)."""

TermOrigin = Literal["lexicon", "model"]
VoiceName = Literal["own", "quoted", "reported"]
GenreLabel = Literal["reporting", "opinion"]


@dataclass(frozen=True, slots=True)
class LoadedTerm:
    """A loaded term at a place, with whose voice says it.

    Attributes:
        span: The words.
        entry: The lexicon entry's key, ``file/id``.
        category: The entry's category, such as ``group_label``.
        severity: 1 colours, 2 judges, 3 degrades or asserts guilt.
        voice: Whose words they are.
        block: The kind of block they stand in.
        sentence: Index of the sentence.
        scare: Whether they stand in scare quotes: the outlet's own choice, at a distance.
        alternatives: Neutral wordings that can stand in its place, in its number, tense and case; none in a quotation.
        reason: Why the term judges.
        references: Keys of ``lexicons/references.bib``.
        safe: Whether the first alternative is right in every context.
        origin: What found it: a ``lexicon``, or the ``model`` of words in context,
            whose entry is ``judging_words/`` and the words.
        probability: How likely a reader marks it as judging here; ``None`` outside of own voice and in plain sentences.
        listed: The entry's neutral wordings as its lexicon has them.
    """

    span: Span
    entry: str
    category: str
    severity: int
    voice: VoiceName
    block: BlockKind
    sentence: int
    scare: bool
    alternatives: tuple[str, ...]
    reason: str
    references: tuple[str, ...]
    safe: bool = False
    origin: TermOrigin = "lexicon"
    probability: float | None = None
    listed: tuple[str, ...] = ()

    @property
    def quoted(self) -> bool:
        """Whether the words are a quotation's, which nobody may change, or kept at a distance by scare quotes."""
        return self.voice == "quoted" or self.scare


@dataclass(frozen=True, slots=True)
class SubjectiveWord:
    """A marker of the writer's own stance (booster, hedge, factive, evaluative word and so on), or a qualifier.

    Attributes:
        span: The words.
        entry: The lexicon entry's key, ``file/id``.
        category: The entry's category.
        severity: 1 colours, 2 judges.
        voice: Whose words they are.
        sentence: Index of the sentence.
    """

    span: Span
    entry: str
    category: str
    severity: int
    voice: VoiceName
    sentence: int

    @property
    def judges(self) -> bool:
        """Whether it judges what it stands beside ("stunning"): "clearly" and "very" tell how sure the writer is."""
        return self.category.startswith("evaluative_")


class Evidence(NamedTuple):
    """Words that speak for a score, with their weight in it."""

    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class FrameScore:
    """How strongly an article uses a frame.

    Attributes:
        score: 0 to 1.
        present: Whether the frame is used: the score is at or above the frame's own threshold.
        evidence: The words that the score sums, in text order.
    """

    score: float
    present: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class SentenceScores:
    """The scores of one sentence.

    Attributes:
        bias: Calibrated probability that readers trained for it call the sentence slanted; ``None`` where the model
            abstains (too short, not English, too many unknown words).
        slant: Calibrated probability that a reader calls the sentence slanted where it stands: by the outlet's own
            words, in its article; ``None`` where there is nothing to judge (captions, furniture, links, another
            language).
        loaded: How strongly the sentence carries loaded language, 0 to 1; ``None`` in another language.
        subjectivity: Density of subjective markers, 0 to 1; ``None`` in another language.
        frames: Policy frame scores by name, 0 to 1; empty in another language.
    """

    bias: float | None
    slant: float | None
    loaded: float | None
    subjectivity: float | None
    frames: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Technique:
    """A persuasion technique at a place, with its calibrated probability."""

    name: str
    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class Genre:
    """Reporting or opinion, with the label's probability (0.5 to 1)."""

    label: GenreLabel
    probability: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """An article with everything that the scorers found in it.

    Attributes:
        article: The segmented article.
        voices: The voice of every character, attributions included.
        attributions: All, in text order; what somebody said or wrote is ``speech``.
        loaded_terms: In text order.
        subjective_words: In text order.
        policy_frames: By frame name, in the codebook's order: how likely a reader calls it present, and why.
        frame_words: By frame name: the words of the frame's lexicon, weighed by rarity; what shares are made of.
        generic_frames: By frame name.
        sentences: Scores, one for each sentence of the article.
        techniques: In text order.
        genre: ``None`` where the text is too short to tell.
        models: Version by model or lexicon name.
        entities: Who is who, in the order of first mentions; ``Source.entity`` is a place in it.
        least_slant: The probability from which a sentence is shown as slanted.
        encoded: Whether the encoder read the article.
        perhaps_loaded: Other words in own voice that may be loaded, in text order; no figure counts them.
    """

    article: Article
    voices: VoiceMap
    attributions: tuple[Attribution, ...]
    loaded_terms: tuple[LoadedTerm, ...]
    subjective_words: tuple[SubjectiveWord, ...]
    policy_frames: Mapping[str, FrameScore]
    frame_words: Mapping[str, tuple[Evidence, ...]]
    generic_frames: Mapping[str, FrameScore]
    sentences: tuple[SentenceScores, ...]
    techniques: tuple[Technique, ...]
    genre: Genre | None
    models: Mapping[str, str]
    entities: tuple[Entity, ...] = ()
    least_slant: float = LEAST_SLANT
    encoded: bool = False
    perhaps_loaded: tuple[LoadedTerm, ...] = ()

    def own_share(self, span: Sequence[int]) -> float:
        """Return the share of a span (start, end, …) in the outlet's own voice, scare quotes included, 0 to 1."""
        return self.voices.own_share(span[0], span[1])

    def mostly_own(self, span: Sequence[int]) -> bool:
        """Return whether more than half of a span is in the outlet's own voice: its scores are the outlet's then."""
        return self.own_share(span) > MOSTLY_OWN

    @property
    def slanted(self) -> tuple[tuple[Sentence, float], ...]:
        """The sentences that are shown as slanted, with their probabilities, in text order.

        They are mostly in the outlet's own voice, and their probability is ``least_slant`` or more.
        """
        return tuple(
            (sentence, scores.slant)
            for sentence, scores in zip(self.article.sentences, self.sentences, strict=True)
            if scores.slant is not None and scores.slant >= self.least_slant and self.mostly_own(sentence)
        )

    @property
    def perhaps_slanted(self) -> tuple[Sentence, ...]:
        """The sentences, mostly in the outlet's own voice, that may be slanted and are not shown as such."""
        return tuple(
            sentence
            for sentence, scores in zip(self.article.sentences, self.sentences, strict=True)
            if scores.slant is not None and MAY_SLANT <= scores.slant < self.least_slant and self.mostly_own(sentence)
        )

    @property
    def speech(self) -> tuple[Attribution, ...]:
        """The attributions of speech and writing, without thoughts and plans: what panels, shares and rules count."""
        return tuple(attribution for attribution in self.attributions if attribution.act == "speech")

    @property
    def told(self) -> tuple[Attribution, ...]:
        """The attributions of speech that lists and pages tell of: the sure ones, and those that may well be right."""
        return tuple(one for one in self.speech if one.is_told)

    @property
    def thoughts(self) -> tuple[Attribution, ...]:
        """What the writer says that others think or want, where a careful reader would probably mark it."""
        return tuple(one for one in self.attributions if one.act != "speech" and one.sure)

    def __repr__(self) -> str:
        """Return one line: the findings are too many to be read in a prompt."""
        return f"<Analysis of {self.article!r}: {len(self.attributions)} attributions>"
