"""Invented news prose of any length, varied enough that no sentence comes twice: texts that are read as articles are.

    python benchmarks/invented_prose.py 300

Reports of speech, quotations, judging words, names of persons, bodies and places, figures and plain facts, in about the
shares that news has. The same seed gives the same text.
"""

import argparse
import random

__all__ = ["prose"]

_FIRST = (
    "Ada Kai Mara Elin Jon Tove Ruth Nils Berta Anton Hedda Lars Sigrid Olaf Greta Emil Vera Henrik Dagny Ivar".split()
)
_LAST = "Holm Norr Teak Lund Moe Amdahl Strand Berg Vik Hagen Rask Solberg Falk Dahl Myhre Aas Lien Brandt Skog Tveit".split()
_PLACES = (
    "Torsay Norland Eastmark Hollin Vesterby Grenmoor Sundvale Kestrel Ardness Lowmere Brackwater Stenhaven".split()
)
_POSTS = "minister,mayor,deckhand,nurse,teacher,farmer,spokeswoman for the county,professor of law,shop steward,pilot,baker".split(
    ","
)
_BODIES = (
    "Harbour Board,Ministry of Transport,Tarn Times,Fishermen’s Union,Institute for Water,Court of Audit,Green Coast Group,"
    "Chamber of Commerce,Police Directorate,Teachers’ League,Rail Authority,Vale Hospital"
).split(",")
_THINGS = (
    "ferry,mill,bridge,reservoir,school,pension,fishery,railway,hospital,tax,harbour,border post,power line,quarry,library,"
    "prison,vaccine,subsidy,election,curfew,census,archive,tunnel,forest"
).split(",")
_QUALITIES = "new,old,northern,costly,small,public,private,planned,disputed,empty,safe,late,regional,cheap,long".split(
    ","
)
_JUDGED = "reckless,brutal,shameful,radical,heroic,disastrous,so-called,extreme,absurd,corrupt,historic,cynical".split(
    ","
)
_HAPPENED = (
    "will close in {month},cost {number} million crowns,was opened {number} years ago,lost a fifth of its staff,"
    "needs {number} more workers,was sold to a company from {place},stood still for {number} days,grew by {number} per cent,"
    "was inspected in {month},has been promised since {month}"
).split(",")
_MONTHS = "January,March,April,June,August,October,November".split(",")
_SAID = "said,told reporters,argued,admitted,claimed,warned,insisted,announced,explained,denied".split(",")
_PATTERNS = (
    "The {quality} {thing} in {place} {happened}.",
    "{person}, a {post}, {said} that the {thing} {happened}.",
    "“The {thing} {happened},” said {person}, a {post} in {place}.",
    "“We were never asked about the {thing},” {person} told the {body}. “The {quality} {other} {happened}.”",
    "According to the {body}, the {thing} {happened}, while the {other} {happened}.",
    "The {judged} plan for the {thing} in {place} has been debated since {month}.",
    "The {body} rejected the {judged} proposal, and {last} left the meeting in {month}.",
    "Officials of the {body} said on condition of anonymity that the {thing} {happened}.",
    "In {month} {number} people in {place} signed a letter against the {quality} {thing}.",
    "It is feared that the {thing} {happened}; the {body} has not answered.",
    "{last}, who grew up in {place}, did not want to speak about the {other}.",
    "When the {quality} {thing} {happened}, the {body} asked for help from {place}.",
    "Critics call the {other} {judged}, but {person} {said} it {happened}.",
    "A study by the {body} found that the {thing} {happened}.",
)
_SENTENCES = 4
"""Sentences of a paragraph at most."""


def prose(words: int, seed: int = 20_261_128) -> str:
    """Return paragraphs of invented prose.

    Args:
        words: How many words at least.
        seed: What the text follows from.
    """
    draw = random.Random(seed)  # noqa: S311 -- a sample, not a secret
    made: list[str] = []
    count = 0
    while count < words:
        made.append(" ".join(_sentence(draw) for _ in range(draw.randint(1, _SENTENCES))))
        count += len(made[-1].split())
    return "\n\n".join(made)


def _sentence(draw: random.Random) -> str:
    written = draw.choice(_PATTERNS)
    while "{" in written:
        before, _, rest = written.partition("{")
        name, _, after = rest.partition("}")
        written = before + _drawn(draw, name) + after
    return written


def _drawn(draw: random.Random, name: str) -> str:
    if name == "person":
        return f"{draw.choice(_FIRST)} {draw.choice(_LAST)}"
    if name == "number":
        return str(draw.randint(2, 900))
    lists = {
        "last": _LAST, "place": _PLACES, "post": _POSTS, "body": _BODIES, "thing": _THINGS, "other": _THINGS,
        "quality": _QUALITIES, "judged": _JUDGED, "happened": _HAPPENED, "month": _MONTHS, "said": _SAID,
    }  # fmt: skip
    return draw.choice(lists[name])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", type=int, nargs="?", default=300)
    print(prose(parser.parse_args().words))


if __name__ == "__main__":
    main()
