"""Settings that all tests share."""

import os

from hypothesis import settings

# A deadline would make the suite depend on the machine's clock and load.
settings.register_profile("framing", deadline=None)
settings.load_profile("framing")

# As on the command line: one thread for small matrices.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
