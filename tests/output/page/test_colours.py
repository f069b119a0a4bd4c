"""Colours that mean something are told apart without colour vision, and stand out from what is behind them.

Dichromats are simulated by Machado, Oliveira and Fernandes (2009), severity 1; who sees no colour at all, by luminance.
"""

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

CSS = (Path(__file__).parents[3] / "reports" / "templates" / "page.css").read_text(encoding="utf-8")
LUMINANCE = (0.2126, 0.7152, 0.0722)
SEEN = {
    "all colours": np.eye(3),
    "no green cones": np.array([[0.3673, 0.8606, -0.2280], [0.2801, 0.6725, 0.0474], [-0.0118, 0.0429, 0.9689]]),
    "no red cones": np.array([[0.1523, 1.0526, -0.2049], [0.1145, 0.7863, 0.0992], [-0.0039, -0.0481, 1.0520]]),
    "no blue cones": np.array([[1.2555, -0.0767, -0.1788], [-0.0784, 0.9308, 0.1476], [0.0047, 0.6914, 0.3039]]),
    "no colours": np.tile(np.array(LUMINANCE), (3, 1)),
}
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = XYZ.sum(axis=1)
MEANINGS = {
    "kinds of sources": ("g0", "g1", "g2", "g3", "g4"),
    "voices": ("track", "voice", "reported"),
}
FARTHEST_ALIKE, LEAST_CONTRAST = 8.0, 3.0
Colour = NDArray[np.float64]


def colours(scheme: str) -> dict[str, Colour]:
    light, dark = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    if scheme == "dark":
        found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark))
    return {name: linear(value) for name, value in found.items()}


def linear(value: str) -> Colour:
    parts = np.array([int(value[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(colour: Colour) -> Colour:
    relative = XYZ @ np.clip(colour, 0, 1) / WHITE
    x, y, z = np.where(relative > 0.008856, np.cbrt(relative), 7.787 * relative + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("eye", SEEN)
@pytest.mark.parametrize("meaning", MEANINGS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_two_look_alike_to_any_eye(scheme: str, meaning: str, eye: str) -> None:
    palette = colours(scheme)
    for one, other in combinations(MEANINGS[meaning], 2):
        apart = np.linalg.norm(lab(SEEN[eye] @ palette[one]) - lab(SEEN[eye] @ palette[other]))
        assert apart >= FARTHEST_ALIKE, (one, other, round(float(apart), 1))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_kinds_of_sources_stand_out_from_the_card(scheme: str) -> None:
    palette = colours(scheme)
    for name in MEANINGS["kinds of sources"]:
        low, high = sorted(float(np.dot(LUMINANCE, palette[one])) for one in (name, "panel"))
        assert (high + 0.05) / (low + 0.05) >= LEAST_CONTRAST, name
