"""Which words decided how slanted a sentence reads."""

from framing.finding import Evidence
from framing.modelling.sentences import sentence_models

__all__ = ["evidence", "rest"]


def evidence(text: str, start: int = 0) -> tuple[Evidence, ...]:
    """Return what each word of a sentence adds to the log-odds of slant, in text order.

    The weights and ``rest`` sum to the log-odds of the sentence's probability.

    Args:
        text: The sentence.
        start: Where it starts in its article; the evidence's offsets count from there.
    """
    return tuple(
        Evidence(start + word.start, start + word.end, word.weight)
        for word in sentence_models().word_weights(text, "bias")
    )


def rest(text: str) -> float:
    """Return what does not belong to single words: the intercept, the lexicons' hits and the sentence's form."""
    return sentence_models().extras_weight(text, "bias")
