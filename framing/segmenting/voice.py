"""The voice layer: whose words each character is."""

from collections.abc import Iterable, Sequence

from framing.article import Block, Quotation, Voice, VoiceMap
from framing.attribution import Attribution

__all__ = ["voice_map", "with_attributions"]


def voice_map(length: int, blocks: Sequence[Block], quotations: Sequence[Quotation]) -> VoiceMap:
    """Return the voice of every character before attribution; quotation marks count as quoted.

    Args:
        length: Characters of the text.
        blocks: Those set as quotations are quoted throughout.
        quotations: Stretches in quotation marks, nested ones after those that hold them.
    """
    codes = bytearray(length)
    for block in blocks:
        if block.quoted:
            _paint(codes, block.start, block.end, Voice.QUOTED)
    for quotation in quotations:
        voice = Voice.SCARE if quotation.kind == "scare" else Voice.QUOTED
        start, end = max(quotation.start - 1, 0), min(quotation.end + 1, length)
        if codes[quotation.start] == Voice.OWN:
            _paint(codes, start, end, voice)
    return VoiceMap(bytes(codes))


def with_attributions(voices: VoiceMap, attributions: Iterable[Attribution]) -> VoiceMap:
    """Return the voices with what attributions of speech report as reported, where it is not quoted.

    What the page shows as somebody's own words without quotation marks (posts, transcripts) is quoted.

    Words are somebody else's only where somebody is credited with having said them: what the writer says that others
    think, want or do is the writer's, and so is a claim of nobody's ("it is believed").
    """
    codes = bytearray(voices.codes)
    told = bytes([Voice.REPORTED if code == Voice.OWN else code for code in range(256)])
    said = bytes([Voice.QUOTED if code == Voice.OWN else code for code in range(256)])
    for attribution in attributions:
        if attribution.act != "speech" or attribution.source is None:
            continue
        table = said if attribution.kind == "direct" else told
        for start, end in attribution.content:
            codes[start:end] = codes[start:end].translate(table)
    return VoiceMap(bytes(codes))


def _paint(codes: bytearray, start: int, end: int, voice: Voice) -> None:
    codes[start:end] = bytes([voice]) * (end - start)
