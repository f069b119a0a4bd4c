"""Article to attributions and entities: content, cue and source, each source an entity's."""

from framing.attributing.attribute import Attributed, Learned, attribute, attributed, models
from framing.attributing.unnamed import speakers, speakers_unless_anonymous

__all__ = ["Attributed", "Learned", "attribute", "attributed", "models", "speakers", "speakers_unless_anonymous"]
