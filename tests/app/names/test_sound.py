import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.names.knowledge import read_lines
from app.names.normalise import tokens
from app.names.schrijfwijzen import spellings_of
from app.names.sound import MAX_KLANK, RULES, klank, skeleton

ALIKE = {
    "Dutch ij": "meijer meyer meier maier / duijn duyn duin / kooij kooi kooy koij / kraaij kraai kraay / "
    "dijk dyk deik",
    "Dutch ou": "kauwenberg kouwenberg / blaauw blauw / leeuwen leuwen",
    "Dutch consonants": "schouten souten / claes klaas / philips filips / theo teo / boudt bout / vries fries / "
    "zand sand sant / dirckx dirks / jacobs jakops / quinten kwinten / chris kris / cnossen knossen",
    "Dutch doubles": "jansen janssen / peeters peters / hogeboom hoogeboom / theunissen teunissen / kelly kellie kelli",
    "French": "charlotte sjarlot / monique moniek monik / christien kristien",
    "Arabic and Berber": "youssef joessef / boeali bouali buali / mohamad mohammad mohammmadd / "
    "rachid rashid rasjied / "
    "achraf ashraf asjraf / nawal naoual / ouali wali / noureddine nuruddin / abdelkader abdulkader / "
    "abderrahim abdelrahim abdirahim / abdellah abdallah abdullah abdoellah / bouchra bushra boesjra / kareem karim",
    "Somali": "cali ali / cumar umar / cabdi abdi / xasan hasan / axmed ahmed / saciid said / xuseen husin",
    "Turkish": "yildiz yildis / sahin shahin sjahin / celik chelik tsjelik",
    "Slavic": "ivanov ivanow ivanoff / nowak novak / chernenko tsjernenko czernenko tschernenko / "
    "kravchuk kravtsjoek / "
    "petrovic petrovich petrovitsj petrowicz / kowalski kovalsky kowalskij / sergei sergej sergey / yuriy jurij yuri",
    "Tigrinya": "tsegay tsegaye tzegay segai / ghirmay girmay / yemane jemane",
    "Surinamese": "soekhoe sukhu / chandra tjandra / djojo joyo / bhagwandin bagwandien",
}
APART = [
    "jansen janse",
    "bakker bekker",
    "peters pieters",
    "ali eli",
    "bos boos",
    "bos bas",
    "jan jaan",
    "kim tim",
    "rik riek",
    "wim vim",
    "veen ven",
    "leeuwen leuven",
    "maria marja",
    "anne ann",
    "emine emin",
    "martine martin",
    "christiane christian",
    "omar kumar",
    "cemil kemal",
    "zahra sara",
    "chandra sandra",
    "mieke mike",
    "maxime mahime",
    "jochem josem",
    "michiel misjel",
    "tjitske sietske",
    "noordzij noorjij",
]


@pytest.mark.parametrize(("origin", "groups"), ALIKE.items(), ids=list(ALIKE))
def test_what_an_ear_confuses_sounds_the_same(origin: str, groups: str) -> None:
    sounds = {group: {klank(word) for word in group.split()} for group in groups.split(" / ")}
    assert {group: found for group, found in sounds.items() if len(found) > 1} == {}, origin


@pytest.mark.parametrize("words", APART)
def test_other_names_sound_different(words: str) -> None:
    one, other = words.split()
    assert klank(one) != klank(other)


@pytest.mark.parametrize(
    "words", ["mohamed mouhammad muhammed mhmd", "youssef yusuf jusuf", "hassan hasn", "volodymyr folodimir"]
)
def test_romanisations_share_their_consonants(words: str) -> None:
    assert len({skeleton(klank(word)) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "names",
    ["محمد Mohamed", "يوسف Youssef", "حسين Hussein", "فاطمة Fatima", "سعید Saeed", "Сергій Serhiy", "Олена Olena"],
)
def test_a_name_in_its_own_script_is_spelled_like_what_was_heard(names: str) -> None:
    """In Arabic the short vowels are not written, so the consonants must do."""
    one, other = (klank(token) for token in tokens(names))
    assert skeleton(one) == skeleton(other) or other in spellings_of(one)


def test_a_rule_names_the_letters_without_which_it_does_nothing() -> None:
    """Else words would be passed over that the rule is meant for."""
    files = ("roepnamen.txt", "schrijfwijzen.txt")
    words = {word for name in files for line in read_lines(name) for word in tokens(line)}
    missed = [
        (pattern.pattern, word)
        for only_with, pattern, replacement in RULES
        for word in words
        if pattern.sub(replacement, word) != word
        and only_with.isdisjoint({*word, *(word[at : at + 2] for at in range(len(word)))})
    ]
    assert missed == []


@given(st.text())
def test_a_word_has_a_sound_of_bounded_length(text: str) -> None:
    for token in tokens(text):
        assert 1 <= len(klank(token)) <= MAX_KLANK
        assert len(skeleton(klank(token))) <= MAX_KLANK
