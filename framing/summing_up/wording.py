"""Numbers, names and lists as the sentences write them."""

from collections.abc import Sequence

__all__ = ["listed", "number_word", "over_half", "percent", "quoted"]

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def percent(share: float) -> str:
    """Return a share, 0 to 1, in whole percent; all and nothing only where it is all or nothing.

    Examples:
        >>> percent(0.714), percent(0.998), percent(0.002)
        ('71%', '99%', '1%')
    """
    whole = round(100 * share)
    if 0 < share < 1:
        whole = min(max(whole, 1), 99)
    return f"{whole}%"


def over_half(share: float) -> bool:
    """Return whether a share is more than a half as it is written: 50.3% reads "50%"."""
    return round(100 * share) > 50


def number_word(count: int) -> str:
    """Return a small number in words, a larger one in digits."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else f"{count:,}"


def quoted(words: str) -> str:
    """Return words of the article in quotation marks, on one line."""
    return f"“{' '.join(words.split())}”"


def listed(parts: Sequence[str]) -> str:
    """Return parts as a list in a sentence.

    Examples:
        >>> listed(["a", "b", "c"])
        'a, b and c'
    """
    return " and ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)
