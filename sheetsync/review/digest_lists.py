"""The rows behind the digest's numbers: who counts, why, and where in the workbook.

A number can only be had together with its list, so none stands on the page without.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from sheetsync.review.digest_record import Logged, Record
from sheetsync.review.digest_words import SHOWN, ident, link, on, place, said, table
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

    def leads(
        self,
        title: str,
        why: Mapping[str, str],
        *,
        tab: str = "",
        number: int | None = None,
        shown: int = SHOWN,
    ) -> str:
        """A number of leads, as a link to their list.

        Args:
            title: Names the list; the same title means the same list.
            why: Why each lead counts, by its id.
            tab: Where they are to be found; else the last tab that has a row for each.
            number: The number itself, where it is not one for each lead.
            shown: Most rows of the list.
        """
        if not why:
            return "0"
        rows = [
            (self.who(lead_id), said(why[lead_id]), self.where(lead_id, tab))
            for lead_id in list(why)[:shown]
        ]
        see = f"the tab {escape(tab)}" if tab else "the tabs of the chain"
        heads = ("Lead", "Why it counts", "Where")
        anchor = self._keep(title, heads, rows, _more(len(why) - len(rows), see))
        return link(anchor, f"{len(why) if number is None else number:,}")

    def logged(self, title: str, lines: Sequence[Logged]) -> str:
        """How many lines of the Log those are, as a link to them."""
        if not lines:
            return "0"
        rows = [
            (
                self.who(line.event.lead_id) or said(line.event.tab) or "The book",
                _told(line),
                place("Log", line.row),
            )
            for line in lines[:SHOWN]
        ]
        heads = ("Lead", "What happened", "Where")
        anchor = self._keep(title, heads, rows, _more(len(lines) - len(rows), "the tab Log"))
        return link(anchor, f"{len(lines):,}")

    def _keep(
        self, title: str, heads: tuple[str, ...], rows: Sequence[Sequence[str]], more: str
    ) -> str:
        if title not in self._lists:
            anchor = f"list-{len(self._lists) + 1}"
            self._lists[title] = _List(anchor, said(title), heads, rows, more)
        return self._lists[title].anchor

    def who(self, lead_id: str) -> str:
        """A lead as the tables name it: its company, and its id below."""
        if not lead_id:
            return ""
        lead = self.facts.leads.get(lead_id)
        company = said(lead.company if lead is not None else "", 80)
        return f"{company or 'No company'} {ident(lead_id)}"

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
    return every[:SHOWN], _more(len(every) - SHOWN, see)


def each(leads: Iterable[str], why: Callable[[str], str]) -> dict[str, str]:
    """Why each lead counts, in the order of the ids."""
    return {lead_id: why(lead_id) for lead_id in sorted(leads)}


def _more(rest: int, see: str) -> str:
    return f"and {rest:,} more: see {see}" if rest > 0 else ""


def _told(line: Logged) -> str:
    """What a line of the Log says: what, who did it if a person, when."""
    by = "" if line.event.by == "sheetsync" else said(line.event.by, 60)
    event, detail = line.event.event, line.event.detail
    if detail and not event.startswith("handoff"):
        event = detail if detail.casefold().startswith(event) else f"{event}: {detail}"
    return ", ".join(part for part in (said(event, 70), by, on(line.day)) if part)
