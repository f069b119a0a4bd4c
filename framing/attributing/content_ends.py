"""Where a paraphrase ends inside of its sentence: behind some joints it is the writer who speaks again.

"Holm said that the mill was safe, even though two tests had failed." · "Holm said that it would close but gave none."
· "Holm said that it would close, the Tarn Times reported."

Most joints tell nothing: readers let nine in ten contents go on behind "and", "but", "as" or a dash, and no model
learned which of them end there (docs/models/attribution.md).
"""

import re
from collections.abc import Iterator

from framing.article import Article
from framing.attributing.clauses import FINITE, NOMINAL, SHOWING
from framing.attributing.credit import credit, is_quoted, word_count
from framing.attributing.repair import sentence_at
from framing.attributing.subjects import PAST
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span

__all__ = ["NAMING", "ended"]

_CONCESSION = expression(r",\s(?:(?:even )?though|although|even as)\s(?P<rest>[^;]+)$")
_FORESEEN = expression(r"\b(?:will|would|can|could|may|might|must|shall|should|ought)\b|[’'](?:ll|d)\b|\bwon[’']t\b")
"""Modal verbs: what they concede is mostly part of what the source foresees."""
_TELLING = (
    r"(?:comment|commit|confirm|disclos|elaborat|explain|giv|identif|nam|offer|provid|releas|reveal|rul|say|said|specif"
    r"|tell|told)\w*"
)
_SILENT = expression(
    rf",? (?:but|and) (?:(?:did|has|have|had|does|do)(?: not|n[’']t)(?: \w+ly)? {_TELLING}\b"
    rf"|(?:gave|offered|provided) (?:no|few|little)\b|(?:declined|refused) to {_TELLING}\b)"
)
"""What the source did not tell: the writer says so."""
_BASELESS = expression(
    r"(?: without elaborat\w+|, without (?:(?:(?:any|further|more) )*(?:evidence|proof|elaborat\w+)"
    r"|(?:ever |even )?(?:offering|giving|providing|citing|presenting|producing)(?: up)? "
    r"(?:(?:any|further|more|specific) )*"
    r"(?:evidence|proof|details?|specifics|examples?|reasons?|explanation|basis|names|figures|sources?|timeline)"
    r"|(?:saying|specifying|explaining|naming|identifying) "
    r"(?:how|what|when|where|which|who|why|names|any|anyone|them)\b))[^,;“”\"]*$"
)
"""What the source's words do not rest on, or leave open: "claimed that it had won[, without offering any evidence]"."""
_DAY = r"(?:on |last |this )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|year|today|yesterday)"
_RELAYED = expression(
    r",? according to (?!(?:the )?(?:plans?|law)\b)[^,;“”\"]+$"
    r"|, (?!(?:where|which|who|whom|whose|that|than|as|how|what|when)\b)(?:[\w.’'&-]+ ){1,7}"
    r"(?<!is )(?<!was )(?<!are )(?<!were )(?<!be )(?<!been )(?<!than )"
    rf"(?:said|says|reported|reports|noted|wrote)(?: {_DAY})?$"
)
"""Somebody else who passes the words on, named behind them."""
_RELATIVE = expression(r"\b(?:which|who|whom) ?(?:the |an? )?$")
_RESUMED = expression(rf"(?<=,[”\"]) (?={FINITE.pattern}).+$", re.DOTALL)
"""The main clause that goes on behind a relative clause: "the ferry, which Holm called “a wreck,” [was sold]"."""
NAMING = expression(
    r"\b(?:(?:brand|liken|term)(?:s|ed|ing)?|call(?:s|ed|ing)?(?! (?:for|on|in|off|up)\b)|characteri[sz](?:es?|ed|ing)"
    r"|classif(?:y|ies|ied|ying)|describ(?:es?|ed|ing)|dub(?:s|bed|bing)?|label(?:s|l?ed|l?ing)?|nam(?:es?|ed|ing))\b",
    re.IGNORECASE,
)
"""Verbs of giving something a name."""
_NAMED_WHEN = expression(
    rf"(?<=[”\"]) (?!.*{FINITE.pattern})(?:{_DAY}|(?:at|during|in) an? \w+|on [A-Z]\w+)\b"
    r"[^,;“”\"]*(?:[“\"][^“”\"]{1,40}[”\"])?$"
)
"""When and where somebody called something so: the day belongs to the calling, and not to what it was called."""
_MEANWHILE = expression(rf"(?<=,[”\"]) (?:even )?(?:as|while) (?!it\b){NOMINAL.pattern}[^,;“”\"]*$")
"""What goes on while somebody speaks, behind their last words: "felt “used,” [as he tried to slow down the vote]"."""
_SO_CALLED = expression(r"\bwhat (?:he|it|she|they)(?: [\w’-]+){0,2}? (?:called|described as|dubbed|termed) $")
_OVER = expression(r"(?<=,[”\"]) (?:after|for|over) [^“”\"]*$")
"""The occasion behind what the writer quotes from a judgement: "faulted what he called “a farce,” [over an advert]"."""
_MADE_KNOWN = expression(r"\b(?:announc|confirm)(?:ed|es|ing)$")
_WHEN = expression(
    r",? (?:early |late |on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    r"(?: (?:after|ahead of|at|before|during|in) [^,;“”\"]*)?$"
)
"""When something was made known, behind the noun phrase for it: "confirmed the sale [on Monday ahead of a vote]"."""
_EVENT = expression(
    r"\b(?:address|ballot|conference|debate|election|event|gathering|hearing|march|meeting|protest|rally|referendum|session"
    r"|speech|strike|summit|talks|trip|visit|vote|walkout)s?$"
)
"""What has a day of its own: "announced a vote [on Monday]"."""
_INCOMPLETE = expression(r"\b(?:as|at|by|for|from|into|like|of|on|than|to|with)$")
"""How a content ends whose last noun phrase comes behind an aside: "is based on[, though not identical to, a rule]"."""
_SPOKEN_AT = expression(
    r",? (?:(?:in|during|at) an? (?:[\w’'-]+ ){0,3}?"
    r"(?:interview|(?:news|press) (?:briefing|conference)|conference call"
    r"|closed-door (?:[\w’'-]+ ){0,3}?(?:briefing|conference|hearing|lunch|meeting|session|speech))"
    r"|on an? (?:[\w’'-]+ )?conference call)\b[^,;:]*(?:,[”\"])?$"
)
"""Where somebody said it: "Holm explained her plan [in an interview with the Tarn Post]"."""
_HAVING = expression(r"\b(?P<verb>has|have)\b(?! to\b)")
_AND_HAVING = {
    verb: expression(
        rf",? and (?:also |even |since |\w+ly )?{verb} (?!(?:a|an|any|been|his|her|its|no|the|their|to)\b)[a-z]+\b"
    )
    for verb in ("has", "have")
}
"""What else the source has done, in the tense of the cue: "has said he backs it[ and has met its makers]"."""
_TEXT = expression(r"\b(?:statement|letter|post|tweet|speech|interview|e-?mail|memo|video|article|column|essay)$")
_ABOUT_IT = expression(r"that (?:seem|appear|was|is|has|had|drew|went|came|could|may|might|would|did|[a-z]+ed\b)")
"""What the writer says of the text that a quotation is from: "said in a statement [that seemed aimed at Kirk]"."""
_NEXT_LINE = expression(r"; (?=[A-Z])")
"""Between two lines of one headline: "Holm says it will close; Kirk to resign"."""
_ANSWERS = expression(r"\b(?:in response to|in reply to|in answer to|in an interview with|of|about|during)$")
"""How a cue behind a quotation ends that goes on with its occasion: "he said in response to [Kirk's tweets]"."""
_SHARE = expression(r"\b(?:percent|per cent|half|third|quarter)\b|%", re.IGNORECASE)
_OTHER_SHARE = expression(
    r",? (?:and|but|while) (?:only |just |another |about |some )?\d[\d.]*(?: ?%| per ?cent\b)[^,;]{0,40}?"
    r"\b(?:approve|believe|disapprove|favou?r|oppose|said|say|says|support|think|want)\b.*$",
    re.DOTALL,
)
"""What the next share of a poll says: "51 percent said no[, and 48 percent said yes]"."""
_ASIDE = expression(r"(?<=[”\"]) \([^()“”\"]+\)?[.,]?$")
"""The writer's remark in brackets behind somebody's words: "“a harmless leak” [(nobody asked the fish)]"."""
_AND = r"(?:(?:But|And|Yet|So|Still),? )?"
_SUBORDINATE = expression(
    rf"{_AND}(?i:although|because|(?:even )?(?:if|though)|once|since|unless|until|when|whereas|while) "
)
"""How a sentence begins whose main clause is the writer's: "[While] Holm argues that …, it may not matter"."""
_LEADING = expression(_AND)
_MAIN = expression(
    rf"(?:,[”\"]?| [—–]| --) (?:{NOMINAL.pattern}|\b(?:few|I|it|no|nobody|there|this|we|you)\b)(?!(?:which|who|that)\b)"
    rf"[^,;“”\"]{{0,60}}?(?:{PAST.pattern})"
)
_TOLD_OF = expression(r"\w+ing(?: (?:about|against|for|of|on))?")
"""A participle behind the subject of a sentence, whose verb comes later: "Those [arguing] that it is safe are few"."""
_VERB = expression(
    r"(?<!\bhe)(?<!\bI)(?<!\bit)(?<!\bshe)(?<!\bthey)(?<!\bwe)(?<!\byou) (?P<verb>am|is|are|was|were|has|have|had|do"
    r"|does|did|will|would|can|could|may|might|must|shall|should|say|says|said)\b"
)
_JOINED = expression(r"[,;]|\b(?:and|because|but|if|or|that|when|which|while|who|whom|whose)\b")
"""What begins another clause inside of a content, which has its own verb."""
_DEMAND = expression(r"\b(?:for|of|on|against|about)$")
"""A cue with a noun phrase as its content: "asked for"."""
_OTHER = expression(
    rf",? but (?:[A-Z]|(?:an?|the|its|his|her|their|those|these) )[^,;“”\"]{{1,40}}?"
    rf"(?:{FINITE.pattern}|\b[a-z]{{3,}}ed\b).*$",
    re.DOTALL,
)
"""Another clause behind a demand, which is no clause: "asked for a vote[, but the board did not listen]"."""
_CLAUSAL = expression(r"(?:that|how|why|whether|if|what|he|she|it|they|we|there)\b", re.IGNORECASE)
_FEWEST = 3
"""Words that stay in a content that is cut. Set by hand: fewer begin a clause that goes on ("that, although")."""


def ended(article: Article, attribution: Attribution) -> Attribution:
    """Return an attribution without what the writer adds, outside of quotation marks, at the end of its content."""
    cue, last = attribution.cue, attribution.content[-1]
    if cue is None or attribution.kind == "direct" or last.start < cue.span.end:
        return attribution
    source = attribution.source.span if attribution.source else None
    # What a poll concedes ("although fewer were keen") is what it found.
    shown = any(SHOWING.search(article.slice(span)) for span in (source, cue.span) if span)
    quoted = len(attribution.content) > 1 and is_quoted(article, attribution.content[0].start + 1)
    if quoted and last.start == cue.span.end + 1 and _is_about_text(article, cue.span, last):
        return credit(article, attribution.content[:-1], cue.span, source)
    demands = _DEMAND.search(article.slice(cue.span)) is not None
    polled = source is not None and _SHARE.search(article.slice(source)) is not None
    places = [
        *_places(article, last, concedes=not shown, demands=demands, polled=polled),
        *_behind_marks(article, attribution, cue.span, last),
        *_at_main_clause(article, attribution, last),
    ]
    kept = Span(last.start, min((place for place in places if not _is_incomplete(article, place)), default=last.end))
    if kept == last or word_count(article, kept) < _FEWEST:
        return attribution
    return credit(article, [*attribution.content[:-1], kept], cue.span, source)


def _places(article: Article, span: Span, *, concedes: bool, demands: bool, polled: bool) -> Iterator[int]:
    """Yield the places in a content at which the writer may speak again."""
    text = article.slice(span)
    conceded = _CONCESSION.search(text) if concedes else None
    if conceded and (not FINITE.search(conceded["rest"]) or _FORESEEN.search(conceded["rest"])):
        conceded = None
    other = _OTHER.search(text) if demands else None
    kinds = [_SILENT, _BASELESS, _RELAYED, _ASIDE]
    kinds += [_OTHER_SHARE] if polled else []
    kinds += [_NEXT_LINE] if article.kind_at(span.start) in {"headline", "deck", "subhead"} else []
    for found in (conceded, other, *(kind.search(text) for kind in kinds)):
        if found and not any(is_quoted(article, span.start + place) for place in (found.start() + 1, found.end() - 1)):
            yield span.start + found.start()


def _behind_marks(article: Article, attribution: Attribution, cue: Span, last: Span) -> Iterator[int]:
    """Yield the ends of quotations behind which the writer speaks of the naming, or takes up the main clause again."""
    text = article.slice(last)
    subject = attribution.source.span.start if attribution.source else cue.start
    relative = _RELATIVE.search(article.text, max(subject - 12, 0), subject) is not None
    named = _NAMED_WHEN.search(text) if NAMING.search(article.slice(cue)) else None
    made_known = _WHEN.search(text) if _MADE_KNOWN.search(article.slice(cue)) and not _CLAUSAL.match(text) else None
    head = text[: made_known.start()] if made_known else ""
    dated = PAST.search(head) or _EVENT.search(head)
    for found in (
        named,
        None if dated else made_known,
        _MEANWHILE.search(text),
        _OVER.search(text) if _SO_CALLED.search(article.text, cue.end, last.start) else None,
        _SPOKEN_AT.search(text),
        _having(article, cue, text),
        _RESUMED.search(text) if relative else None,
    ):
        if found and not is_quoted(article, last.start + found.start()):
            yield last.start + found.start()


def _is_incomplete(article: Article, place: int) -> bool:
    """Return whether a content would end in a preposition."""
    return _INCOMPLETE.search(article.text, max(place - 10, 0), place) is not None


def _is_about_text(article: Article, cue: Span, part: Span) -> bool:
    """Return whether the words behind "said in a statement" tell of it and not what was said, or what it answers."""
    text, written = article.slice(part), article.slice(cue)
    about = _TEXT.search(written) is not None and _ABOUT_IT.match(text) is not None
    return about or _ANSWERS.search(written) is not None


def _having(article: Article, cue: Span, text: str) -> re.Match[str] | None:
    """Return where a content goes on with what else its source has done."""
    verb = _HAVING.search(article.slice(cue))
    found = _AND_HAVING[verb["verb"]].search(text) if verb else None
    return None if found is None or _HAVING.search(text, 0, found.start()) else found


def _at_main_clause(article: Article, attribution: Attribution, last: Span) -> Iterator[int]:
    """Yield where the sentence goes on behind a subordinate clause or a subject that holds cue and content."""
    source, cue = attribution.source, attribution.cue
    sentence = sentence_at(article, source.span.start) if source else None
    if source is None or cue is None or sentence is None or not source.span.end < cue.span.end <= last.start:
        return
    opening = article.text[sentence.start : source.span.start]
    text = article.slice(last)
    if _SUBORDINATE.fullmatch(opening):
        found = next((f for f in _MAIN.finditer(text) if not is_quoted(article, last.start + f.end() - 1)), None)
        if found:
            yield last.start + found.start()
    elif (
        _LEADING.fullmatch(opening)
        and cue.span.start - source.span.end == 1
        and _TOLD_OF.fullmatch(article.slice(cue.span))
    ):
        verb = _main_verb(text)
        if verb is not None and not is_quoted(article, last.start + verb):
            yield last.start + verb


def _main_verb(text: str) -> int | None:
    """Return where the verb of the sentence begins in a content that is part of its subject."""
    verbs = list(_VERB.finditer(text))
    clause = _CLAUSAL.match(text) is not None
    if len(verbs) <= clause:
        return None
    verb = verbs[clause]
    start = verbs[0].end() if clause else 0
    return None if _JOINED.search(text, start, verb.start()) else verb.start()
