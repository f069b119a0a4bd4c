"""B401: a sentence in own voice that reads as slanted."""

from collections.abc import Iterator

from framing.article import Voice
from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    analysis = view.report.analysis
    article = analysis.article
    if not view.declared and analysis.genre is not None and analysis.genre.label == "opinion":
        return  # it reads as a column: only who says that it is a report is held to one
    for sentence, scores in zip(article.sentences, analysis.sentences, strict=True):
        if article.blocks[sentence.block].kind != "body" or scores.bias is None:
            continue
        own = sum(analysis.voices.share(sentence.start, sentence.end, voice) for voice in (Voice.OWN, Voice.SCARE))
        if scores.bias >= float(view.options["least-probability"]) and own >= 0.8:
            text = article.text[sentence.start : sentence.end]
            message = f"Reads as slanted ({100 * scores.bias:.0f}%)."
            yield Found(sentence.start, sentence.end, message, scores.bias, text)


RULE = Rule(
    card=RuleCard(
        code="B401",
        name="slanted-sentence",
        summary="A sentence of a report, in the outlet's own words, that reads as slanted.",
        what=(
            "Finds body sentences whose calibrated probability of slant is high and that are mostly in own voice, "
            "in what is declared as news, or what the genre model takes for reporting."
        ),
        why="Readers trained for it call such sentences slanted; in a report they should be a speaker's.",
        evidence=(
            "spinde2021: sentences labelled by trained readers; the model's card has figures in and out of domain."
        ),
        known_problems=(
            "On whole articles the model is worse than on its own set (BASIL: AUC 0.69): a pointer, not a verdict. A "
            "report that reads as a column is left alone, unless its kind is declared."
        ),
        example="'The shameless regime bullied its critics again' is found in a report, not in a column.",
        parts=("own voice",),
        kinds=("news",),
        default=True,
        options={"least-probability": 0.93},
        precision=0.88,
        judged=66,
    ),
    needs=frozenset({"attributions", "sentences", "genre"}),
    find=_find,
)
