"""Cards of findings that are about the run itself, not about an article's words."""

from framing.checking.view import RunRule
from framing.diagnostic import RuleCard

__all__ = ["NOT_SCORED", "RUN_RULES", "UNCLEAR", "UNKNOWN_KIND", "UNUSED"]

UNUSED = RuleCard(
    code="X901",
    name="unused-suppression",
    summary="A suppression that silences nothing.",
    what="Finds suppressions in the text that no finding of this run falls under.",
    why="A suppression without a finding hides the next one, and nobody knows why it is there.",
    evidence="The convention of linters.",
    known_problems="Suppressions of rules that are off, or that leave this kind of content alone, are not looked at.",
    example="'<!-- framing: ignore[W101] quoted law -->' over a paragraph without a loaded term is found.",
    level="note",
)
NOT_SCORED = RuleCard(
    code="X902",
    name="not-scored",
    summary="A text that cannot be checked.",
    what="Says that a text was not scored, and why: another language, no sentences, a page without an article.",
    why="Silence would look like a clean file.",
    evidence="The tool's own limits: only English is scored.",
    known_problems="Lists of names can be taken for another language.",
    example="A German article is found, and an '_index.md' with nothing but front matter.",
    level="note",
)
UNCLEAR = RuleCard(
    code="X903",
    name="unclear-suppression",
    summary="A suppression that does not say what its author meant.",
    what=(
        "Finds comments to the tool with a misspelt action, a rule that does not exist, or an 'ignore-start' whose end "
        "is missing, which silences the rest of the file."
    ),
    why="A misspelt suppression silences nothing, one without an end silences what nobody has read.",
    evidence="The convention of linters.",
    known_problems="A page that shows such comments as an example is found as well.",
    example="'<!-- framing: ignor[W101] -->' and an 'ignore-start' without an 'ignore-end' are found.",
)
UNKNOWN_KIND = RuleCard(
    code="X904",
    name="unknown-kind",
    summary="A kind of content in the front matter that is none of the three.",
    what="Finds 'kind:' in the front matter with another value than news, opinion or press-release.",
    why="Such an article is checked as news: a misspelt 'opinon' brings findings that a column should not have.",
    evidence="The settings' key 'kind'.",
    known_problems="Sites that use the key for something else are found in every file: ignore the rule there.",
    example="'kind: opinon' is found; 'type: post' is not.",
    level="note",
)
RUN_RULES = tuple(RunRule(card) for card in (UNUSED, NOT_SCORED, UNCLEAR, UNKNOWN_KIND))
"""Rules whose findings the run makes."""
