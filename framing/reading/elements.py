"""What elements of a page say of the text in them: by their name, their class, their role."""

from enum import IntFlag

from framing.expressions import expression
from framing.reading.markup import Tag

__all__ = ["Mark", "marked"]


class Mark(IntFlag):
    """What the elements around a text say of it."""

    NONE = 0
    HEADLINE = 1
    SUBHEAD = 2
    CAPTION = 4
    QUOTED = 8
    PULL_QUOTE = 16
    DECK = 32
    BYLINE = 64
    FURNITURE = 128
    """By its element: navigation, footer, dialog."""
    NAMED_FURNITURE = 256
    """By its class or id only (newsletter, related, share), or a form: it may hold the whole article by mistake."""
    ASIDE = 512
    ARTICLE = 1024
    PARAGRAPH = 2048
    HIDDEN = 4096
    HEADER = 8192
    PICTURE = 16384
    """By its class: what holds a picture, and perhaps the words below it."""
    LISTED = 32768
    """In an item of a list or a row of a table."""


_ELEMENTS = {
    "h1": Mark.HEADLINE,
    **dict.fromkeys("h2 h3 h4 h5 h6".split(), Mark.SUBHEAD),
    "figcaption": Mark.CAPTION,
    "figure": Mark.CAPTION,
    "blockquote": Mark.QUOTED,
    **dict.fromkeys("nav dialog menu footer".split(), Mark.FURNITURE),
    # Some systems put the whole page into a form.
    "form": Mark.NAMED_FURNITURE,
    "aside": Mark.ASIDE,
    "article": Mark.ARTICLE,
    "main": Mark.ARTICLE,
    "header": Mark.HEADER,
    "p": Mark.PARAGRAPH,
    **dict.fromkeys("li tr td th".split(), Mark.LISTED),
    **dict.fromkeys(
        "audio button canvas datalist math noscript object picture select svg template video".split(), Mark.HIDDEN
    ),
}
_EDGE = r"(?:^|[\s_-])"
_NAMES = (
    (
        expression(_EDGE + r"(?:[a-z]*captions?(?:-?text)?|cutline|(?:photo|image|picture)-?credit)(?:$|[\s_-])"),
        Mark.CAPTION,
    ),
    (expression(_EDGE + r"(?:photo|image|img|picture|thumbnail|illustration)s?(?:$|[\s_-])"), Mark.PICTURE),
    (expression(r"pull-?_?quote"), Mark.PULL_QUOTE),
    (expression(_EDGE + r"(?:standfirst|dec?k|strapline|subheadline|subtitle)(?:$|[\s_-])"), Mark.DECK),
    (expression(_EDGE + r"byline(?:$|[\s_-])"), Mark.BYLINE),
    (
        expression(
            _EDGE
            + r"(?:cookies?|consent|gdpr|newsletters?|sign-?up|subscribe|related|recommended|share|sharing|social|"
            r"comments?|promo|adverts?|advertisement|sponsored|breadcrumbs?|sidebar|paywall|trending|most-?read|popup|"
            r"modal|outbrain|taboola|tag-?list|read-?more|more-?stories)(?:$|[\s_-])"
        ),
        Mark.NAMED_FURNITURE,
    ),
    (expression(_EDGE + r"(?:sr-only|visually-hidden|screen-reader-text|visuallyhidden)(?:$|[\s_-])"), Mark.HIDDEN),
)
_DISPLAY_NONE = expression(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden")


def marked(tag: Tag, outer: Mark) -> Mark:
    """Return what is known of the text in an element: what is known outside of it, and what its tag says."""
    mark = outer & ~Mark.PARAGRAPH | _ELEMENTS.get(tag.name, Mark.NONE)
    if tag.name == "footer" and Mark.QUOTED in outer:
        mark = outer
    if tag.name in {"blockquote", "table", "pre"}:
        # Figures hold them too.
        mark &= ~Mark.CAPTION
    if tag.name in {"article", "main"}:
        mark &= ~Mark.NAMED_FURNITURE
    attributes = tag.attributes()
    if not attributes or tag.name in {"html", "body"}:
        return mark
    if "hidden" in attributes or _DISPLAY_NONE.search(attributes.get("style", "")[:500]):
        mark |= Mark.HIDDEN
    names = f"{attributes.get('class', '')} {attributes.get('id', '')} {attributes.get('itemprop', '')}".lower()[:500]
    if names.strip():
        for pattern, named in _NAMES:
            if pattern.search(names):
                mark |= named
    role = attributes.get("role", "").lower()
    if role in {"navigation", "contentinfo", "dialog", "alertdialog", "search"}:
        mark |= Mark.FURNITURE
    return mark
