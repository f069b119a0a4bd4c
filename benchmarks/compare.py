"""Measure what a comparison says, on data beside the repository.

    python benchmarks/compare.py --data ../shared/data

*Alignment*: links between articles of the news sample that appear to be on one event (one topic, other outlets, at most
two days apart, three rare words of the headline in common), held against judgements by hand: a link is right where both
sentences tell the same fact. The judgements are kept as hashes. *Left out*: whether sentences that BASIL's annotators
marked as informational bias have no counterpart more often than other sentences.
"""

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from framing.article import Document
from framing.comparing.align import links_between, stories
from framing.comparing.passages import sentences_told
from framing.evaluation.event_pairs import one_event
from framing.segmenting import segment

_NEARLY_VERBATIM = 0.85
JUDGED = Path(__file__).parent.parent / "reports" / "evaluation" / "alignment.json"


def links(data: Path) -> Iterator[tuple[str, float, str, str]]:
    """Each link with its hash, its score and both sentences."""
    for pair in one_event(data):
        articles = [segment(Document(row["text"], title=row["title"])) for row in pair]
        for link in links_between([sentences_told(article, n) for n, article in enumerate(articles)]):
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
        _, only = stories(told, links_between(told))
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


if __name__ == "__main__":
    main()
