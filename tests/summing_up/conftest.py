"""Reports with just what a sentence looks at, so that each can be tried at its edges."""

from collections.abc import Callable, Collection, Mapping, Sequence

import pytest

from framing.article import BlockKind, Document, VoiceMap
from framing.attribution import Attribution, Kind, Source, SourceType
from framing.finding import Analysis, Evidence, FrameScore, LoadedTerm, SentenceScores, SubjectiveWord, VoiceName
from framing.measuring.aggregate import measure
from framing.measuring.sources import tally_sources
from framing.report import Measure, Report, Unheard
from framing.segmenting import segment
from framing.spans import Span

TEXT = (
    "Norland rents rise again\n\n"
    + " ".join(f"Tenants of house {number} in Tarn pay more now, and house {number} is old." for number in range(40))
    + "\n"
)
BODY = TEXT.index("Tenants")

MakeReport = Callable[..., Report]
Say = Callable[..., Attribution]


@pytest.fixture
def say() -> Say:
    def made(
        kind: SourceType | None, words: int, name: str = "", place: int = 0, said: Kind = "indirect"
    ) -> Attribution:
        start = BODY + 10 * place
        source = None
        if kind is not None:
            source = Source(Span(start, start + 5), name or f"{kind} {place}", kind, None, "named_person")
        return Attribution(said, (Span(start, start + 5),), None, source, None, relayed=False, words=words)

    return made


@pytest.fixture
def make_report() -> MakeReport:
    def made(
        speech: Sequence[Attribution] = (),
        frames: Mapping[str, int] | None = None,
        terms: Sequence[LoadedTerm] = (),
        measures: Mapping[str, Measure] | None = None,
        unheard: Sequence[Unheard] = (),
        absent: Collection[str] = (),
        subjective: Sequence[SubjectiveWord] = (),
        *,
        measured: bool = False,
    ) -> Report:
        article = segment(Document(TEXT))
        blank = SentenceScores(bias=0.1, slant=0.1, loaded=0.0, subjectivity=0.0, frames={})
        starts = iter(range(BODY, len(TEXT) - 8, 40))
        words = {
            name: tuple(Evidence(start, start + 4, 1.0) for start, _ in zip(starts, range(count), strict=False))
            for name, count in (frames or {}).items()
        }
        analysis = Analysis(
            article,
            VoiceMap(bytes(len(TEXT))),
            tuple(speech),
            tuple(terms),
            tuple(subjective),
            {name: FrameScore(0.9, name not in absent, ()) for name in words},
            words,
            {},
            (blank,) * len(article.sentences),
            (),
            None,
            {},
        )
        of = {name: of for name, of in measure(analysis).items() if measured or (frames and name.startswith("frame_"))}
        return Report(analysis, {**of, **(measures or {})}, tally_sources(analysis), (), tuple(unheard), ())

    return made


def term(words: str, probability: float | None, voice: VoiceName = "own", block: BlockKind = "body") -> LoadedTerm:
    start = TEXT.index(words)
    return LoadedTerm(
        Span(start, start + len(words)),
        "x/y",
        "emotive",
        1,
        voice,
        block,
        1,
        scare=False,
        alternatives=(),
        reason="",
        references=(),
        probability=probability,
    )
