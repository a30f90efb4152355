"""The part ``[ai]`` of ``sheetsync.toml``: read, and each value judged by itself.

What cannot be used is never left out silently: the sentence names the setting and gives
a value that it may have.
"""

import difflib
import math
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sheetsync.errors import UsageError

CONFIG = "sheetsync.toml"

_KNOWN: Mapping[str, str] = {
    "model": '"gpt-4.1-mini"',
    "base_url": '"https://api.example.com/v1"',
    "key_from": '"OPENAI_API_KEY"',
    "input_usd_per_million": "0.4",
    "output_usd_per_million": "1.6",
    "batch_price_share": "0.5",
    "calls_per_day": "500",
    "usd_per_day": "5",
    "concurrency": "8",
    "timeout_seconds": "60",
    "flush_seconds": "60",
    "examples": "3",
}
"""Every setting, with a value that it may have."""


def read_table(folder: Path) -> Mapping[str, Any]:
    """What stands under ``[ai]``; nothing if there is no such file or no such part.

    A file that cannot be read is not taken for one that names no model: the offline drafter
    would then write over answers that were paid for.

    Args:
        folder: Where the file may stand.

    Raises:
        UsageError: It cannot be read, or holds a setting that is not known.
    """
    try:
        with (folder / CONFIG).open("rb") as file:
            own = tomllib.load(file).get("ai", {})
    except FileNotFoundError:
        return {}
    except OSError as error:
        step = f"See to it that {CONFIG} is a file that you may open."
        raise _unread(f"{error.strerror or error}", step) from None
    except UnicodeDecodeError:
        raise _unread("it is not text in UTF-8", f"Save {CONFIG} again as UTF-8.") from None
    except ValueError as error:
        step = f"Correct that line; put names in quotes, such as model = {_KNOWN['model']}."
        raise _unread(f"{error}", step) from None
    if not isinstance(own, dict):
        raise _unread(
            "“ai” is not the heading of a part", "Write [ai] alone on its line, its settings below."
        )
    unknown = sorted(own.keys() - _KNOWN.keys())
    if unknown:
        near = difflib.get_close_matches(unknown[0].lower(), _KNOWN, 1)
        known = f"known are {', '.join(sorted(_KNOWN))}"
        raise bad(unknown[0], "is not known", f"perhaps {near[0]} is meant" if near else known)
    return own


def _unread(why: str, step: str) -> UsageError:
    return UsageError(
        f"{CONFIG} cannot be read: {why}.", not_done="Nothing was done.", next_step=step
    )


def text_of(own: Mapping[str, Any], name: str) -> str:
    """A setting that is a text; ``""`` if it is not there."""
    value = own.get(name, "")
    if not isinstance(value, str):
        raise bad(name, "is not a text")
    return value.strip()


def number_of(
    own: Mapping[str, Any], name: str, *, least: float = 0, most: float = 1e9
) -> float | None:
    """A setting that is a number within its bounds; ``None`` if it is not there."""
    value = own.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise bad(name, "is not a number")
    if value < 0:
        raise bad(name, "must not be negative")
    if value < least:
        raise bad(name, f"must be at least {least:g}")
    if value > most:
        raise bad(name, f"must be at most {most:,.0f}")
    if math.isnan(value):
        raise bad(name, "is not a number")
    return float(value)


def bad(name: str, what: str, step: str = "") -> UsageError:
    """Say that a setting cannot be used.

    Args:
        name: The setting.
        what: What is wrong with it.
        step: How to correct it; a value that it may have if nothing else is said.
    """
    example = step or f"such as {name} = {_KNOWN[name]}"
    return UsageError(
        f"In {CONFIG}, under [ai], {name} {what}.",
        not_done="Nothing was done.",
        next_step=f"Correct the line: {example}.",
    )
