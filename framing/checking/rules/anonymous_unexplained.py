"""S204: an anonymous source without a reason."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    article = view.report.analysis.article
    seen: set[str] = set()
    for attribution in view.report.analysis.speech:
        source = attribution.source
        if source is None or attribution.anonymity_explained is not False or source.name.lower() in seen:
            continue
        seen.add(source.name.lower())
        text = article.slice(source.span)
        yield Found(
            source.span.start,
            source.span.end,
            f"'{' '.join(text.split())}' is anonymous, and the text does not say why.",
            0.7,
            source.name,
            reason="Say why the source is not named, or name it.",
            evidence=source.evidence,
        )


RULE = Rule(
    card=RuleCard(
        code="S204",
        name="anonymous-unexplained",
        summary="An anonymous source, and no word on why it is not named.",
        what="Finds attributions to sources that keep their name back on purpose, where nothing near says why.",
        why="Readers cannot weigh who speaks. Style guides allow anonymity where the reason is told.",
        evidence="reutershandbook2008, bbcterror2019, carlson2011: anonymous sources need a reason that readers see.",
        known_problems=(
            "Agencies are found more often than partisan outlets: a question of house style. A reason that stands "
            "far from the source, or in other words than the usual ones, is not seen."
        ),
        example=(
            "'A senior official, speaking on condition of anonymity, said' needs a reason; 'because he was not "
            "authorised to speak' is one."
        ),
        parts=("reported speech", "quotation"),
        kinds=("news",),
        level="note",
        precision=0.95,
        judged=96,
    ),
    needs=frozenset({"attributions"}),
    find=_find,
)
