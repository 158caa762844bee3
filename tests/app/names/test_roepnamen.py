import pytest

from app.names.knowledge import read_lines
from app.names.normalise import tokens
from app.names.roepnamen import forms_of, short_for_the_same
from app.names.sound import klank

CALLED = {
    "Dutch men": "johannes hans / jacobus sjaak / cornelis kees / petronella nel / theodorus dorus / hubertus huub",
    "Dutch women": "johanna anja / johanna joke / catharina toos / geertruida truus / wilhelmina mien / elisabeth bep",
    "Limburg and Flanders": "petrus per / gerardus sjra / johannes sjang / franciscus suske / jozef jef",
    "Frisian": "jacob jabik / dirk durk / pieter pyt",
    "Moroccan": "mohamed mo / mohamed simo / abdelkader appie / fatima fati / khadija dija / youssef yous",
    "Turkish and Kurdish": "mehmet memo / mustafa musti / süleyman sülo / hüseyin hüso / fatma fatoş / ibrahim ibo",
    "Afghan": "najibullah najib / alireza reza",
    "Polish": "katarzyna kasia / małgorzata gosia / krzysztof krzysiek / aleksandra ola / jakub kuba",
    "Ukrainian and Russian": "oleksandr sasha / volodymyr vova / dmytro dima / yevhen zhenya / maria masha",
    "Balkans": "slobodan boban / vladimir vlado / gheorghe gigi / alexandru sandu",
    "Surinamese": "rajesh radj / humphrey hump / orlando lando",
    "Spanish and Portuguese": "francisco paco / jose pepe / enrique kike / guillermo memo / joao juca",
    "English": "william bill / richard dick / margaret peggy / robert bob",
    "German, Italian": "josef sepp / giuseppe beppe / salvatore turi / ursula uschi",
    "Tigrinya": "tesfamariam tesfay / teklemariam tekle / gebremedhin gebre / yohannes john",
    "Somali": "cabdiraxmaan abdi / abdikadir abdi / maxamed mo",
    "West African": "oluwaseun seun / fatoumata fatou / chukwuemeka emeka",
}


@pytest.mark.parametrize(("origin", "pairs"), CALLED.items(), ids=list(CALLED))
def test_who_is_called_so_is_found_under_either(origin: str, pairs: str) -> None:
    for pair in pairs.split(" / "):
        formal, short = (klank(token) for token in tokens(pair))
        assert short in forms_of(formal), (origin, pair)
        assert formal in forms_of(short)


def test_a_short_form_stands_for_every_spelling_of_the_formal_one() -> None:
    for spelled in tokens("Mohamed Mohammad Mouhamed Maxamed Muhammet"):
        assert klank(spelled) in forms_of(klank("mo")), spelled


@pytest.mark.parametrize("pair", ["jan hans", "kees cor", "sjaak jaap", "musti moes"])
def test_two_short_forms_of_one_name_are_no_forms_of_each_other(pair: str) -> None:
    one, other = (klank(token) for token in tokens(pair))
    assert other in short_for_the_same(one)
    assert other not in forms_of(one)


@pytest.mark.parametrize(
    "pair", ["jan mohamed", "karim karima", "farid farida", "johannes ivan", "mimoun mohamed", "said saida", "ali ala"]
)
def test_other_persons_names_are_not_joined(pair: str) -> None:
    one, other = (klank(token) for token in tokens(pair))
    assert other not in forms_of(one)


def test_each_line_says_something() -> None:
    silent = []
    for line in read_lines("roepnamen.txt"):
        formal, colon, short = line.partition(":")
        if not (colon and tokens(formal) and tokens(short)):
            silent.append(line)
    assert silent == []
