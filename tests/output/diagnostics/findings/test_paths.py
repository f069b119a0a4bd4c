"""Paths are made relative where a platform needs them so, and nowhere else."""

from pathlib import PurePosixPath

from framing.diagnostic import CheckedFile, Diagnostic, MissedBudget, Outcome
from framing.output.diagnostics.findings.paths import with_relative_paths


def outcome(path: str) -> Outcome:
    found = Diagnostic("W101", "loaded-term", "note", "m", 0, 3, path)
    return Outcome((CheckedFile(path, "One", (found,)),), (), missed=(MissedBudget(path, "min-sources", 2, 1),))


def paths(found: Outcome) -> set[str]:
    return {found.files[0].path, found.files[0].diagnostics[0].path, found.missed[0].path}


def test_a_path_below_a_folder_is_relative_everywhere() -> None:
    bases = (PurePosixPath("/srv/link"), PurePosixPath("/srv/site"))
    assert paths(with_relative_paths(outcome("/srv/site/news/a b.txt"), bases)) == {"news/a b.txt"}


def test_other_paths_stay_as_the_user_named_them() -> None:
    for path in ("news/a.txt", "../a.txt", "/srv/site2/a.txt", "-", ""):
        assert paths(with_relative_paths(outcome(path), (PurePosixPath("/srv/site"),))) == {path}
