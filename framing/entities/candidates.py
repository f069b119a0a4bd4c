"""Everybody whom a text has named or credited up to a place: for whom a pronoun or a description may stand there."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from framing.article import FURNITURE, Article, Voice
from framing.entities.cluster import Clusters
from framing.entities.genders import gender_of_role
from framing.entities.name_words import GENERIC_BODIES, PERSONAL_TITLES
from framing.entities.names import Name
from framing.entities.pronouns import Candidate
from framing.entities.roles import Role
from framing.entities.rows import Row
from framing.expressions import expression
from framing.spans import Span

__all__ = ["Candidates", "titles_alone"]

_LISTED = expression(
    r"(?: \([^()\n]{1,30}\)|, [DRI]-[A-Z][\w.]*| (?:of|from) (?:[A-Z][\w.]* ?){1,3}\b)?(?:, (?:and )?|,? and )"
)
"""What stands between two persons who do something together: "Ada Holm (D-Tarn) and Rolf Kirk"."""
_HOME = expression(r" (?:of|from) ")
_LONGEST_JOINT = 60
"""Characters between the ends of two such names. Set by hand: a party's letter and a title."""
_SEVERAL = expression(r"\w{3,}s\.?")
"""The last word of a title that several share: "Sens.", "economists"."""


_ASKS = expression(
    r"(?<!\bhe )(?<!\bshe )\b(?:ask|press|challeng|question)(?:s|e[sd]|ed|ing) (?:(?:the|[A-Z][\w.’'-]*) ){0,5}\Z"
)
"""A question in front of the one to whom it is put, title included: "asked Mayor Ada Holm"."""
_IS_ASKED = expression(r" (?:if|whether|what|why|how|who|when|where|about)\b|,? [“\"]")
"""Words behind whoever is asked and not begged."""
_QUESTION = 60
"""Characters in front of a name in which it is looked for."""
_NEAR = 2
"""Sentences back in which the one person for whom "they" stands is named. Set by hand."""
_NOUN_FOR_SEVERAL = expression(
    r"\b(?:the|some|many|several|other|most|two|three|four|few|his|her|their|its|of|by|with|and|to|from|for|against|"
    r"\d+) (?:[a-z-]+ )?[a-z]+[^s’'\W\d_]s\b|[.!?] (?:[Tt]he )?[A-Z][a-z]+[^s’'\W\d_]s [a-z]"
    r"|\b(?:people|men|women|children|police|both|family|team|staff|crew|couple|pair|band|"
    + "|".join(GENERIC_BODIES)
    + r"|council|court|board|government|committee|party|public|jury|press|army)\b"
)
"""Nouns that "they" may stand for rather than for one person."""


_FEWEST_RUNNING = 6
"""Words in the first part of a sentence that the end of a paragraph breaks; shorter lines are labels."""
_TITLE = "|".join(sorted(title for title in PERSONAL_TITLES if title.isalpha()))
_TITLED = expression(
    rf"\b[Tt]he (?:(?:{_TITLE}) ){{0,2}}(?:{_TITLE})(?=[,;.]| (?:[a-z]+ed|is|was|has|had|will|would|said|then|also|now|"
    r"and|who|did|does|can|could|may|might|made|went|took|gave|came|met|left|kept|told|meanwhile)\b)"
)
"""A title without a name, in front of a verb or a mark: "the president", "the prime minister"."""


def titles_alone(article: Article) -> Iterator[Span]:
    """Yield the places of the story at which somebody is called by a title alone: "the prime minister"."""
    for match in _TITLED.finditer(article.text):
        if article.kind_at(match.start()) not in FURNITURE:
            yield Span(*match.span())


class Candidates:
    """Notes names and sources in text order, with what tells for whom later words stand."""

    def __init__(self, article: Article, clusters: Clusters, rows: Sequence[Row]) -> None:
        self._article = article
        self._clusters = clusters
        self._rows = rows
        self._sentences = [sentence.start for sentence in article.sentences]
        self._blocks = [block.start for block in article.blocks]
        self._counts: dict[int, int] = {}
        self._listed: list[tuple[Name, int]] = []
        self.noted: list[Candidate] = []

    def sentence(self, start: int) -> int:
        """Return the number of the sentence at an offset."""
        return max(bisect_right(self._sentences, start) - 1, 0)

    def whole_sentence(self, start: int) -> Span:
        """Return the sentence at an offset, with the part in front where the end of a paragraph breaks it."""
        number = self.sentence(start)
        sentence = self._article.sentences[number]
        if not number or sentence.start != start:  # as nearly all that is asked for
            return Span(sentence.start, sentence.end)
        before = self._article.sentences[number - 1]
        words = self._article.slice((before.start, before.end)).split()
        broken = len(words) >= _FEWEST_RUNNING and words[-1].istitle() and words[-1].isalpha()
        broken = broken and before.start < start and self._article.kind_at(before.start) in {"body", "deck"}
        return Span(before.start if broken else sentence.start, sentence.end)

    def place(self, start: int) -> tuple[int, int]:
        """Return the numbers of the sentence and the block at an offset."""
        return self.sentence(start), max(bisect_right(self._blocks, start) - 1, 0)

    def joined(self, name: Name, row: int) -> tuple[int, ...]:
        """Return the rows of the persons whom "and" joins, if a name is the last of them; else nothing."""
        between = self._article.text[self._listed[-1][0].span.end : name.front] if self._listed else ""
        if name.kind != "person" and _HOME.fullmatch(between):
            return ()
        joint = _LISTED.fullmatch(between) if len(between) <= _LONGEST_JOINT else None
        person = self._rows[row].kind in {"person", "single"}
        self._listed = [*(self._listed if joint else ()), (name, row)] if person else []
        rows = tuple(dict.fromkeys(row for _, row in self._listed))
        return rows if person and joint and joint.group().endswith("and ") and len(rows) > 1 else ()

    def one_person(self, start: int) -> int | None:
        """Return the one person near by for whom "they" may stand, where the text speaks of nobody else.

        Whoever is "he" or "she", printed or known, is not meant, and no "they" behind a noun for several is.
        """
        sentence = self.sentence(start)
        near = [candidate for candidate in self.noted if sentence - candidate.sentence <= _NEAR and candidate.person]
        people = {candidate.row: candidate for candidate in near}
        gendered = near and (near[-1].gender is not None or near[-1].printed_gender is not None)
        if len(people) != 1 or near[0].kind != "person" or gendered:
            return None
        first = self._article.sentences[near[0].sentence].start
        return None if _NOUN_FOR_SEVERAL.search(self._article.text, first, start) else near[0].row

    def shared_title(self) -> tuple[Role, ...]:
        """Return the title that the persons joined last share: "Sens. Ada Holm and Rolf Kirk"."""
        first, row = self._listed[0]
        titles = [role for role in self._rows[row].roles if role.span.end + 1 == first.span.start]
        return tuple(role for role in titles if _SEVERAL.fullmatch(self._article.slice(role.span).split()[-1]))

    def note(self, span: Span, row: int, *, credited: bool) -> None:
        """Add a candidate for the words that follow."""
        kind, article = self._rows[row].kind, self._article
        sentence, block = self.place(span.start)
        count = self._counts[row] = self._counts.get(row, 0) + 1
        last = self.noted[-1] if self.noted else None
        cluster = self._clusters.clusters[row] if row < len(self._clusters.clusters) else None
        printed = cluster.printed_gender if cluster else gender_of_role(self._rows[row].name)
        plural = self._rows[row].plural
        self.noted.append(
            Candidate(
                row=row,
                start=span.start,
                person=kind == "person" or (kind == "single" and credited) or (kind == "description" and not plural),
                plural=plural or kind in {"body", "place"},
                neuter=not plural and kind in {"body", "place", "description"},
                gender=cluster.gender if cluster else printed,
                printed_gender=printed,
                sentence=sentence,
                block=block,
                credited=credited,
                opens=last is None or last.sentence != sentence or (last.opens and self._in_title(last, row)),
                quoted=article.voices.codes[span.start] == Voice.QUOTED,
                owns=article.text.startswith(("’s", "'s"), span.end),
                mentions=count,
                kind=kind,
                asked=self._is_asked(span),
            )
        )

    def _is_asked(self, span: Span) -> bool:
        """Return whether a question is put to somebody: "Kirk asked Mayor Ada Holm whether"."""
        text = self._article.text
        asked = _ASKS.search(text, max(span.start - _QUESTION, 0), span.start) is not None
        return asked and _IS_ASKED.match(text, span.end) is not None

    def _in_title(self, candidate: Candidate, row: int) -> bool:
        """Return whether a candidate stands in a row's title: "Tarn Council" in "Tarn Council spokesman Jon Brandt"."""
        titles = [role.span for role in self._rows[row].roles if role.place == "title"]
        return any(span.start <= candidate.start < span.end for span in titles)
