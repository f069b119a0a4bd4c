"""Languages and scripts: a text that is not English says so and has no figures, never zeros."""

import pytest

import framing

SENTENCES = {
    "af": "Die burgemeester het gister gesê dat die hawe gesluit sal word en dat niemand gevra is nie.",
    "am": "ከንቲባው ትናንት ወደቡ እንደሚዘጋ ተናግረዋል እናም ማንም አልተጠየቀም።",
    "ar": "قال رئيس البلدية أمس إن الميناء سيغلق وإن أحدا لم يسأل عن رأيه.",
    "bg": "Кметът каза вчера, че пристанището ще бъде затворено и че никой не е бил попитан.",
    "bn": "মেয়র গতকাল বলেছেন যে বন্দরটি বন্ধ হয়ে যাবে এবং কাউকে জিজ্ঞাসা করা হয়নি।",
    "ca": "L'alcalde va dir ahir que el port es tancarà i que ningú no havia estat consultat.",
    "cs": "Starosta včera řekl, že přístav bude uzavřen a že se nikoho neptali.",
    "da": "Borgmesteren sagde i går, at havnen bliver lukket, og at ingen var blevet spurgt.",
    "de": "Der Bürgermeister sagte gestern, dass der Hafen geschlossen wird und niemand gefragt wurde.",
    "el": "Ο δήμαρχος είπε χθες ότι το λιμάνι θα κλείσει και ότι κανείς δεν ρωτήθηκε.",
    "es": "El alcalde dijo ayer que el puerto se cerrará y que no se había preguntado a nadie.",
    "et": "Linnapea ütles eile, et sadam suletakse ja et kelleltki ei küsitud.",
    "fa": "شهردار دیروز گفت که بندر بسته خواهد شد و از هیچ کس سؤال نشده است.",
    "fi": "Kaupunginjohtaja sanoi eilen, että satama suljetaan ja ettei keneltäkään ollut kysytty.",
    "fr": "Le maire a déclaré hier que le port serait fermé et que personne n'avait été consulté.",
    "gu": "મેયરે ગઈકાલે કહ્યું કે બંદર બંધ થશે અને કોઈને પૂછવામાં આવ્યું ન હતું.",
    "he": "ראש העיר אמר אתמול שהנמל ייסגר ושאיש לא נשאל.",
    "hi": "महापौर ने कल कहा कि बंदरगाह बंद हो जाएगा और किसी से पूछा नहीं गया।",
    "hr": "Gradonačelnik je jučer rekao da će luka biti zatvorena i da nitko nije bio upitan.",
    "hu": "A polgármester tegnap azt mondta, hogy a kikötőt bezárják, és hogy senkit sem kérdeztek meg.",
    "hy": "Քաղաքապետը երեկ ասաց, որ նավահանգիստը կփակվի, և ոչ ոքի չեն հարցրել։",
    "id": "Wali kota mengatakan kemarin bahwa pelabuhan akan ditutup dan tidak ada yang ditanya.",
    "it": "Il sindaco ha detto ieri che il porto sarà chiuso e che nessuno era stato consultato.",
    "ja": "市長は昨日、港は閉鎖されると述べ、誰にも意見は聞かれなかったと語った。",
    "ka": "მერმა გუშინ თქვა, რომ ნავსადგური დაიხურება და არავის უკითხავს.",
    "ko": "시장은 어제 항구가 폐쇄될 것이며 아무에게도 묻지 않았다고 말했다.",
    "lt": "Meras vakar pasakė, kad uostas bus uždarytas ir kad niekas nebuvo paklaustas.",
    "lv": "Mērs vakar teica, ka osta tiks slēgta un ka nevienam netika jautāts.",
    "ms": "Datuk bandar berkata semalam bahawa pelabuhan akan ditutup dan tiada sesiapa yang ditanya.",
    "nl": "De burgemeester zei gisteren dat de haven wordt gesloten en dat niemand was gevraagd.",
    "no": "Ordføreren sa i går at havnen blir stengt, og at ingen var blitt spurt.",
    "pl": "Burmistrz powiedział wczoraj, że port zostanie zamknięty i że nikogo nie zapytano.",
    "pt": "O prefeito disse ontem que o porto será fechado e que ninguém tinha sido consultado.",
    "ro": "Primarul a spus ieri că portul va fi închis și că nimeni nu fusese întrebat.",
    "ru": "Мэр сказал вчера, что порт будет закрыт и что никого не спросили.",
    "sk": "Primátor včera povedal, že prístav bude zatvorený a že sa nikoho nepýtali.",
    "sv": "Borgmästaren sade i går att hamnen ska stängas och att ingen hade tillfrågats.",
    "sw": "Meya alisema jana kwamba bandari itafungwa na kwamba hakuna mtu aliyeulizwa.",
    "ta": "துறைமுகம் மூடப்படும் என்றும் யாரிடமும் கேட்கப்படவில்லை என்றும் மேயர் நேற்று கூறினார்.",
    "te": "ఓడరేవు మూసివేయబడుతుందని, ఎవరినీ అడగలేదని మేయర్ నిన్న చెప్పారు.",
    "th": "นายกเทศมนตรีกล่าวเมื่อวานนี้ว่าท่าเรือจะปิดและไม่มีใครถูกถาม",
    "tl": "Sinabi ng alkalde kahapon na isasara ang daungan at walang sinuman ang tinanong.",
    "tr": "Belediye başkanı dün limanın kapatılacağını ve kimseye sorulmadığını söyledi.",
    "uk": "Мер сказав учора, що порт буде закрито і що нікого не запитали.",
    "ur": "میئر نے کل کہا کہ بندرگاہ بند کر دی جائے گی اور کسی سے نہیں پوچھا گیا۔",
    "vi": "Thị trưởng nói hôm qua rằng cảng sẽ đóng cửa và không ai được hỏi ý kiến.",
    "cherokee": "ᎤᎬᏫᏳᎯ ᎤᏒᎯ ᎤᏁᏨ ᎠᎹ ᎤᏍᏚᏗ ᎨᏎᏍᏗ ᎠᎴ ᎩᎶ ᏝᏍᏗ ᎤᎾᏛᏛᎲᏍᏔᏅ",
    "zh": "市长昨天说，港口将关闭，没有人被征求意见。",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_text_that_is_not_english_has_a_reason_and_no_figures(code: str) -> None:
    report = framing.analyze(" ".join([SENTENCES[code]] * 4))
    assert report.analysis.article.language != "en"
    assert report.measures == {}
    assert report.notices
    shown = report.to_dict()
    assert all(row["bias"] is None and row["loaded"] is None for row in shown["sentences"])
