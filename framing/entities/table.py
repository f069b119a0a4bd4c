"""The table of entities: one row for everybody who is named, and for every description that is a source.

A row has no type yet. All that the page says about it is gathered here once, and judged by ``framing.source_typing``.
"""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from framing.article import Article
from framing.attribution import Attribution
from framing.entities.authors import author_of
from framing.entities.called import Called
from framing.entities.candidates import Candidates, titles_alone
from framing.entities.cased_words import words_of
from framing.entities.cluster import Clusters
from framing.entities.clusters import cluster_names
from framing.entities.descriptions import Descriptions
from framing.entities.genders import KnownGender, gender_of_role
from framing.entities.head_names import Page
from framing.entities.introduced import Introductions
from framing.entities.mentions import Mention, page_of, read_mention
from framing.entities.name_genders import note_known_genders, note_pronouns
from framing.entities.names import Name, find_names
from framing.entities.pronouns import antecedent
from framing.entities.relatives import ASIDE, RELATIVE, is_several, noun_before
from framing.entities.roles import roles_of
from framing.entities.rows import Credited, Row, row_of_cluster
from framing.entities.wordings import Wordings, bare_description
from framing.expressions import expression
from framing.spans import Span

__all__ = ["Table", "build_table"]

_SPEAKING = frozenset({"i", "my", "me", "we", "our", "us"})
_PERSONAL = frozenset({"he", "she"})
_JOINS = expression(r" (?:and|or) |,")
_VERB = expression(r" (?:[a-z]+ly )?[a-z]+ (?:to |with |at )?")
_BELONGS = expression(r" (?:of|from) (?:the )?$")
_LONGEST_LINK = 10


class Table(NamedTuple):
    """The rows of an article.

    Attributes:
        rows: First those of names, in the order of their first places; then those of descriptions.
        credited: Whom each source mention credits: one, or each of those whose names are joined.
        clusters: The names, by cluster; the first rows are those of the clusters.
    """

    rows: Sequence[Row]
    credited: Mapping[Span, tuple[Credited, ...]]
    clusters: Clusters


def build_table(
    article: Article,
    symmetric: Sequence[str],
    attributions: Sequence[Attribution],
    nouns: Mapping[Span, str],
    known_gender: KnownGender | None = None,
) -> Table:
    """Return the table of an article.

    Args:
        article: The article.
        symmetric: Its tokens' symmetric forms.
        attributions: With their sources' spans; nothing else of the sources is read.
        nouns: Titles, nouns and names for sources that the lexicons have, with the type that each gives.
        known_gender: What tells a name's gender where the page prints none; ``None`` if only the page is asked.
    """
    credited = [attribution.source.span for attribution in attributions if attribution.source is not None]
    names = find_names(article, words_of(article, symmetric), credited)
    clusters = cluster_names(article.text, names, frozenset(nouns), known_gender)
    ends = frozenset(span.end for span in nouns)
    builder = _Builder(article, clusters, page_of(article, symmetric, names, ends), nouns)
    builder.gather(ends, frozenset(span.start for span in credited))
    if known_gender is not None:
        note_known_genders(clusters, known_gender)
    builder.place(attributions)
    return Table(builder.rows, builder.credited, clusters)


class _Builder:
    """Gives mentions their rows in text order, each by what stands in front of it."""

    def __init__(self, article: Article, clusters: Clusters, page: Page, nouns: Mapping[Span, str]) -> None:
        self._article = article
        self._clusters = clusters
        self._page = page
        self.rows: list[Row] = [row_of_cluster(cluster) for cluster in clusters.clusters]
        self.credited: dict[Span, tuple[Credited, ...]] = {}
        self._row_of: dict[Span, int] = {}
        self._candidates = Candidates(article, clusters, self.rows)
        self._others = Called(article, self.rows, nouns)
        self._nouns = nouns
        self._wordings = Wordings(self.rows)
        self._parts: dict[int, Mention] = {}

    def gather(self, ends: Collection[int], sources: Collection[int]) -> None:
        """Find the roles of each row, and the genders that roles and pronouns print."""
        floors: dict[int, int] = {}
        floor = 0
        for name, owner in zip(self._page.names, self._clusters.owners, strict=True):
            joined = _JOINS.search(self._article.text, floor, name.span.start) if floor else None
            floors[name.span.start] = floor if joined else 0
            floor = name.span.end if self.rows[owner].kind == "person" else floor
        for row, cluster in zip(self.rows, self._clusters.clusters, strict=True):
            for name in row.names:
                if self._article.kind_at(name.span.start) == "headline":
                    continue
                sentence = self._candidates.whole_sentence(name.span.start)
                for role in roles_of(self._article, name, sentence, ends, floors[name.span.start]):
                    row.roles.append(role)
                    gender = gender_of_role(self._article.slice(role.span)) if role.place != "member" else None
                    if gender:
                        cluster.genders[gender] = cluster.genders.get(gender, 0) + 2
        note_pronouns(self._article, self._clusters, self._candidates.sentence, sources)

    def place(self, attributions: Sequence[Attribution]) -> None:
        """Give each source mention its row, in text order."""
        descriptions = Descriptions(self._article, self._clusters, self.rows)
        spans = sorted({attribution.source.span for attribution in attributions if attribution.source is not None})
        self._introductions = Introductions(self._article, self.rows, self._nouns, spans)
        contents = [(span, one.source.span) for one in attributions if one.source for span in one.content]
        named: list[tuple[int, Name | Span, int]] = [
            (name.span.start, name, row) for name, row in zip(self._page.names, self._clusters.owners, strict=True)
        ]
        named += [(span.start, span, -1) for span in titles_alone(self._article)]
        named.sort(key=itemgetter(0))
        seen = 0
        for span in spans:
            while seen < len(named) and named[seen][0] < span.start:
                self._note(*named[seen][1:], descriptions, spans)
                seen += 1
            mention = read_mention(self._article, span, self._page)
            row = self._row(mention, descriptions, contents)
            self._row_of[span] = row
            self._credit(mention, row)
            if self.rows[row].kind != "pronoun":
                self._candidates.note(span, row, credited=True)
            descriptions.said(row, span)
        for _, name, row in named[seen:]:
            self._note(name, row, descriptions, spans)

    def _note(self, name: Name | Span, row: int, descriptions: Descriptions, sources: Sequence[Span]) -> None:
        """Note whom the page names, or calls by a title alone: "the president"."""
        if isinstance(name, Name):
            self._note_name(name, row)
            return
        place = bisect_left(sources, (name.start + 1,)) - 1
        if place < 0 or sources[place].end <= name.start:
            titled = descriptions.meant(Mention(name, "description", self._article.slice(name), (), plural=False))
            if titled is not None and self.rows[titled].kind == "person":
                self._candidates.note(name, titled, credited=False)

    def _note_name(self, name: Name, row: int) -> None:
        self._candidates.note(name.span, row, credited=False)
        joined = self._candidates.joined(name, row)
        if joined:
            self._candidates.note(name.span, self._joined(joined), credited=False)
            for title in self._candidates.shared_title():
                for member in joined[1:]:
                    self.rows[member].roles.append(title)

    def _credit(self, mention: Mention, row: int) -> None:
        """Note whom a mention credits: with joined names each person, by their own name in it."""
        members = self.rows[row].members or (row,)
        named = {self._named(name): name for name in mention.named} if len(members) > 1 else {}
        credited: list[Credited] = []
        for member in members:
            name = named.get(member)
            own = Mention(name.span, "name", "", (name,), plural=False) if name else self._parts.pop(member, mention)
            self.rows[member].sources.append(own)
            credited.append(Credited(member, own.span))
        self.credited[mention.span] = tuple(credited)

    def _row(self, mention: Mention, descriptions: Descriptions, contents: Sequence[tuple[Span, Span]]) -> int:
        if mention.kind == "pronoun":
            return self._pronoun(mention, descriptions, contents)
        if mention.kind == "name":
            return self._named(mention.named[0])
        if mention.kind in {"names", "joined"}:
            return self._together(mention, descriptions, contents)
        if mention.kind == "place":
            return self._wordings.row(f"place {mention.name.lower()}", Row("place", mention.name))
        author = self._author(mention)
        author = descriptions.written_by(mention) if author is None else author
        if author is not None:
            return author
        poll = descriptions.poll_of(mention)
        known = self._wordings.row(poll.lower(), Row("description", poll)) if poll else descriptions.meant(mention)
        if known is None:
            known = self._others.called(mention, self._candidates.noted, self._candidates.place(mention.span.start))
            known = self._introductions.later(mention) if known is None else known
            known = self._introductions.at_once(mention) if known is None else known
            known = self._introductions.speaking(mention) if known is None else known
        if known is None:
            name = self._others.owned(mention, self._candidates.noted, self._candidates.place(mention.span.start))
            name = name or bare_description(mention.name)
            known = self._wordings.described(name, plural=mention.plural)
        if not self.rows[known].name.endswith(mention.name) or self.rows[known].kind == "description":
            self.rows[known].phrases.append(mention)
        return known

    def _together(self, mention: Mention, descriptions: Descriptions, contents: Sequence[tuple[Span, Span]]) -> int:
        """Return the row of several who speak together, each with a row of their own."""
        rows = [self._named(name) for name in mention.named]
        for span in mention.parts:
            part = read_mention(self._article, span, self._page)
            rows.append(self._row(part, descriptions, contents))
            self._parts[rows[-1]] = part
            # "Holm and her staff": the first may be meant by the next.
            self._candidates.note(span, rows[-1], credited=True)
        members = tuple(member for row in dict.fromkeys(rows) for member in self.rows[row].members or (row,))
        return self._joined(members) if len(members) > 1 else members[0]

    def _author(self, mention: Mention) -> int | None:
        """Return the row of the author of a text."""
        first = bisect_left(self._page.starts, mention.span.start)
        inside = self._page.names[first : bisect_left(self._page.starts, mention.span.end)]
        author = author_of(self._article.slice(mention.span), mention.span, inside, self._others.is_outlet, self._kind)
        place = self._candidates.place(mention.span.start)
        return self._named(author) if author else self._others.writer(mention, self._candidates.noted, place)

    def _kind(self, name: Name) -> str:
        return self.rows[self._named(name)].kind

    def _named(self, name: Name) -> int:
        return self._clusters.owner_of(name.span.start)

    def _joined(self, members: tuple[int, ...]) -> int:
        names = [self.rows[number].name for number in members]
        whole = f"{', '.join(names[:-1])} and {names[-1]}"
        return self._wordings.row(whole.lower(), Row("several", whole, plural=True, members=members))

    def _pronoun(self, mention: Mention, descriptions: Descriptions, contents: Sequence[tuple[Span, Span]]) -> int:
        start, pronoun = mention.span.start, mention.name
        row: int | None = None
        if pronoun in RELATIVE:
            row = self._before(start)
            if row is None and (noun := noun_before(self._article.text, start)):
                row = self._described_by(noun, descriptions)
        elif pronoun in _SPEAKING:
            outer = [source for span, source in contents if span.start <= start < span.end and source in self._row_of]
            row = self._row_of[outer[-1]] if outer else None
        else:
            other = self._object(mention.span.end)
            row = antecedent(pronoun, start, *self._candidates.place(start), self._candidates.noted, other)
            if row is None and pronoun in _PERSONAL:
                row = self._only_bodies()
            if row is None and pronoun == "they":
                row = self._candidates.one_person(start)
        if row is None:
            row = self._wordings.row(f"pronoun {pronoun}", Row("pronoun", "I" if pronoun == "i" else pronoun))
        return row

    def _object(self, end: int) -> int | None:
        """Return the row of whoever is named right behind a pronoun's verb, who is somebody else: "he told Holm"."""
        verb = _VERB.match(self._article.text, end)
        place = bisect_left(self._page.starts, verb.end()) if verb else len(self._page.starts)
        name = next(iter(self._page.names[place : place + 1]), None)
        return self._named(name) if verb and name and verb.end() in {name.front, name.span.start} else None

    def _described_by(self, noun: Span, descriptions: Descriptions) -> int:
        """Return the row of a noun phrase: of whom it is an apposition, the poll of a share, else one of its own."""
        for number, row in enumerate(self.rows):
            if any(role.place == "apposition" and role.span.start <= noun.start < role.span.end for role in row.roles):
                return number
        name = bare_description(self._article.slice(noun))
        phrase = Mention(noun, "description", name, (), is_several(name))
        name = descriptions.poll_of(phrase) or name
        described = self._wordings.row(name.lower(), Row("description", name, plural=phrase.plural))
        self.rows[described].phrases.append(phrase)
        return described

    def _only_bodies(self) -> int | None:
        """Return the body that spoke last, if the text names no person: then "he" or "she" speaks for it."""
        if any(self.rows[candidate.row].kind == "person" for candidate in self._candidates.noted):
            return None
        return next((candidate.row for candidate in reversed(self._candidates.noted) if candidate.credited), None)

    def _before(self, start: int) -> int | None:
        """Return the row of the candidate directly in front of "who", or of whom a place or body stands behind."""
        last: int | None = None
        for candidate in reversed(self._candidates.noted[-2:]):
            members = self.rows[candidate.row].members or (candidate.row,)
            names = (name.span for member in members for name in self.rows[member].names)
            end = max((span.end for span in names if span.start == candidate.start), default=candidate.start)
            if not ASIDE.fullmatch(self._article.text, end, start):
                return last
            last = candidate.row
            belongs = _BELONGS.search(self._article.text, max(candidate.start - _LONGEST_LINK, 0), candidate.start)
            if belongs is None or candidate.credited:
                return last
            start = belongs.start()
        return last
