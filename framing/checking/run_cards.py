"""Cards of findings that are about the run itself, not about an article's words."""

from framing.checking.view import RunRule
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

__all__ = ["NOT_SCORED", "RUN_RULES", "UNCLEAR", "UNKNOWN_KIND", "UNUSED"]

_AS_NEWS = "The text is checked as news."
_PLAIN = "The council of Odden met on Tuesday to talk about the plan for the old harbour."
_LOADED = "The regime rammed the bill through parliament on Monday."

UNUSED = RuleCard(
    code="X901",
    name="unused-suppression",
    summary="A suppression that silences nothing.",
    what="Finds suppressions in the text that no finding of this run falls under.",
    why="A suppression without a finding hides the next one, and nobody knows why it is there.",
    evidence="The convention of linters.",
    known_problems="Suppressions of rules that are off, or that leave this kind of content alone, are not looked at.",
    finds=(
        RuleCase(f"<!-- framing: ignore[W101] words of the law -->\n{_PLAIN}", ("W101",)),
        RuleCase(f"---\nframing-ignore: W101\n---\n\n{_PLAIN}", ("W101",)),
        RuleCase(f'{_LOADED} <!-- framing: ignore[W101 "thugs"] a name -->', ('W101 "thugs"',)),
    ),
    leaves=(
        RuleCase(f"<!-- framing: ignore[W101] words of the law -->\n{_LOADED}"),
        RuleCase(f"---\nframing-ignore: W101\n---\n\n{_LOADED}"),
        RuleCase(f"<!-- framing: ignore[S208] a song -->\n{_PLAIN}"),
        RuleCase(f"---\nkind: opinion\n---\n\n<!-- framing: ignore[W101] a column -->\n{_PLAIN}"),
    ),
    level="note",
)
NOT_SCORED = RuleCard(
    code="X902",
    name="not-scored",
    summary="A text that cannot be checked, or not all of it.",
    what=(
        "Says that a text was not scored, and why: another language, no sentences, a page without an article; or that "
        "what stands below a label of comments was left out."
    ),
    why="Silence would look like a clean file.",
    evidence="The tool's own limits: only English is scored.",
    known_problems="Lists of names can be taken for another language.",
    finds=(
        RuleCase(
            "Der Rat von Odden hat am Dienstag im Rathaus über den Plan für den alten Hafen gesprochen, und die Arbeit "
            "soll im Mai beginnen.",
            ("The text is not English (it looks like 'de'); only English is scored.",),
        ),
        RuleCase("---\ntitle: Odden\n---\n", ("Not checked: it is empty: there is markup in it and no article.",)),
        RuleCase(
            "Le conseil d’Odden s’est réuni mardi à la mairie pour parler du projet du vieux port, et les travaux "
            "doivent commencer en mai.",
            ("The text is not English (it looks like 'fr'); only English is scored.",),
        ),
    ),
    leaves=(RuleCase(_PLAIN), RuleCase(f"# Odden\n\n{_PLAIN}"), RuleCase(f"---\ntitle: Odden\n---\n\n{_PLAIN}")),
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
    finds=(
        RuleCase(
            f"<!-- framing: ignor[W101] -->\n{_PLAIN}",
            ("'framing: ignor' is no suppression; did you mean 'framing: ignore'?",),
        ),
        RuleCase(f"<!-- framing: ignore[loaded-words] -->\n{_PLAIN}", ("loaded-words",)),
        RuleCase(
            f"<!-- framing: ignore-start[W101] -->\n\n{_PLAIN}",
            ("This 'ignore-start' has no 'ignore-end': the rest of the file is silenced.",),
        ),
    ),
    leaves=(
        RuleCase(f"<!-- framing: ignore[loaded-term] -->\n{_LOADED}"),
        RuleCase(f"<!-- framing: ignore-start[W101] -->\n\n{_LOADED}\n\n<!-- framing: ignore-end[W101] -->"),
        RuleCase(f"<!-- the framing of the picture: ignore -->\n{_PLAIN}"),
    ),
)
UNKNOWN_KIND = RuleCard(
    code="X904",
    name="unknown-kind",
    summary="A kind of content in the front matter that is none of the three.",
    what="Finds 'kind:' in the front matter with another value than news, opinion or press-release.",
    why="Such an article is checked as news: a misspelt 'opinon' brings findings that a column should not have.",
    evidence="The settings' key 'kind'.",
    known_problems="Sites that use the key for something else are found in every file: ignore the rule there.",
    finds=(
        RuleCase(
            f"---\nkind: opinon\n---\n\n{_PLAIN}",
            (f"'kind: opinon' is none of news, opinion, press-release; did you mean 'opinion'? {_AS_NEWS}",),
        ),
        RuleCase(
            f"---\nkind: report\n---\n\n{_PLAIN}",
            (f"'kind: report' is none of news, opinion, press-release. {_AS_NEWS}",),
        ),
        RuleCase(
            f"---\ntitle: Odden\nkind: column\n---\n\n{_PLAIN}",
            (f"'kind: column' is none of news, opinion, press-release. {_AS_NEWS}",),
        ),
    ),
    leaves=(
        RuleCase(f"---\nkind: opinion\n---\n\n{_PLAIN}"),
        RuleCase(f"---\nkind: Press-Release\n---\n\n{_PLAIN}"),
        RuleCase(f"---\ntype: post\n---\n\n{_PLAIN}"),
    ),
    level="note",
)
RUN_RULES = tuple(RunRule(card) for card in (UNUSED, NOT_SCORED, UNCLEAR, UNKNOWN_KIND))
"""Rules whose findings the run makes."""
