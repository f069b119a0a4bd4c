"""Two versions of one article: what changed in sentences, credits, loaded words and headline."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from framing.comparing.credits import changed_credits
from framing.comparing.versions import changed_sentences, match_sentences
from framing.errors import InputError
from framing.finding import Analysis, LoadedTerm
from framing.report import Report
from framing.revision import HeadlineChange, Revision, SentenceChange, TermChange
from framing.threads import one_thread

__all__ = ["diff"]


@one_thread()
def diff(old: Report, new: Report) -> Revision:
    """Return what changed between two versions of an article.

    Raises:
        InputError: If one was not scored (another language, no text).
    """
    for report in (old, new):
        if not report.measures:
            reason = report.notices[0].message if report.notices else "nothing of it was scored"
            raise InputError(report.name or "text", f"cannot be compared: {reason}")
    articles = (old.analysis.article, new.analysis.article)
    matched = match_sentences(*articles)
    sentences = changed_sentences(*articles, matched)
    titles = [" ".join(article.title.split()) if article.title else None for article in articles]
    return Revision(
        old=old,
        new=new,
        headline=HeadlineChange(*titles) if titles[0] != titles[1] else None,
        sentences=sentences,
        unchanged=len(matched.same) - sum(change.kind == "moved" for change in sentences),
        credits=changed_credits(old.analysis, new.analysis, matched),
        terms=(
            *(TermChange("loaded_in", term) for term in _more(new.analysis, old.analysis, sentences, new=True)),
            *(TermChange("loaded_out", term) for term in _more(old.analysis, new.analysis, sentences, new=False)),
        ),
    )


def _more(here: Analysis, there: Analysis, sentences: tuple[SentenceChange, ...], *, new: bool) -> Iterator[LoadedTerm]:
    """Yield the loaded terms that one version uses more often than the other, those of changed sentences first."""
    changed = [span for change in sentences if (span := change.new if new else change.old) and change.kind != "moved"]
    counts = Counter(_key(there, term) for term in there.loaded_terms)
    by_words: dict[tuple[str, str, str], list[LoadedTerm]] = defaultdict(list)
    for term in here.loaded_terms:
        by_words[_key(here, term)].append(term)
    more: list[LoadedTerm] = []
    for key, terms in by_words.items():
        terms.sort(key=lambda term: not any(s <= term.span.start < e for s, e in changed))
        more += terms[: max(len(terms) - counts[key], 0)]
    yield from sorted(more, key=lambda term: term.span)


def _key(analysis: Analysis, term: LoadedTerm) -> tuple[str, str, str]:
    return " ".join(analysis.article.slice(term.span).lower().split()), term.entry, term.voice
