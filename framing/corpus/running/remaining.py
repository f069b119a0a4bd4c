"""What is left to do in an output: parts that are not there, not whole, or hold records that are to be tried again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from framing.corpus.dataset.damage import damaged_parts, described_damage
from framing.corpus.dataset.entries import Entry, read_entries, read_rejects
from framing.corpus.intake.batches import Part
from framing.corpus.running.listener import Listener
from framing.corpus.running.settings import Settings
from framing.errors import ConfigError

__all__ = ["RemainingParts"]


class RemainingParts:
    """The parts that a run has to make.

    Attributes:
        before: Of the parts that are made again and not entered yet: how they are entered now, by number.
        untouched: How many records the run leaves as they are.
    """

    def __init__(self, folder: Path, settings: Settings, listener: Listener, *, retry_rejects: bool) -> None:
        """Look at what is there.

        Args:
            folder: The output.
            settings: What it is asked to hold.
            listener: Whom to tell.
            retry_rejects: Whether records that were rejected are to be tried again.
        """
        self._folder = folder
        self._listener = listener
        self._retry = retry_rejects
        # What lies in folders of several outlets cannot have rows put among it.
        self._mixes = not settings.partition
        self._damaged = damaged_parts(folder)
        self.before: dict[int, Entry] = {}
        self.untouched = 0

    def parts(self, parts: Iterator[Part]) -> Iterator[Part]:
        """Yield the parts that are left to make; those that are made must still have the hashes of the input.

        Args:
            parts: All parts of the input.

        Raises:
            ConfigError: If the input is not what the output was made of.
        """
        if self._damaged:
            self._listener.note(f"{described_damage(self._damaged)}; they are made again")
        rejects = read_rejects(self._folder)
        rejected = next(rejects, None)
        done = 0
        for entry in read_entries(self._folder):
            places: list[str] = []
            while rejected is not None and rejected[0] <= entry.part:
                places.append(rejected[1].where)
                rejected = next(rejects, None)
            again = self._again(self._checked(next(parts, None), entry), entry, places)
            self.untouched += entry.records
            done += entry.records
            if again is not None:
                self.untouched -= len(again.records)
                self.before[entry.part] = entry
                yield again
        if done:
            self._listener.note(f"{done:,} records were done before; going on")
            self._listener.resumed()
        for part in parts:
            self._listener.taken(len(part.records))
            yield part

    def _checked(self, part: Part | None, entry: Entry) -> Part:
        if part is None:
            raise ConfigError(
                f"{self._folder}: holds more parts than the input; the input has lost records since it was made"
            )
        # Where a record was rejected, the input may have been mended, or more of it be read: the part is made again.
        if part.digest != entry.digest and not (self._retry and entry.rejected):
            raise ConfigError(
                f"{self._folder}: part {entry.part} was made of other records than the input has now, from "
                f"{part.records[0].where} on; use another output"
            )
        return part

    def _again(self, part: Part, entry: Entry, places: Sequence[str]) -> Part | None:
        """Return a part that is to be made again, with the records that are; ``None`` where none is."""
        if entry.part in self._damaged:
            return self._told(replace(part, again=True))
        if not (self._retry and entry.rejected):
            return None
        if not self._mixes or part.digest != entry.digest:
            return self._told(replace(part, again=True))
        tried = set(places)
        records = tuple(record for record in part.records if record.where in tried)
        order = tuple(record.where for record in part.records)
        return self._told(replace(part, records=records, again=True, order=order))

    def _told(self, part: Part) -> Part:
        self._listener.taken(len(part.records))
        return part
