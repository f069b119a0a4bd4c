"""Article to attributions: content, cue and source, each source named, typed and identified."""

from framing.attributing.attribute import attribute, models

__all__ = ["attribute", "models"]
