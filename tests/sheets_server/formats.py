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
THEME = {
    "primaryFontFamily": "Arial",
    "themeColors": [
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
    ],
}


def float32(number: float) -> float | int:
    """A number as a single-precision field gives it back: the shortest text that means it."""
    single = struct.unpack("f", struct.pack("f", number))[0]
    for digits in range(1, 10):
        short = float(f"{single:.{digits}g}")
        if struct.unpack("f", struct.pack("f", short))[0] == single:
            return int(short) if short.is_integer() else short
    return float(single)


def colour(given: Mapping[str, Any]) -> dict[str, Any]:
    """A Color as it comes back: single precision, zeros left out."""
    shown = {key: float32(given[key]) for key in ("red", "green", "blue") if given.get(key)}
    if "alpha" in given:
        shown["alpha"] = float32(given["alpha"])
    return shown


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
    for pair in THEME["themeColors"]:
        if isinstance(pair, dict) and pair["colorType"] == kind:
            found = pair["color"]["rgbColor"]
    return found


def effective(given: Mapping[str, Any] | None, value: Value) -> dict[str, Any]:
    """What a cell looks like: the defaults, its own format over them, its natural alignment."""
    base: dict[str, Any] = {**DEFAULT, "textFormat": {**_TEXT, "fontFamily": "Arial"}}
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
    result = _over(base, given or {})
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


def _over(base: Mapping[str, Any], top: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in top.items():
        if key in {"textFormat", "padding", "borders"} and isinstance(base.get(key), Mapping):
            result[key] = _over(base[key], value)
        else:
            result[key] = value
    return result
