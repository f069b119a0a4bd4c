"""The blocks of an article that are read for what stands at some places."""

from collections.abc import Iterable, Sequence
from itertools import islice

from framing.article import FURNITURE, Article

__all__ = ["runs_around"]


def runs_around(article: Article, places: Iterable[int], speaking: Iterable[int] = ()) -> Sequence[tuple[int, int]]:
    """Return runs of the blocks around some places, each the numbers of the first and of the one after the last.

    A block that ends with a colon may tell whose words the block behind it is, be an advertisement between them.

    Args:
        article: The article.
        places: Offsets of words whose speaker is asked for: with a block, one that announces it is read.
        speaking: Offsets of words that may belong to a speaker: one that is announced there is read, too.
    """
    sources = set(map(article.block_at, speaking))
    own = sources | set(map(article.block_at, places))
    announcing = [before for number in own for before in _beside(article, number, -1) if _announces(article, before)]
    announced = [behind for number in sources if _announces(article, number) for behind in _beside(article, number, 1)]
    return _runs({*own, *announcing, *announced})


def _beside(article: Article, number: int, step: int) -> Sequence[int]:
    """Return the number of the next block in a direction, page furniture passed over; none at the text's end."""
    ahead = range(number + step, len(article.blocks) if step > 0 else -1, step)
    told = (place for place in ahead if article.blocks[place].kind not in FURNITURE)
    return list(islice(told, 1))


def _announces(article: Article, number: int) -> bool:
    block = article.blocks[number]
    return article.text.endswith(":", block.start, block.end)


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return different numbers of blocks as runs of them, each the first and the one after the last."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        joins = bool(runs) and runs[-1][1] == number
        runs[-1 if joins else len(runs) :] = [(runs[-1][0] if joins else number, number + 1)]
    return runs
