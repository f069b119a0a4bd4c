"""Is it English: the share of English function words, against those of other languages and other scripts."""

from collections import Counter

from framing.expressions import expression

__all__ = ["detect", "is_too_dense"]

_FUNCTION_WORDS = {
    "en": "the of and to in a is that for it was on with as be by at from this have are not but had his they which or an were we their been has will would there what all when who you said he she",
    "de": "der die das und ist nicht mit den von zu ein eine auch sich auf für dem des im er sie es als wird wurde war hat bei nach aus über werden sind noch wie einer am",
    "fr": "le la les de des et est un une du que qui dans pour pas sur au avec ce il elle sont par plus ne se son sa ont été cette mais nous vous ils",
    "es": "el la los las de y que en un una es por con no se su para al lo como más pero sus le ha del fue son este entre cuando muy sin sobre también",
    "it": "il lo la gli le di e che un una in è per non con del della si sono al da come più ma anche ha nel dei alla questo dal delle era",
    "pt": "o a os as de e que do da em um uma para com não por se mais dos no na ao como mas foi são ele das seu sua ou quando muito pelo",
    "nl": "de het een en van is dat die in te niet met op voor zijn er aan ook als bij om door maar nog naar heeft worden werd wordt uit over deze hij",
    "sv": "och att det som en på är av för med den till inte har de om ett han men var jag sig från vi så kan när ska",
    "da": "og at det som en på er af for med den til ikke har de om et han men var jeg sig fra vi så kan når skal blev",
    "no": "og at det som en på er av for med den til ikke har de om et han men var jeg seg fra vi så kan når skal ble",
    "fi": "ja on ei se että hän oli mutta ovat myös kun niin kuin joka tai mukaan jo olla nyt vain",
    "pl": "w i na z się nie do to że jest o jak za od po przez dla są ale przed był oraz jego już być",
    "cs": "a se v na je že s z do o to jako i ale po pro by za při od jsou byl který jeho podle",
    "ro": "și de în a la cu pe care nu este un o din mai pentru că au fost sunt ce se prin lui dar",
    "hu": "a az és hogy nem is egy van meg volt de ez csak mint már ki még vagy azt el lesz szerint",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi sonra ne kadar var en ise dedi olduğunu göre",
    "id": "yang dan di ini itu untuk dengan tidak dari dalam pada akan ke adalah juga oleh telah ada kata saat bisa",
    "vi": "và của là có được trong cho không các với một người những đã này khi để về từ",
    "hr": "i u je na se za da su od s o a kao što nije koji će bi ili iz bio te",
    "lt": "ir kad buvo yra su iš į ne tai bet o kaip dėl bus nuo po apie ar jis jos savo jau tik dar prie už",
    "tl": "ang ng sa na mga at ay si ni kay ito hindi para siya kung may nang mula niya rin lang dahil",
    "sw": "na ya wa kwa ni katika la za kuwa hii cha alisema watu hiyo kama baada",
}
_SETS = {name: frozenset(words.split()) for name, words in _FUNCTION_WORDS.items()}
_WORD = expression(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_FEWEST_WORDS = 8
"""Words below which the language cannot be told; of 1,000 beginnings of twelve English words 970 are told."""
_SAMPLE = 6000
"""Characters that are looked at: a thousand words tell as much as ten thousand."""
_MANY_WORDS = 2000
"""Words from which a text of a few different ones is no language."""
_FEWEST_DIFFERENT = 20
"""Different words below which that many words are one thing said over and over."""
_MANY_MARKS = 200
"""Visible characters from which a text can be told to be marks alone."""
_FEWEST_LETTERS = 0.2
"""Share of letters and digits among them below which it is."""
_MANY_TOKENS = 20_000
"""Tokens from which a text is looked at for their length; the longest of 1,200 articles has 6,000."""
_FEWEST_CHARACTERS = 3.0
"""Characters for each token, white space included, below which so many are single letters and marks. Of 1,200 articles
of 100 tokens and more the densest has 4.6, the middle one 5.3; letters with a mark behind each have one."""
_AFTER_LATIN = expression(r"[^\0-\u036f]")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_SCRIPTS = (
    ("ru", "Ѐ", "ӿ"), ("el", "Ͱ", "Ͽ"), ("ar", "؀", "ۿ"), ("he", "֐", "׿"), ("hi", "ऀ", "ॿ"),
    ("bn", "ঀ", "৿"), ("ta", "஀", "௿"), ("th", "฀", "๿"), ("ko", "가", "힯"),
    ("ja", "぀", "ヿ"), ("zh", "一", "鿿"), ("ka", "Ⴀ", "ჿ"), ("hy", "԰", "֏"), ("am", "ሀ", "፿"),
    ("pa", "\u0a00", "\u0a7f"), ("gu", "\u0a80", "\u0aff"), ("or", "\u0b00", "\u0b7f"), ("te", "\u0c00", "\u0c7f"),
    ("kn", "\u0c80", "\u0cff"), ("ml", "\u0d00", "\u0d7f"), ("si", "\u0d80", "\u0dff"), ("lo", "\u0e80", "\u0eff"),
    ("bo", "\u0f00", "\u0fff"), ("my", "\u1000", "\u109f"), ("km", "\u1780", "\u17ff"), ("mn", "\u1800", "\u18af"),
)  # fmt: skip
_OTHER_SCRIPT = "mis"
"""ISO 639-2 for a language without a code: a script that the list does not have is not English either."""


def detect(text: str) -> tuple[str, float]:
    """Return the language's ISO 639 code and how sure it is, 0 to 1.

    ``und`` stands for a language that cannot be told, ``zxx`` for a text that is no language: marks, or a few words over
    and over again; ``is_too_dense`` tells another kind.

    Args:
        text: The article's own words; the first 6,000 characters count for the language.
    """
    if _is_no_language(text):
        return "zxx", 1.0
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script is not None:
        return script
    counts = Counter(map(str.lower, _WORD.findall(sample)))
    words = counts.total()
    if words < _FEWEST_WORDS:
        return "und", 0.0
    shares = {name: sum([counts[word] for word in counts.keys() & known]) / words for name, known in _SETS.items()}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] < 0.08:
        return "und", 0.0
    second = max(share for name, share in shares.items() if name != best)
    return best, round(min(1.0, shares[best] / (shares[best] + second)), 3)


def is_too_dense(characters: int, tokens: int) -> bool:
    """Return whether a long text has so many tokens that it is letters and marks, and no words.

    What a text costs is what its tokens cost, and a mark between two letters is one as much as a word is.

    Args:
        characters: How many characters it has.
        tokens: How many words and marks.
    """
    return tokens >= _MANY_TOKENS and characters < _FEWEST_CHARACTERS * tokens


def _script(sample: str) -> tuple[str, float] | None:
    """Return the language of another script than the Latin one, and how sure it is."""
    beyond_latin = Counter(_AFTER_LATIN.findall(sample))
    if beyond_latin.total() <= 0.3 * max(_english_letters(sample), 1):  # nearly every text is Latin
        return None
    letters = max(sum(map(str.isalpha, sample)), 1)
    if beyond_latin.total() <= 0.3 * letters:
        return None
    for code, first, last in _SCRIPTS:
        share = sum(count for character, count in beyond_latin.items() if first <= character <= last) / letters
        if share > 0.3:
            return code, min(1.0, share + 0.3)
    share = sum(count for character, count in beyond_latin.items() if character.isalpha()) / letters
    return (_OTHER_SCRIPT, share) if share > 0.5 else None


def _is_no_language(text: str) -> bool:
    words = text.split()
    if len(words) >= _MANY_WORDS and len(set(words)) < _FEWEST_DIFFERENT:
        return True
    visible = sum(map(len, words))
    fewest = _FEWEST_LETTERS * visible
    # Nearly every text has letters of English enough; all letters and digits are counted where it has not.
    return visible >= _MANY_MARKS and _english_letters(text) < fewest and sum(map(str.isalnum, text)) < fewest


def _english_letters(text: str) -> int:
    """Return how many of the 26 letters a text has, which is told in a tenth of the time that all letters take."""
    return len(text.encode("ascii", "ignore").translate(None, _NO_LETTERS))
