"""English and other languages told apart."""

# ruff: noqa: RUF001 - other languages have other letters

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reading import guess_language
from provenance.reading.function_words import OTHER_WORDS

NEWS = {
    "German": "Die Regierung hat am Dienstag mitgeteilt, dass die Fähre wegen des Sturms nicht in den Hafen zurückkehren wird.",
    "French": "Le gouvernement a annoncé mardi que le ferry ne pourrait pas rentrer au port avant la fin de la semaine.",
    "Spanish": "El gobierno anunció el martes que el transbordador no volverá al puerto hasta el fin de semana por el temporal.",
    "Italian": "Il governo ha annunciato martedì che il traghetto non potrà tornare nel porto prima della fine della settimana.",
    "Portuguese": "O governo anunciou na terça-feira que a balsa não vai voltar ao porto até o fim da semana por causa da chuva.",
    "Dutch": "De regering heeft dinsdag gezegd dat de veerboot niet voor het einde van de week naar de haven terug kan.",
    "Swedish": "Regeringen sade på tisdagen att färjan inte kan gå tillbaka till hamnen före helgen och att det är för farligt.",
    "Polish": "Rząd poinformował we wtorek, że prom nie wróci do portu przed końcem tygodnia i że to jest zbyt niebezpieczne.",
    "Czech": "Vláda v úterý oznámila, že se trajekt nevrátí do přístavu, protože je to podle ní příliš nebezpečné a drahé.",
    "Romanian": "Guvernul a anunțat marți că feribotul nu se va întoarce în port până la sfârșitul săptămânii din cauza furtunii.",
    "Hungarian": "A kormány kedden azt közölte, hogy a komp nem tér vissza a kikötőbe, és a hajó csak egy hét után indul el.",
    "Finnish": "Hallitus kertoi tiistaina, että lautta ei palaa satamaan ja että se on liian vaarallista, kun myrsky jatkuu.",
    "Turkish": "Hükümet salı günü yaptığı açıklamada bir feribotun daha limana dönmeyeceğini ve bunun çok tehlikeli olduğunu söyledi.",
    "Indonesian": "Pemerintah mengatakan pada hari Selasa bahwa kapal itu tidak akan kembali ke pelabuhan karena badai yang kuat.",
    "Vietnamese": "Chính phủ cho biết hôm thứ Ba rằng chiếc phà sẽ không trở lại cảng trong tuần này và đã được một tàu khác thay.",
    "Russian": "Правительство сообщило во вторник, что паром не вернётся в порт до конца недели из-за шторма.",
    "Ukrainian": "Уряд повідомив у вівторок, що пором не повернеться в порт до кінця тижня через шторм, її капітан згоден.",
    "Greek": "Η κυβέρνηση ανακοίνωσε την Τρίτη ότι το πλοίο δεν θα επιστρέψει στο λιμάνι.",
    "Arabic": "قالت الحكومة يوم الثلاثاء إن العبارة لن تعود إلى الميناء قبل نهاية الأسبوع",
    "Persian": "دولت روز سه‌شنبه گفت که کشتی پیش از پایان هفته به بندر برنمی‌گردد چون توفان ادامه دارد",
    "Hebrew": "הממשלה הודיעה ביום שלישי כי המעבורת לא תחזור לנמל",
    "Hindi": "सरकार ने मंगलवार को कहा कि नौका सप्ताह के अंत तक बंदरगाह नहीं लौटेगी",
    "Chinese": "政府星期二表示由于风暴渡轮在本周末之前不会返回港口船长对此表示同意",
    "Japanese": "政府は火曜日、フェリーは週末まで港に戻らないと発表した。船長も同意している。",
    "Korean": "정부는 화요일 폭풍 때문에 페리가 주말까지 항구로 돌아오지 않을 것이라고 밝혔다",
    "Thai": "รัฐบาลกล่าวเมื่อวันอังคารว่าเรือจะไม่กลับเข้าท่าก่อนสิ้นสัปดาห์นี้",
}
ENGLISH = "The government said on Tuesday that the ferry would not return to the port before the end of the week."


@pytest.mark.parametrize("language", NEWS)
def test_other_languages(language: str) -> None:
    """A sentence or two of news in another language is told from English by name."""
    assert guess_language(NEWS[language]) == language
    assert guess_language(NEWS[language] * 10) == language


@pytest.mark.parametrize("language", NEWS)
def test_foreign_quotations(language: str) -> None:
    """A foreign quotation in an English text does not make it foreign."""
    text = f"{ENGLISH} {ENGLISH} “{NEWS[language]}” the minister said. {ENGLISH}"
    assert guess_language(text) == "English"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hola",
        "Der Spiegel: no deal",
        "Marek, Lindqvist and Oduya in Minsk; Brandt, Salonen, Kuusik and Reyes in Riga, Vilnius and Tallinn",
        "Die Welt, La Repubblica, Le Monde, El País, De Telegraaf, Gazeta Wyborcza, Aftonbladet, Dagens Nyheter",
        ENGLISH.upper(),
        "FERRY SAID LOST IN STORM; MAYOR SEES NO HOPE, POLICE SAY",
        "He's late, I've seen, they'd say, don't ask, she'll come, we're done, it's over, can't say, won't go",
        "Bayern München 2 Borussia Dortmund 1; Real Madrid 0 Barcelona 3; Internazionale 1 Juventus 1; Ajax 2 PSV 2",
    ],
)
def test_hard_english(text: str) -> None:
    """Short texts, headlines, capitals, contractions and strings of names are not refused."""
    assert guess_language(text) == "English"


def test_unlisted_language() -> None:
    """Long prose in a language that no list knows is not taken for English."""
    assert guess_language("Qamuy zorbla ketun parvo mildek sorunta. Belvi zakor tumpel ardo fenika. " * 20) == "unknown"


@given(st.text(max_size=500))
def test_never_raises(text: str) -> None:
    """Any text gets an answer."""
    assert guess_language(text)


def test_lists_differ() -> None:
    """No two languages have the same list, so that each can win."""
    assert len({frozenset(words.split()) for words in OTHER_WORDS.values()}) == len(OTHER_WORDS)
