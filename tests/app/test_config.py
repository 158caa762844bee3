"""Settings: each has a name, a default and help; a wrong one is named; the documentation is generated from them."""

import json
from pathlib import Path

import pytest

from app.config import SETTINGS, ConfigError, load
from app.settings_page import settings_page

ROOT = Path(__file__).parents[2]


def test_defaults_need_nothing(tmp_path: Path) -> None:
    settings = load({"VAR_DIR": str(tmp_path)})
    assert settings.database_url == f"sqlite:///{tmp_path}/veldwijzer.db"
    assert settings.cookie_secure
    assert [reden.code for reden in settings.redenen] == [
        "melding",
        "staandehouding",
        "aanhouding",
        "overdracht",
        "anders",
    ]
    assert [reden.code for reden in settings.redenen if reden.toelichting_vereist] == ["anders"]


def test_the_secret_is_made_once_for_the_owner_only(tmp_path: Path) -> None:
    first, second = (load({"VAR_DIR": str(tmp_path)}).secret for _ in range(2))
    assert first == second
    assert len(first) >= 32
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("PORT", "http", "PORT"),
        ("PORT", "70000", "1 to 65535"),
        ("VELDWIJZER_SECRET", "kort", "32 characters"),
        ("VELDWIJZER_COOKIE_SECURE", "true", "`ja` or `nee`"),
        ("VELDWIJZER_REDENEN", "[]", "at least one"),
        ("VELDWIJZER_REDENEN", '[{"code": "x"}]', "naam"),
        ("VELDWIJZER_REDENEN", "geen json", "VELDWIJZER_REDENEN"),
        ("VELDWIJZER_LOG_LEVEL", "LOUD", "DEBUG"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, name: str, value: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        load({"VAR_DIR": str(tmp_path), name: value})


def test_redenen_can_be_chosen(tmp_path: Path) -> None:
    redenen = json.dumps([{"code": "controle", "naam": "Controle", "toelichtingVereist": True}])
    (reden,) = load({"VAR_DIR": str(tmp_path), "VELDWIJZER_REDENEN": redenen}).redenen
    assert (reden.code, reden.naam, reden.toelichting_vereist) == ("controle", "Controle", True)


def test_the_page_of_settings_is_true() -> None:
    page = (ROOT / "docs" / "settings.md").read_text()
    assert page == settings_page(SETTINGS), "write it anew: veldwijzer instellingen > docs/settings.md"
