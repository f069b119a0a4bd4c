"""What `.ci/run` checks, on every Python version that is installed: ``nox``."""

import nox

nox.options.sessions = ["tests", "style"]


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """Run the whole suite."""
    session.install("-e", ".[cluster]", *nox.project.dependency_groups(nox.project.load_toml("pyproject.toml"), "test"))
    session.run("python", "-m", "pytest", "-q", *session.posargs)


@nox.session
def style(session: nox.Session) -> None:
    """Check style, types and layers."""
    session.install("-e", ".", *nox.project.dependency_groups(nox.project.load_toml("pyproject.toml"), "dev"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    session.run("lint-imports")
