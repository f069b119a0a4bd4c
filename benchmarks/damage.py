"""Damage packaged files at random, and see whether each damage is one error or changes nothing.

    python benchmarks/damage.py --count 240 --seed 1

The package is laid out as a wheel lays it out, with the hashes that the build writes. A first pass without harm notes
which packaged files each command opens and what it prints. Then each damage flips bits of a file, cuts it off, empties,
removes or replaces it, and the commands that opened it run again, each in a fork of a process that has loaded nothing of
them. Every command has to end with exit code 2 and one line, or to print the same bytes as before; ``framing doctor`` has
to name the file. The command exits with 1 where anything else came out.
"""

import argparse
import contextlib
import importlib.util
import io
import json
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from framing import packaged, resources
from framing.cli.main import _COMMANDS, main

ROOT = Path(__file__).parents[1]
WAYS = ("bit flipped", "nine bytes", "cut off", "emptied", "missing", "another kind", "a folder")
OTHERS = (b"[1]", b"{}", b'{"a": [1]}', b'"x"', b"null", b"\xff\xfe", b"PK\x03\x04", b"a = 1\n", b"{" * 5000, b"1e999")
LOADED = (
    "Mob storms the pier\n\nThe mayor, Ada Holm, called it a disgraceful stunt on Monday. “Never,” she said of the plan "
    "of the council of Odden, which would cost forty million and close the market, the Norland Union said.\n\n"
    "It was a terrifying night for the town, police officials said. A teacher, Per Lie, who was there, said that some "
    "reports were wrong. The regime slammed the critics, and the death tax is to end in May, Holm told the Tarn Times.\n"
)
OTHER = (
    LOADED.replace("forty", "fifty")
    .replace("Mob storms the pier", "People walk to the pier")
    .replace("a disgraceful", "an odd")
)
RUNS: dict[str, tuple[str, ...]] = {
    "score": ("score", "a.txt", "--format", "json"),
    "check": ("check", "a.txt", "--select", "ALL", "--output-format", "json", "--no-cache", "--isolated"),
    "compare": ("compare", "a.txt", "b.txt", "--format", "json"),
    "page": ("score", "a.txt", "--format", "html"),
    "pages": ("compare", "a.txt", "b.txt", "--format", "html"),
    "diff": ("diff", "a.txt", "b.txt", "--format", "html"),
    "check page": ("check", "a.txt", "--output-format", "html", "--no-cache", "--isolated"),
    "export": ("export", "a.txt", "--format", "web-annotation", "--output", "marks"),
    "lexicon list": ("lexicon", "list"),
    "lexicon show": ("lexicon", "show", "accusations"),
    "lexicon lint": ("lexicon", "lint"),
    "rule": ("rule", "--all"),
}


class Ended(NamedTuple):
    """What a command came to: its exit code, what it printed, and what it said of errors."""

    code: int
    printed: str
    said: str
    opened: frozenset[str]


def installed(folder: Path) -> Path:
    """Lay the package's data out as the wheel does, with its hashes, and make the running package use it."""
    package = folder / "framing"
    shutil.copytree(ROOT / "framing" / "modelling" / "artifacts", package / "modelling" / "artifacts")
    shutil.copytree(ROOT / "lexicons", package / "_data" / "lexicons")
    shutil.copytree(ROOT / "reports" / "templates", package / "_data" / "reports" / "templates")
    shutil.copytree(ROOT / "reports" / "evaluation" / "gold", package / "_data" / "reports" / "evaluation" / "gold")
    training = Path("modelling", "training", "held_back.json")
    (package / training.parent).mkdir()
    shutil.copy(ROOT / "framing" / training, package / training)
    specification = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    if specification is None or specification.loader is None:
        raise FileNotFoundError("hatch_build.py")
    build = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(build)
    (package / "_data" / "hashes.json").write_text(json.dumps(build.hashes_of(ROOT)))
    resources._PACKAGE = package  # noqa: SLF001 -- as if it had been installed there
    packaged.hashes.cache_clear()
    return package


def run(arguments: tuple[str, ...], package: Path) -> Ended:
    """Run a command in a fork of this process, which has loaded none of the package's data."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        opened: set[str] = set()
        beginning = f"{package}/"
        sys.addaudithook(
            lambda event, given: (
                opened.add(str(given[0])[len(beginning) :])
                if event == "open" and str(given[0]).startswith(beginning)
                else None
            )
        )
        printed, said, code = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO(), 0
        shutil.rmtree("marks", ignore_errors=True)
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(said):
            try:
                main(list(arguments), standalone_mode=False)
            except SystemExit as ended:
                code = int(ended.code or 0)
            except BaseException as error:  # noqa: BLE001 -- a traceback is what is looked for
                code, _ = 99, said.write(f"{type(error).__name__}: {error}")
            printed.flush()
        written = "".join(
            path.read_text(encoding="utf-8") for path in sorted(Path("marks").rglob("*")) if path.is_file()
        )
        content = json.dumps(
            [code, printed.buffer.getvalue().decode("utf-8", "replace") + written, said.getvalue(), sorted(opened)]
        )
        with os.fdopen(writer, "w") as pipe:
            pipe.write(content)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        content = pipe.read()
    os.waitpid(child, 0)
    if not content:
        return Ended(-1, "", "the process died", frozenset())
    code, printed_text, said_text, names = json.loads(content)
    return Ended(code, printed_text, said_text, frozenset(names))


def damaged(content: bytes, way: str, draw: random.Random) -> bytes | None:
    """Return what is left of a file; ``None`` where it is gone."""
    changed = bytearray(content)
    if way == "bit flipped":
        changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
    elif way == "nine bytes":
        place = draw.randrange(len(changed))
        changed[place : place + 9] = draw.randbytes(9)
    elif way == "cut off":
        del changed[draw.randrange(len(changed)) :]
    elif way == "emptied":
        changed.clear()
    elif way == "another kind":
        return draw.choice(OTHERS)
    return bytes(changed) if way not in {"missing", "a folder"} else None


@contextlib.contextmanager
def harmed(path: Path, way: str, draw: random.Random) -> Iterator[None]:
    """Damage a file, and make it whole again."""
    content = path.read_bytes()
    left = damaged(content, way, draw)
    path.unlink()
    if left is not None:
        path.write_bytes(left)
    elif way == "a folder":
        path.mkdir()
    try:
        yield
    finally:
        if path.is_dir():
            path.rmdir()
        path.write_bytes(content)


def outcome(name: str, ended: Ended, whole: Ended) -> str:
    """Return ``refused``, ``the same``, or what is wrong."""
    if ended.code == 2 and ended.said.count("\n") == 1 and "Traceback" not in ended.said:
        return "refused"
    if (ended.code, ended.printed, ended.said) == (whole.code, whole.printed, whole.said):
        return "the same"
    kind = "traceback" if ended.code not in {0, 1, 2} else "accepted" if ended.code != 2 else "more than a line"
    return f"WRONG {kind}: {name} exit {ended.code} {ended.said.strip()[-200:]}"


def tried(
    package: Path, names: list[str], whole: Mapping[str, Ended], count: int, most: int, draw: random.Random
) -> list[str]:
    """Damage files one by one, print how each came out, and return what went wrong."""
    found: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    for number in range(count):
        name, way = names[number % len(names)], WAYS[(number + number // len(names)) % len(WAYS)]
        with harmed(package / name, way, draw):
            outs = {"doctor": outcome("doctor", run(("doctor",), package), Ended(-2, "", "", frozenset()))}
            users = [user for user, ended in whole.items() if name in ended.opened]
            users = sorted(draw.sample(users, min(most, len(users))))
            outs |= {user: outcome(user, run(RUNS[user], package), whole[user]) for user in users}
        faults = [out for out in outs.values() if out.startswith("WRONG")]
        wrong += [f"{name}, {way}: {fault}" for fault in faults]
        found.update((way, out.partition(" ")[0] if out.startswith("WRONG") else out) for out in outs.values())
        print(f"{number:3} {name} {way}: {faults[0] if faults else Counter(outs.values()).most_common()}", flush=True)
    print("\n| damage | commands run | one error | the same output | wrong |\n|---|---|---|---|---|")
    for way in WAYS:
        counts = [found[way, out] for out in ("refused", "the same", "WRONG")]
        print(f"| {way} | {sum(counts)} | {counts[0]} | {counts[1]} | {counts[2]} |")
    return wrong


def benchmark() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=240)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--commands", type=int, default=len(RUNS), help="Run after each damage, of those that open the file."
    )
    parser.add_argument("--only", default="", help="Files whose names hold this.")
    given = parser.parse_args()
    draw = random.Random(given.seed)  # noqa: S311 -- a sample, not a secret
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    for module, _ in _COMMANDS.values():
        with contextlib.suppress(ImportError):
            importlib.import_module(module)
    with tempfile.TemporaryDirectory() as temporary:
        package = installed(Path(temporary))
        work = Path(temporary) / "work"
        work.mkdir()
        os.chdir(work)
        Path("a.txt").write_text(LOADED, encoding="utf-8")
        Path("b.txt").write_text(OTHER, encoding="utf-8")
        whole = {name: run(arguments, package) for name, arguments in RUNS.items()}
        for name, ended in whole.items():
            if ended.code not in {0, 1}:
                sys.exit(f"{name} without harm: exit {ended.code} {ended.said}")
        names = sorted(path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file())
        names = [name for name in names if given.only in name]
        used = set().union(*(ended.opened for ended in whole.values()))
        print(f"{len(names)} packaged files, {len(used & set(names))} of them opened by {len(RUNS)} commands")
        print("opened by none:", ", ".join(name for name in names if name not in used) or "none")
        wrong = tried(package, names, whole, given.count, given.commands, draw)
        os.chdir(ROOT)
    print(f"\n{len(wrong)} wrong")
    for fault in wrong:
        print(fault)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    benchmark()
