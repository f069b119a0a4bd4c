"""Draw the pictures of docs/images again: needs chromium, playwright and pillow.

    python benchmarks/pictures.py

Both pages at three widths, in dark mode and as printed, from seeds of this repository.
"""

import os
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from framing.comparing.compare import compare
from framing.output import html
from framing.output.comparison import html as html_comparison
from framing.pipeline import analyze_document
from framing.reading import documents

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
ARTICLE = ROOT / "seeds" / "ferry-strike" / "courier.txt"
FOLDERS = [folder for folder in (ROOT / "seeds").iterdir() if folder.is_dir()]
EVENT = max(FOLDERS, key=lambda folder: (len(list(folder.iterdir())), folder.name))
"""The event that most articles tell."""
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


def main() -> None:
    texts = sorted(path for path in EVENT.iterdir() if path.suffix in {".txt", ".md", ".html"})
    # From the repository's root, so that the pages name the files as the reader of the pictures would.
    os.chdir(ROOT)
    names = [path.relative_to(ROOT).as_posix() for path in (ARTICLE, *texts)]
    reports = [analyze_document(next(iter(documents(name)))) for name in names]
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        article, comparison = Path(folder) / "article.html", Path(folder) / "comparison.html"
        article.write_text(html.render(reports[:1]), encoding="utf-8")
        comparison.write_text(html_comparison.render(compare(reports[1:])), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, page in (("article", article), ("comparison", comparison)):
            draw(browser, page, f"{name}-1280", 1280, 900, "light")
            draw(browser, page, f"{name}-text-1280", 1280, 900, "light", "#reading")
            draw(browser, page, f"{name}-390", 390, 844, "light")
            draw(browser, page, f"{name}-text-390", 390, 844, "light", "article")
            draw(browser, page, f"{name}-text-768", 768, 900, "light", "#reading")
            draw(browser, page, f"{name}-dark-1280", 1280, 900, "dark")
            draw(browser, page, f"{name}-text-dark-1280", 1280, 900, "dark", "#reading")
        draw(browser, article, "article-print", 760, 1000, "light", "article", media="print")
        browser.close()


if __name__ == "__main__":
    main()
