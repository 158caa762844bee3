"""A picture of horizontal bars as SVG text: light, without a library, and readable in print."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

COLOURS = ("#0b57d0", "#8a8f98", "#c9a227")
LEFT, WIDTH, RIGHT = 250, 480, 60
BAR, GAP, TOP = 6, 8, 66


def picture(title: str, rows: Mapping[str, Mapping[str, float]]) -> str:
    """One group of bars a row, one bar a system; every figure is a share from 0 to 1."""
    systems = list(dict.fromkeys(name for row in rows.values() for name in row))
    height = TOP + len(rows) * _step(systems) + 12
    whole = LEFT + WIDTH + RIGHT
    size = f'viewBox="0 0 {whole} {height}" width="{whole}" height="{height}"'
    look = 'role="img" font-family="system-ui, sans-serif" font-size="12" fill="#1f2328"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {look}>',
        f"<title>{escape(title)}</title>",
        f'<rect width="{whole}" height="{height}" fill="#fff"/>',
        f'<text x="12" y="22" font-size="15" font-weight="600">{escape(title)}</text>',
        *_legend(systems),
        *_scale(height),
    ]
    for number, (label, row) in enumerate(rows.items()):
        parts += _group(label, row, systems, TOP + number * _step(systems))
    return "\n".join([*parts, "</svg>", ""])


def _step(systems: Sequence[str]) -> int:
    return max(1, len(systems)) * BAR + GAP


def _colour(number: int) -> str:
    return COLOURS[number % len(COLOURS)]


def _legend(systems: Sequence[str]) -> list[str]:
    parts = []
    for number, name in enumerate(systems):
        x = 12 + number * 220
        parts.append(f'<rect x="{x}" y="33" width="12" height="10" fill="{_colour(number)}"/>')
        parts.append(f'<text x="{x + 18}" y="42">{escape(name)}</text>')
    return parts


def _scale(height: int) -> list[str]:
    parts = []
    for tenth in (0, 5, 10):
        x = LEFT + WIDTH * tenth / 10
        parts.append(f'<path d="M{x:.0f} {TOP - 6}V{height - 10}" stroke="#d0d7de"/>')
        parts.append(f'<text x="{x:.0f}" y="{TOP - 9}" font-size="10" text-anchor="middle">{tenth * 10} %</text>')
    return parts


def _group(label: str, row: Mapping[str, float], systems: Sequence[str], y: int) -> list[str]:
    middle = y + len(systems) * BAR / 2 + 4
    parts = [f'<text x="{LEFT - 8}" y="{middle:.0f}" text-anchor="end">{escape(label)}</text>']
    for number, name in enumerate(systems):
        top, length = y + number * BAR, WIDTH * row.get(name, 0.0)
        parts.append(f'<rect x="{LEFT}" y="{top}" width="{length:.1f}" height="{BAR - 1}" fill="{_colour(number)}"/>')
    first = row.get(systems[0], 0.0) if systems else 0.0
    parts.append(f'<text x="{LEFT + WIDTH + 8}" y="{middle:.0f}" fill="{_colour(0)}">{100 * first:.1f} %</text>')
    return parts
