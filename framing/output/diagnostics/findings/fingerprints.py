"""Fingerprints that tell findings apart and stay the same when lines move."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from framing.diagnostic import Diagnostic

__all__ = ["unique_fingerprints"]

_LENGTH = 32
"""Hexadecimal digits of a fingerprint, as ``framing.checking.findings.fingerprint`` makes them."""


def unique_fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield a fingerprint for each finding; the second and further ones with the same get a number hashed in.

    The first of several keeps the fingerprint that the baseline has, so that a finding is known by one name. A finding
    without one, such as a rule pack may bring, is told apart by its path, code and words.
    """
    seen: Counter[str] = Counter()
    given: set[str] = set()
    for finding in diagnostics:
        base = finding.fingerprint or f"{finding.path}\0{finding.code}\0{finding.text}"
        fingerprint = finding.fingerprint
        while not fingerprint or fingerprint in given:
            seen[base] += 1
            # Always long enough that numbers give new ones: a short fingerprint has few that are like it.
            length = max(len(finding.fingerprint), _LENGTH)
            salted = f"{base}:{seen[base]}".encode("utf-8", "surrogatepass")
            fingerprint = hashlib.sha256(salted).hexdigest()[:length]
        given.add(fingerprint)
        yield fingerprint
