"""The layers of an article page: what can be switched on over the text, and the code that each wears."""

from typing import Literal, NamedTuple

from framing.finding import POLICY_FRAMES

__all__ = ["COMPARED_LAYERS", "FRAME_CODES", "LAYERS", "Layer", "LayerName"]

LayerName = Literal[
    "loaded",
    "attribution",
    "thought",
    "bias",
    "frame",
    "judging",
    "qualifying",
    "technique",
    "voice",
    "told",
    "only",
    "wording",
]


class Layer(NamedTuple):
    """One kind of finding.

    Attributes:
        name: Its name in classes and ids.
        code: The letter before a finding's number; frames have codes of their own.
        label: What it is called beside its switch.
        shape: How its words are marked, in words, so that nobody needs colour to know.
        on: Whether it is shown when the page opens.
    """

    name: LayerName
    code: str
    label: str
    shape: str
    on: bool


LAYERS: tuple[Layer, ...] = (
    Layer("attribution", "A", "Attributions", "underlined; source doubly, cue dashed", on=True),
    Layer("loaded", "L", "Loaded terms", "filled", on=True),
    Layer("thought", "H", "What others think or want, as the writer says", "thin line below; cue dashed", on=False),
    Layer("bias", "B", "Sentences that read as slanted", "whole sentence tinted, bar in front", on=False),
    Layer("frame", "", "Frames", "thick line below, the frame's letters", on=False),
    Layer("judging", "J", "Judging words", "dotted line below", on=False),
    Layer("qualifying", "Q", "Words that stress, hedge or take for granted", "fine dots below", on=False),
    Layer("technique", "T", "Persuasion techniques", "dashed box", on=False),
    Layer("voice", "", "Voice", "line above: solid quoted, dashed reported, dotted scare quotes", on=False),
)
"""Those of an article's page, in the order of the switches."""

COMPARED_LAYERS: tuple[Layer, ...] = (
    Layer("told", "1", "Told elsewhere too", "number of the fact, line at the side", on=True),
    Layer("only", "○", "No counterpart found", "dotted line at the side", on=True),
    Layer("wording", "W", "Different words for the same", "boxed", on=True),
    Layer("loaded", "L", "Loaded terms", "filled", on=True),
    Layer("voice", "", "Voice", "line above: solid quoted, dashed reported, dotted scare quotes", on=False),
)
"""Those of a comparison's page."""

_LETTERS = ("EC", "CA", "MO", "FA", "LE", "PP", "CR", "SE", "HE", "QU", "CU", "PU", "PO", "EX")
FRAME_CODES: dict[str, str] = dict(zip(POLICY_FRAMES, _LETTERS, strict=True))
"""Two letters for each policy frame: a word's code is these and its number in the article."""
