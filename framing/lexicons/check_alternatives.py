"""Whether an entry's alternatives can stand in its place at all: finished, of its part of speech and in its number."""

import re
from collections.abc import Iterator

from framing.expressions import expression
from framing.lexicons.entry import Entry
from framing.lexicons.patterns import choices_of, expand
from framing.lexicons.word_forms import formed, head_of_noun, is_mass, is_plural

__all__ = ["alternative_faults"]

_ENDS_OPEN = expression(r" (?:against|at|by|for|from|in|into|of|on|over|that|to|who|with|without)$")
"""What an alternative ends with that its writer has to go on with, such as "person convicted of"."""
_ADVICE = expression(r"^(?:give|name|say|write) (?:the |what|who|how|where|it )", re.IGNORECASE)
"""Advice to the writer, and no wording: it belongs into the reason."""
_SLOT = expression(r"\{(\d)\}")
_INFLECTED = expression(r"(?:[^aeiou]ed|[ai][dt]ed|ing)$")
_BASES = frozenset("bring cling embed need sing spring sting string swing shed speed wed".split())
"""Verbs in their base form that end as inflected ones do."""


def alternative_faults(entry: Entry) -> Iterator[str]:
    """Yield what is wrong with an entry's alternatives."""
    braces = len(choices_of(entry.pattern)) // 2
    for base in entry.alternatives:
        words = _SLOT.sub("thing", base)
        if _ADVICE.search(words):
            yield f"alternative '{base}' is advice, and no wording"
        elif any(not 0 < int(slot) <= braces for slot in _SLOT.findall(base)):
            yield f"alternative '{base}' takes up a brace that the pattern has not"
        elif _ENDS_OPEN.search(words) and not _is_open(entry, base):
            yield f"alternative '{base}' is not finished"
        elif entry.pos == "verb" and not _is_verb(words):
            yield f"alternative '{base}' does not begin with a verb in its base form"
        elif entry.pos == "noun" and _is_more_than(entry, base):
            yield f"alternative '{base}' is in the plural, and the pattern is not"


def _is_open(entry: Entry, base: str) -> bool:
    """Return whether an entry leaves open what follows, as its alternative does; a brace at the end may."""
    ends = [f" {written.replace('~', '')}" for written in expand(entry.pattern)]
    # A verb's particle ends it: "take over".
    finished = entry.pos == "verb" and base.endswith(" over")
    return finished or entry.pattern.endswith("}") or any(_ENDS_OPEN.search(end) for end in ends)


def _is_verb(words: str) -> bool:
    parts = words.split(" ")
    marked = next((word for word in parts if word.endswith("~")), parts[0]).rstrip("~")
    return marked in _BASES or (not _INFLECTED.search(marked) and formed(words, "verb", {"ongoing"}) != "")


def _is_more_than(entry: Entry, base: str) -> bool:
    words = base.split(" ")
    head = next((word.rstrip("~") for word in words if word.endswith("~")), words[head_of_noun(words)])
    if not is_plural(head):
        return False
    patterns = [written.replace("~", "").split(" ") for written in expand(entry.pattern)]
    heads = [pattern[head_of_noun(pattern)] for pattern in patterns]
    return not any(is_plural(one) or is_mass(one) for one in heads)
