"""English or not."""

import pytest

from framing.article import Document
from framing.segmenting import segment
from framing.segmenting.language import detect, is_too_dense

OTHERS = {
    "de": "Der Rat hat am Dienstag beschlossen, den Hafen neu zu bauen, und die Arbeiten sollen im Mai beginnen.",
    "fr": "Le conseil a décidé mardi de reconstruire le port, et les travaux doivent commencer dans la ville en mai.",
    "es": "El consejo decidió el martes reconstruir el puerto y las obras deben empezar en mayo, dijo la alcaldesa.",
    "it": "Il consiglio ha deciso martedì di ricostruire il porto e i lavori devono iniziare a maggio, ha detto il sindaco.",
    "pt": "O conselho decidiu na terça-feira reconstruir o porto e as obras devem começar em maio, disse a prefeita.",
    "nl": "De raad heeft dinsdag besloten de haven opnieuw te bouwen en het werk moet in mei beginnen, zei de burgemeester.",
    "sv": "Rådet beslutade på tisdagen att bygga om hamnen och arbetet ska börja i maj, sade borgmästaren som inte var där.",
    "fi": "Neuvosto päätti tiistaina rakentaa sataman uudelleen, ja työt alkavat toukokuussa, mutta se ei ole vielä varmaa.",
    "pl": "Rada zdecydowała we wtorek, że odbuduje port, a prace mają się rozpocząć w maju, ale nie jest to pewne.",
    "cs": "Rada v úterý rozhodla, že přestaví přístav, a práce mají začít v květnu, ale není to jisté, řekl starosta.",
    "ro": "Consiliul a decis marți să reconstruiască portul și lucrările trebuie să înceapă în mai, dar nu este sigur.",
    "hu": "A tanács kedden úgy döntött, hogy újjáépíti a kikötőt, és a munka májusban kezdődik, de ez még nem biztos.",
    "tr": "Konsey salı günü limanı yeniden inşa etmeye karar verdi ve bu çalışma için mayıs ayı bir başlangıç olacak.",
    "id": "Dewan memutuskan pada hari Selasa untuk membangun kembali pelabuhan dan pekerjaan itu akan dimulai pada bulan Mei.",
    "hr": "Vijeće je u utorak odlučilo da će obnoviti luku, a radovi bi trebali početi u svibnju, ali to nije sigurno.",
    "ru": "Совет решил во вторник перестроить гавань, и работы должны начаться в мае, сказала мэр города.",
    "el": "Το συμβούλιο αποφάσισε την Τρίτη να ανοικοδομήσει το λιμάνι και οι εργασίες αρχίζουν τον Μάιο.",
    "ar": "قرر المجلس يوم الثلاثاء إعادة بناء الميناء ومن المقرر أن يبدأ العمل في مايو.",
    "he": "המועצה החליטה ביום שלישי לבנות מחדש את הנמל והעבודות יתחילו במאי.",
    "hi": "परिषद ने मंगलवार को बंदरगाह के पुनर्निर्माण का फैसला किया और काम मई में शुरू होगा।",
    "ja": "議会は火曜日に港の再建を決定し、工事は五月に始まる予定だと市長が述べた。",
    "ko": "의회는 화요일에 항구를 재건하기로 결정했으며 공사는 오월에 시작될 예정이다.",
    "zh": "议会星期二决定重建港口，工程预计于五月开始，市长说。",
    "th": "สภาตัดสินใจเมื่อวันอังคารที่จะสร้างท่าเรือใหม่และงานจะเริ่มในเดือนพฤษภาคม",
}
ENGLISH = [
    "The council decided on Tuesday to rebuild the harbour, and the work is to begin in May.",
    "Police arrested two men after a fight outside of the hall, officials said on Friday.",
    "“We have waited for years,” said Mara Olsen, who runs the fish market in the old town.",
    "Shares of the company fell by 4.2 percent in early trading, their worst day since March.",
    "Jean-Pierre Dubois of Marseille met Juan García in Madrid, where they talked about the port.",
]


@pytest.mark.parametrize("language", list(OTHERS))
def test_another_language_is_told(language: str) -> None:
    assert detect(OTHERS[language])[0] == language


@pytest.mark.parametrize("text", ENGLISH)
def test_short_news_english_is_english(text: str) -> None:
    assert detect(text)[0] == "en"


@pytest.mark.parametrize(
    "text", ["", "Yes.", "12 34 56 78 90 12 34 56 78", "Orr Lund Moe Brekke Amdahl Lie Halvorsen Olsen Berg"]
)
def test_too_little_to_tell_is_undetermined(text: str) -> None:
    assert detect(text)[0] == "und"


def test_foreign_names_do_not_make_english_foreign() -> None:
    text = " ".join(ENGLISH) + " La Voz de la Costa and Le Courrier de la Mer reported it."
    assert detect(text)[0] == "en"


@pytest.mark.parametrize("text", ['"' * 500, "“" * 500, ". " * 500, "— * — * " * 100, "word " * 4000, "“a ‘b " * 4000])
def test_what_is_no_language_is_told_from_an_unclear_one(text: str) -> None:
    assert detect(text) == ("zxx", 1.0)


@pytest.mark.parametrize("thing", ['a"', "a—", "a-", "a*", "a“", "a ", "“a” ", 'ab"', "A. ", "1-", 'x"y’z‘'])
@pytest.mark.parametrize("prose", ["", " ".join(ENGLISH)])
def test_a_long_text_of_marks_between_letters_is_no_language_and_no_quotation(thing: str, prose: str) -> None:
    article = segment(Document("\n\n".join([f"{prose} {thing * (600 // len(thing))}"] * 60)))
    assert article.language == "zxx"
    assert article.quotations == ()


def test_marks_below_the_comments_count_as_much_as_those_of_the_story() -> None:
    page = "\n\n".join([*ENGLISH * 10, "Leave a comment", 'a"' * 20_000])
    assert segment(Document(page)).language == "zxx"


@pytest.mark.parametrize(
    ("characters", "tokens", "dense"),
    [(59_999, 20_000, True), (60_000, 20_000, False), (19_999, 19_999, False), (1_000_000, 333_334, True)],
)
def test_a_text_of_20000_words_and_marks_needs_three_characters_for_each(
    characters: int, tokens: int, *, dense: bool
) -> None:
    assert is_too_dense(characters, tokens) == dense


def test_a_long_article_over_and_over_again_stays_english() -> None:
    assert detect(" ".join(ENGLISH) * 500)[0] == "en"


@pytest.mark.parametrize("text", ["Harbour.", "Xyl qop brant vemmel dask hurn polt wemmer tiks orval simp nord."])
def test_what_cannot_be_told_is_not_sure_at_all(text: str) -> None:
    assert detect(text) == ("und", 0.0)


@pytest.mark.parametrize(("words", "language"), [(4, "en"), (6, "el")])
def test_another_script_is_the_language_where_it_has_three_tenths_of_the_letters(words: int, language: str) -> None:
    english = "It was said on Monday that the pier was to be shut by the town"
    letters = 5 * words
    assert (letters > 0.3 * (48 + letters)) == (language == "el")
    assert detect(f"{english} {'λόγος ' * words}")[0] == language


def test_how_sure_a_language_is_is_its_share_against_the_next_one_s() -> None:
    code, sure = detect("The council of the town decided that the pier is to be shut and the work was begun.")
    assert code == "en"
    assert sure > 0.8
    assert detect("og at det som en på er af for med den til")[1] == pytest.approx(0.5, abs=0.05)


def test_a_script_is_as_sure_as_its_share_and_a_bit() -> None:
    assert detect("λόγος " * 20) == ("el", 1.0)
    code, sure = detect("λόγος " * 5 + "harbour")
    assert code == "el"
    assert sure == 1.0
    code, sure = detect("λόγος " * 5 + "harbour pier hall town council")
    assert code == "el"
    assert sure == pytest.approx(0.3 + 25 / 52, abs=0.01)


@pytest.mark.parametrize(("text", "language"), [("“" * 200, "zxx"), ("“" * 199, "und"), ("“" * 160 + "a" * 40, "und")])
def test_marks_are_no_language_from_two_hundred_on(text: str, language: str) -> None:
    assert detect(text)[0] == language
