"""Whose texts may be shown to a model that works on another row, and what of them never is.

Nobody's who may not be written to: what belongs to a lead on Do not contact, or to one
who opted out or bounced, is left alone in every way. Pure: it reads what was read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sheetsync.check import Table
from sheetsync.identity import Identity
from sheetsync.project import Project
from sheetsync.sequence import STOPS_AT_ONCE, Heard
from sheetsync.suppression import DO_NOT_CONTACT, read_suppression


@dataclass(frozen=True, slots=True)
class Person:
    """Who a lead is: what a model must not be told that writes for another one."""

    contact: str
    company: str
    path: str


@dataclass(frozen=True, slots=True)
class Others:
    """What decides whether a text may be shown.

    Attributes:
        most: Most texts for a column.
        people: Every lead whose texts may be shown at all, by id.
        footer: The team's own sentences below a message: opt-out sentence, sender, address.
        sender: The sender's name.
    """

    most: int
    people: Mapping[str, Person]
    footer: Sequence[str] = ()
    sender: str = ""


def others_of(
    tables: Mapping[str, Table],
    leads: Identity,
    touches: Identity,
    heard: Mapping[int, Heard],
    project: Project,
    *,
    most: int,
) -> Others:
    """Read whose texts may be shown.

    Args:
        tables: The book's tabs; Research, Follow-up and Do not contact can be read.
        leads: Ids of the rows of Research.
        touches: Ids of the rows of Follow-up.
        heard: What each reply (by row index in Follow-up) is read as.
        project: The team's settings.
        most: Most texts for a column.
    """
    cells = tables["Research"].cells
    people = {
        lead: Person(
            cells["Contact"][index], cells["Company"][index], cells["Reachable path"][index]
        )
        for index, lead in enumerate(leads.ids)
        if index not in leads.frozen
    }
    stopped = _stopped(tables["Follow-up"], touches, heard)
    paths = [(people[lead].path, "stopped") for lead in sorted(stopped & people.keys())]
    listed = read_suppression(tables[DO_NOT_CONTACT]).and_also(paths)
    return Others(
        most=most,
        people={
            lead: person
            for lead, person in people.items()
            if lead not in stopped and not listed.hit(person.path)
        },
        footer=(project.opt_out_sentence, project.sender_name, project.sender_address),
        sender=project.sender_name,
    )


def _stopped(table: Table, touches: Identity, heard: Mapping[int, Heard]) -> frozenset[str]:
    """Leads who opted out or bounced: by their reply, or by the cause that a person names."""
    causes, named = table.cells["Stop cause"], table.cells["Lead ID"]
    rows = {index for index, reply in heard.items() if reply.kind in STOPS_AT_ONCE}
    rows |= {index for index, cause in enumerate(causes) if cause in STOPS_AT_ONCE}
    # Where it is not clear whose row it is, the answer on it counts for whoever it may be.
    return frozenset(
        lead for i in rows for lead in (touches.ids[i].partition("/")[0], str(named[i]))
    )
