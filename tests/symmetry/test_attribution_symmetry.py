"""A swap of parties, countries, sexes or persons' names changes no span and no class of an attribution.

The sentences are written for this test. Every word that a swap puts in has as many tokens as the one that it replaces,
so that spans can be compared by token: each attribution must cover the same tokens and carry the same kind, stance,
source type and identity. The party itself is meant to change with the words; whether one is given is not, and whether
there is evidence for the type is not either (its words are a lexicon entry's, which may hold the adjective or not).
"""

import itertools
import string

import pytest

from framing.article import Article, Document
from framing.attributing import attribute
from framing.attribution import Attribution
from framing.segmenting import segment

SLOTS = {
    "party": ("Democratic", "Republican", "Labour"),
    "parties": ("Democrats", "Republicans", "Tories"),
    "country": ("France", "Iran", "Kenya", "Canada"),
    "demonym": ("French", "Iranian", "Kenyan", "Canadian"),
    "he": ("he", "she"),
    "He": ("He", "She"),
    "his": ("his", "her"),
    "him": ("him", "her"),
    "mr": ("Mr.", "Ms."),
    "spokesman": ("spokesman", "spokeswoman"),
    "Spokesman": ("Spokesman", "Spokeswoman"),
    "man": ("man", "woman"),
    "father": ("father", "mother"),
    "husband": ("husband", "wife"),
    "congressman": ("congressman", "congresswoman"),
    "person": ("Ana Orrell", "Tariq Vantongeren", "Wei Obuya", "Jim Petrasko"),
    "surname": ("Orrell", "Vantongeren", "Obuya", "Petrasko"),
}
SWAPS = {
    "parties": ("party", "parties"),
    "countries": ("country", "demonym"),
    "sexes": ("he", "He", "his", "him", "mr", "spokesman", "Spokesman", "man", "father", "husband", "congressman"),
    "names": ("person", "surname"),
}
TEMPLATES = (
    "{person}, a {party} senator, said on Tuesday that the dam would be finished before the winter.",
    "{party} lawmakers accused the agency of hiding the figures.",
    "“The bridge is safe,” said {person}, the {party} chairman of the transport committee.",
    "{parties} say the levy would hurt small farms.",
    "{parties} have warned that the fund will run dry by May.",
    "A group of {party} governors wrote that the rule was unlawful.",
    "The {party} leadership insisted that no vote had been planned.",
    "“We were never told,” a {party} aide said on condition of anonymity.",
    "According to {party} officials, the count will be repeated in two counties.",
    "{parties} argued that the contract should go to the cheapest bidder, while the union disagreed.",
    "Several {parties} told the newspaper that they regretted the vote.",
    "{person} said {parties} would block the bill.",
    "Rep. {person}, a {party} member of the panel, called the report “a whitewash”.",
    "The {party} candidate promised to lower the fee for school meals.",
    "The statement of the {party} caucus said that the hearing had been moved.",
    "{country} said on Friday that it had closed two border crossings.",
    "The government of {country} denied that its ships had entered the bay.",
    "{demonym} officials said the ferry had been inspected in March.",
    "The {demonym} foreign ministry called the report “baseless”.",
    "“The talks were useful,” the {demonym} ambassador told reporters.",
    "A {demonym} court ruled that the mine must pay for the damage.",
    "{demonym} police said two men had been arrested near the harbour.",
    "The president of {country} announced that the election would be held in June.",
    "An adviser to the {demonym} prime minister said the offer was still on the table.",
    "{country} has threatened to leave the fisheries agreement.",
    "Doctors in {country} believe that the outbreak is over.",
    "According to the {demonym} central bank, prices rose by three per cent.",
    "The {demonym} army said it had found no wreckage.",
    "Experts warn that {country} may run short of grain.",
    "{demonym} voters told the pollster that they trusted neither side.",
    "{demonym} state media reported that the pipeline had been repaired.",
    "Two diplomats from {country} said that the draft was nearly ready.",
    "The minister said {he} would resign if the inquiry found any fault.",
    "“I have nothing to hide,” {he} said.",
    "{He} told the court that {he} had never seen the letter.",
    "{He} added that {his} office would publish the minutes.",
    "{mr} {surname} said the figures were wrong.",
    "The company's {spokesman} said that the plant would reopen on Monday.",
    "A {spokesman} for the fire service said nobody was hurt.",
    "“It came out of nowhere,” said the {man} who owns the shop.",
    "Police say the {man} told them that {he} was alone.",
    "{His} {father} said the boy had been ill for weeks.",
    "The mayor insisted that {he} had asked {his} deputy for advice.",
    "A {congressman} from the district said the road was a danger.",
    "“My {husband} and I lost everything,” the farmer said.",
    "Asked about the loan, {he} replied that it had been repaid.",
    "{Spokesman} {person} said that the airline had refunded the tickets.",
    "The judge warned {him} that the fine would be doubled.",
    "{He} believes that the town can pay for the new school.",
    "{person} said the river had risen by a metre overnight.",
    "“Nobody warned us,” {person} said.",
    "“Nobody warned us,” said {person}, who runs the bakery on the square.",
    "{person}, a nurse at the county hospital, said the ward was full.",
    "Professor {person} of the polytechnic warned that the cliff could fall.",
    "In a statement, {person} denied having met the contractor.",
    "{person} told the committee that the pump had failed twice.",
    "The fire began in the kitchen, according to {person}, the chief of the volunteer brigade.",
    "{person} suggested that the council should sell the hall.",
    "Police Chief {person} said the road would stay closed until noon.",
    "“The roof will hold,” {surname} said. “We have checked every beam.”",
    "{surname} wants the state to pay for the repairs.",
    "{surname} wrote that the museum was worth saving.",
    "Lawyers for {person} said the charge was absurd.",
    "{person} hopes to open the market before Easter.",
    "“It is a good day for the valley,” {person}, the {party} mayor, said after the vote.",
    "{mr} {surname}, whose {father} founded the firm, said the {demonym} plant would stay open.",
    "{person} said {demonym} investors had asked for more time.",
    "The {party} senator {person} said {he} would vote for the treaty with {country}.",
)
BASE = {**{slot: words[0] for slot, words in SLOTS.items()}, "His": "His"}


def swapped(template: str, slots: tuple[str, ...]) -> list[str]:
    """Return the template with each choice of words for some slots; slots of one kind change together."""
    used = {name for _, name, _, _ in string.Formatter().parse(template) if name} & set(slots)
    size = max((len(SLOTS[slot]) for slot in used), default=0)
    choices = [{slot: SLOTS[slot][i % len(SLOTS[slot])] for slot in used} for i in range(size)]
    return [template.format(**{**BASE, **choice}) for choice in choices]


FAMILIES = [
    (swap, tuple(variants))
    for swap, slots in SWAPS.items()
    for template in TEMPLATES
    if len(variants := swapped(template, slots)) > 1
]


def shape(article: Article, attribution: Attribution) -> tuple[object, ...]:
    """Return what must not change: tokens of content, cue and source, and every class."""

    def tokens(span: tuple[int, int]) -> tuple[int, ...]:
        starts = article.tokens.starts
        return tuple(number for number, start in enumerate(starts) if span[0] <= start < span[1])

    source, cue = attribution.source, attribution.cue
    return (
        attribution.kind,
        tuple(tokens(span) for span in attribution.content),
        cue and (tokens(cue.span), cue.stance),
        source and (tokens(source.span), source.type, source.identity, source.party is not None),
        source and len(source.evidence) > 0,
        attribution.anonymity_explained,
        attribution.relayed,
        attribution.words,
    )


def shapes(sentence: str) -> list[tuple[object, ...]]:
    article = segment(Document(f"{sentence}\n\nThe hearing is to go on next week.\n"))
    return [shape(article, attribution) for attribution in attribute(article)]


def test_there_are_sixty_templates_and_two_hundred_sentences() -> None:
    assert len(set(TEMPLATES)) >= 60
    assert len({sentence for _, variants in FAMILIES for sentence in variants}) >= 200


def test_nearly_every_sentence_holds_an_attribution() -> None:
    with_one = [template for template in TEMPLATES if shapes(template.format(**BASE))]
    assert len(with_one) >= 0.9 * len(TEMPLATES)


@pytest.mark.parametrize("swap", SWAPS)
def test_a_swap_changes_no_span_and_no_class(swap: str) -> None:
    changed = [
        (first, second)
        for kind, variants in FAMILIES
        if kind == swap
        for first, second in itertools.pairwise(variants)
        if shapes(first) != shapes(second)
    ]
    assert changed == []
