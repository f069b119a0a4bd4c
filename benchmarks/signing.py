"""What careful readers sign of reports on articles that nobody has marked: the codebook is `docs/signing.md`.

    python benchmarks/signing.py draw --data ../shared/data --seed 1 --output round
    python benchmarks/signing.py tally round

Two states of the program are compared by statements of both in one list, so that a reader is not told which is whose:

    python benchmarks/signing.py draw --data ../shared/data --articles round/round.jsonl --output before   # the other state
    python benchmarks/signing.py pair before round --output paired
    python benchmarks/signing.py tally paired

`draw` gives each reader a folder with random articles as text, to be read first, and with numbered statements of their
reports, to be judged afterwards. A reader writes `verdicts.jsonl` beside them, a line for each statement: its `article`
and `number`, `signed` (true or false) and, where it is not signed, `why`. `tally` says how many of each kind are.

Articles of rounds on record (`reports/evaluation/signing_rounds.jsonl`, from the eighth round on) are left out; `draw`
writes the new round's line for it to `round.jsonl`. Which attributions and words are asked about depends on the
article and on where they stand alone: two states that find the same are asked about the same.
"""

import argparse
import hashlib
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
WHOSE = "whose.json"
"""Which of two states makes each statement of a paired round; it lies beside the readers' folders."""
ON_RECORD = gold_folder().parent / "signing_rounds.jsonl"


def marked_articles() -> set[str]:
    """Ids of all articles that readers have marked or that are held back."""
    lines = (line for path in gold_folder().glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines())
    return {json.loads(line).get("id", "") for line in lines} | set(held_back())


def drawn_before() -> set[str]:
    """Ids of the articles of all rounds on record."""
    lines = ON_RECORD.read_text(encoding="utf-8").splitlines()
    return {name for line in lines for name in json.loads(line)["ids"]}


def chosen_articles(data: Path, *, seed: int, count: int, words: tuple[int, int]) -> list[dict[str, Any]]:
    left_out = marked_articles() | drawn_before()
    rows = [row for row in read_news(data) if row["id"] not in left_out]
    rows = [row for row in rows if words[0] <= len(row["text"].split()) <= words[1]]
    return random.Random(seed).sample(rows, count)  # noqa: S311 -- a sample


def articles_of(data: Path, drawn: Path) -> list[dict[str, Any]]:
    rows = {row["id"]: row for row in read_news(data)}
    return [rows[name] for name in json.loads(drawn.read_text(encoding="utf-8"))["ids"]]


def draw(chosen: Sequence[dict[str, Any]], output: Path, *, seed: int, readers: int, words: tuple[int, int]) -> None:
    output.mkdir(parents=True, exist_ok=True)
    record = {"seed": seed, "words": words, "ids": [row["id"] for row in chosen]}
    (output / "round.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    for number, row in enumerate(chosen):
        folder = output / f"reader-{number % readers + 1}"
        folder.mkdir(parents=True, exist_ok=True)
        told = {name: row[name] for name in ("date", "outlet") if row.get(name)}
        report = framing.analyze(row["text"], title=row["title"], metadata=told)
        (folder / f"{number + 1}.txt").write_text(numbered_paragraphs(report), encoding="utf-8")
        _write(folder, number + 1, [*_statements(report, row["id"])])


def _write(folder: Path, article: int, statements: Sequence[tuple[str, str]]) -> None:
    rows = (
        {"article": article, "number": place, "kind": kind, "statement": text}
        for place, (kind, text) in enumerate(statements, start=1)
    )
    (folder / f"{article}.statements.jsonl").write_text(
        "".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8"
    )


def pair(first: Path, second: Path, output: Path) -> None:
    """Put the statements of two states about the same articles into one list, and write down whose each is."""
    whose: dict[str, list[int]] = {}
    for path in sorted(first.glob("*/*.statements.jsonl")):
        other = second / path.parent.name / path.name
        text = path.with_name(path.name.replace(".statements.jsonl", ".txt"))
        if text.read_text(encoding="utf-8") != (other.parent / text.name).read_text(encoding="utf-8"):
            raise SystemExit(f"{text} and {other.parent / text.name} are not the same text")
        states = [[(row["kind"], row["statement"]) for row in _rows(one)] for one in (path, other)]
        article = int(path.name.split(".")[0])
        merged = _merged(states, random.Random(article))  # noqa: S311 -- an order
        folder = output / path.parent.name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / text.name).write_text(text.read_text(encoding="utf-8"), encoding="utf-8")
        _write(folder, article, list(merged))
        whose |= {f"{article}.{place}": list(of) for place, of in enumerate(merged.values(), start=1)}
    (output / WHOSE).write_text(json.dumps(whose), encoding="utf-8")


def _merged(states: Sequence[Sequence[tuple[str, str]]], chooser: random.Random) -> dict[tuple[str, str], list[int]]:
    """Return statements with the states that make them; panels that differ are told apart by a number that is drawn."""
    panels = [[one for one in state if one[0].startswith("panel")] for state in states]
    merged: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    places = [1, 2]
    chooser.shuffle(places)
    for place in (1, 2):
        number = places.index(place)
        for kind, text in panels[number]:
            named = text if panels[0] == panels[1] else text.replace("the panel of speakers", f"panel {place}")
            merged[kind, named].append(number)
    others = {
        one: [number for number in (0, 1) if one in states[number]] for one in dict.fromkeys([*states[0], *states[1]])
    }
    for kind in dict.fromkeys(kind for kind, _ in others if not kind.startswith("panel")):
        # By their words, which begin with the paragraph: no order tells whose they are.
        merged |= {one: others[one] for one in sorted(others) if one[0] == kind}
    return merged


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, filter(None, path.read_text(encoding="utf-8").splitlines()))


def numbered_paragraphs(report: Report) -> str:
    blocks = report.analysis.article.blocks
    texts = [report.analysis.article.slice((block.start, block.end)) for block in blocks]
    return "\n\n".join(f"[{number}] {' '.join(text.split())}" for number, text in enumerate(texts, start=1)) + "\n"


def _statements(report: Report, article: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the words of each statement that is to be judged."""
    yield from _of_speakers(report, article)
    for name in sure_frames(report):
        found = ", ".join(dict.fromkeys(_words(report, place[:2]) for place in report.analysis.frame_words[name]))
        yield (
            "frame",
            f"The article presents its matter through the frame “{name.replace('_', ' ')}” (words: {found[:200]})",
        )
    yield from _of_words(report, article)
    for statement in report.statements:
        yield "summary", statement.text


def _of_speakers(report: Report, article: str) -> Iterator[tuple[str, str]]:
    for number, row in enumerate([source for source in report.sources if source.sure][:ROWS], start=1):
        place = f"Row {number} of the panel of speakers"
        yield "panel: name", f"{place}: “{row.name}” speaks in this article, in this row alone, and is rightly named so"
        if as_source(row) not in UNTOLD:
            yield "panel: type", f"{place}: “{row.name}” is rightly called: {as_source(row)}"
        yield "panel: words", f"{place}: about {row.words} words of “{row.name}” are quoted or reported"
    told = {row.name: f" ({as_source(row)})" for row in report.sources if as_source(row) not in UNTOLD}
    said = [one for one in report.analysis.attributions if one.sure and one.act == "speech" and one.source]
    for one in _drawn("attribution", article, said):
        content = " […] ".join(f"“{_words(report, span)}”" for span in one.content)
        whose = one.source.name + told.get(one.source.name, "")
        whose_words = "are told or passed on by" if one.relayed else "are words of"
        yield "attribution", f"{_paragraph(report, one.content[0].start)}: {content} {whose_words} {whose}"


def _of_words(report: Report, article: str) -> Iterator[tuple[str, str]]:
    for term in _drawn("loaded word", article, report.analysis.loaded_terms):
        whose = {"own": "the outlet's own words", "quoted": "quoted words", "reported": "reported words"}[term.voice]
        stands = f"{_paragraph(report, term.span.start)}: “{_words(report, term.span)}”"
        yield "loaded word", f"{stands} is loaded, in {whose}"
        instead = f"; instead: {', '.join(term.alternatives)}" if term.alternatives else ""
        yield "reason", f"{stands}: {term.reason}{instead}"
    qualifying = [word for word in report.analysis.subjective_words if not word.judges]
    for word in _drawn("qualifying word", article, qualifying):
        sentence = report.analysis.article.sentences[word.sentence]
        whole = _words(report, (sentence.start, sentence.end))
        stands = f"{_paragraph(report, word.span.start)}: “{_words(report, word.span)}” in “{whole}”"
        yield "qualifying word", f"{stands} is one of: {word.category.replace('_', ' ')}; whose words: {word.voice}"


def _words(report: Report, span: tuple[int, int]) -> str:
    return " ".join(report.analysis.article.slice(span).split())


def _paragraph(report: Report, start: int) -> str:
    blocks = enumerate(report.analysis.article.blocks, start=1)
    return f"Paragraph {next(number for number, block in blocks if start < block.end)}"


def _drawn(kind: str, article: str, found: Sequence[Any]) -> list[Any]:
    """Return some of what was found, in its order: those whose places have the smallest hashes."""

    def lot(one: Any) -> str:  # noqa: ANN401 -- an attribution, a term or a word
        start = one.content[0].start if kind == "attribution" else one.span.start
        return hashlib.sha256(f"{article} {kind} {start}".encode()).hexdigest()

    drawn = sorted(found, key=lot)[: MOST[kind]]
    return [one for one in found if one in drawn]


def tally(folder: Path, *, refused: bool) -> None:
    kinds: dict[tuple[int, int], tuple[str, str]] = {}
    for path in sorted(folder.glob("*/*.statements.jsonl")):
        kinds |= {(row["article"], row["number"]): (row["kind"], row["statement"]) for row in _rows(path)}
    whose = json.loads((folder / WHOSE).read_text(encoding="utf-8")) if (folder / WHOSE).exists() else {}
    counts: defaultdict[tuple[int, str], list[bool]] = defaultdict(list)
    judged: set[tuple[int, int]] = set()
    for path in sorted(folder.glob("*/verdicts.jsonl")):
        for row in _rows(path):
            key = row["article"], row["number"]
            if key in judged:
                raise SystemExit(f"{path}: {key} is judged twice")
            judged.add(key)
            kind, statement = kinds[key]
            for state in whose.get(f"{key[0]}.{key[1]}", [0]):
                counts[state, kind].append(row["signed"])
                counts[state, "all"].append(row["signed"])
            if refused and not row["signed"]:
                print(f"{key[0]}.{key[1]} [{kind}] {statement}\n    {row.get('why', '')}")
    for state, kind in sorted(counts, key=lambda one: (one[0], one[1] == "all")):
        signed = counts[state, kind]
        state_named = f"state {state + 1}, " if whose else ""
        print(f"{state_named}{kind:16} {sum(signed):4} of {len(signed):4} {sum(signed) / max(len(signed), 1):.3f}")
    if missing := len(kinds) - len(judged):
        print(f"{missing} statements are not judged")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("--data", type=Path, required=True)
    drawing.add_argument("--output", type=Path, required=True)
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--articles", type=Path, help="A round.jsonl whose articles are drawn again.")
    drawing.add_argument("--count", type=int, default=24)
    drawing.add_argument("--readers", type=int, default=6)
    drawing.add_argument("--words", type=int, nargs=2, default=WORDS, metavar=("LEAST", "MOST"))
    pairing = commands.add_parser("pair")
    pairing.add_argument("first", type=Path)
    pairing.add_argument("second", type=Path)
    pairing.add_argument("--output", type=Path, required=True)
    tallying = commands.add_parser("tally")
    tallying.add_argument("folder", type=Path)
    tallying.add_argument("--refused", action="store_true")
    options = parser.parse_args()
    if options.command == "draw":
        words = (options.words[0], options.words[1])
        if options.articles:
            chosen = articles_of(options.data, options.articles)
        else:
            chosen = chosen_articles(options.data, seed=options.seed, count=options.count, words=words)
        draw(chosen, options.output, seed=options.seed, readers=options.readers, words=words)
    elif options.command == "pair":
        pair(options.first, options.second, options.output)
    else:
        tally(options.folder, refused=options.refused)


if __name__ == "__main__":
    main()
