"""Whether the accounts open with the same fact: the first line of every comparison."""

from framing.comparison import Comparison
from framing.output.comparison.rows import line_of
from framing.output.letters import letter, letters_of

__all__ = ["opening_sentence"]


def opening_sentence(comparison: Comparison) -> str:
    """Return which accounts open with the same fact, and where others tell what an account opens with."""
    count = len(comparison.reports)
    facts: dict[int, int] = {}
    for number, story in enumerate(comparison.told):
        for article, opening in enumerate(comparison.openings):
            if opening is not None and opening in story.passages:
                facts[article] = number
    groups: dict[int, list[int]] = {}
    for article, fact in facts.items():
        groups.setdefault(fact, []).append(article)
    together = [articles for articles in groups.values() if len(articles) > 1]
    if together and len(together[0]) == count:
        return f"{'Both' if count == 2 else f'All {count}'} accounts open with the same fact."
    parts = [f"{letters_of(articles)} open with the same fact" for articles in together]
    if not together:
        parts = ["No link between the accounts' openings was found"]
    shared = {article for articles in together for article in articles}
    for article, fact in facts.items():
        if article not in shared:
            other = next(passage for passage in comparison.told[fact].passages if passage.article != article)
            line = line_of(comparison, other.article, other.start)
            parts.append(f"what {letter(article)} opens with, {letter(other.article)} tells on line {line}")
    return "; ".join(parts) + "."
