"""Uses in which no loaded word judges: each kind, and the same word where it does."""

import pytest

import framing
from framing.article import Document
from framing.lexicons.compiled import shipped_indexes
from framing.modelling.article_words import read_words
from framing.scoring import loaded_terms
from framing.scoring.words_found import lexicon_text
from framing.segmenting import segment

PLAIN = {
    "weather": (
        "Ominous storm clouds gathered over Tarn.",
        "A brutal winter storm closed the roads.",
        "Brutal cold gripped the valley.",
        "A savage gale hit the harbour.",
        "A vicious storm felled trees along the coast.",
        "Savage frost killed the vines.",
    ),
    "gifts": (
        "The church offered free rides to the polls.",
        "Volunteers gave free rides to voters.",
        "The bus company gives pensioners a free ride on Sundays.",
        "Children get a free ride on the carousel.",
        "The free lunch for pupils was served at noon.",
        "Patients have a free ride to the hospital by taxi.",
    ),
    "offices": (
        "The child-care czar resigned on Monday.",
        "The drug czar spoke in Tarn.",
        "Norland named a new housing czar.",
        "The border czar visited the camp.",
        "The city's first climate czar took office.",
        "She was the state's testing czar until May.",
    ),
    "works": (
        "She starred in the film Bloodbath last year.",
        "The musical Regime Change opened in Tarn.",
        "He wrote the novel “Thugs” in 1999.",
        "The documentary Mob Rule won a prize.",
        "In the play Liars, Holm is the maid.",
        "The band played its song Idiot twice.",
        "She was on the set of The Crooked Ones when the finale was shot.",
    ),
    "mentions": (
        "The term bloodbath is old.",
        "The bill bans the word regime.",
        "He objected to the word thug.",
        "The paper no longer uses the phrase “illegal alien”.",
        "“Regime” is a word of French origin.",
        "The label extremist does not fit, she said.",
    ),
    "denials": (
        "He is no thug.",
        "Lund is not a liar.",
        "The mayor isn't a clown.",
        "She was never an extremist.",
        "They are not thugs.",
        "Holm is hardly an idiot.",
        "The fees might not be as terrifying as the dragons of the old song.",
        "The mayor is not so corrupt as that.",
        "She is not really a very corrupt mayor.",
    ),
    "senses": (
        "A regime of three drugs helped.",
        "The new exercise regime begins in May.",
        "The patient follows a strict drug regime.",
        "The tax regime of Norland is simple.",
        "The sanctions regime expires in May.",
        "The immigration regime has many work permits.",
        "Cadets of Odden gave a Nazi-like salute.",
        "They could lose their life insurance.",
        "The envoy spoke of the malign conduct of Norland.",
        "The circus clown retired.",
    ),
    "works by what they are called": (
        "The series Tarn: The Regime was shown in May.",
        "The play “The Traitor of Tarn” opens on Friday.",
        "The book The Last Dictator won a prize.",
    ),
    "mentions with an adjective between": (
        "“Regime” is an old word for a diet.",
        "The editor struck the adjective draconian from the text.",
        "The noun thug came from another language.",
    ),
    "regimes of care": (
        "The skin-care regime takes ten minutes a day.",
        "Her hair regime takes an hour.",
        "His workout regime begins at six.",
    ),
    "distance": ("Holm opposes letting “thugs” vote.", "The party wants a “regime” of order."),
}
JUDGING = (
    ("A savage attack on the council followed.", "savage"),
    ("A savage storm of criticism broke out.", "savage"),
    ("The shameless firms got a scandalous free ride while honest people paid.", "free ride"),
    ("She saw Bloodbath, a word for the whole regime.", "regime"),
    ("The bloodbath was his doing.", "bloodbath"),
    ("They are thugs.", "thugs"),
    ("Thugs storm Tarn hall.", "thugs"),
    ("Holm is an idiot.", "idiot"),
    ("Holm's regime fell.", "regime"),
    ("The mayor is a clown.", "clown"),
    ("It was not just a corrupt deal.", "corrupt"),
    ("They would malign the council.", "malign"),
    ("The mayor has never been so corrupt.", "corrupt"),
    ("Tarn saw never so reckless a plan.", "reckless"),
)


NAMES = ("Holm", "Warrenson", "Ms. Orr", "the Greens", "Labour", "the Tarn Union", "Norland", "Per Lund")
FIGHTING = ("slam", "blast", "bash", "hammer", "maul", "rip", "roast", "thrash", "torch", "trash", "grill")
OPEN = (
    "Holm threw Orr under the bus.",
    "The party threw its own members under the bus.",
    "The mayor stabbed Ada Holm in the back.",
    "The council sold the town down the river.",
    "The firm took the town to the cleaners.",
    "The paper dragged Holm's name through the mud.",
    "The party hung its leader out to dry.",
    "They shoved the bill down voters’ throats.",
    "The minister led the town up the garden path.",
)


def terms(sentence: str) -> list[str]:
    found = framing.analyze(f"Council meets\n\nThe council met on Tuesday.\n\n{sentence}\n").to_dict()["loaded_terms"]
    return [term["text"].lower() for term in found]


@pytest.mark.parametrize("kind", PLAIN)
def test_no_word_of_a_plain_use_counts(kind: str) -> None:
    assert {sentence: terms(sentence) for sentence in PLAIN[kind]} == {sentence: [] for sentence in PLAIN[kind]}


@pytest.mark.parametrize(("sentence", "word"), JUDGING)
def test_the_same_word_counts_where_it_judges(sentence: str, word: str) -> None:
    assert word in terms(sentence)


@pytest.mark.parametrize("verb", FIGHTING)
@pytest.mark.parametrize("form", ["{verb}", "{verb}s"])
def test_a_verb_counts_before_one_name_as_before_another(verb: str, form: str) -> None:
    written = {"bash": "bashes", "slam": "slams", "thrash": "thrashes", "torch": "torches", "trash": "trashes"}
    said = form.format(verb=verb) if form == "{verb}" else written.get(verb, f"{verb}s")
    subject = "Critics" if said == verb else "Kai Lund"
    found = {name: hits(f"{subject} {said} {name} over the plan.") for name in NAMES}
    assert len(set(map(tuple, found.values()))) == 1, found


@pytest.mark.parametrize("sentence", OPEN)
def test_an_idiom_holds_any_name(sentence: str) -> None:
    (found,) = hits(sentence)
    assert len(found.split()) >= 5


def hits(sentence: str) -> list[str]:
    """What the lexicons find, before the model of words in context is asked."""
    article = segment(Document(f"The council met on Tuesday.\n\n{sentence}\n"))
    text = lexicon_text(article, article.voices, shipped_indexes(), read_words(article).compared)
    return [article.slice(term.span) for term in loaded_terms.score(text)]
