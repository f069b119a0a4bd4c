"""Attributions made of the tagger's stretches and the linker's links."""

from collections.abc import Iterator

from framing.article import Article
from framing.attributing.credit import credit
from framing.attributing.plausible import is_empty_subject
from framing.attribution import Attribution
from framing.modelling.labels import Stretch, Stretches
from framing.modelling.linking import Links
from framing.spans import Span

__all__ = ["tagged"]


def tagged(article: Article, stretches: Stretches, links: Links) -> Iterator[Attribution]:
    """Yield one attribution for each cue with its contents, and one for each content without a cue."""
    by_cue: dict[Stretch, list[Stretch]] = {}
    alone: list[Stretch] = []
    for content in stretches.contents:
        cue = links.cue_of.get(content)
        if cue is None:
            alone.append(content)
        else:
            by_cue.setdefault(cue, []).append(content)
    for cue, contents in by_cue.items():
        source = links.source_of.get(cue)
        mention = _span(article, source) if source is not None else None
        announcing = _span(article, cue)
        if mention and is_empty_subject(article.slice(mention), article.slice(announcing)):
            mention = None
        yield credit(article, [_span(article, content) for content in sorted(contents)], announcing, mention)
    for content in alone:
        yield credit(article, [_span(article, content)], None, None)


def _span(article: Article, stretch: Stretch) -> Span:
    return Span(article.tokens.starts[stretch.first], article.tokens.ends[stretch.last - 1])
