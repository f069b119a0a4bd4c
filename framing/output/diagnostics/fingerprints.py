"""Fingerprints that tell findings apart and stay the same when lines move."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from framing.diagnostic import Diagnostic

__all__ = ["unique_fingerprints"]


def unique_fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield a fingerprint for each finding; the second and further ones with the same get a number hashed in.

    The first of several keeps the fingerprint that the baseline has, so that a finding is known by one name.
    """
    seen: Counter[str] = Counter()
    given: set[str] = set()
    for found in diagnostics:
        fingerprint = found.fingerprint
        while fingerprint in given:
            seen[found.fingerprint] += 1
            salted = f"{found.fingerprint}:{seen[found.fingerprint]}"
            fingerprint = hashlib.sha256(salted.encode()).hexdigest()[: len(found.fingerprint)]
        given.add(fingerprint)
        yield fingerprint
