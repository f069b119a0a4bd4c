from collections.abc import Callable

import pytest

from framing.corpus.summary import mentions
from framing.corpus.summary.opening import Corpus
from framing.corpus.summary.weights import name_hash

Make = Callable[..., dict[str, object]]
Opened = Callable[..., Corpus]


def credit(number: int, outlet: str, source: str, words: int, identity: str = "named_person") -> dict[str, object]:
    return {
        "article": f"news.jsonl:{number}",
        "outlet": outlet,
        "source": source,
        "identity": identity,
        "type": "expert",
        "words": words,
    }


def loaded(number: int, outlet: str, entry: str, sentence: int = 0, **columns: object) -> dict[str, object]:
    row = {
        "article": f"news.jsonl:{number}",
        "outlet": outlet,
        "entry": entry,
        "category": "emotive",
        "sentence": sentence,
        "start": 104,
        "end": 109,
        "voice": "own",
        "scare": False,
    }
    return {**row, **columns}


def sentence(number: int, text: str) -> dict[str, object]:
    return {"article": f"news.jsonl:{number}", "sentence": 0, "start": 100, "end": 100 + len(text), "text": text}


def people(opened: Opened, article: Make, rows: list[dict[str, object]], most: int = 9) -> list[tuple[object, ...]]:
    corpus = opened([article(1, "A")], details={"attributions": rows})
    found = mentions.quoted_people(corpus, most)
    assert found is not None
    return [(one.name, one.words, one.attributions, one.articles, one.outlets) for one in found]


def test_people_come_by_their_words_with_articles_and_outlets(opened: Opened, article: Make) -> None:
    rows = [
        credit(1, "A", "Maria Holt", 10),
        credit(1, "A", "Jonas Berg", 12),
        credit(1, "A", "Maria Holt", 5),
        credit(2, "B", "Maria Holt", 5),
        credit(2, "B", "the ministry", 500, identity="named_organisation"),
    ]
    assert people(opened, article, rows) == [("Maria Holt", 20, 3, 2, 2), ("Jonas Berg", 12, 1, 1, 1)]


def test_a_surname_alone_is_the_person_whose_it_nearly_always_is(opened: Opened, article: Make) -> None:
    rows = [
        credit(1, "A", "Maria Holt", 95),
        credit(2, "A", "Ole Holt", 5),
        credit(3, "B", "Holt", 40),
        credit(4, "B", "Jonas Berg", 50),
        credit(5, "B", "Lise Berg", 50),
        credit(6, "B", "Berg", 7),
        credit(7, "B", "Maria K. Holt", 2),
    ]
    assert people(opened, article, rows, 2) == [("Maria Holt", 137, 3, 3, 2), ("Jonas Berg", 50, 1, 1, 1)]
    assert ("Berg", 7, 1, 1, 1) in people(lambda *a, **k: opened(*a, **k, name="again"), article, rows)


def test_who_is_quoted_most_is_found_with_few_names_held(
    opened: Opened, article: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mentions, "_MOST_NAMES", 20)
    rows = [credit(n, "A", "Maria Holt" if n % 3 == 0 else f"Person {n}", 4) for n in range(300)]
    assert people(opened, article, rows, 1) == [("Maria Holt", 400, 100, 100, 1)]


def test_terms_of_the_own_voice_count_and_show_sentences_of_different_outlets(opened: Opened, article: Make) -> None:
    rows = [
        loaded(1, "A", "emotive_words/fury"),
        loaded(2, "A", "emotive_words/fury"),
        loaded(3, "B", "emotive_words/fury"),
        loaded(4, "B", "emotive_words/chaos", voice="quoted"),
        loaded(5, "B", "emotive_words/chaos", scare=True),
    ]
    texts = [sentence(number, "The fury grew in the harbour.") for number in (1, 2, 3)]
    corpus = opened([article(1, "A")], details={"loaded_terms": rows, "sentences": texts})
    [term] = mentions.used_terms(corpus, 5) or ()
    assert (term.entry, term.count, term.articles, term.outlets) == ("emotive_words/fury", 3, 3, 2)
    assert sorted(example.outlet for example in term.examples) == ["A", "B"]
    assert {example.text[example.start : example.end] for example in term.examples} == {"fury "}


def test_words_beside_a_term_are_those_that_chance_does_not_explain(opened: Opened, article: Make) -> None:
    rows = [loaded(n, "A", "emotive_words/fury") for n in range(80)]
    texts = [sentence(n, "The fury grew in the harbour that day.") for n in range(40)]
    texts += [sentence(n, "The rains swept over the roads and towns today.") for n in range(40, 80)]
    for number in range(40, 80):
        rows[number]["entry"] = "emotive_words/chaos"
    corpus = opened([article(1, "A")], details={"loaded_terms": rows, "sentences": texts})
    beside = {term.entry: term.beside for term in mentions.used_terms(corpus, 5) or ()}
    assert set(beside["emotive_words/fury"]) == {"grew", "harbour"}
    assert "harbour" not in beside["emotive_words/chaos"]


def test_the_order_of_rows_does_not_choose_the_examples(opened: Opened, article: Make) -> None:
    rows = [loaded(n, f"Outlet {n}", "emotive_words/fury") for n in range(12)]
    texts = [sentence(n, "The fury grew in the harbour.") for n in range(12)]
    found = [
        mentions.used_terms(
            opened([article(1, "A")], details={"loaded_terms": order, "sentences": texts}, name=name), 1
        )
        for order, name in ((rows, "one"), (rows[::-1], "two"))
    ]
    assert found[0] is not None
    assert found[1] is not None
    assert found[0][0].examples == found[1][0].examples


def test_without_details_there_is_no_list(opened: Opened, article: Make) -> None:
    corpus = opened([article(1, "A")])
    assert mentions.quoted_people(corpus, 5) is None
    assert mentions.used_terms(corpus, 5) is None


def test_articles_that_are_not_counted_are_in_no_list(opened: Opened, article: Make) -> None:
    rows = [credit(1, "A", "Maria Holt", 10), credit(2, "A", "Maria Holt", 10)]
    corpus = opened([article(1, "A")], details={"attributions": rows})
    [person] = mentions.quoted_people(corpus, 5, frozenset({name_hash("news.jsonl:2")})) or ()
    assert (person.words, person.articles) == (10, 1)
