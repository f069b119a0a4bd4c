"""Settings that all tests share."""

import atexit
import os
import shutil
import tempfile

import pytest
from hypothesis import settings

# A deadline would make the suite depend on the machine's clock and load.
settings.register_profile("framing", deadline=None)
settings.load_profile("framing")

# As on the command line: one thread for small matrices.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Many tests start the command as a process. Where bytecode is not to be written beside the sources, each would compile
# them anew, which takes longer than the rest of its start.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
    compiled = tempfile.mkdtemp(prefix="framing-bytecode-")
    atexit.register(shutil.rmtree, compiled, ignore_errors=True)
    os.environ["PYTHONPYCACHEPREFIX"] = compiled


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put files with slow tests first, so that none is left alone at the end while other processes have nothing to do.

    The browser's tests are last: its driver leaves an event loop running in this thread, in which no other may run.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: ("browser" in item.path.parts, item.path not in slow))
