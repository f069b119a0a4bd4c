"""Draw the reliability of the calibrated models from the points in their manifests.

    python benchmarks/reliability.py

Writes ``docs/images/reliability.svg``: mean probability of a cell across, share labelled so upwards, the area of a
point by its number of sentences or articles; on the diagonal a probability means what it says.
"""

import argparse
import math
from html import escape
from pathlib import Path

from framing.modelling.artifact import load_artifact

PAGE = Path(__file__).parent.parent / "docs" / "images" / "reliability.svg"
PANELS = {"bias": "called slanted", "genre": "labelled opinion"}
SIDE, MARGIN, GAP = 240, 50, 60
STYLE = """
text{font:12px sans-serif;fill:#1c2733}.frame{fill:none;stroke:#6b7680}.ideal{stroke:#6b7680;stroke-dasharray:4 4}
.line{fill:none;stroke:#0b5c8a;stroke-width:1.5}.point{fill:#0b5c8a;fill-opacity:.75}.paper{fill:#fff}
"""


def panel(left: float, name: str, label: str) -> list[str]:
    points = [(float(p), float(share), int(n)) for p, share, n in load_artifact(name).manifest["reliability"]]
    most = max(n for _, _, n in points)
    place = [(left + p * SIDE, MARGIN + (1 - share) * SIDE, 2 + 5 * math.sqrt(n / most)) for p, share, n in points]
    ticks = [
        f'<text x="{left + t * SIDE:.0f}" y="{MARGIN + SIDE + 16}" text-anchor="middle">{t:g}</text>'
        f'<text x="{left - 6:.0f}" y="{MARGIN + (1 - t) * SIDE + 4:.0f}" text-anchor="end">{t:g}</text>'
        for t in (0, 0.5, 1)
    ]
    return [
        f'<text x="{left:.0f}" y="{MARGIN - 14}">{escape(name)}: share {escape(label)}</text>',
        f'<rect class="frame" x="{left:.0f}" y="{MARGIN}" width="{SIDE}" height="{SIDE}"/>',
        f'<line class="ideal" x1="{left:.0f}" y1="{MARGIN + SIDE}" x2="{left + SIDE:.0f}" y2="{MARGIN}"/>',
        f'<polyline class="line" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y, _ in place)}"/>',
        *(f'<circle class="point" cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}"/>' for x, y, r in place),
        *ticks,
        f'<text x="{left + SIDE / 2:.0f}" y="{MARGIN + SIDE + 34}" text-anchor="middle">mean probability</text>',
    ]


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    width, height = MARGIN + len(PANELS) * (SIDE + GAP), SIDE + 2 * MARGIN
    title = "Reliability of held-out probabilities: " + ", ".join(PANELS)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="{title}">',
        f"<title>{title}</title><style>{STYLE}</style>",
        f'<rect class="paper" width="{width}" height="{height}"/>',
    ]
    for number, (name, label) in enumerate(PANELS.items()):
        parts += panel(MARGIN + number * (SIDE + GAP), name, label)
    PAGE.write_text("\n".join([*parts, "</svg>", ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
