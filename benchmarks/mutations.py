"""Are mutations noticed: a random sample of mutants of each room, run against the room's tests.

    pip install mutmut
    python benchmarks/mutations.py segmenting --sample 50 --seed 1

mutmut makes the mutants, in a copy of the tree (``--folder``, a new one by default), and runs those of the room's tests
that reach each. It does so in forks of a process that has imported the package already, where tables that are made at
import stay as they are: mutants of functions that run then, and that survived, run again in a process of their own. So do those
of worker processes, against the tests that start such.
Printed are how many were killed, and the difference that each survivor makes; what survives for a reason is listed in
``docs/mutations.md``. With ``--seen FILE`` mutants drawn before are not drawn again.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
TESTS: Mapping[str, tuple[str, ...]] = {
    "segmenting": ("tests/segmenting",),
    "attributing": ("tests/attributing",),
    "measuring": (
        "tests/measuring/test_measures.py",
        "tests/measuring",
    ),  # most of what runs at import is held by the first
    "checking": ("tests/checking",),
    "comparing": ("tests/comparing",),
    "corpus": (
        *("tests/corpus/dataset", "tests/corpus/intake", "tests/corpus/summary", "tests/corpus/test_run.py"),
        *("tests/corpus/running/test_messages.py", "tests/corpus/running/test_worker.py"),
    ),
}
"""The tests of each room."""
STARTING: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "corpus": ("framing.corpus.running.", ("tests/corpus/running",)),
}
"""Modules of a room that run in processes which tests start, where mutmut cannot follow them, and those tests."""
COPIED = (
    *("framing", "tests", "lexicons", "reports", "seeds", "docs"),
    *("pyproject.toml", "README.md", "action.yml", ".pre-commit-hooks.yaml"),
)
LOADING = """
import importlib, json, pkgutil
from mutmut.state import state
room = importlib.import_module({room!r})
for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
    importlib.import_module(module.name)
print(json.dumps(sorted(state()._stats)))
"""
"""Tells which functions run while a room is imported."""
KILLED, SURVIVED, NO_TEST = "killed", "survived", "no test"
# mutmut's exit codes: 0 the tests passed, 1 one failed, 33 none reached the mutant, the others are timeouts and crashes.
OUTCOMES = {0: SURVIVED, 5: NO_TEST, 33: NO_TEST}


def settings(room: str, tests: Iterable[str]) -> str:
    """Return mutmut's settings for a room, to stand at the end of pyproject.toml."""
    rows = {
        "source_paths": ["framing"],
        "only_mutate": [f"framing/{room}/*"],
        "also_copy": [name for name in COPIED if name not in {"framing", "tests", "pyproject.toml"}],
        "pytest_add_cli_args": ["-q", "-p", "no:randomly", "-p", "no:cacheprovider"],
        "pytest_add_cli_args_test_selection": list(tests),
        "timeout_multiplier": 30.0,
        "timeout_constant": 10.0,
    }
    return "\n[tool.mutmut]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in rows.items())


def copy_tree(folder: Path, room: str) -> None:
    """Lay out what a room's tests need, with the settings for the room."""
    for name in COPIED:
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
        else:
            shutil.copy(source, target)
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(settings(room, TESTS[room]))


def mutmut(folder: Path, *names: str) -> None:
    """Run mutmut on some mutants."""
    # Processes that tests start import the mutants too.
    path = os.pathsep.join(filter(None, (str(folder / "mutants"), os.environ.get("PYTHONPATH", ""))))
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", "run", "--max-children", "1", *names],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    (folder / "mutmut.log").write_text(done.stdout + done.stderr, encoding="utf-8")


def mutants(folder: Path, room: str) -> dict[str, int | None]:
    """Return the exit code of each mutant by name; ``None`` where it was not run."""
    codes: dict[str, int | None] = {}
    for path in sorted((folder / "mutants/framing" / room).rglob("*.meta")):
        codes |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return codes


def own_process(folder: Path, mutant: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run Python in a process that imports the package as a mutant has it."""
    mutated = folder / "mutants"
    path = os.pathsep.join(filter(None, (str(mutated), os.environ.get("PYTHONPATH", ""))))
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=mutated,
        env={**os.environ, "PYTHONPATH": path, "MUTANT_UNDER_TEST": mutant},
        capture_output=True,
        text=True,
        check=False,
    )


def run_at_import(folder: Path, room: str) -> frozenset[str]:
    """Return the functions that run while a room is imported, as mutmut names them."""
    done = own_process(folder, "stats", "-c", LOADING.format(room=f"framing.{room}"))
    return frozenset(json.loads(done.stdout.splitlines()[-1]))


def killed_again(folder: Path, tests: Iterable[str], mutant: str) -> bool:
    """Return whether a test fails in a process that imports the package as the mutant has it."""
    return own_process(folder, mutant, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests).returncode != 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room", choices=list(TESTS))
    parser.add_argument("--sample", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--seen", type=Path, help="names of mutants, one a line; those drawn now are added")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix=f"mutations-{given.room}-"))
    folder.mkdir(exist_ok=True, parents=True)
    copy_tree(folder, given.room)
    mutmut(folder, "none")  # makes the mutants and sees which tests reach which; no mutant has that name
    names = sorted(mutants(folder, given.room))
    if not names:
        raise SystemExit(f"no mutants; see {folder / 'mutmut.log'}")
    seen = set(given.seen.read_text(encoding="utf-8").split()) if given.seen and given.seen.exists() else set()
    unseen = [name for name in names if name not in seen]
    chosen = random.Random(given.seed).sample(unseen, min(given.sample, len(unseen)))  # noqa: S311 -- a sample
    if given.seen:
        given.seen.write_text("\n".join(sorted({*seen, *chosen})) + "\n", encoding="utf-8")
    mutmut(folder, *chosen)
    codes = mutants(folder, given.room)
    outcomes = {name: "not run" if codes[name] is None else OUTCOMES.get(codes[name], KILLED) for name in chosen}
    if "not run" in outcomes.values():
        raise SystemExit(f"mutmut did not come to the end; see {folder / 'mutmut.log'}")
    early = run_at_import(folder, given.room)
    modules, starting = STARTING.get(given.room, ("", ()))
    for tests, reached in (
        (TESTS[given.room], lambda name: name.rpartition("__mutmut_")[0] in early),
        (starting, lambda name: starting and name.startswith(modules)),
    ):
        again = [name for name in chosen if outcomes[name] != KILLED and reached(name)]
        if again and killed_again(folder, tests, "none"):
            raise SystemExit(f"{' '.join(tests)} fails in {folder / 'mutants'} without a mutant")
        for name in again:
            if killed_again(folder, tests, name):
                outcomes[name] = KILLED
    counts = Counter(outcomes.values())
    print(f"{given.room}: {len(names)} mutants, {len(chosen)} drawn with seed {given.seed}: {dict(counts)}")
    for name, outcome in sorted(outcomes.items()):
        if outcome != KILLED:
            shown = subprocess.run(
                [sys.executable, "-m", "mutmut", "show", name], cwd=folder, capture_output=True, text=True, check=False
            )
            print(f"\n{outcome}: {name}\n{shown.stdout}")


if __name__ == "__main__":
    main()
