"""Which neutral wordings can stand where a loaded word was found."""

import pytest

from framing.article import Document
from framing.lexicons.compiled import shipped_indexes
from framing.modelling.article_words import read_words
from framing.scoring import loaded_terms
from framing.scoring.words_found import lexicon_text
from framing.segmenting import segment


def offered(sentence: str) -> dict[str, tuple[str, ...]]:
    article = segment(Document(f"The council met on Tuesday.\n\n{sentence}\n"))
    text = lexicon_text(article, article.voices, shipped_indexes(), read_words(article).compared)
    return {article.slice(term.span): term.alternatives for term in loaded_terms.score(text)}


@pytest.mark.parametrize(
    ("sentence", "words", "offers"),
    [
        # In the number of the words, at the head of what is offered.
        ("An illegal foreigner came.", "illegal foreigner", ()),
        ("The illegal foreigner came.", "illegal foreigner", ("foreigner without legal status",)),
        ("The illegal foreigners came.", "illegal foreigners", ("foreigners without legal status",)),
        # What hangs on a noun cannot stand before another one; nor can one who does a thing, or "the".
        ("Illegal foreigner visas ended.", "Illegal foreigner", ()),
        ("The terrorist killings ended.", "terrorist", ()),
        ("The regime forces left.", "regime", ("government",)),
        ("The anti-regime march ended.", "regime", ("government",)),
        ("The regime's army left.", "regime's", ("government's",)),
        # No word stands twice.
        ("The military junta left.", "junta", ()),
        ("The junta left.", "junta", ("military government",)),
        ("They were ignored or swept under the rug.", "swept under the rug", ("hidden",)),
        ("They were swept under the rug, and then ignored.", "swept under the rug", ("hidden",)),
        ("They were swept under the rug.", "swept under the rug", ("hidden", "ignored")),
        ("Illegal immigrants live in the country.", "Illegal immigrants", ("Immigrants without legal status",)),
        ("Her bombshell new report came.", "bombshell new", ("important new",)),
        ("A surge of illegal immigrants came.", "surge of illegal immigrants", ()),
        # An adverb stands before an adjective; a noun in the singular has something before it.
        ("Presently illegal immigrants came.", "illegal immigrants", ()),
        ("Their tendency to flip-flop hurt Holm.", "flip-flop", ()),
        ("Their latest flip-flop was a loss.", "flip-flop", ("change of position",)),
        ("Holm spat out misogynist, lewd jokes.", "misogynist", ()),
        ("Holm was greeted with outrage.", "outrage", ("anger", "criticism")),
        # Words with a preposition stand behind a noun or a verb, not before one.
        ("Holm defended tough-on-crime laws.", "tough-on-crime", ()),
        ("Holm sounds tough on crime.", "tough on crime", ("in favour of longer sentences",)),
        # What has no number fits neither "a" nor many.
        ("The outrage grew.", "outrage", ("anger", "criticism")),
        ("An outrage followed.", "outrage", ()),
        ("The outrages followed.", "outrages", ()),
        ("They fear grandstanding.", "grandstanding", ("public statements",)),
        ("Their grandstanding is loud.", "grandstanding", ()),
        # A verb in its form, where it is certain.
        ("Holm slaps down the plan.", "slaps down", ("rejects", "answers")),
        ("Holm is slapping down the plan.", "slapping down", ("rejecting", "answering")),
        ("They plundered the fund.", "plundered", ("took",)),
        ("The fund was plundered.", "plundered", ("taken",)),
        ("Some funds plundered there were small.", "plundered", ()),
        ("It was technology that hamstrung the town.", "hamstrung", ("limited",)),
        # What is written like a verb or a noun and is the other.
        ("The senator's taunts were heard.", "taunts", ()),
        ("They are grandstanding there.", "grandstanding", ()),
        ("The grandstanding goes on.", "grandstanding", ()),
        # The words that the entry leaves open.
        ("A horde of drunken tourists came.", "horde of drunken tourists", ("crowd of drunken tourists",)),
        ("A horde of thugs came.", "horde of thugs", ()),
        ("A flood of illegals came.", "flood of illegals", ()),
        ("They threw the poor under the bus.", "threw the poor under the bus", ()),
        ("Boatloads of migrants came.", "Boatloads of migrants", ("Boats carrying migrants",)),
        # In the case of the words.
        ("The FAT CAT left.", "FAT CAT", ("EXECUTIVE",)),
        ("Fat Cats Leave Tarn", "Fat Cats", ("Executives",)),
        # A further form of another part of speech.
        ("They would self-deport.", "self-deport", ()),
    ],
)
def test_only_what_can_stand_in_the_sentence_is_offered(sentence: str, words: str, offers: tuple[str, ...]) -> None:
    assert offered(sentence)[words] == offers
