"""Measure what a comparison says, on data beside the repository.

    python benchmarks/compare.py --data ../shared/data

*Alignment*: links between articles of the news sample that appear to be on one event (one topic, other outlets, at most
two days apart, three rare words of the headline in common), held against judgements by hand: a link is right where both
sentences tell the same fact. The judgements are kept as hashes. *Left out*: whether sentences that BASIL's annotators
marked as informational bias have no counterpart more often than other sentences. *Counterparts*: of sentences shown as
without a counterpart, how many one reader found told nowhere else; judged before any score was seen, kept as hashes.
"""

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from framing.article import Document
from framing.comparing.align import align
from framing.comparing.passages import sentences_told
from framing.comparing.stories import stories
from framing.evaluation.event_pairs import one_event
from framing.segmenting import segment

_NEARLY_VERBATIM = 0.85
COUNTERPARTS = Path(__file__).parent.parent / "reports" / "evaluation" / "counterparts.json"
JUDGED = Path(__file__).parent.parent / "reports" / "evaluation" / "alignment.json"


def links(data: Path) -> Iterator[tuple[str, float, str, str]]:
    """Each link with its hash, its score and both sentences."""
    for pair in one_event(data):
        articles = [segment(Document(row["text"], title=row["title"])) for row in pair]
        for link in align([sentences_told(article, n) for n, article in enumerate(articles)]).links:
            first = articles[0].text[link.first.start : link.first.end]
            second = articles[1].text[link.second.start : link.second.end]
            yield hashlib.sha256(f"{first}\n{second}".encode()).hexdigest()[:16], link.score, first, second


def alignment(data: Path) -> None:
    judged = json.loads(JUDGED.read_text(encoding="utf-8"))
    found = {digest: score for digest, score, _, _ in links(data)}
    known = [digest for digest in found if digest in judged]
    right = sum(judged[digest] for digest in known)
    print(f"{len(found)} links in {len(one_event(data))} pairs; {len(known)} judged by hand, {right} right")
    if known:
        print(f"precision {right / len(known):.3f}")
        free = [judged[digest] for digest in known if found[digest] < _NEARLY_VERBATIM]
        print(f"below {_NEARLY_VERBATIM}, where the words differ: {sum(free)} of {len(free)} right")


def left_out(data: Path) -> None:
    events = defaultdict(list)
    for line in (data / "basil.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        events[row["event"]].append(row)
    table = []
    for number, rows in enumerate(events.values()):
        told, marked = [], []
        for article, row in enumerate(rows):
            sentences = [s for paragraph in row["article"]["body-paragraphs"] for s in paragraph]
            told.append(sentences_told(segment(Document("\n\n".join(sentences))), article))
            starts = np.cumsum([0, *(len(s) + 2 for s in sentences)]).tolist()
            marked.append(list(informational(row, starts)))
        _, only = stories(told, align(told))
        alone = {(s.passages[0].article, s.passages[0].start) for s in only}
        for article, sentences in enumerate(told):
            for start in (sentence.passage.start for sentence in sentences):
                voices = {voice for first, last, voice in marked[article] if first <= start < last}
                kind = 0 if not voices else 1 if voices == {"yes"} else 2
                table.append((number, kind, (article, start) in alone))
    rows_ = np.array(table)
    quoted, own = (int((rows_[:, 1] == kind).sum()) for kind in (1, 2))
    print(f"{len(rows_)} sentences; marked in quotations {quoted}, in own voice {own}")
    print(f"without counterpart: not marked {rows_[rows_[:, 1] == 0, 2].mean():.3f}")
    for name, kinds in (("all marked", (1, 2)), ("quotations", (1,)), ("own voice", (2,))):
        share, ratio = against_others(rows_, kinds)
        low, high = np.quantile([against_others(drawn, kinds)[1] for drawn in draws(rows_)], [0.025, 0.975])
        print(f"{name}: {share:.3f}, ratio {ratio:.3f} [{low:.3f} to {high:.3f}]")


def counterparts(data: Path) -> None:
    judged = json.loads(COUNTERPARTS.read_text(encoding="utf-8"))
    events = defaultdict(list)
    for line in (data / "basil.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        events[row["event"]].append(row["article"])
    for name, verdicts in judged.items():
        counts: dict[str, Counter[str]] = {"read": Counter(), "without a link": Counter(), "marked": Counter()}
        for rows in (rows for rows in events.values() if any(_known(row, verdicts) for row in rows)):
            articles = [segment(Document("\n\n".join(map(" ".join, row["body-paragraphs"])))) for row in rows]
            accounts = [sentences_told(article, n) for n, article in enumerate(articles)]
            told, only = stories(accounts, align(accounts))
            linked = {passage for story in told for passage in story.passages}
            marked = {story.passages[0] for story in only}
            for row, article, sentences in zip(rows, articles, accounts, strict=True):
                for passage in (sentence.passage for sentence in sentences):
                    words = article.text[passage.start : passage.end]
                    verdict = _verdict(row, words, verdicts)
                    counts["read"][verdict] += 1
                    counts["without a link"][verdict] += passage not in linked
                    counts["marked"][verdict] += passage in marked
        for kind, found in counts.items():
            shares = ", ".join(f"{verdict} {count} ({count / found.total():.2f})" for verdict, count in found.items())
            print(f"{name}: {kind} {found.total()}: {shares}")


def _digest(row: dict[str, Any], sentence: str) -> str:
    return hashlib.sha256(f"{row['uuid']}\n{sentence}".encode()).hexdigest()[:16]


def _known(row: dict[str, Any], verdicts: dict[str, str]) -> bool:
    return any(_digest(row, sentence) in verdicts for paragraph in row["body-paragraphs"] for sentence in paragraph)


def _verdict(row: dict[str, Any], words: str, verdicts: dict[str, str]) -> str:
    """What was judged of the annotators' sentences that the words are, or lie in."""
    found = {
        verdicts[_digest(row, sentence)]
        for paragraph in row["body-paragraphs"]
        for sentence in paragraph
        if sentence.strip() and (words in sentence or sentence.strip() in words)
    }
    return next(verdict for verdict in ("elsewhere", "partly", "nowhere") if verdict in found)


def informational(row: dict[str, Any], starts: list[int]) -> Iterator[tuple[int, int, str]]:
    """The sentences marked as informational bias: their spans, and whether the words are a quotation's."""
    for found in row["annotations"]["phrase-level-annotations"]:
        place = found["id"][1:]
        if found["bias"] == "inf" and place.isdigit() and int(place) + 1 < len(starts):
            yield starts[int(place)], starts[int(place) + 1], found["quote"]


def draws(rows: np.ndarray) -> Iterator[np.ndarray]:
    """Events drawn with replacement."""
    generator = np.random.default_rng(0)
    groups = [rows[rows[:, 0] == n] for n in np.unique(rows[:, 0])]
    for _ in range(300):
        yield np.concatenate([groups[i] for i in generator.integers(0, len(groups), len(groups))])


def against_others(rows: np.ndarray, kinds: tuple[int, ...]) -> tuple[float, float]:
    share = float(rows[np.isin(rows[:, 1], kinds), 2].mean())
    return share, share / float(rows[rows[:, 1] == 0, 2].mean())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    alignment(data)
    left_out(data)
    counterparts(data)


if __name__ == "__main__":
    main()
