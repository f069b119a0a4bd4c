"""What a run over an archive says while it works: a bar on a terminal, lines otherwise."""

import sys
import time

import click

from framing.output.console import without_commands
from framing.output.safe_text import one_line

__all__ = ["Progress"]

_LINE_SECONDS = 30.0
"""Between two lines of progress in a log, which keeps every line."""
_BAR_SECONDS = 0.2
"""Between two states of the bar on a terminal: as often as an eye follows."""
_BAR = 24
"""Cells of the bar."""


class Progress:
    """Rate and time left of a run, on standard error."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._terminal = sys.stderr.isatty() and not quiet
        self._size = 0
        self._read = 0
        self._passed = 0
        self._taken = 0
        self._records = 0
        self._words = 0
        self._begun = self._said = time.monotonic()
        self._width = 0

    def note(self, line: str) -> None:
        """Write a sentence."""
        if not self._quiet:
            self._clear()
            click.echo(f"framing: {without_commands(one_line(line))}", err=True)

    def begin(self, size: int) -> None:
        """Start the clock."""
        self._size = size
        self._begun = self._said = time.monotonic()
        # The first batch of a long archive takes a while: who looks on sees at once that something is under way.
        self._draw(f"[{'-' * _BAR}]   0%  reading")

    def read(self, count: int) -> None:
        """Take note of how far the input has been read."""
        self._read = count

    def resumed(self) -> None:
        """Leave what was done by a run before out of the rate."""
        self._passed = self._read
        self._begun = time.monotonic()

    def taken(self, records: int) -> None:
        """Take note of records that are under way."""
        self._taken += records

    def scored(self, records: int, words: int) -> None:
        """Take note of records that are done, and say so now and then."""
        self._records += records
        self._words += words
        now = time.monotonic()
        if self._quiet or now - self._said < (_BAR_SECONDS if self._terminal else _LINE_SECONDS):
            return
        self._said = now
        line = self._line(now)
        if self._terminal:
            self._draw(line)
        else:
            click.echo(f"framing: {without_commands(one_line(line))}", err=True)

    def end(self) -> float:
        """Remove the bar, and return the seconds since the beginning."""
        self._clear()
        return time.monotonic() - self._begun

    def _line(self, now: float) -> str:
        seconds = max(now - self._begun, 1e-3)
        rate = f"{self._records:,} records, {self._words / seconds:,.0f} words/s"
        # Of the bytes that were read, those of records that are still under way are not done.
        done = (self._read - self._passed) * self._records / max(self._taken, 1)
        if not self._size or done <= 0:
            return rate
        left = max(self._size - self._passed - done, 0) * seconds / done
        share = min((self._passed + done) / self._size, 1.0)
        if not self._terminal:
            return f"{rate}, {share:.0%} done, {_clock(left)} left"
        filled = round(_BAR * share)
        return f"[{'#' * filled}{'-' * (_BAR - filled)}] {share:4.0%}  {rate}  {_clock(left)} left"

    def _draw(self, line: str) -> None:
        if self._terminal:
            self._clear()
            sys.stderr.write(line)
            sys.stderr.flush()
            self._width = len(line)

    def _clear(self) -> None:
        if self._terminal and self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            self._width = 0


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(max(seconds, 0)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
