"""The rows behind the digest's numbers: who counts, why, and where in the workbook.

A number can only be had together with its list, so none stands on the page without.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from sheetsync.review.digest_record import Logged, Record
from sheetsync.review.digest_words import SHOWN, link, on, place, said, table
from sheetsync.review.facts import Facts


@dataclass(frozen=True, slots=True)
class _List:
    anchor: str
    caption: str
    heads: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    more: str


@dataclass(slots=True)
class Lists:
    """All lists behind the page's numbers, in the order in which the page asks for them.

    Attributes:
        facts: What the chain came to.
        record: Where rows stand.
    """

    facts: Facts
    record: Record
    _lists: dict[str, _List] = field(default_factory=dict)

    def leads(self, title: str, why: Mapping[str, str], *, tab: str = "", number: int = -1) -> str:
        """A number of leads, as a link to their list.

        Args:
            title: Names the list; the same title means the same list.
            why: Why each lead counts, by its id.
            tab: Where they are to be found; else the last tab that has a row for each.
            number: The number itself, where it is not one for each lead.
        """
        if not why:
            return "0"
        kept = [
            (self.who(lead_id), said(why[lead_id]), self.where(lead_id, tab))
            for lead_id in list(why)[:SHOWN]
        ]
        see = f"the tab {escape(tab)}" if tab else "the tabs of the chain"
        heads = ("Lead", "Why it counts", "Where")
        return self._keep(title, heads, kept, len(why), see, number if number >= 0 else len(why))

    def logged(self, title: str, lines: Sequence[Logged], number: int) -> str:
        """A number that the Log gives, as a link to its lines."""
        if not lines:
            return "0"
        kept = [
            (
                self.who(line.event.lead_id) or said(line.event.tab) or "The book",
                f"{said(line.event.event)}{_of(said(line.event.by))}{_of(on(line.day))}",
                place("Log", line.row),
            )
            for line in lines[:SHOWN]
        ]
        heads = ("Lead", "What happened", "Where")
        return self._keep(title, heads, kept, len(lines), "the tab Log", number)

    def _keep(
        self,
        title: str,
        heads: tuple[str, ...],
        rows: Sequence[Sequence[str]],
        total: int,
        see: str,
        number: int,
    ) -> str:
        found = self._lists.get(title)
        if found is None:
            more = f"and {total - len(rows):,} more: see {see}" if total > len(rows) else ""
            anchor = f"list-{len(self._lists) + 1}"
            found = self._lists[title] = _List(anchor, said(title), heads, rows, more)
        return link(found.anchor, f"{number:,}")

    def who(self, lead_id: str) -> str:
        """A lead as the tables name it: its company, and its id below."""
        if not lead_id:
            return ""
        lead = self.facts.leads.get(lead_id)
        company = said(lead.company if lead is not None else "", 80)
        return f'{company or "No company"}<br><span class="quiet">{said(lead_id, 40)}</span>'

    def where(self, lead_id: str, tab: str = "") -> str:
        """The row of a lead on a tab, or on the last one that has any."""
        own = tab if self.record.row(tab, lead_id) is not None else self.record.furthest(lead_id)
        return place(own, self.record.row(own, lead_id))

    def as_html(self) -> str:
        """All lists, one below the other."""
        return "".join(
            table(own.caption, own.heads, own.rows, anchor=own.anchor, more=own.more)
            for own in self._lists.values()
        )


def capped(rows: Iterable[Sequence[str]], see: str) -> tuple[list[Sequence[str]], str]:
    """The first rows of a long table, and what its last line says of the rest."""
    every = list(rows)
    rest = len(every) - SHOWN
    return every[:SHOWN], f"and {rest:,} more: see {see}" if rest > 0 else ""


def each(leads: Iterable[str], why: Callable[[str], str]) -> dict[str, str]:
    """Why each lead counts, in the order of the ids."""
    return {lead_id: why(lead_id) for lead_id in sorted(leads)}


def _of(text: str) -> str:
    return f", {text}" if text else ""
