"""The command ``framing``: each sub-command is a module of its own, imported when it is called."""

import atexit
import errno
import gc
import os
import traceback
from pathlib import Path
from typing import NoReturn

import click

from framing.errors import FramingError
from framing.packages import missing, needed
from framing.version import __version__

__all__ = ["main"]

_FAULT = 70
"""``EX_SOFTWARE``: neither findings (1) nor wrong usage or input (2)."""

_INTERRUPTED = 130
"""What a shell gives for a program that Ctrl-C ended."""
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO})
"""The system's reasons why nothing more can be written; a command that knows more says so itself."""
_COMMANDS = {
    "agree": ("framing.cli.agree", "How far annotators agree, and how right the product is by them."),
    "baseline": ("framing.cli.baseline", "Findings that are known: create, update, prune."),
    "check": ("framing.cli.check", "Content checked by rules, with a gate."),
    "corpus": ("framing.cli.corpus", "Many articles: archives into datasets, outlets summarised and compared."),
    "completion": ("framing.cli.completion", "The shell's completion script."),
    "config": ("framing.cli.config", "The settings that count for a file, and where each comes from."),
    "man": ("framing.cli.man", "Manual pages of the commands, for packages."),
    "rule": ("framing.cli.rule", "What a rule does, why, and how often it is right."),
    "compare": ("framing.cli.compare", "Articles on one event side by side."),
    "diff": ("framing.cli.diff", "What changed between two versions of an article."),
    "doctor": ("framing.cli.doctor", "Whether the installed package is whole."),
    "export": ("framing.cli.export", "Findings as files of annotation tools."),
    "evaluate": ("framing.cli.evaluate", "The models' figures on the public data, with intervals."),
    "lsp": ("framing.cli.lsp", "Findings in an editor while one writes (Language Server Protocol)."),
    "lexicon": ("framing.cli.lexicon", "The word lists: list, show, lint, add-path, compile."),
    "schema": ("framing.cli.schema", "The JSON Schema of a report."),
    "serve": ("framing.cli.serve", "Read articles in the browser, on this machine."),
    "score": ("framing.cli.score", "The report on articles."),
    "train": ("framing.cli.train", "Make a model again from the public data."),
}


class _LazyGroup(click.Group):
    """A group that imports a command's module only when it is asked for, so that start-up costs nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        # An article's matrices are small: threads that wait for each other cost more than they bring.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        # Start-up makes half a million objects that stay: looking through them for garbage, and once more at the end,
        # takes half of a short run's time.
        gc.set_threshold(1_000_000, 50, 50)
        atexit.register(gc.freeze)
        command = needed(_COMMANDS[cmd_name][0]).command
        assert isinstance(command, click.Command)  # noqa: S101
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the sub-command; a package that cannot be imported is one line, and so are a full disk and a fault."""
        fault: FramingError
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:  # click would say "Aborted!" with the exit code of findings
            raise SystemExit(_INTERRUPTED) from None
        except ImportError as error:
            fault = missing(error)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except FramingError as error:
            fault = error
        except OSError as error:
            if error.errno not in _FULL:
                _report_fault(error)
            # What is left in the buffer must not be written again at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            fault = FramingError(f"{error.filename or 'the output'}: cannot be written ({error.strerror})")
        except Exception as error:  # noqa: BLE001 -- whatever it is, it must not look like findings
            _report_fault(error)
        click.echo(f"framing: {fault}", err=True)
        raise SystemExit(2)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the sub-commands' lines without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _COMMANDS[name][1]) for name in sorted(_COMMANDS)])


def _report_fault(error: Exception) -> NoReturn:
    """End with a line that asks for a report, and the exit code of a fault in a program."""
    if os.environ.get("FRAMING_TRACEBACK"):
        raise error
    place = traceback.extract_tb(error.__traceback__)[-1]
    what = FramingError(f"{type(error).__name__}: {error}")  # on one line
    click.echo(
        f"framing: a fault in the tool ({what}; {Path(place.filename).name}:{place.lineno}). Please report it with the "
        "command that you gave; FRAMING_TRACEBACK=1 shows where it comes from.",
        err=True,
    )
    raise SystemExit(_FAULT)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="framing")
def main() -> None:
    """Source bias and framing in news: a report in which every figure is traced to words on the page."""


if __name__ == "__main__":
    main()
