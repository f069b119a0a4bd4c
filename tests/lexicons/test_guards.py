"""Guards are noticed: a guarded entry has a sentence that it would hit without its guards."""

from dataclasses import replace

import pytest

from framing.article import Sentence
from framing.lexicons.compiled import Index, compile_lexicons
from framing.lexicons.entry import Entry, Lexicon
from framing.lexicons.load import shipped
from framing.lexicons.match import comparable, find
from framing.segmenting.words import find_tokens

KNOWN = {
    "dehumanising_metaphors/capitalist_pig",
    "dehumanising_metaphors/feral_youth",
    "dehumanising_metaphors/migrant_invasion",
    "dysphemisms/snatch_from_off_our_the_their_homes_house_houses_street_streets_workplaces",
    "hedges/a_sort_of",
    "partisan_coinages/china_virus",
    "sensational_words/all_out_assault_battle_brawl_fight_war",
    "sensational_words/the_other_bombshell_shocker_smoking_gun",
}
"""Entries whose sentences miss for another reason than their guards; the list only shrinks."""


def hits(lexicon: Lexicon, entry: Entry, text: str) -> bool:
    alone = Lexicon(lexicon.id, "", "", lexicon.construct, (), "", (), (entry,))
    stored = compile_lexicons([alone], {})[lexicon.construct]
    words = comparable(find_tokens(text), [Sentence(0, len(text), 0)])
    return any(True for _ in find(words, Index(stored["tree"], stored["rows"])))


@pytest.mark.parametrize("lexicon", shipped(), ids=lambda lexicon: lexicon.id)
def test_without_its_guards_an_entry_hits_a_sentence_that_it_must_miss(lexicon: Lexicon) -> None:
    unnoticed = {
        f"{lexicon.id}/{entry.id}"
        for entry in lexicon.entries
        if entry.guarded
        and not any(hits(lexicon, replace(entry, guards={}, case=None), sentence) for sentence in entry.misses)
    }
    assert unnoticed == {known for known in KNOWN if known.startswith(f"{lexicon.id}/")}
