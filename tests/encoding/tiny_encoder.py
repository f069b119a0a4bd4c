"""A tiny encoder of the same form as the shipped one: its network says of each piece what the test wants it to say."""

import json
import string
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from framing.encoding.installed import enter_parts
from framing.modelling.artifact import load_artifact, save_artifact
from framing.modelling.labels import LABELS

EXITS = (*LABELS, "word", "marked", "loaded_word", "slant", "bias", "loaded")
WIDTH = len(EXITS) + 1
WORDS = "said told the council ferry pier shameless cronies met we do not know it will open again holm mill close that".split()
CLASSES = ["<name>", "<party>", "<country>", "<number>", "<year>", "<weekday>", "<mr>"]
PIECES = [
    *("[PAD]", "[UNK]", "[CLS]", "[SEP]"),
    *CLASSES,
    *WORDS,
    *(character for character in string.printable if not character.isspace() and not character.isupper()),
    *(f"##{letter}" for letter in string.ascii_lowercase + string.digits),
]
VALUES: Mapping[str, Mapping[str, float]] = {}
SILENT: Mapping[str, Mapping[str, float]] = {piece: {"O": 99.0} for piece in PIECES}
"""An encoder that marks nobody's words, whatever the tagger says."""


def make_encoder(
    folder: Path,
    values: Mapping[str, Mapping[str, float]] = VALUES,
    *,
    by_place: str = "",
    window: int = 510,
    stride: int = 382,
    calibration: Mapping[str, tuple[float, float]] | None = None,
    fitted: bool = True,
) -> Path:
    """Write the package ``framing_encoder`` and return its folder.

    Args:
        folder: Where the package goes.
        values: What exits say of pieces; 0 where nothing is said.
        by_place: An exit that says where in its window a piece stands, the first as 1.
        window: Pieces of a window.
        stride: Pieces between the starts of windows.
        calibration: Slope and intercept of ``bias`` and ``loaded``.
        fitted: Whether models of slant and of judging words are there that read the encoder.
    """
    package = folder / "framing_encoder"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "vocabulary.txt").write_text("\n".join(PIECES) + "\n", encoding="utf-8")
    (package / "encoder.onnx").write_bytes(network(values, by_place))
    if fitted:
        _fitted(package, "slant", {"thresholds": {"shown": 0.7}})
        _fitted(package, "judging_words", {"thresholds": {"proposed": 0.55}})
    manifest = {
        "name": "encoder",
        "version": "2026.1",
        "exits": EXITS,
        "window": window,
        "stride": stride,
        "calibration": calibration or {},
    }
    (package / "encoder.json").write_text(json.dumps(manifest))
    enter_parts(package)
    return package


def network(values: Mapping[str, Mapping[str, float]], by_place: str = "") -> bytes:
    """Return the network as ONNX: a piece's row of a table, and the number of pieces up to it."""
    from onnx import TensorProto, helper, numpy_helper

    table = np.zeros((len(PIECES), len(EXITS)), dtype=np.float32)
    for piece, said in values.items():
        for name, value in said.items():
            table[PIECES.index(piece), EXITS.index(name)] = value
    leads = np.zeros((WIDTH, len(EXITS)), dtype=np.float32)
    leads[: len(EXITS)] = np.eye(len(EXITS))
    if by_place:
        leads[-1, EXITS.index(by_place)] = 1
    graph = helper.make_graph(
        [
            helper.make_node("Gather", ["table", "pieces"], ["rows"]),
            helper.make_node("Cast", ["present"], ["counted"], to=TensorProto.FLOAT),
            helper.make_node("CumSum", ["counted", "along"], ["places"]),
            helper.make_node("Unsqueeze", ["places", "last"], ["column"]),
            helper.make_node("Concat", ["rows", "column"], ["states"], axis=2),
            helper.make_node("MatMul", ["states", "leads"], ["exits"]),
        ],
        "tiny",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]) for name in ("pieces", "present")],
        [
            helper.make_tensor_value_info("exits", TensorProto.FLOAT, ["batch", "length", len(EXITS)]),
            helper.make_tensor_value_info("states", TensorProto.FLOAT, ["batch", "length", WIDTH]),
        ],
        [
            numpy_helper.from_array(table, "table"),
            numpy_helper.from_array(leads, "leads"),
            numpy_helper.from_array(np.array(1), "along"),
            numpy_helper.from_array(np.array([2]), "last"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    return bytes(model.SerializeToString())


def _fitted(package: Path, name: str, further: Mapping[str, object]) -> None:
    """Write a shipped model with a coefficient of 1 for what the encoder says."""
    stored = load_artifact(name)
    arrays = {**stored.arrays, "coefficients": np.append(stored.array("coefficients"), 1.0)}
    save_artifact(package, name, arrays, {"version": "2026.9", **further})
