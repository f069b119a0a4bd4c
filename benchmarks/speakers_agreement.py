"""How far two blind readers of who speaks agree: Krippendorff's alpha, by NLTK.

    python benchmarks/speakers_agreement.py --data ../shared/data

For each word of the articles that two read, what they say it is (speech, attitude, plan, nobody's); for each attribution of
speech that both marked, its type and identity; and how often they name the same source.
"""

import argparse
import json
from pathlib import Path

from nltk.metrics.agreement import AnnotationTask

from framing.evaluation.source_names import same_name
from framing.evaluation.span_words import words_in
from framing.modelling.training.news import read_news
from framing.reading import document
from framing.resources import gold_folder
from framing.segmenting import segment


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--gold", type=Path, nargs="+", default=[gold_folder() / "speakers.jsonl"])
    arguments = parser.parse_args()
    rows = {}
    for file in arguments.gold:
        rows |= {
            row["id"]: row for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()) if "second" in row
        }
    acts, types, identities, names, articles = [], [], [], [], 0
    for news in read_news(arguments.data):
        if news["id"] not in rows:
            continue
        articles += 1
        article = segment(document(f"{news['title']}\n\n{news['text']}"))
        both = [rows[news["id"]]["attributions"], rows[news["id"]]["second"]["attributions"]]
        for reader, marked in enumerate(both):
            act = {word: row["act"] for row in marked for word in words_in(article, row["content"])}
            acts += [
                (reader, f"{news['id']}:{number}", act.get(number, "none"))
                for number, word in enumerate(article.tokens.words)
                if word
            ]
        speech = [
            [(words_in(article, row["content"]), row) for row in marked if row["act"] == "speech" and row["name"]]
            for marked in both
        ]
        for number, (words, row) in enumerate(speech[0]):
            rival = max(speech[1], key=lambda pair: len(pair[0] & words) / max(len(pair[0] | words), 1), default=None)
            if rival is None or 2 * len(rival[0] & words) < len(rival[0] | words):
                continue
            described = row["identity"] not in {"named_person", "named_organisation"}
            names.append(same_name(row["name"], rival[1]["name"], described=described))
            for kept, field in ((types, "type"), (identities, "identity")):
                kept += [(0, f"{news['id']}:{number}", row[field]), (1, f"{news['id']}:{number}", rival[1][field])]
    print(f"{articles} articles, {len(acts) // 2} words, {len(names)} attributions of speech that both marked")
    for name, task in (("act of each word", acts), ("type", types), ("identity", identities)):
        print(f"  {name:20} alpha {AnnotationTask(data=task).alpha():.3f}")
    print(f"  {'same name':20} share {sum(names) / len(names):.3f}")


if __name__ == "__main__":
    main()
