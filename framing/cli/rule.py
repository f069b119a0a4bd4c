"""``framing rule``: what a rule does, why, and how often it is right."""

import json
from dataclasses import asdict

import click

from framing.checking.pages import rule_page
from framing.checking.registry import named, rules
from framing.diagnostic import RuleCard
from framing.errors import FramingError
from framing.rule_case import FolderCase, RuleCase

__all__ = ["command"]


@click.command(name="rule")
@click.argument("codes", nargs=-1, metavar="CODE…")
@click.option("--all", "every", is_flag=True, help="All rules.")
@click.option(
    "--output-format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True
)
def command(codes: tuple[str, ...], every: bool, form: str) -> None:  # noqa: FBT001
    """Explain rules: what each does, why, the evidence, known problems, options, an example, its measured precision."""
    if not codes and not every:
        for rule in rules().values():
            card = rule.card
            click.echo(f"{card.code}  {'on ' if card.default else 'off'}  {card.level:8} {card.name:28} {card.summary}")
        return
    try:
        chosen = named(["ALL"] if every else codes)
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    cards = [rule.card for rule in chosen]
    if form == "json":
        click.echo(json.dumps([asdict(card) for card in cards], ensure_ascii=False, indent=2))
        return
    if form == "markdown":
        click.echo("\n".join(rule_page(card) for card in cards), nl=False)
        return
    click.echo("\n\n".join(_explained(card) for card in cards))


def _first(cases: tuple[RuleCase | FolderCase, ...]) -> str:
    return " / ".join(cases[0].shown.split("\n")) if cases else "no case"


def _explained(card: RuleCard) -> str:
    """Return a rule's card as text."""
    judged = (
        f"{card.precision:.2f} of {card.judged} findings judged by hand" if card.precision is not None else "not judged"
    )
    options = "; ".join(f"{name} = {value}" for name, value in card.options.items()) or "none"
    facts = {
        "what it does": card.what,
        "why": card.why,
        "evidence": card.evidence,
        "known problems": card.known_problems,
        "finds": _first(card.finds),
        "leaves alone": _first(card.leaves),
        "applies to": f"{', '.join(card.kinds)}; looks at: {', '.join(card.parts)}",
        "level": f"{card.level}, {'on' if card.default else 'off'} by default, least confidence {card.confidence:g}",
        "precision": judged,
        "options": options,
    }
    return "\n".join(
        [f"{card.code} {card.name}: {card.summary}", *(f"  {name + ':':16} {text}" for name, text in facts.items())]
    )
