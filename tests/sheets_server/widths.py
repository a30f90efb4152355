"""How wide a text is on the screen, for columns that fit their text.

The widths are those of the standard font Helvetica, which Arial copies, in thousandths of
the font size (Adobe's metrics of the 14 standard fonts). Google measures with its own
renderer, so a size from here is an estimate: it grows with the text as Google's does. The
factor and the margin make the one recorded size come out (1,024 capital As: 9,483 pixels;
gspread's cassette WorksheetTest.test_auto_resize_columns).
"""

import math

_WIDTHS = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[]\\ft",
    333: "()-`r",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_BY_LETTER = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER = 600
_POINTS_TO_PIXELS = 4 / 3
_FACTOR, _MARGIN = 1.0406, 6
_LINE = 1.6


def width(text: str, size: float) -> int:
    """The pixels that a column needs for a text; the longest line counts.

    Args:
        text: What the cell shows.
        size: The font's size in points.
    """
    longest = max(
        sum(_BY_LETTER.get(letter, _OTHER) for letter in line) for line in text.split("\n")
    )
    return math.ceil(longest / 1000 * size * _POINTS_TO_PIXELS * _FACTOR) + _MARGIN


def height(text: str, size: float) -> int:
    """The pixels that a row needs for a text that is not wrapped; 21 for one line of 10 points."""
    return round(len(text.split("\n")) * size * _LINE) + 5
