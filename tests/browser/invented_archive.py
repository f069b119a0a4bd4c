"""An archive's overview from figures drawn by lot: twenty outlets, thirteen measures, thirty months."""

import random
from pathlib import Path

from framing.corpus.summary.estimates import Estimate, Group
from framing.corpus.summary.figures import ALL_FIGURES, TELLING, choose_figures
from framing.corpus.summary.matched import Matched
from framing.corpus.summary.mentions import Example, Person, Term
from framing.corpus.summary.opening import Corpus
from framing.corpus.summary.overview import Overview
from framing.corpus.summary.tables import Table
from framing.corpus.summary.telling import TellingArticle

__all__ = ["invented_archive"]

FIGURES = choose_figures(TELLING)
OUTLETS = tuple(
    f"{place} {paper}"
    for place in ("Tarn", "Ostvale", "Norland", "Merrow Bay")
    for paper in ("Times", "Courier", "Evening Standard", "Lantern", "Wire")
)
MONTHS = tuple(f"{2030 + number // 12}-{number % 12 + 1:02d}" for number in range(30))


def invented_archive() -> Overview:
    """Return the overview; the same each time."""
    lot = random.Random(7)  # noqa: S311 -- figures of a picture

    def estimate(name: str, articles: int) -> Estimate:
        most = 1.0 if ALL_FIGURES[name].unit == "share" else 12.0
        value = lot.random() * most * 0.8
        return Estimate(value, value * 0.8, value * 1.2, articles)

    def group(*key: str, articles: int) -> Group:
        return Group(key, articles, articles, 400 * articles, {name: estimate(name, articles) for name in ALL_FIGURES})

    def table(by: tuple[str, ...], groups: list[Group]) -> Table:
        return Table(by, "article", FIGURES, tuple(groups), sum(one.articles for one in groups), {})

    outlets = table(("outlet",), [group(name, articles=lot.randint(12, 400)) for name in OUTLETS])
    by_month = table(("outlet", "month"), [group(name, month, articles=20) for name in OUTLETS[:8] for month in MONTHS])
    sentence = (
        "The council rammed its reckless plan for the harbour through on Monday, after a night of talks in the hall. "
    )
    start = sentence.index("reckless")
    example = Example("news.jsonl:7", OUTLETS[0], sentence, start, start + len("reckless"))
    return Overview(
        corpus=Corpus(
            Path("scores"), {"dataset_version": "1.1"}, finished=True, parts=1, details=frozenset(), rejects={}
        ),
        asked=by_month,
        figures=FIGURES,
        outlets=outlets,
        months=table(("month",), [group(month, articles=60) for month in MONTHS]),
        outlet_months=by_month,
        matched={
            name: {one.name: Matched(3.0, 2.0, lot.uniform(-2, 2), -2.5, 2.5, 31, (40, 50)) for one in FIGURES}
            for name in OUTLETS
        },
        events=31,
        unmatched={},
        articles={
            name: {
                one.name: tuple(
                    TellingArticle(
                        f"news.jsonl:{n}", f"Harbour plan passes its vote {n}", "2031-05-06", "", lot.random(), None
                    )
                    for n in range(3)
                )
                for one in FIGURES
            }
            for name in OUTLETS
        },
        people=tuple(Person(f"Ada Holm {n}", 4000 - n, 90, 40, 9, "politician") for n in range(25)),
        terms=tuple(
            Term(f"emotive_words/reckless_{n}", "emotive", 90 - n, 40, 9, (example, example), ("plan", "gamble"))
            for n in range(25)
        ),
    )
