"""Draw the pictures of docs/images again: needs chromium, playwright and pillow.

    python benchmarks/pictures.py

An article, three accounts, eight accounts and an archive at three widths, in the dark and as printed. Articles are seeds of this
repository; five of the eight accounts are three others with paragraphs left out; the archive's figures are drawn by lot.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from framing.comparing.compare import compare
from framing.output import html
from framing.output.comparison import html as html_comparison
from framing.output.corpus import html as html_archive
from framing.pipeline import analyze_document
from framing.reading import document, documents
from framing.report import Report

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
from tests.browser.invented_archive import invented_archive  # noqa: E402

IMAGES = ROOT / "docs" / "images"
ARTICLE = ROOT / "seeds" / "ferry-strike" / "courier.txt"
FOLDERS = [folder for folder in (ROOT / "seeds").iterdir() if folder.is_dir()]
EVENT = max(FOLDERS, key=lambda folder: (len(list(folder.iterdir())), folder.name))
"""The event that most articles tell."""
WIDTHS = {1280: 900, 768: 900, 375: 812}
"""Pixels across, and down."""
LARGEST = 200_000
"""Bytes: a repository is cloned with its pictures."""


def draw(
    browser: Browser, page: Path, name: str, width: int, height: int, scheme: str, at: str = "", media: str = "screen"
) -> None:
    tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce")
    tab.goto(page.as_uri())
    tab.emulate_media(media=media, color_scheme=scheme, reduced_motion="reduce")
    if at:
        tab.evaluate("selector => document.querySelector(selector).scrollIntoView()", at)
    path = IMAGES / f"{name}.png"
    tab.screenshot(path=path)
    tab.close()
    # The pages have few colours: a palette of 128 keeps them, in a third of the bytes.
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(128, dither=Image.Dither.NONE)
    small.save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.name:32}{width:>6} px {size // 1000:>5} kB{'  too large' if size > LARGEST else ''}")


def eight(reports: Sequence[Report]) -> list[Report]:
    """Return accounts of one event, eight of them: those given, and the same with every second or third paragraph left out."""
    found = list(reports)
    for step in (2, 3):
        for report in reports:
            paragraphs = report.analysis.article.text.split("\n\n")
            kept = "\n\n".join(part for number, part in enumerate(paragraphs) if not number or number % step)
            outlet = report.analysis.article.document.metadata.get("outlet", "The Tarn Times")
            given = document(kept, metadata={"outlet": f"{outlet}, shorter"}, name=f"{report.name}-{step}")
            found.append(analyze_document(given))
    return found[:8]


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    texts = sorted(path for path in EVENT.iterdir() if path.suffix in {".txt", ".md", ".html"})
    # From the repository's root, so that the pages name the files as the reader of the pictures would.
    os.chdir(ROOT)
    names = [path.relative_to(ROOT).as_posix() for path in (ARTICLE, *texts)]
    reports = [analyze_document(next(iter(documents(name)))) for name in names]
    pages = {
        "article": html.render(reports[:1]),
        "comparison": html_comparison.render(compare(reports[1:])),
        "eight": html_comparison.render(compare(eight(reports[1:]))),
        "archive": html_archive.render(invented_archive()),
    }
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, content in pages.items():
            page = Path(folder) / f"{name}.html"
            page.write_text(content, encoding="utf-8")
            for width, height in WIDTHS.items():
                draw(browser, page, f"{name}-{width}", width, height, "light")
                if name != "archive":
                    draw(browser, page, f"{name}-text-{width}", width, height, "light", "#reading")
            draw(browser, page, f"{name}-dark-1280", 1280, 900, "dark")
            draw(browser, page, f"{name}-print", 760, 1000, "light", "main section", media="print")
        browser.close()


if __name__ == "__main__":
    main()
