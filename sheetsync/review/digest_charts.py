"""The digest's pictures, drawn as SVG within the page; every number in them stands in a table too.

They are drawn in percent of the page's width, so that their words keep their size on a
telephone. Bars differ in form or carry a sign, so nobody needs to tell colours apart. Where a
mail program drops the style sheet, they take the colours of the text and of what lies below it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sheetsync.review.digest_words import plain

_FULL = 'class="full" fill="currentColor"'
_FAINT = 'class="faint" fill="none" stroke="currentColor"'

SIGNS: Mapping[str, str] = {
    "positive": "+",
    "neutral": "=",
    "negative": "−",
    "question": "?",
    "opt-out": "×",
    "out-of-office": "o",
    "bounce": "!",
}
"""The sign of each kind of answer in the pictures."""

_SHADES: Mapping[str, str] = {"positive": "full"} | dict.fromkeys(
    ("negative", "opt-out", "bounce"), "warn"
)
"""The shade of each kind of answer; the others are ``mid``."""

_SIGNED = 7.0
"""Least width in percent of a part that its sign fits into."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A number of leads under its name, and how many of them are of some kind."""

    name: str
    whole: int
    part: int = 0


def funnel(bars: Sequence[Bar]) -> str:
    """How many leads reached each block (pale), and how many stop there (dark, below it)."""
    most = max((bar.whole for bar in bars), default=0) or 1
    drawn = []
    for line, bar in enumerate(bars):
        top = line * 48
        told = f"{bar.whole:,} reached · {bar.part:,} stop"
        drawn.append(
            f'<text x="0" y="{top + 15}">{plain(bar.name)}</text>'
            f'<text x="100%" y="{top + 15}" text-anchor="end">{told}</text>'
            f'<rect x="0" y="{top + 22}" width="{_share(bar.whole, most)}" height="12" {_FAINT}/>'
            f'<rect x="0" y="{top + 34}" width="{_share(bar.part, most)}" height="6" {_FULL}/>'
        )
    said = "; ".join(f"{bar.name}: {bar.whole:,} reached, {bar.part:,} stop" for bar in bars)
    return _drawing("funnel", "Leads by block", said, len(bars) * 48, drawn)


def weeks(bars: Sequence[Bar]) -> str:
    """Records moved (pale) beside decisions made (dark), week by week."""
    most = max((max(bar.whole, bar.part) for bar in bars), default=0) or 1
    wide = 100 / max(len(bars), 2)
    drawn = ['<line x1="0" y1="124" x2="100%" y2="124" class="axis" stroke="currentColor"/>']
    for column, bar in enumerate(bars):
        left = column * wide
        for number, shift, look in ((bar.whole, 0.14, _FAINT), (bar.part, 0.52, _FULL)):
            tall = round(100 * number / most)
            x, mid = left + wide * shift, left + wide * (shift + 0.17)
            drawn.append(
                f'<rect x="{x:.2f}%" y="{124 - tall}" width="{wide * 0.34:.2f}%" '
                f'height="{tall}" {look}/>'
                f'<text x="{mid:.2f}%" y="{119 - tall}" text-anchor="middle">{number:,}</text>'
            )
        drawn.append(
            f'<text x="{left + wide / 2:.2f}%" y="142" text-anchor="middle">{plain(bar.name)}</text>'
        )
    said = "; ".join(f"{bar.name}: {bar.whole:,} moved, {bar.part:,} decisions" for bar in bars)
    return _drawing("weeks", "Records moved and decisions made by week", said, 150, drawn)


def replies(variants: Sequence[tuple[str, int, Mapping[str, int]]]) -> str:
    """For each variant its messages (outline), and the share of each kind of answer.

    Args:
        variants: Name, messages sent, and answers by kind.
    """
    most = max((sent for _, sent, _ in variants), default=0) or 1
    drawn, told = [], []
    for line, (name, sent, kinds) in enumerate(variants):
        top, left = line * 46, 0.0
        drawn.append(
            f'<text x="0" y="{top + 15}">{plain(name, 44)}</text>'
            f'<rect x="0" y="{top + 22}" width="{_share(sent, most)}" height="16" {_FAINT}/>'
        )
        for kind, sign in SIGNS.items():
            wide = 100 * kinds.get(kind, 0) / most
            if not wide:
                continue
            drawn.append(
                f'<rect x="{left:.2f}%" y="{top + 22}" width="{wide:.2f}%" height="16" '
                f'class="{_SHADES.get(kind, "mid")}" fill="currentColor" stroke="Canvas"/>'
            )
            if wide >= _SIGNED:
                drawn.append(
                    f'<text x="{left + wide / 2:.2f}%" y="{top + 35}" text-anchor="middle" '
                    f'class="on" fill="Canvas">{sign}</text>'
                )
            left += wide
        answers = ", ".join(f"{kinds[kind]:,} {kind}" for kind in SIGNS if kinds.get(kind))
        told.append(f"{name}: {sent:,} sent, {answers or 'no answer yet'}")
    height = 46 * len(variants)
    return _drawing("replies", "Answers by angle and variant", "; ".join(told), height, drawn)


def _share(number: int, most: int) -> str:
    return f"{100 * number / most:.2f}%"


def _drawing(name: str, title: str, said: str, height: int, drawn: Sequence[str]) -> str:
    return (
        f'<svg role="img" aria-labelledby="{name}-title {name}-desc" width="100%" '
        f'height="{height}" font-size="13" fill="currentColor">'
        f'<title id="{name}-title">{plain(title)}</title>'
        f'<desc id="{name}-desc">{plain(said, 1_200)}</desc>{"".join(drawn)}</svg>\n'
    )
