"""The page of documentation about the settings, made from the settings themselves."""

from collections.abc import Iterable

from app.config import Setting


def settings_page(settings: Iterable[Setting]) -> str:
    """A Markdown page: one row for each setting, in the order in which they are declared."""
    rows = [f"| `{setting.name}` | {_default(setting)} | {setting.help} |" for setting in settings]
    head = [
        "# Settings",
        "",
        "All come from the environment. This page is made by `veldwijzer instellingen`; a test keeps it true.",
        "",
        "| name | default | meaning |",
        "| --- | --- | --- |",
    ]
    return "\n".join([*head, *rows]) + "\n"


def _default(setting: Setting) -> str:
    return f"`{setting.default}`" if setting.default else "(empty)"
