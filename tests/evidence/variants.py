"""Small changes to a sentence or its cells: what the gate says of each belongs to its version too.

Most of them make no true sentence any more, and many no sentence at all. That does not matter:
each leads the gate through other lines, and what it says there is to stay as it is.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

NAMING = {"company", "contact"}
_IN_TURN = (
    "is was has had will may",
    "in on at by for from with to of",
    "and or but not",
    "your the a its our their",
    "two three four five six seven eight nine ten",
    "January February March April May June July August September October November December",
    "% km hours days weeks months years people staff million",
)
_NEXT = [
    dict(zip(words, [*words[1:], words[0]], strict=True)) for words in map(str.split, _IN_TURN)
]


@dataclass(frozen=True)
class Asked:
    """What the gate is asked: one sentence and the lead's cells, and the quote it cites if any."""

    text: str
    cells: dict[str, str]
    cited: tuple[tuple[str, str], ...] = ()

    @property
    def passages(self) -> list[tuple[str, str]]:
        """The sentences of the cells, each with its column."""
        return [(c, p) for c, v in self.cells.items() if c.casefold() not in NAMING for p in cut(v)]

    def some_passage(self, step: int) -> tuple[str, str]:
        """Choose one of them, always the same one."""
        return self.passages[step * (len(self.text) + 7) % len(self.passages)]

    def with_cells(self, change: Callable[[str], str]) -> "Asked":
        """Change each sentence of each cell."""
        cells = {
            column: text if column.casefold() in NAMING else " ".join(map(change, cut(text)))
            for column, text in self.cells.items()
        }
        return replace(self, cells=cells)


def cut(cell: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", cell)


def left_out(text: str, step: int) -> str:
    """Leave one word out, always the same one."""
    words = text.split(" ")
    at = step * len(text) % len(words)
    return " ".join(words[:at] + words[at + 1 :])


def exchanged(text: str, step: int) -> str:
    """Exchange two neighbouring words."""
    words = text.split(" ")
    if len(words) > 1:
        at = step * len(text) % (len(words) - 1)
        words[at : at + 2] = words[at + 1], words[at]
    return " ".join(words)


def put_in(text: str, step: int, word: str) -> str:
    """Put one word in, never in front."""
    words = text.split(" ")
    at = 1 + step * len(text) % max(1, len(words) - 1)
    return " ".join([*words[:at], word, *words[at:]])


def next_in_turn(text: str, following: dict[str, str]) -> str:
    return re.sub(r"\w+|%", lambda found: following.get(found[0], found[0]), text)


def raised(text: str) -> str:
    """Raise the last digit of the first number by one."""
    return re.sub(r"\d(?!\d)", lambda digit: str((int(digit[0]) + 1) % 10), text, count=1)


def inner(text: str) -> str:
    """Make a sentence fit into another one."""
    return (text if text[:2].isupper() else text[:1].lower() + text[1:]).rstrip(".!? ")


def addressed(text: str, you: str, your: str) -> str:
    return re.sub(r"\b[Yy]ou\b", you, re.sub(r"\b[Yy]our\b", your, text))


def _halved(text: str) -> tuple[str, str]:
    words = text.split(" ")
    middle = len(words) // 2
    return " ".join(words[:middle]), " ".join(words[middle:])


_TEXTS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    **{f"a word left out, {n}": lambda text, n=n: left_out(text, n) for n in (7, 13, 11, 17)},
    **{f"two words exchanged, {n}": lambda text, n=n: exchanged(text, n) for n in (3, 5)},
    **{
        f"{words.split()[0]}, {words.split()[1]} in turn": lambda text, n=n: next_in_turn(text, n)
        for words, n in zip(_IN_TURN, _NEXT, strict=True)
    },
    "a number raised": raised,
    **{
        f"with {word!r}": lambda text, word=word: put_in(text, len(word) + 3, word)
        for word in ("not", "may", "and", "Kolb", "said", "only", "new", ",")
    },
    "its first half": lambda text: _halved(text)[0],
    "its second half": lambda text: _halved(text)[1],
    "its last word left out": lambda text: text.rpartition(" ")[0],
    "of us": lambda text: addressed(text, "we", "our"),
    "of them": lambda text: addressed(text, "They", "The"),
    "in small letters": str.lower,
    **{
        frame: lambda text, frame=frame: frame.format(inner(text))
        for frame in (
            "Congratulations on {}.",
            "You said that {}.",
            "You wrote that {}.",
            "You asked whether {}.",
            'You said "{}".',
            "{}?",
            "Do you know how {}?",
            "Is it true that {}?",
            "According to Kolb, {}.",
            "Kolb said that {}.",
            "Your site says that {}.",
            "While {}, others do not.",
        )
    },
}

_CELLS: dict[str, Callable[[str], str]] = {
    **{f"a word of the cell left out, {n}": lambda cell, n=n: left_out(cell, n) for n in (7, 11)},
    "two words of the cell exchanged": lambda cell: exchanged(cell, 3),
    **{
        f"the cell with {word!r}": lambda cell, word=word: put_in(cell, 5, word)
        for word in ("not", "Kolb", "may", "no", "all")
    },
    "the cell in small letters": str.lower,
    "the cell in capitals": str.upper,
    "the cell in items": lambda cell: f"\n- {inner(cell)}",
    "the cell in one sentence": lambda cell: f"{inner(cell)},",
    "the cell with semicolons": lambda cell: f"{inner(cell)};",
    "the cell quoted": lambda cell: f'"{cell}"',
    "the cell dated": lambda cell: f"12 May 2025: {cell}",
    "the cell labelled": lambda cell: f"Call: {inner(cell)}.",
    "the cell told": lambda cell: f"Mira told us that {inner(cell)}.",
    "the cell bracketed": lambda cell: re.sub(r", ([^,.]+)", r" (\1)", cell),
}

_OWN: dict[str, Callable[[str], str]] = {
    "the cell itself": lambda cell: cell,
    "the cell of you": lambda cell: f"You {inner(cell)}.",
    "the cell of yours": lambda cell: f"Your {inner(cell)}.",
    "the cell, a word left out": lambda cell: left_out(cell, 11),
    "the cell of you, a word left out": lambda cell: f"You {inner(left_out(cell, 7))}.",
    "the cell, two words exchanged": lambda cell: exchanged(cell, 3),
    "the cell with a not": lambda cell: put_in(cell, 3, "not"),
    "the cell as you said": lambda cell: f"You said {inner(cell)}.",
    "the cell asked": lambda cell: f"Do you {inner(cell)}?",
    "the cell turned round": lambda cell: ", ".join(reversed(inner(cell).split(", "))) + ".",
    "the end of the cell": lambda cell: f"You {inner(cell.split(',')[-1].strip())}.",
}

_BOTH: dict[str, Callable[[Asked, Asked], Asked]] = {
    "without names": lambda asked, _: replace(
        asked, cells={c: v for c, v in asked.cells.items() if c.casefold() not in NAMING}
    ),
    "after another": lambda asked, other: replace(asked, text=f"{other.text} {asked.text}"),
    "and another": lambda asked, other: replace(
        asked, text=f"{inner(asked.text)} and {inner(other.text)}."
    ),
    "against another's cells": lambda asked, other: replace(asked, cells=other.cells),
    "by its name": lambda asked, _: replace(
        asked, text=addressed(asked.text, _company(asked), f"{_company(asked)}'s")
    ),
    "a passage cited": lambda asked, _: replace(asked, cited=(asked.some_passage(3),)),
    "each passage cited": lambda asked, _: replace(asked, cited=tuple(asked.passages)),
    "the cell's and its own": lambda asked, _: replace(
        asked, text=f"You {inner(asked.some_passage(17)[1])} and {inner(asked.text)}."
    ),
}


def _company(asked: Asked) -> str:
    return next(text for column, text in asked.cells.items() if column.casefold() == "company")


def _of_text(change: Callable[[str], str]) -> Callable[[Asked, Asked], Asked]:
    return lambda asked, _: replace(asked, text=change(asked.text))


def _of_cells(change: Callable[[str], str]) -> Callable[[Asked, Asked], Asked]:
    return lambda asked, _: asked.with_cells(change)


def _of_own(step: int, change: Callable[[str], str]) -> Callable[[Asked, Asked], Asked]:
    return lambda asked, _: replace(asked, text=change(asked.some_passage(step)[1]))


KINDS: dict[str, Callable[[Asked, Asked], Asked]] = {
    **{kind: _of_text(change) for kind, change in _TEXTS.items()},
    **{kind: _of_cells(change) for kind, change in _CELLS.items()},
    **{kind: _of_own(step, change) for step, (kind, change) in enumerate(_OWN.items(), start=1)},
    **_BOTH,
}


def varied(asked: Sequence[Asked], kind: str, every: int = 1) -> Iterator[Asked]:
    """Change every so many of the cases in one way; the next one is there to be mixed in."""
    first = list(KINDS).index(kind) % every
    for at in range(first, len(asked), every):
        yield KINDS[kind](asked[at], asked[(at + 1) % len(asked)])
