"""Page furniture and credits: lines that are on the page and not in the story."""

import re

from framing.expressions import expression
from framing.segmenting.invitations import is_invitation

__all__ = ["is_boilerplate", "is_caption_credit", "is_credit", "is_listed", "is_sentence", "starts_comments"]

_BOILERPLATE = expression(
    r"""your\ email\ address\ will\ not\ be\ published|required\ fields\ are\ marked
    |(?:\d+\ )?(?:comments?|shares?)(?:\ \(\d+\))?$|be\ the\ first\ to\ comment|log\ in\ to\ (?:comment|reply)|post\ comment
    |(?:sign\ up|subscribe)\ (?:for|to|here|now|today)\b|get\ (?:our|the|breaking).{0,60}(?:newsletter|inbox|alerts|app\b)
    |.{0,60}\bnewsletters?\b.{0,40}$|(?:click|tap)\ here\ (?:to|for)\b
    |(?:read|see|watch|hear)\ (?:more|also|next)(?=:|\ (?:about|at|for|from|how)\b|\ (?-i:[A-Z])).{0,160}$
    |(?:more|previously|also|special\ coverage|exclusive|photos?|videos?|gallery|slideshow|watch|listen)\s?:\ ?.{0,120}(?<![.!?])$
    |(?:related|recommended|see\ also)(?:\ (?:stories|story|articles?|coverage|news|reading|content|links?|videos?))?\s?:.{0,200}$
    |read\ or\ share\ this\ story\b
    |slideshow\b.{0,20}$|\(open\ .{0,120}\)$
    |[(\[]?\s?(?:more|photos|videos?|related|see\ also|read\ (?:more|also)|also\ on\ [^:()]{2,40}):\ .{0,160}[)\]]$
    |(?:now|just|must|also|please)\ (?:watch(?:ed)?|read|see)(?=:|\ (?-i:[A-Z])).{0,160}$
    |share\ (?:this|on|via)\b|(?:follow|like)\ us\ on\b|(?:facebook|twitter|whatsapp|email|print|share|tweet|pinterest|linkedin|reddit)
        (?:[\ ,|/·]+(?:facebook|twitter|whatsapp|email|print|share|tweet|pinterest|linkedin|reddit|copy\ link))*$
    |©|\(c\)\ \d{4}|copyright(?=$|[^\w\s]|\ [^\w\s]|\ by\b|\ \d|\ (?-i:[A-Z]))|all\ rights\ reserved(?=$|\W*$|[^\w\s])|this\ material\ may\ not\ be\ published
    |(?:(?:advertisement|sponsored|story\ continue[sd]\ below|continue\ reading(?:\ the\ main\ story)?|skip\ advertisement)\s*)+:?$
    |more$|\[/?\w+\]$|https?://\S+$|[\W_]+$|[-–•]\ follow\ .{2,60}\bon\ (?:twitter|facebook|instagram)\b.{0,40}$
    |we\ use\ cookies|(?:accept|manage)\ (?:all\ )?cookies|media\ playback\ is\ (?:not\ )?supported
    |an?\ (?:daily|weekly|monthly|morning|evening)\ (?:round-?up|digest|briefing|summary|look)\ (?:of|at|on|back)\b
        (?:(?!\b(?:is|was|were|has|had|will|said|that)\b)[^,;:“"]){2,70}$
    |download\ (?:the|our)\ .{0,40}\bapp\b|(?:loading|please\ wait)\b.{0,20}$|tags?:\ |filed\ under(?=$|:|\ (?-i:[A-Z#]))|topics?:\ """,
    re.IGNORECASE | re.VERBOSE,
)
_NAVIGATION = expression(
    r"""(?:previous|next)\ (?:article|story)(?=\W*$|\s*[^\w\s,’']|\ (?-i:[A-Z\d]))
    |(?:read|see|watch|hear)\ (?:more|also|next)\b.{0,160}$
    |(?:related|recommended|trending|popular|most\ read|more\ (?:from|on|in|stories|news))\b.{0,90}$
    |cookie\ (?:policy|settings)|terms\ of\ (?:use|service)|privacy\ policy|image\ (?:copyright|source|caption)\b
    |(?:last\ )?(?:updated|published)(?:\ on|:|\ at)?\ .{0,60}$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Labels of links and of times; a sentence may begin with the same words ("Previous post offices were closed.")."""
_SENTENCE_END = expression(r"[.!?][”’\"')]*$")
_FEWEST_WORDS_OF_A_SENTENCE = 5
"""Words from which a paragraph that ends in a stop is a sentence and no button; set by hand."""
_LONGEST_BOILERPLATE = 260
"""Characters above which a paragraph is prose, whatever it says: 99 of 100 boilerplate paragraphs have under 150."""
_CREDIT_OPENING = expression(
    r"(?:additional\ )?(?:reporting|writing|editing|compiled)\ by\b|\((?:reporting|writing|editing|additional)\b"
    r"|(?:follow|email|reach|contact)\ (?:him|her|them|the\ author|[A-Z]).{0,80}(?:twitter|@|at\ )"
    r"|(?:the\ )?associated\ press\ (?:writers?|reporters?|contributed)",
    re.IGNORECASE | re.VERBOSE,
)
_CONTRIBUTED = expression(r"\bcontributed to this (?:report|story|article)", re.IGNORECASE)
_WRITER = expression(
    r"\bis\ (?:an?|the)\ .{0,90}\b(?:reporter|correspondent|columnist|fellow|editor)\b.{0,160}(?:follow|reach|email|twitter|@)",
    re.IGNORECASE | re.VERBOSE,
)
_WRITERS = ("reporter", "correspondent", "columnist", "fellow", "editor")
_AGENCIES = r"AP|Associated\ Press|Reuters|AFP|Getty|EPA|Shutterstock|Alamy|PA|Xinhua|Bloomberg|Zuma|UPI|Handout|via|Images?|Photo"
_DOUBLED_CREDIT = expression(
    r"enlarge\ this\ image(?:\ toggle\ caption)?\ (?P<credit>[^/]{3,60}/[^/]{2,40})\ (?P=credit)$",
    re.IGNORECASE | re.VERBOSE,
)
"""A picture whose caption waits behind a button: the page shows its credit alone, twice."""
_CAPTION_OPENING = expression(
    r"enlarge\ this\ image\b|toggle\ caption\b|(?:file|file\ photo|photo|image|picture|caption|pictured)\s*[-–—:]\ ?\S",
    re.IGNORECASE | re.VERBOSE,
)
_IN_BRACKETS = expression(
    rf"\((?:[^()]{{0,60}}\b(?:{_AGENCIES})\b[^()]{{0,60}}|(?:photo|image|picture)[^()]{{0,60}})\)(?:\s+More)?\s*$",
    re.IGNORECASE | re.VERBOSE,
)
_WRITTEN_NAME = r"[A-Z][\w.’'-]*(?:\ [A-Z][\w.’'-]*){0,3}"
_IN_SQUARE_BRACKETS = expression(
    rf"(?<=[^.!?”\"]\s)\[\s?(?:file:\s)?(?:(?-i:{_WRITTEN_NAME}\s?/\s?{_WRITTEN_NAME})|[^\[\]\d]{{0,60}}\b(?:{_AGENCIES})(?:\ photo)?)\]$",
    re.IGNORECASE | re.VERBOSE,
)
"""A photographer and an outlet, or an agency, at the end of a caption: "[Ada Holm/Tarn Wire]"."""
_BEHIND_COLON = expression(r"(?:photograph|photo|image|picture|credit)s?: [^.]{2,60}$", re.IGNORECASE)
_SLASH_AND_AGENCY = expression(
    rf"[.\ ](?:[A-Z][\w.’-]+\ ){{1,3}}/\ ?(?:{_AGENCIES})(?:\ \w+)?\.?$", re.IGNORECASE | re.VERBOSE
)
"""A photographer and an agency at the end of a caption; looked for only where there is a slash."""
_BAR_AND_AGENCY = expression(
    rf"[.?!]\ \|\ (?:{_WRITTEN_NAME}/)?(?:{_AGENCIES})(?:\ (?:Photos?|Images?))?(?:$|\ (?=[A-Z]))", re.VERBOSE
)
"""An agency behind a bar, as the sites of papers print it, with the picture's title behind: "… | AP Photo Mill strike"."""
_LONGEST_CAPTION = 500
"""Characters of a caption; the longest of 182 captions in 1,000 articles has 473."""
_LISTED = expression(r"[-*•·‣▪◦]\s+\S|\|.*\|$|[^\t|]{1,80}(?:\t+[^\t]|\|[^|]{1,80}\|)")
"""An item with its mark, a row between bars, cells kept apart by tabs or by two bars; one bar parts a title from a
paper's name."""
_COMMENTS = expression(
    r"""(?:leave|post)\ a\ (?:reply|comment)(?=\W*$|[^\w\s,]|\ (?:below|cancel\ reply|on|to)\b)
    |(?:previous|next)\ post(?=\W*$|\s*[^\w\s,’']|\ (?-i:[A-Z\d]))""",
    re.IGNORECASE | re.VERBOSE,
)
"""What stands above comments, or leads to another page: the label, and a title behind it. A sentence goes on in small
letters ("Previous post offices were closed", "Leave a comment, the mayor told them")."""


def is_boilerplate(written: str) -> bool:
    """Return whether a paragraph is page furniture: comment forms, share and newsletter lines, related links."""
    if is_invitation(written):
        return True
    if len(written) > _LONGEST_BOILERPLATE:
        return False
    if _BOILERPLATE.match(written):
        return True
    return (_NAVIGATION.match(written) or _COMMENTS.match(written)) is not None and not is_sentence(written)


def is_credit(written: str) -> bool:
    """Return whether a paragraph credits contributors, or a photographer and says nothing of the picture."""
    if len(written) > _LONGEST_BOILERPLATE:
        return False
    if _CREDIT_OPENING.match(written) or _DOUBLED_CREDIT.match(written):
        return True
    small = written.lower()
    return ("contributed to" in small and _CONTRIBUTED.search(written) is not None) or (
        any(writer in small for writer in _WRITERS) and _WRITER.search(written) is not None
    )


def is_caption_credit(written: str) -> bool:
    """Return whether a paragraph is a picture's caption: it carries the picture's credit."""
    if len(written) > _LONGEST_CAPTION:
        return False
    return (
        _CAPTION_OPENING.match(written) is not None
        or ("(" in written and _IN_BRACKETS.search(written) is not None)
        or (written.endswith("]") and _IN_SQUARE_BRACKETS.search(written) is not None)
        or (": " in written and _BEHIND_COLON.search(written) is not None)
        or ("/" in written and _SLASH_AND_AGENCY.search(written) is not None)
        or ("|" in written and _BAR_AND_AGENCY.search(written) is not None)
    )


def is_listed(written: str) -> bool:
    """Return whether a paragraph has the form of a list's item or a table's row."""
    return _LISTED.match(written) is not None


def starts_comments(written: str) -> bool:
    """Return whether the rest of the page is a comment section or navigation."""
    return len(written) <= _LONGEST_BOILERPLATE and _COMMENTS.match(written) is not None and not is_sentence(written)


def is_sentence(written: str) -> bool:
    """Return whether a line ends as a sentence does, and has the words of one: labels of links do neither."""
    ended = _SENTENCE_END.search(written.rstrip()) is not None
    return ended and len(written.split()) >= _FEWEST_WORDS_OF_A_SENTENCE
