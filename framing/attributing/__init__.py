"""Article to attributions and entities: content, cue and source, each source an entity's."""

from framing.attributing.attribute import Attributed, Learned, attribute, attributed, models, speakers

__all__ = ["Attributed", "Learned", "attribute", "attributed", "models", "speakers"]
