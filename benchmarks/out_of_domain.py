"""How the models of sentences order BASIL's sentences, of which nothing was learned: AUC and average precision.

python benchmarks/out_of_domain.py --data PATH
"""

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score, roc_auc_score

from framing.scoring.sentences import score_texts


def read(path: Path) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Return the sentences, whether a phrase of each is marked as lexical bias, and whether one is marked at all."""
    sentences: list[str] = []
    lexical: list[bool] = []
    marked: list[bool] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        body = [sentence for paragraph in row["article"]["body-paragraphs"] for sentence in paragraph]
        kinds: dict[str, set[str]] = {f"p{number}": set() for number in range(len(body))}
        for phrase in row["annotations"]["phrase-level-annotations"]:
            if phrase["id"] in kinds:  # marks of the title are left out
                kinds[phrase["id"]].add(phrase["bias"])
        sentences += body
        lexical += ["lex" in kind for kind in kinds.values()]
        marked += [bool(kind) for kind in kinds.values()]
    return sentences, np.array(lexical), np.array(marked)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with basil.jsonl")
    sentences, lexical, marked = read(parser.parse_args().data / "basil.jsonl")
    table = score_texts(sentences)
    print(f"{len(sentences)} sentences, {lexical.sum()} with lexical bias, {marked.sum()} with any")
    for name, scores in (("bias", np.nan_to_num(table.bias)), ("loaded", table.loaded)):
        precision = average_precision_score(lexical, scores)
        print(
            f"{name}: lexical bias AUC {roc_auc_score(lexical, scores):.3f}, average precision {precision:.3f} "
            f"(chance {lexical.mean():.3f}); lexical or informational AUC {roc_auc_score(marked, scores):.3f}"
        )


if __name__ == "__main__":
    main()
