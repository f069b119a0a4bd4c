"""Measure on the news sample how rare each lexicon entry is in articles and in sentences."""

import json
import math
from collections import Counter
from pathlib import Path

from framing.article import Document
from framing.lexicons.compiled import compile_lexicons
from framing.lexicons.index import Index
from framing.lexicons.load import shipped
from framing.lexicons.match import comparable, find
from framing.modelling.training.news import read_news
from framing.segmenting import segment

__all__ = ["train"]

_SHOWN = 0.001
"""Shares of sentences below this are not kept: lint asks only for those above 2%."""


def train(data: Path, output: Path) -> dict[str, int]:
    """Write ``lexicon_rarity.json`` and ``lexicon_sentence_shares.json``.

    Rarity is ln((articles + 1) / (articles that hold the entry + 1)), the inverse document frequency of sparck1972.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.

    Returns:
        How many articles and sentences were read, and how many entries were found in none.
    """
    lexicons = shipped()
    stored = compile_lexicons(lexicons, {})
    indexes = [Index(part["tree"], part["rows"]) for part in stored.values()]
    in_articles: Counter[str] = Counter()
    in_sentences: Counter[str] = Counter()
    articles = sentences = 0
    for record in read_news(data):
        article = segment(Document(record["text"], title=record["title"]))
        words = comparable(article.tokens, article.sentences)
        articles += 1
        sentences += len(article.sentences)
        entries = {(match.entry.key, match.sentence) for index in indexes for match in find(words, index)}
        in_sentences.update(key for key, _ in entries)
        in_articles.update({key for key, _ in entries})
    keys = [f"{lexicon.id}/{entry.id}" for lexicon in lexicons for entry in lexicon.entries]
    rarity = {key: round(math.log((articles + 1) / (in_articles[key] + 1)), 4) for key in sorted(keys)}
    shares = {
        key: round(count / sentences, 5) for key, count in sorted(in_sentences.items()) if count > _SHOWN * sentences
    }
    _write(output / "lexicon_rarity.json", rarity)
    _write(output / "lexicon_sentence_shares.json", shares)
    return {"articles": articles, "sentences": sentences, "never found": sum(not in_articles[key] for key in keys)}


def _write(path: Path, content: dict[str, float]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
