"""How time grows with an article's length, stage by stage, and what a megabyte of one thing costs.

    python benchmarks/lengths.py

Texts of 100 to 100,000 words are invented prose (``invented_prose.py``) in which hardly a sentence comes twice; what share of
each is read as body is printed. The exponent is the slope of log seconds over log words from 1,000 words on: 1 is linear. Then
the processor time and memory of a megabyte of which half is one character, mark or word again and again and half is prose, in
turns inside of each paragraph; then of a megabyte of letters and marks alone, with the report as JSON. What is no language is
told in its row: nothing is scored. Last the time of texts in which no sentence repeats another's names.
"""

import argparse
import gc
import json
import math
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from invented_prose import prose

import framing
from framing.errors import FramingError
from framing.pipeline import STAGES, analyze_document
from framing.reading import document

LENGTHS = (100, 1_000, 10_000, 100_000)
NEEDS = {
    "loaded terms": set(),
    "attributions": {"attributions"},
    "sentence scores": {"sentences"},
    "policy frames": {"sentences", "frame_scores"},
    "techniques": {"techniques"},
    "frame words": {"frames"},
    "genre": {"genre"},
    "measures": {"measures"},
    "everything": set(STAGES),
}
REPEATED = {
    "a": "a", "a␣": "a ", "A.␣": "A. ", "word.␣": "Word. ", "digit": "1", "1,": "1,", '"': '"', "“": "“", "”": "”", "'": "'", "‘": "‘", "’": "’", "„": "„", "«": "«",
    "“”": "“”", '"a"␣': '"a" ', "“a”␣": "“a” ", "'a'␣": "'a' ", "(": "(", "[": "[", "<": "<", "&": "&", "…": "…", "—": "—", "?": "?",
    "Mr.␣": "Mr. ", "U.S.␣": "U.S. ", "he said␣": "he said ", "“No,” he said.␣": "“No,” he said. ", "according to␣": "according to ",
    "Ann Example said.␣": "Ann Example said. ", "thugs␣": "thugs ", "a line": "a\n", "a paragraph": "a\n\n", "> x": "> x\n", "- x": "- x\n",
    "emoji": "😀", "zero-width joiner": "\u200d", "right-to-left mark": "\u202e", "combining mark": "a\u0301", "NUL": "\0", "surrogate": "\ud800",
}  # fmt: skip
BETWEEN_LETTERS = {
    'a"': 'a"',
    "a—": "a—",
    "a-": "a-",
    "a*": "a*",
    "a“": "a“",
    "a.": "a.",
    'x"y’z‘': 'x"y’z‘',
    "ab-": "ab-",
    'abcdef"': 'abcdef"',
}
"""Marks between letters, half of a megabyte and a whole one; the last has words enough to be scored."""
REPEATED |= BETWEEN_LETTERS
MEGABYTE = 1_000_000
TURN = 400
"""Characters of prose, and of the thing, in each paragraph."""
MANY: dict[str, Callable[["Draw"], str]] = {
    "speakers": lambda draw: f"“{draw.words(5)},” said {draw.name()} {draw.name()}, a teacher. ",
    "pronouns": lambda draw: f"{draw.name()} {draw.name()} left. He said {draw.words(4)}. ",
    "descriptions": lambda draw: f"{draw.name()} {draw.name()} left. The {draw.word()} said {draw.words(4)}. ",
    "bodies": lambda draw: f"The {draw.name()} {draw.name()} Agency said {draw.words(4)}. ",
    "persons accused": lambda draw: f"{draw.name()} {draw.name()} was accused of fraud. ",
    "persons in a list": lambda draw: f"{draw.name()} {draw.name()} and ",
    "unfinished quotations": lambda draw: f"“{draw.words(8)}.\n\n",
    "quotations that differ in a word": lambda draw: f"“We will not leave the harbour {draw.word()}.”\n\n",
    "words in marks": lambda draw: f"the brutal “{draw.name()}” regime ",
    "clauses without an end": lambda draw: f"{draw.words(4)}; ",
    "links": lambda draw: f"https://www.{draw.word()}.example/{draw.word()}.html ",
}
MANY_WORDS = (6_000, 20_000, 60_000)


def body_share(text: str) -> float:
    """Return the share of a text's characters that stand in its body."""
    article = framing.analyze(text).analysis.article
    return sum(block.end - block.start for block in article.blocks if block.kind == "body") / len(article.text)


def seconds(text: str, stages: set[str]) -> float:
    found = document(text)
    other = document("The mayor said no.")
    best = math.inf
    for _ in range(3):
        analyze_document(other)  # some stages hold the words of the last article
        begun = time.process_time()
        analyze_document(found, stages=stages)
        best = min(best, time.process_time() - begun)
    return best


def growth() -> None:
    # As the command line does: start-up makes half a million objects that stay.
    gc.freeze()
    gc.set_threshold(1_000_000, 50, 50)
    texts = [prose(words) for words in LENGTHS]
    print(f"In the body: {', '.join(f'{body_share(text):.1%}' for text in texts)}.\n")
    print("| stage | " + " | ".join(f"{words:,} words" for words in LENGTHS) + " | exponent |")
    print("|---" * (len(LENGTHS) + 2) + "|")
    for name, stages in NEEDS.items():
        found = [seconds(text, stages) for text in texts]
        exponent = math.log(found[-1] / found[1]) / math.log(LENGTHS[-1] / LENGTHS[1])
        print(f"| {name} | " + " | ".join(f"{value:.3f} s" for value in found) + f" | {exponent:.2f} |", flush=True)


class Draw:
    """Draws words and names that hardly ever come twice."""

    def __init__(self) -> None:
        self._random = random.Random(20_261_123)  # noqa: S311 -- a sample, not a secret

    def word(self) -> str:
        return "".join(self._random.choice("bdfgklmnprstv") + self._random.choice("aeiou") for _ in range(4))

    def words(self, count: int) -> str:
        return " ".join(self.word() for _ in range(count)).capitalize()

    def name(self) -> str:
        return self.word().capitalize()


def many(name: str) -> None:
    draw, found = Draw(), []
    framing.analyze("The mayor said no.")
    for words in MANY_WORDS:
        text, count = [], 0
        while count < words:
            text.append(MANY[name](draw))
            count += len(text[-1].split())
        begun = time.process_time()
        framing.analyze("".join(text))
        found.append(time.process_time() - begun)
    exponent = math.log(found[-1] / found[0]) / math.log(MANY_WORDS[-1] / MANY_WORDS[0])
    print(f"| {name} | " + " | ".join(f"{value:.1f} s" for value in found) + f" | {exponent:.2f} |", flush=True)


def mixed(thing: str) -> str:
    """Return a megabyte of paragraphs that each hold prose, then one thing again and again."""
    written = prose(MEGABYTE // 10).replace("\n\n", " ")
    turns = range(0, MEGABYTE // 2, TURN)
    return "\n\n".join(f"{written[start : start + TURN]} {thing * (TURN // len(thing))}" for start in turns)


def repeated(name: str) -> None:
    measured(name, mixed(REPEATED[name]), as_json=False)


def alone(name: str) -> None:
    thing = BETWEEN_LETTERS[name]
    measured(name, thing * (MEGABYTE // len(thing)), as_json=True)


def measured(name: str, text: str, *, as_json: bool) -> None:
    framing.analyze("The mayor said no.")
    begun = time.process_time()
    try:
        report = framing.analyze(text)
        if as_json:
            json.dumps(report.to_dict())
        article = report.analysis.article
        body = sum(block.end - block.start for block in article.blocks if block.kind == "body") / len(text)
        said = f"{article.language}, {body:.0%} body"
    except FramingError as error:
        said = str(error)[:60]
    spent = time.process_time() - begun
    # Not getrusage: its maximum is inherited from the process that started this one.
    status = Path("/proc/self/status").read_text()
    peak = int(status.partition("VmHWM:")[2].split()[0]) // 1024
    print(f"| `{name}` | {spent:.1f} s | {peak} MB | {said} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = {"repeated": repeated, "alone": alone, "many": many}
    parser.add_argument("part", nargs="?", choices=parts, help="A table of which one row is made; all without.")
    parser.add_argument("name", nargs="?", help="The row.")
    options = parser.parse_args()
    if options.part and options.name is None:
        parser.error("a part needs the name of a row")
    if options.part:
        parts[options.part](options.name)
        return
    growth()
    print("\n| half a megabyte of | processor time | memory at most | read as |\n|---|---|---|---|", flush=True)
    for name in REPEATED:
        subprocess.run([sys.executable, __file__, "repeated", name], check=True)
    print("\n| a megabyte of | processor time | memory at most | read as |\n|---|---|---|---|", flush=True)
    for name in BETWEEN_LETTERS:
        subprocess.run([sys.executable, __file__, "alone", name], check=True)
    print(
        "\n| many different | " + " | ".join(f"{words:,} words" for words in MANY_WORDS) + " | exponent |", flush=True
    )
    print("|---" * (len(MANY_WORDS) + 2) + "|", flush=True)
    for name in MANY:
        subprocess.run([sys.executable, __file__, "many", name], check=True)


if __name__ == "__main__":
    main()
