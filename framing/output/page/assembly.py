"""A page from its template: one file, everything escaped, with a policy that lets nothing else run."""

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined

from framing.output.page.characters import shown
from framing.packaged import packaged_bytes
from framing.resources import templates_folder

__all__ = ["assemble"]


def assemble(
    name: str, styles: tuple[str, ...], scripts: tuple[str, ...], context: Mapping[str, object], *, forms: bool = False
) -> str:
    """Return a page as one file that asks for nothing from anywhere.

    The Content-Security-Policy allows exactly the one style and the one script that the page holds, by their hashes,
    so that nothing that an article brings along could run even if it were not escaped.

    Args:
        name: The template's file name.
        styles: Style files, joined in this order into the page's one style.
        scripts: Script files, joined in this order into the page's one script.
        context: What the template shows.
        forms: Whether the page may send a form to where it comes from.

    Raises:
        jinja2.TemplateError: If a template is missing or asks for what the context does not give.
    """
    style, script = _joined(styles), _joined(scripts)
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",
            "base-uri 'none'",
            f"form-action '{'self' if forms else 'none'}'",
        )
    )
    return _environment().get_template(name).render(context, style=style, script=script, policy=policy)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _template(name: str) -> str:
    return packaged_bytes(templates_folder() / name).decode("utf-8")


@cache
def _joined(names: tuple[str, ...]) -> str:
    """Style or script files as one text without comments and indentation, which only a developer needs."""
    texts = (_template(name) for name in names)
    lines = (re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).splitlines() for text in texts)
    return "\n" + "\n".join(line.strip() for part in lines for line in part if line.strip()) + "\n"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
