"""How often each rule fires, on agencies and on the most partisan outlets of the news sample.

    python benchmarks/checks.py --data ../shared/data --articles 250

Prints findings per 1,000 words by rule and group, for the rules that are on their ratio, and how many files fail. With
``--sample CODE`` it prints that many findings of a rule in their sentences, drawn by seed, to be judged by hand.
"""

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from framing.checking.findings import run_rules
from framing.checking.registry import rules
from framing.pipeline import STAGES, analyze_document
from framing.reading import document

AGENCIES = ("Reuters", "Associated Press")
LEFT_OUT: set[str] = set()
"""Ids of articles that are kept for other measurements."""
PARTISAN = ("Breitbart News", "Townhall", "American Spectator", "Salon", "Daily Kos")


def sample(data: Path, outlets: tuple[str, ...], count: int, seed: int) -> list[dict[str, Any]]:
    with gzip.open(data / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if not outlets or row["outlet"] in outlets]
    rows = [row for row in rows if row["id"] not in LEFT_OUT]
    return random.Random(seed).sample(rows, min(count, len(rows)))  # noqa: S311 -- a sample


def findings(rows: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Any, list[Any]]]:
    for row in rows:
        text = row["text"] if row["text"].startswith(row["title"]) else f"{row['title']}\n\n{row['text']}"
        report = analyze_document(document(text, title=row["title"]), (), STAGES)
        yield row, report, run_rules(report, rules().values(), path=str(row["id"]))


def rates(data: Path, count: int) -> None:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for group, outlets in (("agencies", AGENCIES), ("partisan", PARTISAN)):
        for _, report, found in findings(sample(data, outlets, count, 1)):
            table[group]["words"] += sum(report.analysis.article.tokens.words)
            table[group]["articles"] += 1
            table[group].update(one.code for one in found)
            on = [one for one in found if rules()[one.code].card.default]
            table[group]["failing"] += any(one.level != "note" for one in on)
    print({group: (counts["articles"], counts["words"]) for group, counts in table.items()})
    print("code  default  per 1,000 words: agencies  partisan   ratio")
    total = Counter[str]()
    for code, rule in rules().items():
        rate = {group: 1000 * counts[code] / counts["words"] for group, counts in table.items()}
        if rule.card.default:
            total.update(rate)
        ratio = rate["partisan"] / rate["agencies"] if rate["agencies"] else float("inf")
        print(f"{code}  {rule.card.default!s:5}  {rate['agencies']:8.3f} {rate['partisan']:8.3f} {ratio:8.1f}")
    print(f"default set: {total['agencies']:.3f} {total['partisan']:.3f} {total['partisan'] / total['agencies']:.1f}")
    for group, counts in table.items():
        print(f"{group}: {counts['failing']} of {counts['articles']} files fail the gate")
    print(f"one finding in {1000 / total['agencies']:.0f} words of agencies")


def show(data: Path, code: str, count: int, articles: int) -> None:
    rows = []
    for row, report, found in findings(sample(data, (), articles, 2)):
        text = report.analysis.article.text
        for one in found:
            if one.code == code:
                start, end = max(one.start - 110, 0), min(one.end + 90, len(text))
                before, after = (" ".join(part.split()) for part in (text[start : one.start], text[one.end : end]))
                rows.append(f"{row['outlet']}: {before} [[{one.text}]] {after}")
    print(len(rows), "findings in", articles, "articles")
    for number, line in enumerate(random.Random(3).sample(rows, min(count, len(rows)))):  # noqa: S311 -- a sample
        print(number, line)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=250)
    parser.add_argument("--without", type=Path, help="ids to leave out, one a line")
    parser.add_argument("--sample", metavar="CODE")
    parser.add_argument("--count", type=int, default=100)
    options = parser.parse_args()
    if options.without:
        LEFT_OUT.update(options.without.read_text(encoding="utf-8").split())
    if options.sample:
        show(options.data, options.sample, options.count, options.articles)
    else:
        rates(options.data, options.articles)


if __name__ == "__main__":
    main()
