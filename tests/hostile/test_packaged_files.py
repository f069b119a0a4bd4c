"""A package whose data files are damaged: one clear error, whichever file it is and whatever happened to it."""

import importlib.util
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from framing import packaged, resources
from framing.cli.main import main
from framing.errors import ModelError
from framing.output.page import assembly, provenance

ROOT = Path(__file__).parents[2]
WAYS = ("flipped", "cut", "emptied", "missing", "another")

# Each damage in a process of its own, made by a fork of one that has imported everything and loaded nothing.
PROGRAM = """
import json, os, sys
from pathlib import Path
import framing, framing.pipeline
from framing import resources
resources._PACKAGE = Path(sys.argv[1])
import framing.packaged
TEXT = "Mob storms pier\\n\\nThe mayor, Ada Holm, called it a disgraceful stunt on Monday. “Never,” she said of the plan."
for line in sys.stdin:
    name, content = json.loads(line)
    path = resources._PACKAGE / name
    whole = path.read_bytes()
    path.unlink()
    if content is not None:
        path.write_bytes(bytes.fromhex(content))
    child = os.fork()
    if not child:
        try:
            framing.analyze(TEXT).to_dict()
            said = "accepted"
        except framing.FramingError as error:
            said = f"{type(error).__name__} {error}"
        except BaseException as error:
            said = f"traceback {type(error).__name__} {error}"
        print(json.dumps([name, said]), flush=True)
        os._exit(0)
    os.waitpid(child, 0)
    path.write_bytes(whole)
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package's data as it is installed, with the hashes that the build writes; the running package uses it."""
    folder = tmp_path / "framing"
    shutil.copytree(ROOT / "framing" / "modelling" / "artifacts", folder / "modelling" / "artifacts")
    shutil.copytree(ROOT / "lexicons", folder / "_data" / "lexicons")
    shutil.copytree(ROOT / "reports" / "templates", folder / "_data" / "reports" / "templates")
    shutil.copytree(ROOT / "reports" / "evaluation" / "gold", folder / "_data" / "reports" / "evaluation" / "gold")
    training = Path("modelling", "training", "held_back.json")
    (folder / training.parent).mkdir()
    shutil.copy(ROOT / "framing" / training, folder / training)
    specification = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert specification is not None
    assert specification.loader is not None
    build = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(build)
    (folder / "_data" / "hashes.json").write_text(json.dumps(build.hashes_of(ROOT)))
    monkeypatch.setattr(resources, "_PACKAGE", folder)
    packaged.hashes.cache_clear()
    yield folder
    packaged.hashes.cache_clear()


def damaged(content: bytes, way: str, draw: random.Random) -> bytes | None:
    """What is left of a file; ``None`` where it is gone."""
    if way == "flipped":
        changed = bytearray(content)
        changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
        return bytes(changed)
    return {"cut": content[: draw.randrange(len(content))], "emptied": b"", "another": b'{"a": [1]}'}.get(way)


def test_every_packaged_file_is_held_against_its_hash(package: Path) -> None:
    draw = random.Random(6)  # noqa: S311 -- a sample
    names = sorted(packaged.hashes())
    assert {path.suffix for path in map(Path, names)} >= {".json", ".npz", ".toml", ".bib", ".css"}
    for name in names:
        path = package / name
        content = path.read_bytes()
        assert packaged.packaged_bytes(path) == content
        for way in WAYS:
            path.unlink()
            left = damaged(content, way, draw)
            if left is not None:
                path.write_bytes(left)
            with pytest.raises(ModelError, match="install it again: pip install") as caught:
                packaged.packaged_bytes(path)
            assert str(caught.value).startswith(str(path))
            assert "\n" not in str(caught.value)
            path.write_bytes(content)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs os.fork")
def test_an_analysis_with_a_damaged_file_ends_in_one_error(package: Path) -> None:
    draw = random.Random(7)  # noqa: S311 -- a sample
    folder = package / "modelling" / "artifacts"
    files = [
        *(folder / f"{name}.json" for name in ("vocabulary", "symmetric_classes", "reference", "generic_frames")),
        *(folder / f"{name}.json" for name in ("bias", "attribution")),
        *(folder / f"{name}.npz" for name in ("attribution", "words", "genre")),
        package / "_data" / "lexicons" / "compiled.json",
    ]
    lines = []
    for number, path in enumerate(files):
        # Each file in every way is the test above; here each file in two, and every way for some files.
        for way in (WAYS[number % len(WAYS)], WAYS[(number + 2) % len(WAYS)]):
            left = damaged(path.read_bytes(), way, draw)
            name = path.relative_to(package).as_posix()
            lines.append(json.dumps([name, None if left is None else left.hex()]))
    command = [sys.executable, "-c", PROGRAM, str(package)]
    done = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(said) == len(files) * 2
    assert [one for one in said if not one[1].startswith("ModelError ")] == []
    assert all("install" in one[1] for one in said)


@pytest.mark.parametrize("content", [b"[1]", b"{", b'"x"', b"\xff"])
def test_a_file_that_does_not_hold_what_it_should_is_a_model_error_without_hashes_too(
    content: bytes, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from framing.lexicons.compiled import rarities
    from framing.measuring import reference
    from framing.modelling import canonical
    from framing.scoring import generic_frames

    monkeypatch.setattr(packaged, "hashes", cache(dict))  # as in a checkout
    folder = package / "modelling" / "artifacts"
    for name, use in {
        "lexicon_rarity": rarities,
        "symmetric_classes": canonical._classes.__wrapped__,
        "reference": partial(reference._stored.__wrapped__, folder / "reference.json"),
        "generic_frames": generic_frames._usual.__wrapped__,
    }.items():
        whole = (folder / f"{name}.json").read_bytes()
        (folder / f"{name}.json").write_bytes(content)
        with pytest.raises(ModelError, match="is damaged"):
            use()
        (folder / f"{name}.json").write_bytes(whole)


@pytest.mark.parametrize("gone", ["hashes.json", "lexicons", "reports", "."])
def test_a_package_without_its_hashes_is_not_whole(gone: str, package: Path) -> None:
    place = package / "_data" / gone
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink()
    packaged.hashes.cache_clear()
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 2
    assert "install it again: pip install" in result.stderr


def test_a_checkout_has_no_hashes_and_is_whole() -> None:
    packaged.hashes.cache_clear()
    assert packaged.hashes() == {}
    assert CliRunner().invoke(main, ["doctor"]).exit_code == 0


@pytest.mark.parametrize("name", ["_data/reports/evaluation/gold/articles.jsonl", "modelling/training/held_back.json"])
def test_what_readers_marked_has_a_hash_too(name: str, package: Path) -> None:
    path = package / name
    path.write_bytes(path.read_bytes().replace(b"0", b"1", 1))
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 2
    assert name in result.stderr


@pytest.mark.parametrize("way", WAYS)
def test_whatever_reads_a_packaged_file_holds_it_against_its_hash(way: str, package: Path) -> None:
    from framing.lexicons.check import bibliography_keys, sentence_shares
    from framing.lexicons.load import load_file, shipped

    lexicons, artifacts = package / "_data" / "lexicons", package / "modelling" / "artifacts"
    draw = random.Random(way)  # noqa: S311 -- a sample
    readers = (
        (lexicons / "accusations.toml", lambda: load_file(lexicons / "accusations.toml")),
        (lexicons / "accusations.toml", shipped),
        (lexicons / "titles.toml", provenance.lexicon_versions.__wrapped__),
        (lexicons / "references.bib", bibliography_keys),
        (artifacts / "lexicon_sentence_shares.json", sentence_shares),
    )
    for path, use in readers:
        content = path.read_bytes()
        path.unlink()
        left = damaged(content, way, draw)
        if left is not None:
            path.write_bytes(left)
        with pytest.raises(ModelError, match="install it again: pip install") as caught:
            use()
        assert str(caught.value).startswith(str(path))
        path.write_bytes(content)
        use()


@pytest.mark.parametrize(
    "arguments",
    [
        ("score", "a.txt", "--format", "html"),
        ("compare", "a.txt", "a.txt", "--format", "html"),
        ("diff", "a.txt", "a.txt", "--format", "html"),
        ("check", "a.txt", "--output-format", "html", "--no-cache"),
        ("lexicon", "list"),
        ("lexicon", "lint"),
        ("lexicon", "show", "accusations"),
    ],
    ids=" ".join,
)
def test_a_command_that_meets_damage_ends_with_one_line(
    arguments: tuple[str, ...], package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Odden plans\n\nThe council of Odden met on Tuesday, Ada Holm said.\n", encoding="utf-8")
    for path in (
        package / "_data" / "reports" / "templates" / "page.css",
        package / "_data" / "lexicons" / "accusations.toml",
    ):
        path.write_bytes(path.read_bytes()[:-1] + b"x")
    for kept in (assembly._joined, assembly._environment, provenance.lexicon_versions):
        kept.cache_clear()
    done = CliRunner().invoke(main, arguments)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1), (done.stderr, done.exception)
    assert "install it again: pip install" in done.stderr


def test_the_doctor_names_what_is_damaged_and_how_to_mend_it(package: Path) -> None:
    whole = CliRunner().invoke(main, ["doctor"])
    assert (whole.exit_code, whole.stderr) == (0, "")
    assert f"{len(packaged.hashes())} packaged files are as they were built" in whole.stdout
    (package / "_data" / "lexicons" / "references.bib").write_bytes(b"")
    (package / "modelling" / "artifacts" / "genre.npz").unlink()
    found = CliRunner().invoke(main, ["doctor"])
    assert found.exit_code == 2
    said = found.stderr.splitlines()
    assert len(said) == 2
    assert "genre.npz: cannot be read (No such file or directory); install it again: pip install" in said[1]
    assert "references.bib: is damaged" in said[0]


def test_a_damaged_file_of_hashes_is_told_too(package: Path) -> None:
    (package / "_data" / "hashes.json").write_bytes(b"[")
    found = CliRunner().invoke(main, ["doctor"])
    assert found.exit_code == 2
    assert "hashes.json: is damaged" in found.stderr
    assert found.stderr.count("\n") == 1
