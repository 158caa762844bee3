import pytest

from app.register import rules


@pytest.mark.parametrize("text", ["2026-02-01", "2024-02-29", "1900-01-01"])
def test_a_date_that_exists_is_taken(text: str) -> None:
    assert rules.check_date(text) is None


@pytest.mark.parametrize(
    "text",
    ["31-02-1990", "2026-02-31", "3000-01-01", "20260201", "2026-W01-1", "2026-2-1", "", "\u0662026-01-01"],
)
def test_a_date_that_does_not_exist_is_refused(text: str) -> None:
    assert rules.check_date(text)


@pytest.mark.parametrize("text", ["1994-03-07", "1994-03", "1994"])
def test_a_birth_date_may_be_known_in_part(text: str) -> None:
    assert rules.check_birth_date(text) is None


@pytest.mark.parametrize("text", ["1994-13", "1994-00-01", "1990-02-31", "94", "1994-3-7", "07-03-1994", "1850"])
def test_a_birth_date_in_another_form_is_refused(text: str) -> None:
    assert rules.check_birth_date(text)


@pytest.mark.parametrize("text", ["+31301234567", "+3197010123456", "+12025550123"])
def test_a_telephone_number_is_e164(text: str) -> None:
    assert rules.check_phone(text) is None


@pytest.mark.parametrize("text", ["0301234567", "+31 30 1234567", "+0123456789", "+31", "+1234567890123456", "06"])
def test_another_telephone_number_is_refused(text: str) -> None:
    assert rules.check_phone(text)


@pytest.mark.parametrize(
    "text", ["altijd", "ma-vr 08:30-17:00", "ma-vr 08:30-17:00; za 10:00-14:00", "vr 20:00-24:00; za 00:00-04:00"]
)
def test_reachable_hours_are_read(text: str) -> None:
    assert rules.check_hours(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("", "Altijd", "ma-vr", "ma-vr 8:30-17:00", "ma-vr 08:30-17:00;za 10:00-14:00", "ma-vr 08:30-17:00; "),
        *("xx 08:00-09:00", "vr-ma 08:00-09:00", "ma 25:00-26:00", "ma 08:60-09:00", "ma 17:00-08:30"),
        *("ma 09:00-09:00", "ma 23:00-24:30"),
    ],
)
def test_other_hours_are_refused(text: str) -> None:
    assert rules.check_hours(text)


def test_what_cannot_be_seen_is_refused() -> None:
    for hidden in ("\x00", "\t", "\n", "\u202e", "\ufeff", "\ud800"):
        assert rules.check_text(f"Jan{hidden}sen", 100)


def test_a_text_is_as_long_as_its_limit_and_no_longer() -> None:
    assert rules.check_text("x" * 140, 140) is None
    assert "141" in str(rules.check_text("x" * 141, 140))


def test_composed_and_decomposed_letters_are_kept_as_one_form() -> None:
    assert rules.clean(" Noe\u0308lle ") == "Noëlle"


def test_a_name_holds_a_letter() -> None:
    assert rules.check_name("-") is None
    assert rules.check_name("李") is None
    assert rules.check_name("123")


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (("2026-01-01", "2026-06-30"), ("2026-07-01", None), False),
        (("2026-01-01", "2026-07-01"), ("2026-07-01", None), True),
        ((None, None), ("2026-07-01", "2026-07-02"), True),
        (("2026-07-03", None), (None, "2026-07-02"), False),
    ],
)
def test_periods_share_a_day_or_not(one: tuple[str, str], other: tuple[str, str], *, shared: bool) -> None:
    assert rules.overlap(one, other) is shared
    assert rules.overlap(other, one) is shared


@pytest.mark.parametrize("text", ["\u200b", "\u200b\u200d \u2060", "\ue000", "\U0010ffff", "\u3164", "\u2800"])
def test_a_text_in_which_nothing_can_be_seen_is_empty(text: str) -> None:
    assert rules.check_text(rules.clean(text), 300)


def test_a_name_with_a_joiner_in_it_is_a_name() -> None:
    assert rules.check_text("\u0645\u06cc\u200c\u0631", 300) is None


@pytest.mark.parametrize("text", ["soms", "vr-ma 08:00-09:00", "ma 09:00-08:00", "xx 08:00-09:00"])
def test_what_is_wrong_is_said_as_people_write(text: str) -> None:
    reason = rules.check_hours(text)
    assert reason
    assert "`" not in reason
    assert "`" not in (rules.check_name("12") or "`")
