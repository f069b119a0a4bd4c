"""Cross-validate the attribution model by outlet on PolNeAR's training and development parts.

    python benchmarks/attribution_by_outlet.py --data ../shared/data

Needs the extra ``framing[train]``; about half an hour of one core. Outlets that were left out are never trained on;
partisan outlets of one side are left out together, so that no near relative of a test outlet stays in training.
"""

import argparse
from pathlib import Path

from framing.attributing import attribute
from framing.evaluation.attributions import attribution_figures, counts
from framing.modelling.training.attribution import fit
from framing.modelling.training.gold_attributions import read_gold
from framing.modelling.training.syntactic_vectors import syntactic_vectors

FOLDS = (("breitbart", "west-journal"), ("nyt", "wash-post"), ("politico", "huff-post", "usa-today"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    gold = read_gold(data, ("train", "dev"))
    vocabulary, vectors = syntactic_vectors(data)
    everything = []
    for fold in FOLDS:
        model = fit([item for item in gold if item.outlet not in fold], vocabulary, vectors)
        rows = [counts(item, attribute(item.article, model)) for item in gold if item.outlet in fold]
        everything.extend(rows)
        print_figures(" + ".join(fold), rows)
    print_figures("all", everything)


def print_figures(name: str, rows: list[tuple[int, ...]]) -> None:
    cells = (f"{f.value:.3f} [{f.low:.3f} to {f.high:.3f}]" for f in attribution_figures(rows).values())
    print(f"| {name} | {len(rows)} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
