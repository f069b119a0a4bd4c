"""Which words decided how slanted a sentence reads, or how strongly it carries loaded language."""

from typing import Literal

from framing.finding import Evidence
from framing.modelling.sentences import sentence_models

__all__ = ["evidence", "rest"]

Model = Literal["bias", "loaded"]


def evidence(text: str, start: int = 0, *, model: Model = "bias") -> tuple[Evidence, ...]:
    """Return what each word of a sentence adds to the log-odds of the model's probability, in text order.

    The weights and ``rest`` sum to the log-odds.

    Args:
        text: The sentence.
        start: Where it starts in its article; the evidence's offsets count from there.
        model: ``bias`` for slant, ``loaded`` for loaded language.
    """
    return tuple(
        Evidence(start + word.start, start + word.end, word.weight)
        for word in sentence_models().word_weights(text, model)
    )


def rest(text: str, *, model: Model = "bias") -> float:
    """Return what does not belong to single words: the intercept, the lexicons' hits and the sentence's form."""
    return sentence_models().extras_weight(text, model)
