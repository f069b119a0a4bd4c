"""Clauses of saying that the tagger missed or cut: content, source and verb are known by their places in the sentence.

"The mill will close, Ada Holm, 62, said on Monday." · "Nurses who work there said the ward was closed." · "It met Ada
Holm, a nurse who said it was closed."
"""

import re
from collections.abc import Iterator, Sequence

from framing.article import Article
from framing.attributing.asked import PUT, WHEN
from framing.attributing.credit import credit, is_quoted, word_count
from framing.attributing.repair import sentence_at
from framing.attribution import Attribution
from framing.entities.name_words import OPENERS
from framing.expressions import expression
from framing.spans import Span

__all__ = ["FINITE", "FIRST_PERSON", "NOMINAL", "SHOWING", "find_clauses"]

_SAYING = expression(r"\b(?:said|says|say|told|tells|reported|reports|shows?|showed|finds?|found|reveals?|revealed)\b")
SHOWING = expression(
    r"\b(?:polls?|polling|surveys?|stud(?:y|ies)|reports?|data|figures|audits?|research|analysis|memos?|documents|records|filings?)$",
    re.IGNORECASE,
)
"""Documents, the only sources that "show" and "find" something."""
FINITE = expression(
    r"\b(?:am|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should"
    r"|said|says|say|told|tells|thinks?|thought|believes?|wants?|wanted|[A-Za-z]+n[’']t)\b"
)
"""Finite verbs, which a clause has and the mention of a source does not."""
FIRST_PERSON = ("I", "we", "my", "our", "me", "us")
"""Words by which somebody speaks of themselves, as they are written inside of a sentence."""
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WHEN = (
    rf"(?: (?:{_DAY}|today|yesterday|earlier|later|recently|on|in|at|during|after|before|this|last|late|early"
    r"|to|via|by|from|through|outside|as|when|while|of|about)\b[^,;:“”\"]*)?"
)
_TAIL = {
    "say": expression(rf"{_WHEN} ?[.!]?[”\"’)]{{0,3}}"),
    "tell": expression(rf"(?: (?!that\b)[\w.’'&-]+){{1,6}}?{_WHEN} ?[.!]?[”\"’)]{{0,3}}"),
}
NOMINAL = expression(
    r"(?:[A-Z“]|(?:the|a|an|his|her|its|their|our|one|two|three|some|several|many|most|other|another|both|he|she|they|it|police"
    r"|officials?|authorities|sources?|critics?|supporters?|experts?|analysts?|aides?|lawmakers|prosecutors|investigators"
    r"|witnesses|residents|doctors|scientists|researchers|activists|campaigners|opponents)\b)"
)
_INSIDE_MARKS = expression(r"[“\"][^“”\"]*[”\"]")
_SECOND_HALF = expression(rf"[^,;“”\"\n]{{0,60}}, (?={FINITE.pattern})")
"""Words between the verb of saying and the second half of the content: "The mill, Holm wrote [to staff,] will
close"."""
_WHO = expression(
    r"(?:(?:(?:But|And|Yet|Still|So) )?"
    r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})(?: of (?:[A-Z][\w.]* ?){1,3})?, )?"
    rf"\b(?:an?|the) (?:(?!{FINITE.pattern}|[a-z]+ed\b(?= (?:an?|by|her|him|the)\b))[^,;:“”\"]){{2,60}}"
    r" (?P<who>who) (?:also |later |then )?$"
)
"""The subject of a relative clause behind an apposition: "[Ada Holm] of Tarn, a nurse who"."""
_LONGEST_MENTION = 16
"""Words in the longest mention of a source, its relative clause included; a longer one is a clause that was misread.
Set by hand."""
_LEADING = expression(
    rf"(?:(?:But|And|Yet|Still|So|Then|Also|Meanwhile|However|Earlier|Later|On|In|At|After|During|Last|This|{_DAY})\b"
    r"[^,;“”\"]{0,60}, |(?:But|And|Yet|Still|So) )?"
)
_ASIDE = expression(rf"[,.;:]|{WHEN}{PUT}")
"""Behind a verb of saying, what is no content of it: "said, ", "said when asked whether"."""
_RELATIVE = expression(r",? (?:who|which|whose|that)\b.*$", re.DOTALL)


def find_clauses(article: Article, known: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield attributions of verbs that no known cue covers, and of those whose known content holds its own source.

    Args:
        article: The article.
        known: The attributions found so far, in text order.
    """
    cues = {
        place: attribution
        for attribution in known
        if attribution.cue is not None
        for place in range(*attribution.cue.span)
    }
    for verb in _SAYING.finditer(article.text):
        sentence = sentence_at(article, verb.start())
        if sentence is None or is_quoted(article, verb.start()):
            continue
        tagged = cues.get(verb.start())
        place = sentence
        if tagged is not None and tagged.source is not None:
            attribution = _mended(article, place, tagged)
        else:
            attribution = _clause(article, place, Span(*verb.span()))
        if attribution is not None:
            yield attribution


def _mended(article: Article, sentence: Span, tagged: Attribution) -> Attribution | None:
    """Return a better reading of an attribution whose content is no clause but the source, or half a content."""
    first, cue = tagged.content[0], tagged.cue.span if tagged.cue else tagged.content[0]
    whole = len(tagged.content) == 1 and first.end <= cue.start and first.start >= sentence.start
    if not whole or is_quoted(article, first.start) or FINITE.search(article.slice(first)):
        return None
    if article.text[first.end - 1] in '”"' or article.slice(first).rstrip(",").endswith(("”", '"')):
        return _in_front(article, sentence, cue, nicknamed=True)
    second = _SECOND_HALF.match(article.text, cue.end, sentence.end)
    if second is None or tagged.source is None:
        return None
    rest = article.text[second.end() : sentence.end].rstrip(" .\n")
    return credit(article, [first, Span(second.end(), second.end() + len(rest))], cue, tagged.source.span)


def _clause(article: Article, sentence: Span, verb: Span) -> Attribution | None:
    word = article.slice(verb)
    tail = _TAIL["tell" if word in {"told", "tells"} else "say"]
    if word[:3] in {"sai", "say", "tol", "tel", "rep"} and tail.fullmatch(article.text, verb.end, sentence.end):
        return _behind(article, sentence, verb)
    if word in {"said", "says", "say"}:
        return _in_relative(article, sentence, verb) or _in_front(article, sentence, verb)
    if word[0] in "sfr" and SHOWING.search(article.text[sentence.start : verb.start].rstrip()):
        return _in_front(article, sentence, verb, shown=True)
    return None


def _behind(article: Article, sentence: Span, verb: Span) -> Attribution | None:
    """Return the attribution of a verb at the end of its sentence: content, then source, then verb."""
    before = article.text[sentence.start : verb.start].rstrip()
    closed = before.endswith(",")
    before = before.rstrip(",")
    parts = [(gap.start(), gap.end()) for gap in re.finditer(r"[,—”\"]\s+|[”\"]\s*", before)]
    for number in range(len(parts) - 1 - closed, -1, -1):
        start = sentence.start + parts[number][1]
        mention = before[parts[number][1] :]
        head = mention.split(",", maxsplit=1)[0]
        content = Span(sentence.start, sentence.start + parts[number][0])
        if len(mention.split()) > _LONGEST_MENTION or FINITE.search(_RELATIVE.sub("", head)):
            return None
        if NOMINAL.match(head) and FINITE.search(article.slice(content)):
            opening = before[parts[number][0] : parts[number][0] + 1]
            end = content.end + 1 if opening in '”"' and opening else content.end
            source = Span(start, start + len(head))
            if word_count(article, content) > 1 and not is_quoted(article, source.start):
                return credit(article, [Span(content.start, end)], verb, source)
        if not closed:
            return None
    return None


def _in_relative(article: Article, sentence: Span, verb: Span) -> Attribution | None:
    """Return the attribution of a relative clause that ends its sentence: "a nurse who said it was closed"."""
    who = _WHO.search(article.text, sentence.start, verb.start)
    rest = article.text[verb.end : sentence.end].rstrip(" .\n")
    content = rest.lstrip()
    if who is None or "," in content or _ASIDE.match(content) or not FINITE.search(content):
        return None
    start = verb.end + len(rest) - len(content)
    named = who["name"] is not None and who["name"].split()[0].lower() not in OPENERS
    return credit(article, [Span(start, verb.end + len(rest))], verb, Span(*who.span("name" if named else "who")))


def _in_front(
    article: Article, sentence: Span, verb: Span, *, nicknamed: bool = False, shown: bool = False
) -> Attribution | None:
    """Return the attribution of a verb in mid-sentence: source, then verb, then content."""
    text = article.text
    leading = _LEADING.match(text, sentence.start, verb.start)
    start = leading.end() if leading else sentence.start
    mention = text[start : verb.start].rstrip()
    relative = _RELATIVE.search(mention)
    head = mention[: relative.start()] if relative else mention
    head = (
        head.split(",", maxsplit=1)[0] if (mention.count(",") in {0, 2} and mention.endswith(",")) or relative else head
    )
    infinitive = mention.endswith(" to")  # "declined to say" has no clause of its own
    if not head or infinitive or len(mention.split()) > _LONGEST_MENTION or FINITE.search(head):
        return None
    if not nicknamed and ("“" in head or '"' in head):
        return None
    if _INSIDE_MARKS.sub("", head).count(",") or not (head[0].isupper() or NOMINAL.match(head)):
        return None
    rest = text[verb.end : sentence.end].strip()
    clause = (FINITE.search(rest) is not None or shown or nicknamed) and not _ASIDE.match(rest)
    end = verb.end + len(text[verb.end : sentence.end].rstrip(" .\n"))
    begin = verb.end + len(text[verb.end : sentence.end]) - len(text[verb.end : sentence.end].lstrip())
    if not clause or end - begin < 2 or is_quoted(article, start):
        return None
    return credit(article, [Span(begin, end)], verb, Span(start, start + len(head)))
