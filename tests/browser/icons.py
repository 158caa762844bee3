"""Draw the PNG icons of the app from its SVG: `python tests/browser/icons.py`.

A screenshot of 512 by 512 weighs 13 kB. Sixteen colours say the same in under 4, and the icons are part of what every
phone fetches.
"""

import base64
import re
import struct
import zlib
from pathlib import Path

from playwright.sync_api import sync_playwright

ICONS = Path(__file__).parents[2] / "pwa" / "icons"
INK, PAPER = (0x12, 0x3C, 0x46), (0xF3, 0xF2, 0xED)
STEPS = 11
# Transparent, three steps of a soft edge, then from ink to paper.
PALETTE = [(*INK, 0), (*INK, 64), (*INK, 128), (*INK, 192)] + [
    (*(round(a + (b - a) * step / STEPS) for a, b in zip(INK, PAPER, strict=True)), 255) for step in range(STEPS + 1)
]
READ_PIXELS = """async ([svg, size]) => {
  const image = new Image();
  image.src = 'data:image/svg+xml;base64,' + btoa(svg);
  await image.decode();
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0, size, size);
  const { data } = context.getImageData(0, 0, size, size);
  let text = '';
  for (const byte of data) text += String.fromCharCode(byte);
  return btoa(text);
}"""


def nearest(red: int, alpha: int) -> int:
    if alpha < 255:
        return round(alpha / 64)
    return 4 + round((red - INK[0]) / (PAPER[0] - INK[0]) * STEPS)


def as_png(pixels: bytes, size: int) -> bytes:
    index = [nearest(pixels[at], pixels[at + 3]) for at in range(0, len(pixels), 4)]
    rows = b"".join(
        b"\0" + bytes(index[at] << 4 | index[at + 1] for at in range(row * size, (row + 1) * size, 2))
        for row in range(size)
    )
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", size, size, 4, 3, 0, 0, 0)),
        (b"PLTE", b"".join(bytes(colour[:3]) for colour in PALETTE)),
        (b"tRNS", bytes(colour[3] for colour in PALETTE)),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def maskable(svg: str) -> str:
    """The whole square filled, and the mark inside the circle that every phone leaves standing."""
    square = svg.replace(' rx="5"', "")
    return re.sub(r"(<rect[^>]*/>)(.*)(</svg>)", r'\1<g transform="translate(2.4 2.4) scale(.8)">\2</g>\3', square)


def main() -> None:
    svg = (ICONS / "veldwijzer.svg").read_text().replace("<svg ", '<svg width="512" height="512" ')
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        for name, size, drawing in (("192", 192, svg), ("512", 512, svg), ("maskable", 512, maskable(svg))):
            pixels = base64.b64decode(page.evaluate(READ_PIXELS, [drawing, size]))
            (ICONS / f"veldwijzer-{name}.png").write_bytes(as_png(pixels, size))
        browser.close()


if __name__ == "__main__":
    main()
