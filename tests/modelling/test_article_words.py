"""An article's words, made once, are what each reader of them would make of the text itself."""

from framing.article import Document
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import comparable, find
from framing.modelling.article_words import read_words
from framing.modelling.canonical import canonical_words
from framing.modelling.sentence_features import article_sentences, extra_features, split_sentences
from framing.modelling.symmetric import symmetric_words
from framing.segmenting import segment
from framing.segmenting.words import find_tokens

TEXT = """Thugs rule Odden again

The mayor, Ada Holm, said on Monday that a “far-right” mob had stormed the pier. It was no accident. War on drugs? A
shameless liberal paper in France said so, very clearly (D-Odden).

“Never,” said Rolf King… He is not. The regime, it seems, fell."""


def test_words_are_those_of_the_text() -> None:
    article = segment(Document(TEXT))
    words = read_words(article)
    assert [article.tokens.texts[first:last] for first, last in words.bounds] == [
        find_tokens(article.slice(sentence[:2])).texts for sentence in article.sentences
    ]
    assert list(words.symmetric) == canonical_words(article.tokens.texts, [first for first, _ in words.bounds])
    assert words.compared == comparable(article.tokens, article.sentences)


def test_words_are_made_when_they_are_asked_for() -> None:
    words = read_words(segment(Document(TEXT)))
    assert set(vars(words)) == {"article"}
    assert words.compared is words.compared
    assert set(vars(words)) == {"article", "compared"}


def test_a_sentence_of_an_article_is_read_as_if_it_stood_alone() -> None:
    article = segment(Document(TEXT))
    texts = [article.slice(sentence[:2]) for sentence in article.sentences]
    here, alone = article_sentences(article, read_words(article)), split_sentences(texts)
    assert [list(words) for words in here.words] == [symmetric_words(find_tokens(text).texts, (0,)) for text in texts]
    assert [list(words) for words in here.words] == [list(words) for words in alone.words]
    assert (extra_features(here) == extra_features(alone)).all()
    assert extra_features(here).any()


def test_a_guard_does_not_reach_into_the_sentence_before() -> None:
    # Behind "lactose" nobody is intolerant; the headline is another sentence.
    article = segment(Document("A cook avoids lactose\n\nIntolerant mobs shouted at the council of Odden on Monday."))
    index = shipped_indexes()["loaded"]
    words = read_words(article)
    assert [match.entry.key for match in find(words.compared, index)] == ["group_labels/mob"]
    assert [match.entry.key for match in find(words.compared, index, alone=True)] == [
        "accusations/intolerant",
        "group_labels/mob",
    ]
