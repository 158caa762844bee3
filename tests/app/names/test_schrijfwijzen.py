import pytest

from app.names.knowledge import read_lines
from app.names.normalise import tokens
from app.names.schrijfwijzen import spellings_of
from app.names.sound import klank

ONE_NAME = {
    "Arabic and Berber": "youssef joesoef / mohamed mouhamed / hussein hoessein / abdullah abdoellah / dounia doenia",
    "Turkish": "abdelkader abdulkadir / khadija hatice / aicha ayşe / hussein hüseyin / nasreen nesrin",
    "Somali": "mohamed maxamed / hassan xasan / ali cali / omar cumar / abdullah cabdullaahi / aisha caasha",
    "Persian": "javad djawad / behrouz behroez / farhad ferhat",
    "Ukrainian": "yevhen jevgeni / serhiy sergej / oleksandr aleksandr / mykola nikolaj / volodymyr vladimir",
    "Tigrinya": "tewodros teodros / ghirmay girmay / tsegay segay",
    "Polish": "krzysztof kristof / ewa eva / iwona yvonne",
    "Chinese": "zhang tsjang / xie hsieh",
    "Dutch": "cees kees / nynke nienke / sietse sytse",
}
TWO_NAMES = [
    "johannes ivan",
    "jan john",
    "said saad",
    "mohamed ahmed",
    "hassan hussein",
    "hatice aicha",
    "michel michiel",
    "anna hanna",
    "ali omar",
    "can jan",
]


@pytest.mark.parametrize(("origin", "pairs"), ONE_NAME.items(), ids=list(ONE_NAME))
def test_spellings_of_one_name_are_known(origin: str, pairs: str) -> None:
    for pair in pairs.split(" / "):
        one, other = (klank(token) for token in tokens(pair))
        assert other in spellings_of(one), (origin, pair)


@pytest.mark.parametrize("pair", TWO_NAMES)
def test_names_that_are_two_persons_mostly_stay_two(pair: str) -> None:
    one, other = (klank(token) for token in tokens(pair))
    assert other not in spellings_of(one)


def test_an_unknown_name_is_spelled_in_its_own_way_only() -> None:
    assert spellings_of("zwrtk") == {"zwrtk"}


def test_each_line_says_what_the_sound_rules_do_not() -> None:
    lines = list(read_lines("schrijfwijzen.txt"))
    assert [line for line in lines if len({klank(token) for token in tokens(line)}) < 2] == []
