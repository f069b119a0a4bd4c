"""What careful readers sign of reports on articles that nobody has marked: the codebook is `docs/signing.md`.

    python benchmarks/signing.py draw --data ../shared/data --seed 1 --output round
    python benchmarks/signing.py tally round

`draw` gives each reader a folder with random articles as text, to be read first, and with numbered statements of their
reports, to be judged afterwards. A reader writes `verdicts.jsonl` beside them, a line for each statement: its `article`
and `number`, `signed` (true or false) and, where it is not signed, `why`. `tally` says how many of each kind are.

Articles of rounds on record (`reports/evaluation/signing_rounds.jsonl`, from the eighth round on) are left out; `draw`
writes the new round's line for it to `round.jsonl`.
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import framing
from framing.measuring.sure_frames import sure_frames
from framing.modelling.training.news import read_news
from framing.modelling.training.soft_labels import held_back
from framing.output.phrases import as_source
from framing.report import Report
from framing.resources import gold_folder

ROWS = 6
MOST = {"attribution": 8, "loaded word": 4, "qualifying word": 3}
"""Statements of a kind that are drawn of an article."""
UNTOLD = frozenset({"not told", "not told surely"})
WORDS = (300, 900)
"""Words of an article where no others are asked for."""
ON_RECORD = gold_folder().parent / "signing_rounds.jsonl"


def marked_articles() -> set[str]:
    """Ids of all articles that readers have marked or that are held back."""
    lines = (line for path in gold_folder().glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines())
    return {json.loads(line).get("id", "") for line in lines} | set(held_back())


def drawn_before() -> set[str]:
    """Ids of the articles of all rounds on record."""
    lines = ON_RECORD.read_text(encoding="utf-8").splitlines()
    return {name for line in lines for name in json.loads(line)["ids"]}


def draw(data: Path, output: Path, *, seed: int, count: int, readers: int, words: tuple[int, int]) -> None:
    left_out = marked_articles() | drawn_before()
    rows = [row for row in read_news(data) if row["id"] not in left_out]
    rows = [row for row in rows if words[0] <= len(row["text"].split()) <= words[1]]
    chooser = random.Random(seed)  # noqa: S311 -- a sample
    chosen = chooser.sample(rows, count)
    output.mkdir(parents=True, exist_ok=True)
    record = {"seed": seed, "words": words, "ids": [row["id"] for row in chosen]}
    (output / "round.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    for number, row in enumerate(chosen):
        folder = output / f"reader-{number % readers + 1}"
        folder.mkdir(parents=True, exist_ok=True)
        told = {name: row[name] for name in ("date", "outlet") if row.get(name)}
        report = framing.analyze(row["text"], title=row["title"], metadata=told)
        statements = [*_statements(report, chooser)]
        (folder / f"{number + 1}.txt").write_text(numbered_paragraphs(report), encoding="utf-8")
        (folder / f"{number + 1}.statements.jsonl").write_text(
            "".join(
                json.dumps({"article": number + 1, "number": place, "kind": kind, "statement": text}) + "\n"
                for place, (kind, text) in enumerate(statements, start=1)
            ),
            encoding="utf-8",
        )


def numbered_paragraphs(report: Report) -> str:
    blocks = report.analysis.article.blocks
    texts = [report.analysis.article.slice((block.start, block.end)) for block in blocks]
    return "\n\n".join(f"[{number}] {' '.join(text.split())}" for number, text in enumerate(texts, start=1)) + "\n"


def _statements(report: Report, chooser: random.Random) -> Iterator[tuple[str, str]]:
    """Yield the kind and the words of each statement that is to be judged."""
    yield from _of_speakers(report, chooser)
    for name in sure_frames(report):
        found = ", ".join(dict.fromkeys(_words(report, place[:2]) for place in report.analysis.frame_words[name]))
        yield (
            "frame",
            f"The article presents its matter through the frame “{name.replace('_', ' ')}” (words: {found[:200]})",
        )
    yield from _of_words(report, chooser)
    for statement in report.statements:
        yield "summary", statement.text


def _of_speakers(report: Report, chooser: random.Random) -> Iterator[tuple[str, str]]:
    for number, row in enumerate([source for source in report.sources if source.sure][:ROWS], start=1):
        place = f"Row {number} of the panel of speakers"
        yield "panel: name", f"{place}: “{row.name}” speaks in this article, in this row alone, and is rightly named so"
        if as_source(row) not in UNTOLD:
            yield "panel: type", f"{place}: “{row.name}” is rightly called: {as_source(row)}"
        yield "panel: words", f"{place}: about {row.words} words of “{row.name}” are quoted or reported"
    told = {row.name: f" ({as_source(row)})" for row in report.sources if as_source(row) not in UNTOLD}
    said = [one for one in report.analysis.attributions if one.sure and one.act == "speech" and one.source]
    for one in _drawn("attribution", said, chooser):
        content = " […] ".join(f"“{_words(report, span)}”" for span in one.content)
        whose = one.source.name + told.get(one.source.name, "")
        said = "are told or passed on by" if one.relayed else "are words of"
        yield "attribution", f"{_paragraph(report, one.content[0].start)}: {content} {said} {whose}"


def _of_words(report: Report, chooser: random.Random) -> Iterator[tuple[str, str]]:
    for term in _drawn("loaded word", report.analysis.loaded_terms, chooser):
        whose = {"own": "the outlet's own words", "quoted": "quoted words", "reported": "reported words"}[term.voice]
        stands = f"{_paragraph(report, term.span.start)}: “{_words(report, term.span)}”"
        yield "loaded word", f"{stands} is loaded, in {whose}"
        instead = f"; instead: {', '.join(term.alternatives)}" if term.alternatives else ""
        yield "reason", f"{stands}: {term.reason}{instead}"
    qualifying = [word for word in report.analysis.subjective_words if not word.judges]
    for word in _drawn("qualifying word", qualifying, chooser):
        sentence = report.analysis.article.sentences[word.sentence]
        whole = _words(report, (sentence.start, sentence.end))
        stands = f"{_paragraph(report, word.span.start)}: “{_words(report, word.span)}” in “{whole}”"
        yield "qualifying word", f"{stands} is one of: {word.category.replace('_', ' ')}; whose words: {word.voice}"


def _words(report: Report, span: tuple[int, int]) -> str:
    return " ".join(report.analysis.article.slice(span).split())


def _paragraph(report: Report, start: int) -> str:
    blocks = enumerate(report.analysis.article.blocks, start=1)
    return f"Paragraph {next(number for number, block in blocks if start < block.end)}"


def _drawn(kind: str, found: Sequence[Any], chooser: random.Random) -> list[Any]:
    places = sorted(chooser.sample(range(len(found)), min(MOST[kind], len(found))))
    return [found[place] for place in places]


def tally(folder: Path, *, refused: bool) -> None:
    kinds: dict[tuple[int, int], tuple[str, str]] = {}
    for path in sorted(folder.glob("*/*.statements.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            kinds[row["article"], row["number"]] = row["kind"], row["statement"]
    counts: defaultdict[str, list[bool]] = defaultdict(list)
    judged: set[tuple[int, int]] = set()
    for path in sorted(folder.glob("*/verdicts.jsonl")):
        for row in map(json.loads, filter(None, path.read_text(encoding="utf-8").splitlines())):
            key = row["article"], row["number"]
            if key in judged:
                raise SystemExit(f"{path}: {key} is judged twice")
            judged.add(key)
            kind, statement = kinds[key]
            counts[kind].append(row["signed"])
            if refused and not row["signed"]:
                print(f"{key[0]}.{key[1]} [{kind}] {statement}\n    {row.get('why', '')}")
    for kind, signed in [*counts.items(), ("all", [one for of_kind in counts.values() for one in of_kind])]:
        print(f"{kind:16} {sum(signed):4} of {len(signed):4} {sum(signed) / max(len(signed), 1):.3f}")
    if missing := len(kinds) - len(judged):
        print(f"{missing} statements are not judged")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("--data", type=Path, required=True)
    drawing.add_argument("--output", type=Path, required=True)
    drawing.add_argument("--seed", type=int, required=True)
    drawing.add_argument("--count", type=int, default=24)
    drawing.add_argument("--readers", type=int, default=6)
    drawing.add_argument("--words", type=int, nargs=2, default=WORDS, metavar=("LEAST", "MOST"))
    tallying = commands.add_parser("tally")
    tallying.add_argument("folder", type=Path)
    tallying.add_argument("--refused", action="store_true")
    options = parser.parse_args()
    if options.command == "draw":
        words = (options.words[0], options.words[1])
        draw(options.data, options.output, seed=options.seed, count=options.count, readers=options.readers, words=words)
    else:
        tally(options.folder, refused=options.refused)


if __name__ == "__main__":
    main()
