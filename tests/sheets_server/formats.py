"""Cell formats: Google's defaults, the twins of each colour, and what a cell shows in effect.

The defaults are those of recorded answers for new spreadsheets (gspread's cassettes
ClientTest.test_create) and of recorded grid data.
"""

import struct
from collections.abc import Mapping
from typing import Any

from tests.sheets_server.model import Problem, Value

_WHITE = {"red": 1, "green": 1, "blue": 1}
_TEXT = {
    "foregroundColor": {},
    "fontFamily": "arial,sans,sans-serif",
    "fontSize": 10,
    "bold": False,
    "italic": False,
    "strikethrough": False,
    "underline": False,
    "foregroundColorStyle": {"rgbColor": {}},
}
DEFAULT = {
    "backgroundColor": _WHITE,
    "padding": {"top": 2, "right": 3, "bottom": 2, "left": 3},
    "verticalAlignment": "BOTTOM",
    "wrapStrategy": "OVERFLOW_CELL",
    "textFormat": _TEXT,
    "backgroundColorStyle": {"rgbColor": _WHITE},
}
THEME_COLOURS: list[dict[str, Any]] = [
    {"colorType": kind, "color": {"rgbColor": colour}}
    for kind, colour in (
        ("TEXT", {}),
        ("BACKGROUND", _WHITE),
        ("ACCENT1", {"red": 0.25882354, "green": 0.52156866, "blue": 0.95686275}),
        ("ACCENT2", {"red": 0.91764706, "green": 0.2627451, "blue": 0.20784314}),
        ("ACCENT3", {"red": 0.9843137, "green": 0.7372549, "blue": 0.015686275}),
        ("ACCENT4", {"red": 0.20392157, "green": 0.65882355, "blue": 0.3254902}),
        ("ACCENT5", {"red": 1, "green": 0.42745098, "blue": 0.003921569}),
        ("ACCENT6", {"red": 0.27450982, "green": 0.7411765, "blue": 0.7764706}),
        ("LINK", {"red": 0.06666667, "green": 0.33333334, "blue": 0.8}),
    )
]
THEME = {"primaryFontFamily": "Arial", "themeColors": THEME_COLOURS}


LINK = {
    "foregroundColor": {"red": 0.06666667, "green": 0.33333334, "blue": 0.8},
    "underline": True,
    "foregroundColorStyle": {"themeColor": "LINK"},
}
"""TextFormat.link in the discovery document: a link is underlined, in the theme's link colour."""


def float32(number: float) -> float | int:
    """A number as a single-precision field gives it back: the shortest text that means it."""
    single = struct.unpack("f", struct.pack("f", number))[0]
    for digits in range(1, 10):
        short = float(f"{single:.{digits}g}")
        if struct.unpack("f", struct.pack("f", short))[0] == single:
            return int(short) if short.is_integer() else short
    return float(single)


def colour(given: Mapping[str, Any]) -> dict[str, Any]:
    """A Color as it comes back: in steps of 1/255, single precision, zeros and alpha left out.

    A half became 0.49803922 (recorded: gspread, WorksheetTest.test_update_tab_color), which is
    127/255, so what lies between two steps is cut off. Alpha is not supported (ColorStyle).
    """
    steps = {key: _step(given.get(key, 0)) for key in ("red", "green", "blue")}
    return {key: float32(step / 255) for key, step in steps.items() if step}


def _step(share: float) -> int:
    """A share of a colour in whole steps, cut off as single precision has it."""
    single = struct.unpack("f", struct.pack("f", min(max(share, 0), 1)))[0]
    return int(struct.unpack("f", struct.pack("f", single * 255))[0])


def twinned(json: Any) -> Any:
    """An object in which every ``...Color`` has its ``...ColorStyle``, and the other way round.

    The discovery document: "If [the style] is also set, this field takes precedence", and a
    reader finds both.
    """
    if isinstance(json, list):
        return [twinned(item) for item in json]
    if not isinstance(json, Mapping):
        return json
    if "rgbColor" in json:
        return {**json, "rgbColor": colour(json["rgbColor"])}
    result = {}
    for key, value in json.items():
        if _names_colour(key):
            result[key] = colour(value)
        else:
            result[key] = twinned(value)
    for key in list(result):
        if _names_colour(key) and f"{key}Style" not in json:
            result[f"{key}Style"] = {"rgbColor": result[key]}
        elif key.lower().endswith("colorstyle") and "rgbColor" in result[key]:
            result[key[: -len("Style")]] = result[key]["rgbColor"]
        elif key.lower().endswith("colorstyle") and "themeColor" in result[key]:
            result.setdefault(key[: -len("Style")], _theme(result[key]["themeColor"]))
    return result


def _names_colour(key: str) -> bool:
    return key == "color" or (key.endswith("Color") and key != "themeColor")


def _theme(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for pair in THEME_COLOURS:
        if pair["colorType"] == kind:
            found = pair["color"]["rgbColor"]
    return found


def effective(
    properties: Mapping[str, Any], given: Mapping[str, Any], value: Value
) -> dict[str, Any]:
    """What a cell looks like: the defaults, its own format over them, its natural alignment.

    Args:
        properties: SpreadsheetProperties, for the theme's font.
        given: The cell's own format.
        value: What it holds in effect.
    """
    font = (properties.get("spreadsheetTheme") or {}).get("primaryFontFamily", "Arial")
    base: dict[str, Any] = {**DEFAULT, "textFormat": {**_TEXT, "fontFamily": font}}
    natural = ""
    if isinstance(value, bool | Problem):
        natural = "CENTER"
    elif isinstance(value, float):
        natural = "RIGHT"
    elif isinstance(value, str):
        natural = "LEFT"
    if natural:
        base["horizontalAlignment"] = natural
    base["hyperlinkDisplayType"] = "PLAIN_TEXT"
    result = over(base, given)
    order = [
        "numberFormat",
        "backgroundColor",
        "borders",
        "padding",
        "horizontalAlignment",
        "verticalAlignment",
        "wrapStrategy",
        "textDirection",
        "textFormat",
        "hyperlinkDisplayType",
        "textRotation",
        "backgroundColorStyle",
    ]
    return {key: result[key] for key in order if key in result}


def over(base: Mapping[str, Any], top: Mapping[str, Any]) -> dict[str, Any]:
    """A format with another one laid over it."""
    result = dict(base)
    for key, value in top.items():
        if key in {"textFormat", "padding", "borders"} and isinstance(base.get(key), Mapping):
            result[key] = over(base[key], value)
        else:
            result[key] = value
    return result
