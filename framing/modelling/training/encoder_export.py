"""The taught encoder as files of its distribution: ONNX with weights in bytes, and the vocabulary."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch

from framing.modelling.training.encoder_fit import STRIDE, WINDOW
from framing.modelling.training.encoder_network import EXITS, EncoderNetwork
from framing.packages import needed

__all__ = ["export"]

_OPSET = 17
"""ONNX Runtime has read it since 1.13."""


def export(net: EncoderNetwork, vocabulary: Sequence[str], output: Path, said: Mapping[str, Any]) -> None:
    """Write ``encoder.onnx``, ``vocabulary.txt`` and ``encoder.json`` without hashes.

    Args:
        net: The network.
        vocabulary: Its pieces.
        output: The folder.
        said: What the manifest says beside names and sizes of windows.
    """
    quantization = needed("onnxruntime.quantization")
    given = torch.tensor([[101, 2000, 102], [101, 102, 0]]), torch.tensor([[1, 1, 1], [1, 1, 0]])
    names = ["pieces", "present", "exits", "states"]
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "encoder.onnx"
        torch.onnx.export(
            net.eval(),
            given,
            whole,
            input_names=names[:2],
            output_names=names[2:],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in names},
            opset_version=_OPSET,
            dynamo=False,
        )
        quantization.quantize_dynamic(
            whole, output / "encoder.onnx", weight_type=quantization.QuantType.QInt8, per_channel=True
        )
    (output / "vocabulary.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    manifest = {"name": "encoder", "exits": list(EXITS), "window": WINDOW, "stride": STRIDE, "sha256": {}, **said}
    (output / "encoder.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
