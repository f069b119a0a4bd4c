"""How long a page takes in a browser: needs chromium and playwright.

    python benchmarks/pages.py          # a minute
    python benchmarks/pages.py --all    # with 2 MB in one paragraph, whose analysis takes minutes

Interactive is when the first frame after the load event has been painted, counted from the start of the navigation;
a switch is the time from a click on a layer's box to the frame that shows it; a key is the same for `j`.
"""

import argparse
import shutil
import tempfile
from dataclasses import replace
from itertools import islice
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import framing
from framing.comparing.compare import compare
from framing.output import html
from framing.output.comparison import html as html_comparison
from framing.report import Report
from framing.spans import Span

SEED = Path(__file__).parent.parent / "seeds" / "ferry-strike" / "courier.txt"
RUNS = 5
FRAME = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"
START = "() => { window.start = performance.now(); }"
TAKEN = (
    "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now() - window.start))))"
)


def article(words: int) -> Report:
    headline, *paragraphs = SEED.read_text(encoding="utf-8").split("\n\n")
    body = [paragraph for paragraph in paragraphs if len(paragraph.split()) > 20]
    length = sum(len(paragraph.split()) for paragraph in body)
    return framing.analyze("\n\n".join([headline, *body * max(1, round(words / length))]))


def one_paragraph(characters: int) -> Report:
    headline, *paragraphs = SEED.read_text(encoding="utf-8").split("\n\n")
    text = " ".join(" ".join(paragraphs).split())
    return framing.analyze(f"{headline}\n\n{' '.join([text] * max(1, characters // len(text)))}")


def many_findings(count: int) -> Report:
    """An article in which so many words in a row are loaded terms."""
    report = article(count)
    tokens = report.analysis.article.tokens
    term = report.analysis.loaded_terms[0]
    spans = (Span(*span) for *span, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True) if word)
    terms = tuple(replace(term, span=span) for span in islice(spans, count))
    return replace(report, analysis=replace(report.analysis, loaded_terms=terms))


def measured(page: Page, address: str) -> tuple[float, float, float]:
    page.goto(address, wait_until="load")
    interactive = page.evaluate(FRAME)
    page.evaluate(START)
    page.locator("#show-voice").check()
    switch = page.evaluate(TAKEN)
    page.evaluate(START)
    page.keyboard.press("j")
    key = page.evaluate(TAKEN)
    if not page.evaluate("location.hash"):
        raise SystemExit(f"{address}: the key did nothing")
    return interactive, switch, key


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="Also 2 MB in one paragraph, which takes minutes.")
    options = parser.parse_args()
    accounts = [article(1000)] * 8
    cases = {
        "3 articles compared": compare(accounts[:3]),
        "8 articles compared": compare(accounts),
        "1,500 words": article(1500),
        "20,000 words": article(20000),
        "10,000 findings": many_findings(10_000),
        "200 kB in one paragraph": one_paragraph(200_000),
        **({"2 MB in one paragraph": one_paragraph(2_000_000)} if options.all else {}),
    }
    print(f"{'page':26}{'kB':>8}{'interactive':>14}{'switch':>10}{'key':>10}   median of {RUNS}, ms")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, case in cases.items():
            path = Path(folder) / "page.html"
            if isinstance(case, Report):
                path.write_text(html.render([case]), encoding="utf-8")
            else:
                path.write_text(html_comparison.render(case), encoding="utf-8")
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            runs = [measured(page, path.as_uri()) for _ in range(RUNS)]
            middle = [sorted(column)[RUNS // 2] for column in zip(*runs, strict=True)]
            cells = "".join(f"{value:>{width}.0f}" for value, width in zip(middle, (14, 10, 10), strict=True))
            print(f"{name:26}{path.stat().st_size // 1000:>8}{cells}", flush=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
