"""The engine of a run: the processes of one machine, or a cluster."""

from collections.abc import Callable, Iterator
from pathlib import Path

from framing.corpus.intake.batches import Part
from framing.corpus.running.assembly import Written
from framing.corpus.running.listener import Listener
from framing.corpus.running.settings import Settings

__all__ = ["Engine"]

Engine = Callable[[Iterator[Part], Path, Settings, Listener], Iterator[tuple[Part, Written]]]
"""Who does the work: takes parts, yields them in their order when their files are written."""
