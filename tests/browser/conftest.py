"""A browser for the tests of pages: the system's chromium, driven by playwright; without them the tests are skipped.

Set ``FRAMING_CHROMIUM`` to a chromium that is not on the path, ``FRAMING_AXE`` to an ``axe.min.js`` elsewhere than
``.browser/node_modules/axe-core`` of the repository (``npm install --prefix .browser axe-core``).
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import framing
from framing.aligned import Label, Passage, Story, Wording
from framing.attribution import Attribution, Cue, Source
from framing.comparing.compare import compare
from framing.comparison import Comparison
from framing.finding import LEAST_SLANT, Evidence, LoadedTerm, SubjectiveWord, Technique
from framing.output import html
from framing.output.comparison import html as html_comparison
from framing.output.corpus import html as html_archive
from framing.report import Report
from framing.spans import Span
from tests.browser.invented_archive import invented_archive

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent.parent

Open = Callable[..., "Page"]


def chromium() -> str | None:
    named = os.environ.get("FRAMING_CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    api = pytest.importorskip("playwright.sync_api", reason="no playwright: pip install --group browser")
    path = chromium()
    if path is None:
        pytest.skip("no chromium: install it, or set FRAMING_CHROMIUM")
    with api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def axe() -> str:
    path = Path(os.environ.get("FRAMING_AXE") or ROOT / ".browser/node_modules/axe-core/axe.min.js")
    if not path.is_file():
        pytest.skip(f"no axe-core at {path}: npm install --prefix .browser axe-core, or set FRAMING_AXE")
    return path.read_text(encoding="utf-8")


ARTICLE = """Council approves harbour plan after heated night

The council approved a reckless plan to rebuild the harbour on Tuesday, officials said. Critics called it a “shameful gamble”
with public money, and the budget of the port will not carry it.

“We have waited for years,” said Mara Olsen, who runs the fish market. “Now we will see if they keep their word.”

The mayor, Peter Lund, said the work would cost 40 million and start in May. The regime at the port has collapsed into chaos.

Residents of the old quay fear that they will lose their homes. No resident spoke at the meeting, which lasted five hours.
The regional police said that two men were arrested after a fight outside of the hall. A court will hear the case in June.
"""


def span(words: str) -> Span:
    start = ARTICLE.index(words)
    return Span(start, start + len(words))


@pytest.fixture(scope="session")
def report() -> Report:
    """A report with findings in every layer, some over each other, whatever the models of the day say."""
    found = framing.analyze(ARTICLE)
    analysis = found.analysis
    said = Attribution(
        kind="indirect",
        content=(span("The council approved a reckless plan to rebuild the harbour on Tuesday"),),
        cue=Cue(span("said"), "neutral"),
        source=Source(span("officials"), "officials", "government", None, "unnamed_group"),
        anonymity_explained=None,
        relayed=False,
        words=12,
    )
    others = [other for other in analysis.attributions if other.content[0].start > said.content[0].end]
    term = LoadedTerm(
        span=span("reckless"),
        entry="emotive_words/reckless",
        category="emotive",
        severity=2,
        voice="reported",
        block="body",
        sentence=1,
        scare=False,
        alternatives=("risky",),
        reason="The word judges.",
        references=("recasens2013",),
    )
    slanted = tuple(
        replace(scores, bias=likely, slant=likely)
        for scores, likely in zip(
            analysis.sentences,
            (LEAST_SLANT if number in {0, 1, 5} else 0.3 for number in range(len(analysis.sentences))),
            strict=True,
        )
    )
    return replace(
        found,
        analysis=replace(
            analysis,
            attributions=(said, *others),
            loaded_terms=(term, replace(term, span=span("chaos"), voice="own")),
            subjective_words=(
                SubjectiveWord(
                    span("reckless"), "evaluative_adjectives/reckless", "evaluative_adjective", 1, "reported", 1
                ),
                # A word that is listed as loaded is not named a second time.
                SubjectiveWord(span("heated"), "evaluative_adjectives/heated", "evaluative_adjective", 1, "own", 0),
            ),
            techniques=(Technique("Loaded_Language", span("reckless plan"), 0.8),),
            policy_frames={name: replace(score, present=True) for name, score in analysis.policy_frames.items()},
            frame_words={
                **analysis.frame_words,
                "economic": (Evidence(*span("budget"), 2.0), Evidence(*span("cost"), 1.0)),
                "crime_and_punishment": (Evidence(*span("arrested"), 2.0),),
            },
            sentences=slanted,
        ),
    )


@pytest.fixture(scope="session")
def article_page(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "article.html"
    path.write_text(html.render([report]), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def long_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of an article of 700 words with twenty attributions and terms that come back."""
    parts = [
        f"The council approved a reckless plan for quay {number} on Tuesday, the port authority said. The work will cost "
        f"{number} million and start in May, and the street along quay {number} will be closed to cars for a year while "
        "the old cranes are taken down and carried to the yard."
        f"\n\n“We have waited for years,” said Mara Olsen, who runs stall {number} of the fish market."
        for number in range(2, 12)
    ]
    found = framing.analyze("Norland council approves harbour plan\n\n" + "\n\n".join(parts) + "\n")
    path = tmp_path_factory.mktemp("pages") / "long.html"
    path.write_text(html.render([found]), encoding="utf-8")
    return path


ACCOUNTS = (
    """Officers clear camp at Harrow Bridge

Officers cleared the camp at Harrow Bridge before dawn on Tuesday and put 212 illegal immigrants on two flights.

Interior Minister Karl Dresden called it a triumph for the rule of law. “Those who break our laws will be removed,” he said.

Three officers were hurt when a riot broke out at the gate, police chief Anna Roe said. Eleven people were arrested.
""",
    """Families torn apart as camp is razed at dawn

Armed officers stormed the camp at Harrow Bridge before dawn on Tuesday and forced 212 people on to two planes.

A protest at the gate was met with batons, witnesses said. Eleven people were arrested and at least nine were injured.

Interior Minister Karl Dresden defended the operation. “Those who break our laws will be removed,” he said at noon.
""",
    """Ministry spends 1.4 million crowns on camp clearance

The clearance of the camp at Harrow Bridge on Tuesday cost 1.4 million crowns, the interior ministry said.

Two flights carried 212 migrants out of the country. A court will hear an appeal against the flights on Friday.

Police chief Anna Roe said that three officers were hurt and eleven people arrested in the disturbance at the gate.
""",
)


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    """A comparison with facts, passages and words of its own, whatever the engine of the day finds."""

    def passage(article: int, words: str) -> Passage:
        place = ACCOUNTS[article].index(words)
        sentences = reports[article].analysis.article.sentences
        number = next(n for n, (start, end, _) in enumerate(sentences) if start <= place < end)
        return Passage(article, number, *sentences[number][:2], "middle")

    def label(article: int, words: str) -> Label:
        start = ACCOUNTS[article].index(words)
        return Label(article, start, start + len(words), words, "own", loaded=False)

    reports = [framing.analyze(text) for text in ACCOUNTS]
    told = (
        Story(
            (passage(0, "Officers cleared"), passage(1, "Armed"), passage(2, "Two flights")),
            (0, 1, 2),
            0.8,
            ("told", "told", "partly"),
        ),
        Story((passage(0, "“Those"), passage(1, "“Those")), (0, 1), 0.9, ("told", "told", "not_found")),
        Story(
            (passage(0, "Eleven"), passage(1, "Eleven"), passage(2, "Police")), (0, 1, 2), 0.7, ("told", "told", "told")
        ),
    )
    only = tuple(
        Story((passage(article, words),), (article,), 0.8, ("not_found", "not_found", "not_found"))
        for article, words in ((0, "Interior"), (1, "A protest"), (2, "The clearance"), (2, "A court"))
    )
    words = (
        Wording((label(0, "illegal immigrants"), label(2, "migrants")), 0.8),
        Wording((label(0, "riot"), label(1, "protest"), label(2, "disturbance")), 0.7),
    )
    return replace(compare(reports), told=told, only=only, wordings=words)


@pytest.fixture(scope="session")
def comparison_page(comparison: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "comparison.html"
    path.write_text(html_comparison.render(comparison), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def wide_page(comparison: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "wide.html"
    path.write_text(html_comparison.render(compare((comparison.reports * 3)[:8])), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def archive_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")
    path = tmp_path_factory.mktemp("pages") / "archive.html"
    path.write_text(html_archive.render(invented_archive()), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Open]:
    """Return a function that opens a page; at the end, the page has logged no error and asked for nothing.

    ``refused`` is how many times the page's policy has to refuse something, in tests of the policy.
    """
    contexts: list[Any] = []
    troubles: list[str] = []
    refusals: list[str] = []
    expected = 0

    def open_page(path: Path, *, width: int = 1280, height: int = 800, refused: int = 0, **options: Any) -> "Page":  # noqa: ANN401
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        nonlocal expected
        expected += refused
        page = context.new_page()
        page.on(
            "console",
            lambda message: (refusals if "Content Security Policy" in message.text else troubles).append(message.text),
        )
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
        # A new address of the same file is a request for the file.
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith(path.as_uri()) else troubles.append(f"request: {request.url}")
            ),
        )
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []
    assert len(refusals) == expected, refusals
