"""What a mail says, when it is tried again, and how a server is told in one setting."""

from datetime import timedelta

import pytest

from app.post.rules import Soort, schrijf, wait
from app.post.server import Beveiliging, Mailserver, read_mailserver


@pytest.mark.parametrize("soort", Soort)
def test_a_mail_holds_a_link_and_nothing_about_anybody(soort: Soort) -> None:
    letter = schrijf(soort, "https://veldwijzer.example/bureau/formulierdelen/31")
    assert letter.tekst.count("https://") == 1
    assert max(len(line) for line in letter.tekst.splitlines()) < 120
    assert "\n" not in letter.onderwerp
    # The words are the same for whomever it is about.
    assert schrijf(soort, "X").tekst.replace("X", "") == schrijf(soort, "Y").tekst.replace("Y", "")


def test_each_time_it_waits_twice_as_long_up_to_an_hour() -> None:
    minutes = [wait(attempts) / timedelta(minutes=1) for attempts in (1, 2, 3, 6, 7, 50)]
    assert minutes == [1, 2, 4, 32, 60, 60]


def test_a_server_in_one_setting() -> None:
    assert read_mailserver("") is None
    assert read_mailserver("smtp://mail.example") == Mailserver("mail.example", 587, Beveiliging.STARTTLS)
    assert read_mailserver("smtp-open://localhost:2525") == Mailserver("localhost", 2525, Beveiliging.GEEN)
    found = read_mailserver("smtps://jan%40zvh:ge%3Aheim@mail.example")
    assert found == Mailserver("mail.example", 465, Beveiliging.TLS, "jan@zvh", "ge:heim")
    assert "heim" not in repr(found)


@pytest.mark.parametrize(
    "text",
    ["mail.example", "http://a:geheim@mail.example", "smtp://a:geheim@", "smtp://a:geheim@h:99999", "smtp://h/pad"],
)
def test_a_mistake_in_it_is_told_without_the_password(text: str) -> None:
    with pytest.raises(ValueError, match="takes smtp://") as refused:
        read_mailserver(text)
    assert "geheim" not in str(refused.value)
