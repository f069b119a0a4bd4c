"""The pages around a report: the form, waiting, and the bar above a result."""

from framing.expressions import expression
from framing.output.page.assembly import assemble
from framing.serving.jobs import Result
from framing.serving.settings import ServeSettings

__all__ = ["bookmarklet", "form_page", "receive_page", "result_page", "wait_page"]

_STYLES = ("page.css", "serve.css")
_BODY = expression(r"<body[^>]*>\n?")


def form_page(settings: ServeSettings, *, fault: str = "", url: str = "", text: str = "") -> str:
    """Return the page that takes a text, an address or files.

    Args:
        settings: The server's.
        fault: What was wrong with the request before, in one line.
        url: An address to begin with.
        text: A text to begin with.
    """
    context = {"fault": fault, "url": url, "text": text, "bookmarklet": bookmarklet(settings), "settings": settings}
    return assemble("serve-form.html.j2", _STYLES, ("serve-form.js",), context, forms=True)


def receive_page(settings: ServeSettings) -> str:
    """Return the page that takes what the bookmarklet hands over, and asks before it is read."""
    return assemble("serve-receive.html.j2", _STYLES, ("serve-receive.js",), {"settings": settings}, forms=True)


def wait_page(before: int) -> str:
    """Return the page of a request that waits: it asks again by itself, without a script.

    Args:
        before: How many analyses are before it.
    """
    return assemble("serve-wait.html.j2", _STYLES, (), {"before": before})


def result_page(result: Result, name: str) -> str:
    """Return a result's page with a line above it that leads to its JSON and to a new one."""
    bar = (
        f'<nav aria-label="Framing"><a href="/">New report</a> · <a href="/r/{name}.json">JSON</a> · '
        f'<a href="/r/{name}">Link to this page</a></nav>\n'
    )
    return _BODY.sub(lambda match: match.group() + bar, result.page, count=1)


def bookmarklet(settings: ServeSettings) -> str:
    """Return the address of a bookmark that sends the page one reads: by a window of this server's, never by a request.

    The window says that it is ready, the page's words are posted to it and to nobody else, and its form asks first.
    """
    home = settings.address
    return (
        "javascript:(()=>{const w=open('" + home + "/receive');"
        "addEventListener('message',e=>{if(e.source===w&&e.origin==='" + home + "')"
        "w.postMessage({url:location.href,html:document.documentElement.outerHTML},'" + home + "')})})()"
    )
