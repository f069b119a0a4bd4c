"""The order of the stages, and nothing else."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from framing.article import Article, Document, Notice, VoiceMap
from framing.attributing import models as attributing_models
from framing.encoding.encoded import EncodedArticle
from framing.encoding.installed import read_by
from framing.finding import (
    LEAST_SLANT,
    QUALIFIERS,
    Analysis,
    FrameScore,
    SentenceScores,
    SubjectiveWord,
)
from framing.lexicons.compiled import with_files
from framing.measuring.aggregate import measure
from framing.measuring.sources import tally_sources
from framing.measuring.stances import count_stances
from framing.measuring.unheard import find_unheard
from framing.modelling.article_words import ArticleWords, read_words
from framing.modelling.own_sentences import own_scores
from framing.modelling.own_words import own_words
from framing.partial import EVERYTHING, Known, Wanted, who_speaks
from framing.reading.headline import with_headline
from framing.report import Report
from framing.scoring import (
    frame_words,
    generic_frames,
    genre,
    judging_words,
    loaded_terms,
    policy_frames,
    sentences,
    slant,
    subjectivity,
    techniques,
)
from framing.scoring.words_found import lexicon_text
from framing.segmenting import segment
from framing.segmenting.voice import with_attributions
from framing.summing_up import sum_up
from framing.threads import one_thread

__all__ = ["PARTIAL_STAGES", "STAGES", "analysis_of", "analyze_document", "read_by_encoder"]

_BLANK = SentenceScores(bias=None, slant=None, loaded=None, subjectivity=None, frames={})


STAGES = frozenset(
    {"subjectivity", "attributions", "sentences", "frame_scores", "techniques", "frames", "genre", "measures"}
)
"""What can be left out of a report that is only checked; loaded terms are always found, and what another stage reads is
found with it."""
PARTIAL_STAGES = frozenset({"voices", "anonymity", "terms", "slant"})
"""Parts of others for checks that need no more: ``voices`` tells whose words each character is and leaves the sources
without names and types, ``anonymity`` is ``attributions`` where a text may hold an anonymous source, ``terms`` tells of
the loaded terms that are wanted whose they are and whether they judge, ``slant`` which sentences are as slanted as is
wanted."""


_ENCODED = frozenset({"attributions", "voices", "anonymity", "terms", "slant", "sentences"})
"""Stages that read what the encoder says."""


@one_thread()
def analyze_document(
    document: Document,
    lexicons: Sequence[Path] = (),
    stages: Collection[str] = STAGES,
    *,
    open_data: bool = True,
    encoder: bool = False,
    wanted: Wanted = EVERYTHING,
    overview: bool = True,
) -> Report:
    """Return the report on a document.

    Args:
        document: What reading gave.
        lexicons: The user's lexicon files, which add to the shipped ones or override them.
        stages: Names of ``STAGES`` and ``PARTIAL_STAGES``; what is left out is empty in the report.
        open_data: Whether what is known from outside of the page may say who somebody is where the page tells nothing.
        encoder: Whether the encoder reads the article too.
        wanted: What the stages ``terms`` and ``slant`` are for.
        overview: Whether the report tells who is credited, who is not heard and what follows in sentences, and by which
            words the policy frames are scored. No row of an archive holds these.

    Raises:
        InstallError: If the encoder is wanted and not installed.
        LexiconError: If one of the user's files is wrong.
        ModelError: If a shipped model is missing or damaged.
    """
    article = segment(with_headline(document))
    if article.language not in {"en", "und"}:
        return _unscored(article)
    words = read_words(article)
    encoded = read_by_encoder(article, words) if encoder and _ENCODED & set(stages) else None
    analysis = analysis_of(
        article,
        lexicons,
        stages,
        words=words,
        open_data=open_data,
        wanted=wanted,
        encoded=encoded,
        evidence=overview,
    )
    report = Report(
        analysis=analysis,
        measures=measure(analysis) if "measures" in stages else {},
        sources=(),
        stances=(),
        unheard=(),
        notices=article.notices,
    )
    if not overview:
        return report
    report = replace(
        report,
        sources=tally_sources(analysis),
        stances=count_stances(analysis),
        unheard=(find_unheard(analysis, with_files(lexicons), words.compared) if "attributions" in stages else ()),
    )
    return replace(report, statements=sum_up(report)) if set(stages) >= STAGES else report


def read_by_encoder(article: Article, words: ArticleWords) -> EncodedArticle:
    """Return what the encoder says of an article.

    Raises:
        InstallError: If it is not installed.
        ModelError: If it is damaged.
    """
    from framing.encoding.encode import encode  # noqa: PLC0415 -- only where it is asked for

    return encode(article, words.joined)


def analysis_of(
    article: Article,
    lexicons: Sequence[Path] = (),
    stages: Collection[str] = STAGES,
    *,
    words: ArticleWords | None = None,
    open_data: bool = True,
    wanted: Wanted = EVERYTHING,
    encoded: EncodedArticle | None = None,
    evidence: bool = True,
) -> Analysis:
    """Return everything that the scorers of some stages find in an English article.

    Args:
        article: The segmented text.
        lexicons: The user's lexicon files.
        stages: Names of ``STAGES``.
        words: The article's words, where they are known already.
        open_data: Whether what is known from outside of the page may say who somebody is where the page tells nothing.
        wanted: What the stages ``terms`` and ``slant`` are for.
        encoded: What the encoder says of the article.
        evidence: Whether the policy frames come with the words that they are scored by.

    Raises:
        LexiconError: If one of the user's files is wrong.
        ModelError: If a shipped model is missing or damaged.
    """
    words = words or read_words(article)
    asked = set(stages)
    text = lexicon_text(article, article.voices, with_files(lexicons), words.compared)
    terms = loaded_terms.score(text)
    of_genre = genre.score(article, words) if "genre" in asked else None
    if not wanted.of_columns and of_genre is not None and of_genre.label == "opinion":
        wanted = wanted._replace(slant=None)
    known = who_speaks(text, words, asked, terms, wanted, encoded, open_data=open_data)
    said, scored = known.said, known.scored
    voices = with_attributions(article.voices, said.attributions)
    text = text._replace(voices=voices)
    terms = loaded_terms.with_voices(known.terms, voices, words.compared)
    # Sentences' scores and measures count them.
    counted = bool({"subjectivity", "sentences", "measures"} & asked) or known.judged
    markers = subjectivity.without_cues(subjectivity.score(text) if counted else (), said.attributions)
    of_frames = frame_words.score(text) if {"frames", "frame_scores"} & asked else {}
    if scored is None and (known.judged or "techniques" in asked):
        scored = sentences.score_article(article, words)
    judged = _Judged((_BLANK,) * len(article.sentences), judging_words.Judging(terms, ()), None)
    if scored is not None and known.judged:
        slanted = bool({"attributions", "voices", "terms", "slant"} & asked)
        known = known._replace(terms=terms)
        judged = _judge(article, words, voices, known, scored, markers, encoded, slanted=slanted)
    frames: Mapping[str, FrameScore] = {}
    if judged.table is not None and "frame_scores" in asked:
        frames = policy_frames.score(article, words, judged.table, of_frames, evidence=evidence)
    return Analysis(
        article=article,
        voices=voices,
        attributions=said.attributions,
        loaded_terms=judged.words.terms,
        perhaps_loaded=judged.words.perhaps,
        subjective_words=markers,
        policy_frames=frames,
        frame_words=of_frames if "frames" in asked else {},
        generic_frames=generic_frames.score(text) if "frames" in asked else {},
        sentences=judged.rows,
        techniques=techniques.score(article, scored, terms) if scored is not None and "techniques" in asked else (),
        genre=of_genre,
        models={**attributing_models(), **sentences.models(encoded)} if asked >= STAGES else {},
        entities=said.entities,
        least_slant=LEAST_SLANT if read_by("slant", encoded) is None else slant.least_shown(),
        encoded=encoded is not None,
    )


class _Judged(NamedTuple):
    """Sentences' scores, the words in them that judge, and the table that the scores are of; none where not asked."""

    rows: tuple[SentenceScores, ...]
    words: judging_words.Judging
    table: sentences.SentenceTable | None


def _judge(
    article: Article,
    words: ArticleWords,
    voices: VoiceMap,
    known: Known,
    scored: sentences.Scored,
    markers: Sequence[SubjectiveWord],
    encoded: EncodedArticle | None,
    *,
    slanted: bool,
) -> _Judged:
    """Score the sentences, and the words by their sentences; without ``slanted`` no sentence gets a chance of slant."""
    of_slant, of_words = read_by("slant", encoded), read_by("judging_words", encoded)
    table = sentences.table_of(scored)
    table = table if encoded is None else sentences.with_encoder(table, encoded, words.bounds)
    chances: Sequence[float | None] = [None] * len(article.sentences)
    if slanted:
        chances = slant.score(own_scores(article, voices, known.terms, scored, of_slant, known.own))
    own = own_words(article, voices, chances, known.terms, markers, scored, of_words)
    judging = judging_words.score(article, voices, own, known.terms, words.compared, encoded=of_words is not None)
    return _Judged(sentences.rows(table, _densities(article, words, markers), chances), judging, table)


def _densities(article: Article, words: ArticleWords, markers: Iterable[SubjectiveWord]) -> list[float]:
    """Return how dense markers of stance are in each sentence, 0 to 1."""
    counts = [sum(article.tokens.words[first:last]) for first, last in words.bounds]
    return subjectivity.sentence_scores(
        [(marker.sentence, marker.severity) for marker in markers if marker.category not in QUALIFIERS], counts
    )


def _unscored(article: Article) -> Report:
    """A text in another language gets its structure and the reason, and no figure."""
    empty: Mapping[str, FrameScore] = {}
    analysis = Analysis(
        article=article,
        voices=article.voices,
        attributions=(),
        loaded_terms=(),
        subjective_words=(),
        policy_frames=empty,
        frame_words={},
        generic_frames=empty,
        sentences=(_BLANK,) * len(article.sentences),
        techniques=(),
        genre=None,
        models={},
    )
    notices: tuple[Notice, ...] = article.notices
    return Report(analysis=analysis, measures={}, sources=(), stances=(), unheard=(), notices=notices)
