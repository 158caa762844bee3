"""A picture of lines over sizes of register as SVG text; sizes, and times, on a scale of powers of ten."""

from collections.abc import Mapping, Sequence
from math import ceil, floor, log10
from xml.sax.saxutils import escape

from loadtests.bars import COLOURS

WIDTH, HEIGHT = 750, 300
LEFT, RIGHT, TOP, BOTTOM = 70, 200, 50, 40

Line = Sequence[tuple[int, float]]


class Scale:
    """From a figure to a height; by powers of ten unless all figures are shares."""

    def __init__(self, figures: Sequence[float], *, powers: bool) -> None:
        self._powers = powers
        self.low = floor(log10(min(figures))) if powers else floor(min(figures) * 10) / 10
        self.high = ceil(log10(max(figures))) if powers else 1.0
        self.high = max(self.high, self.low + (1 if powers else 0.1))

    def at(self, figure: float) -> float:
        place = ((log10(figure) if self._powers else figure) - self.low) / (self.high - self.low)
        return HEIGHT - BOTTOM - place * (HEIGHT - TOP - BOTTOM)

    def marks(self) -> list[tuple[float, str]]:
        if self._powers:
            return [(10.0**power, f"{10.0**power:g}") for power in range(int(self.low), int(self.high) + 1)]
        steps = round((self.high - self.low) * 10)
        return [(self.low + step / 10, f"{self.low + step / 10:.1f}") for step in range(steps + 1)]


def _across(persons: int, sizes: Sequence[int]) -> float:
    low, high = log10(sizes[0]), log10(sizes[-1])
    share = (log10(persons) - low) / (high - low) if high > low else 0.5
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def curves(title: str, lines: Mapping[str, Line], *, powers: bool) -> str:
    """One line a name, over numbers of persons."""
    points = [point for line in lines.values() for point in line]
    sizes = sorted({persons for persons, _ in points})
    scale = Scale([figure for _, figure in points], powers=powers)
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    look = 'role="img" font-family="system-ui, sans-serif" font-size="12" fill="#1f2328"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {look}>',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="12" y="22" font-size="15" font-weight="600">{escape(title)}</text>',
    ]
    for figure, label in scale.marks():
        y = scale.at(figure)
        parts.append(f'<path d="M{LEFT} {y:.0f}H{WIDTH - RIGHT}" stroke="#d0d7de"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.0f}" text-anchor="end">{label}</text>')
    for persons in sizes:
        x = _across(persons, sizes)
        parts.append(f'<text x="{x:.0f}" y="{HEIGHT - 16}" text-anchor="middle">{persons:,}</text>')
    ends: list[float] = []
    for number, (name, line) in enumerate(lines.items()):
        places = [(_across(persons, sizes), scale.at(figure)) for persons, figure in sorted(line)]
        parts += _line(name, places, number, ends)
    return "\n".join([*parts, "</svg>", ""])


def _line(name: str, places: Sequence[tuple[float, float]], number: int, ends: list[float]) -> list[str]:
    colour, dashes = COLOURS[number % len(COLOURS)], ' stroke-dasharray="5 4"' if number >= len(COLOURS) else ""
    path = "L".join(f"{x:.0f} {y:.0f}" for x, y in places)
    label = places[-1][1]
    # Names of lines that end near each other stand below each other.
    while any(abs(label - end) < 14 for end in ends):
        label += 2
    ends.append(label)
    return [
        f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>',
        *(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3" fill="{colour}"/>' for x, y in places),
        f'<text x="{WIDTH - RIGHT + 12}" y="{label + 4:.0f}" fill="{colour}">{escape(name)}</text>',
    ]
