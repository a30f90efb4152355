"""The rules as the sync reads them, kept with each review, so that a change can be seen (R90).

A rule is a cell of Settings, Scorecard, Segments, Our claims or the Map, or a prompt
file. What they held when a review opened is compared with what they hold now.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sheetsync import state
from sheetsync.ai.jobs import specs
from sheetsync.cells import to_text
from sheetsync.check import Table

TEMPLATES = "templates"

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "Settings": ("Value",),
    "Scorecard": ("Weight", "Strong fit", "Weak fit", "Must have"),
    "Segments": ("Who it covers", "Approved by", "Valid until"),
    "Our claims": ("Approved by", "Valid until"),
    "Start here": ("Missing rule", "Stop rule"),
}
"""The tabs that hold rules, and the people's columns that are rules there."""

_TABS_OF: Mapping[str, tuple[str, ...]] = {
    "tighter target segment": ("Segments", "Scorecard"),
    "clearer scorecard rule": ("Scorecard",),
    "better opener": (TEMPLATES, "Our claims"),
    "stricter stop rule": ("Start here", "Settings"),
    "cleaner CRM field": ("Settings", "Start here"),
}
"""Where each kind of change is at home."""

_ANYWHERE = ("Settings", "Scorecard", TEMPLATES)
"""Where any kind of change may be made. In the other tabs people also do their daily work."""

_SHOWN = 60
"""Most characters of a value that is kept; a longer one is kept by its beginning and a mark."""

Rules = Mapping[str, Mapping[str, str]]
"""By tab, the name of each rule and its text."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One rule that is not what it was."""

    tab: str
    name: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """Where, from what, to what."""
        before, after = self.before or "(blank)", self.after or "(blank)"
        return f"{self.tab}, {self.name}: {before} → {after}"


def read_rules(tables: Mapping[str, Table]) -> dict[str, dict[str, str]]:
    """Read every rule that the sync goes by."""
    found: dict[str, dict[str, str]] = {}
    for title, columns in _COLUMNS.items():
        table = tables.get(title)
        if table is None or table.tab.refused:
            continue
        names = table.tab.values(table.tab.contract.columns[0].title)
        own = found.setdefault(title, {})
        for column in columns:
            for name, value in zip(names, table.tab.values(column), strict=True):
                text = _kept(to_text(value))
                if to_text(name).strip() and text:
                    label = to_text(name).strip()
                    own[label if column == "Value" else f"{_kept(label)} · {column}"] = text
    found[TEMPLATES] = {f"prompts/{job}.yaml": spec.version for job, spec in specs().items()}
    return found


def _kept(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 8]}… {state.digest([line])[:6]}"


def compare(before: Rules, now: Rules, change: str) -> list[Changed]:
    """Say which rules of a kind of change have changed, those first where it is at home.

    A tab that could not be read then or cannot be read now says nothing.
    """
    home = _TABS_OF.get(change, ())
    found = [
        Changed(tab, name, before[tab].get(name, ""), now[tab].get(name, ""))
        for tab in before
        if tab in now and tab in (*home, *_ANYWHERE)
        for name in {**before[tab], **now[tab]}
        if before[tab].get(name, "") != now[tab].get(name, "")
    ]
    return sorted(found, key=lambda each: (each.tab not in home, each.tab, each.name))


def in_effect(changed: list[Changed], change: str) -> str:
    """The Status of the one change: what of it the sync has read, or that it has read nothing."""
    if not changed:
        places = _TABS_OF.get(change, tuple(_COLUMNS))
        where = ", ".join("the prompt files" if p == TEMPLATES else p for p in places)
        return f"not yet in effect: nothing has changed in {where}"
    told = "; ".join(each.sentence for each in changed[:3])
    more = f"; and {len(changed) - 3} more" if len(changed) > 3 else ""
    return f"in effect: {told}{more}"
