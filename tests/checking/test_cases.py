"""A rule is its cases: what each finds and says of it, and what looks alike and is left alone."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from framing.checking.cache import Checked
from framing.checking.registry import AnyRule, rules
from framing.checking.requested import RequestedSettings
from framing.checking.run import check_document, check_files
from framing.checking.view import CorpusRule, CorpusView, RunRule
from framing.config import Config
from framing.diagnostic import CheckedFile, Diagnostic
from framing.reading import document
from framing.rule_case import CaseArticle, FolderCase, RuleCase

RULES = list(rules().values())
CASES = [
    pytest.param(rule, case, id=f"{rule.card.code}-{side}-{number}")
    for rule in RULES
    for side, cases in (("finds", rule.card.finds), ("leaves", rule.card.leaves))
    for number, case in enumerate(cases, 1)
]
FEWEST = 3


def found(rule: AnyRule, case: RuleCase | FolderCase, folder: Path) -> Sequence[str]:
    """What identifies each finding of a rule in a case."""
    if isinstance(case, FolderCase):
        assert isinstance(rule, CorpusRule)
        view = CorpusView(files(case.articles), files(case.before), case.folders, {**rule.card.options, **case.options})
        return [one.text for one in rule.find(view)]
    return [one.text or one.message for one in diagnostics(rule, case, folder) if one.code == rule.card.code]


def files(articles: Sequence[CaseArticle]) -> list[CheckedFile]:
    return [CheckedFile(path, "", (), words, {measure: value}) for path, words, measure, value in articles]


def diagnostics(rule: AnyRule, case: RuleCase, folder: Path) -> Sequence[Diagnostic]:
    """What a run says of a case: with the rule alone, or, where the rule is about the run, with those on by default."""
    if isinstance(rule, RunRule):
        file = folder / "a.md"
        file.write_text(case.text, encoding="utf-8")
        (checked,) = check_files([str(file)], RequestedSettings(isolated=True))
        assert isinstance(checked, Checked)
        return checked.file.diagnostics
    lexicons: tuple[Path, ...] = ()
    if case.lexicon:
        lexicons = (folder / "house.toml",)
        lexicons[0].write_text(case.lexicon, encoding="utf-8")
    settings = {"select": [rule.card.code], "rules": {rule.card.code: dict(case.options)}}
    config = Config(values=settings, lexicons=lexicons)
    media_type = "text/html" if case.text.startswith("<") else "text/markdown"
    return check_document(document(case.text, media_type=media_type), config, "a.md").file.diagnostics


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_rule_finds_what_its_case_says(rule: AnyRule, case: RuleCase | FolderCase, tmp_path: Path) -> None:
    assert tuple(found(rule, case, tmp_path)) == case.found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.card.code)
def test_a_rule_has_three_cases_of_each_side_or_more(rule: AnyRule) -> None:
    assert [bool(case.found) for case in rule.card.finds].count(True) >= FEWEST
    assert [bool(case.found) for case in rule.card.leaves].count(False) >= FEWEST
    assert all(case.found for case in rule.card.finds)
    assert not any(case.found for case in rule.card.leaves)


SAID = Path(__file__).parents[1] / "cases" / "rule_findings.json"
"""What each rule says of its first case; after a change: ``UPDATE_EXAMPLES=1 python -m pytest tests/checking/test_cases.py``."""


def said(rule: AnyRule, folder: Path) -> list[dict[str, Any]]:
    case = rule.card.finds[0]
    if isinstance(case, FolderCase):
        assert isinstance(rule, CorpusRule)
        view = CorpusView(files(case.articles), files(case.before), case.folders, {**rule.card.options, **case.options})
        return [{"path": one.path, "message": one.message, "reason": one.reason} for one in rule.find(view)]
    rows = []
    for one in diagnostics(rule, case, folder):
        if one.code == rule.card.code:
            left_out = {"path", "fingerprint", "confidence"}
            row = {key: value for key, value in one.to_dict().items() if value and key not in left_out}
            row["confidence"] = round(one.confidence, 1)
            assert one.path.endswith("a.md")
            assert len(one.fingerprint) == 32
            rows.append(row)
    return rows


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.card.code)
def test_a_rule_says_of_its_first_case_what_a_reader_has_read(rule: AnyRule, tmp_path: Path) -> None:
    kept = json.loads(SAID.read_text(encoding="utf-8")) if SAID.exists() else {}
    rows = said(rule, tmp_path)
    if os.environ.get("UPDATE_EXAMPLES"):
        kept = dict(sorted({**kept, rule.card.code: rows}.items()))
        SAID.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert kept[rule.card.code] == json.loads(json.dumps(rows))
