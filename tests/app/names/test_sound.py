import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.names.normalise import tokens
from app.names.sound import MAX_KLANK, klank, skeleton

ALIKE = [
    "meijer meyer meier maier",
    "jansen janssen",
    "schouten souten",
    "kauwenberg kouwenberg",
    "claes klaas",
    "philips filips",
    "theo teo",
    "duijn duyn duin",
    "youssef joessef",
    "boeali bouali buali",
    "boudt bout",
    "vries fries",
    "zand sand sant",
    "dirckx dirks",
    "ivanov ivanow ivanoff",
    "mohamad mohammad mohammmadd",
]


@pytest.mark.parametrize("words", ALIKE)
def test_what_a_dutch_ear_confuses_sounds_the_same(words: str) -> None:
    assert len({klank(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", ["jansen janse", "bakker bekker", "peters pieters", "ali eli"])
def test_other_names_sound_different(words: str) -> None:
    one, other = words.split()
    assert klank(one) != klank(other)


@pytest.mark.parametrize("words", ["mohamed mouhammad muhammed mhmd", "youssef yusuf jusuf", "rachid rachied"])
def test_romanisations_share_their_consonants(words: str) -> None:
    assert len({skeleton(klank(word)) for word in words.split()}) == 1


@given(st.text())
def test_a_word_has_a_sound_of_bounded_length(text: str) -> None:
    for token in tokens(text):
        assert 1 <= len(klank(token)) <= MAX_KLANK
        assert len(skeleton(klank(token))) <= MAX_KLANK
