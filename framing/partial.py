"""As much of who speaks as a check depends on: whose words each is costs more than all else that a check reads.

A rule about words asks of a few whether they are the outlet's; their own paragraphs tell. Whether a sentence reads as
slanted, and a listed word as one that judges, depends on the article's other sentences in own voice too, but seldom on
which of them somebody is credited with: mostly the answer is the same if all are, or none.
"""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article, Voice, VoiceMap
from framing.attributing import Attributed, attributed, speakers, speakers_unless_anonymous
from framing.attribution import Attribution
from framing.encoding.encoded import EncodedArticle
from framing.finding import LoadedTerm
from framing.modelling.article_words import ArticleWords
from framing.modelling.own_sentences import OwnScores, own_scores
from framing.modelling.own_words import LEAST_READ, own_words
from framing.scoring import judging_words, loaded_terms, sentences, slant, subjectivity
from framing.scoring.words_found import LexiconText
from framing.segmenting.voice import with_attributions
from framing.source_typing.identities import signs_of_anonymity

__all__ = ["EVERYTHING", "Known", "Wanted", "who_speaks"]

Floats = NDArray[np.float64]


def _every(_: LoadedTerm) -> bool:
    return True


class Wanted(NamedTuple):
    """What is asked of a report that is only checked.

    Attributes:
        terms: Which loaded terms it must be known of whose words they are and whether they judge.
        slant: The probability from which body sentences are asked for that read as slanted; ``None`` where none are.
        least_own: The share of such a sentence that is in own voice at least, 0 to 1.
        of_columns: Whether they are asked for in what reads as opinion too.
    """

    terms: Callable[[LoadedTerm], bool] = _every
    slant: float | None = 0.0
    least_own: float = 0.0
    of_columns: bool = True


EVERYTHING = Wanted()
"""All loaded terms and all sentences."""
_NOTHING = Wanted(lambda _: False, None)


class Known(NamedTuple):
    """What an article's findings rest on.

    Attributes:
        said: Who says what.
        terms: The loaded terms; where nothing is left to be judged, without those that are wanted and do not judge.
        judged: Whether sentences and words are to be judged by it.
        scored: What the models say of the sentences, where it is known already.
        own: What they say of the outlet's own words, as far as it is known already.
    """

    said: Attributed
    terms: tuple[LoadedTerm, ...]
    judged: bool
    scored: sentences.Scored | None = None
    own: OwnScores | None = None


def who_speaks(
    text: LexiconText,
    words: ArticleWords,
    stages: Collection[str],
    terms: tuple[LoadedTerm, ...],
    wanted: Wanted,
    encoded: EncodedArticle | None,
    *,
    open_data: bool,
) -> Known:
    """Return who says what, as far as the stages ask: with names and types, whose words, what is wanted, or nothing.

    Args:
        text: The article as the lexicons see it, before it is known whose words are reported.
        words: Its words.
        stages: Names of ``framing.pipeline.STAGES`` and ``PARTIAL_STAGES``.
        terms: Its loaded terms.
        wanted: What the stages ``terms`` and ``slant`` are for.
        encoded: What the encoder says of the article.
        open_data: Whether what is known from outside of the page may say who somebody is where the page tells nothing.

    Raises:
        ModelError: If a shipped model is missing or damaged.
    """
    article = text.article
    partly = not {"terms", "slant"}.isdisjoint(stages)
    judged = partly or "sentences" in stages
    signs = signs_of_anonymity(article.text) if "anonymity" in stages else []
    throughout = "voices" in stages or (partly and ("sentences" in stages or encoded is not None))
    if "attributions" in stages or (signs and (throughout or "sentences" in stages or encoded is not None)):
        return Known(attributed(article, words, open_data=open_data, encoded=encoded), terms, judged)
    if throughout:
        return Known(_nameless(speakers(article, words, encoded=encoded)), terms, judged)
    if not (partly or signs):
        return Known(_nameless(()), terms, judged)
    return _enough(text, words, terms, wanted if partly else _NOTHING, signs, open_data=open_data)


def _nameless(attributions: tuple[Attribution, ...]) -> Attributed:
    return Attributed(attributions, (), ())


def _enough(
    text: LexiconText,
    words: ArticleWords,
    terms: tuple[LoadedTerm, ...],
    wanted: Wanted,
    signs: Sequence[int],
    *,
    open_data: bool,
) -> Known:
    """Return as much as what is wanted depends on; where a source may be anonymous, all."""
    article = text.article
    scored: sentences.Scored | None = None
    own: OwnScores | None = None
    places = [term.span.start for term in terms if wanted.terms(term)]
    if wanted.slant is not None:
        scored = sentences.score_article(article, words)
        own = own_scores(article, article.voices, terms, scored)
        highest = slant.bounds(own, np.zeros(len(own.read), dtype=bool))[1]
        places += [article.sentences[number].start for number in _slanted(article, article.voices, highest, wanted)]
    if not (places or signs):
        return Known(_nameless(()), terms, judged=False)
    said = speakers_unless_anonymous(article, words, places, signs)
    if said is None:
        everybody = attributed(article, words, open_data=open_data)
        return Known(everybody, terms, judged=wanted is not _NOTHING, scored=scored, own=own)
    if not places:
        return Known(_nameless(()), terms, judged=False)
    blocks = frozenset(map(article.block_at, (*places, *signs)))
    voices = with_attributions(article.voices, said)
    terms = loaded_terms.with_voices(terms, voices, words.compared)
    left = [term for term in terms if wanted.terms(term) and judging_words.is_in_doubt(term)]
    if scored is None and not left:
        return Known(_nameless(said), terms, judged=False)
    scored = scored or sentences.score_article(article, words)
    own = own_scores(article, voices, terms, scored, before=own)
    known = np.array(
        [_is_known(article, voices, number, blocks) for number in range(len(article.sentences))], dtype=bool
    )
    bounds = slant.bounds(own, known)
    # Of a sentence that is found its probability is told, which is the article's.
    judged = (
        None if _slanted(article, voices, bounds[1], wanted) else _judged(text, voices, left, scored, own.read, bounds)
    )
    if judged is None:
        return Known(_nameless(speakers(article, words)), terms, judged=True, scored=scored, own=own)
    plain = {term.span for term, judges in zip(left, judged, strict=True) if not judges}
    return Known(_nameless(said), tuple(term for term in terms if term.span not in plain), judged=False)


def _slanted(article: Article, voices: VoiceMap, chances: Floats, wanted: Wanted) -> list[int]:
    """Return the numbers of the sentences that are as slanted as is asked for by some chances."""
    if wanted.slant is None:
        return []
    numbers = np.flatnonzero(chances >= wanted.slant).tolist()
    places = ((number, article.sentences[number]) for number in numbers)
    return [
        number
        for number, (start, end, block) in places
        if article.blocks[block].kind == "body" and voices.own_share(start, end) >= wanted.least_own
    ]


def _is_known(article: Article, voices: VoiceMap, number: int, blocks: frozenset[int]) -> bool:
    """Return whether it is known whose words a sentence is: its block was read, or nothing of it is the outlet's."""
    start, end, block = article.sentences[number]
    return block in blocks or voices.share(start, end, Voice.OWN) == 0


def _judged(
    text: LexiconText,
    voices: VoiceMap,
    terms: Sequence[LoadedTerm],
    scored: sentences.Scored,
    read: NDArray[np.bool_],
    bounds: tuple[Floats, Floats],
) -> list[bool] | None:
    """Return which terms judge, if that is the same by the lowest and by the highest chances of their sentences.

    A word's chance grows with its sentence's, but in a plain sentence the model is not asked: that is an end, too. Of a
    sentence that a reader does not judge it is not asked either.
    """
    if not terms:
        return []
    article, markers = text.article, subjectivity.score(text)
    asked = {term.sentence for term in terms if read[term.sentence]}
    least, most = bounds
    first, *others = (
        judging_words.judge(terms, own_words(article, voices, _of(asked, ends), terms, markers, scored))
        for ends in (least, np.clip(LEAST_READ, least, most), most)
    )
    return first if all(other == first for other in others) else None


def _of(sentences: Collection[int], chances: Floats) -> list[float | None]:
    """Return the chances of some sentences, and of the others none."""
    return [chance if number in sentences else None for number, chance in enumerate(chances.tolist())]
