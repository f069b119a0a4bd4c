"""Compare sentence splitters on the written cases: ours, NLTK's Punkt trained on the news sample, pysbd, syntok.

    pip install pysbd syntok
    python benchmarks/sentences.py --data ../shared/data

Prints passages split without an error, precision and recall of the boundaries inside passages, and sentences a second.
"""

import argparse
import gzip
import json
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pysbd
from nltk.tokenize.punkt import PunktSentenceTokenizer, PunktTrainer
from syntok import segmenter

from framing.segmenting.sentences import split_sentences

CASES = Path(__file__).parent.parent / "tests" / "cases" / "sentences.toml"
Splitter = Callable[[str], list[str]]


def texts(data: Path, count: int) -> list[str]:
    with gzip.open(data / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for _, line in zip(range(count), lines, strict=False)]


def splitters(data: Path) -> dict[str, Splitter]:
    trainer = PunktTrainer()
    for text in texts(data, 6006):
        trainer.train(text, finalize=False)
    trainer.finalize_training()
    punkt = PunktSentenceTokenizer(trainer.get_params())
    boundary = pysbd.Segmenter(language="en", clean=False)
    return {
        "framing": lambda text: [text[a:b] for a, b in split_sentences(text, 0, len(text))],
        "Punkt, trained on the news sample": punkt.tokenize,
        "pysbd": lambda text: [found.strip() for found in boundary.segment(text)],
        "syntok": lambda text: [
            text[sentence[0].offset : sentence[-1].offset + len(sentence[-1].value)]
            for paragraph in segmenter.process(text)
            for sentence in paragraph
        ],
    }


def boundaries(text: str, found: list[str]) -> set[int]:
    """Offsets at which a sentence other than the first begins."""
    places, place = set(), 0
    for sentence in found:
        start = text.find(sentence, place)
        if start < 0:
            continue
        if start:
            places.add(start)
        place = start + len(sentence)
    return places


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    timed = texts(data, 60)
    print("| splitter | passages right | held out | precision | recall | sentences a second |")
    print("|---|---|---|---|---|---|")
    for name, split in splitters(data).items():
        right = {False: [0, 0], True: [0, 0]}
        hits = said = wanted = 0
        for case in cases:
            join, held = case.get("join", " "), case.get("held_out", False)
            for passage in case["passages"]:
                text = join.join(passage)
                found = split(text)
                right[held][0] += found == passage
                right[held][1] += 1
                gold, mine = boundaries(text, passage), boundaries(text, found)
                hits, said, wanted = hits + len(gold & mine), said + len(mine), wanted + len(gold)
        start = time.process_time()
        sentences = sum(len(split(paragraph)) for text in timed for paragraph in text.split("\n") if paragraph.strip())
        rate = sentences / (time.process_time() - start)
        cells = [f"{a} of {b}" for a, b in (right[False], right[True])]
        print(
            f"| {name} | {cells[0]} | {cells[1]} | {hits / said:.3f} | {hits / wanted:.3f} | {rate:,.0f} |", flush=True
        )


if __name__ == "__main__":
    main()
