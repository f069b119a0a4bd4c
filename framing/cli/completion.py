"""``framing completion``: the shell's completion script."""

import click
from click.shell_completion import get_completion_class

__all__ = ["command"]


@click.command(name="completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the completion script: eval "$(framing completion bash)"."""
    completion = get_completion_class(shell)
    assert completion is not None  # noqa: S101 -- click knows the three
    click.echo(completion(context.find_root().command, {}, "framing", "_FRAMING_COMPLETE").source())
