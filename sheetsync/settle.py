"""What the computed cells of a tab become, without ever covering a person's text.

The rules say what each computed cell should hold. Here that is compared with what
the cell holds now: a cell that is blank, or that holds what the sync itself wrote
there last, may change; any other text is a person's, stays, and is flagged SY004.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sheetsync import state
from sheetsync.cells import Scalar, safe_text, to_text
from sheetsync.check import Table
from sheetsync.finding import Finding
from sheetsync.work import FLAGS, READY, STATE, STATUS, Work, severity

FLAGS_CAP = 8_000
"""Most characters of a Flags cell; a row with more than this has other worries."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What one tab becomes.

    Attributes:
        changes: (row index, column, value now, value to be) for rows in the book.
        appended: (row index, cells) for new rows.
        findings: Every finding of the tab, in row order.
    """

    table: Table
    ids: Sequence[str]
    changes: tuple[tuple[int, str, Scalar, Scalar], ...]
    appended: tuple[tuple[int, Mapping[str, Scalar]], ...]
    findings: tuple[Finding, ...]


def same(one: Scalar, other: Scalar) -> bool:
    """Do two values show the same in a cell? Blank is blank, midnight is its date."""
    if one == other and isinstance(one, bool) == isinstance(other, bool):
        return True
    if one is None or other is None or isinstance(one, str) or isinstance(other, str):
        return _shown(one) == _shown(other)
    return _shown(_day(one)) == _shown(_day(other))


def _shown(value: Scalar) -> str:
    return to_text(value).replace("\r\n", "\n").strip()


def _day(value: Scalar) -> Scalar:
    midnight = isinstance(value, datetime) and not (value.hour or value.minute or value.second)
    return value.date() if midnight and isinstance(value, datetime) else value


def settle(work: Work) -> Settled:
    """Compare what the rules computed with what the tab holds, and decide every cell.

    A refused tab gets no changes at all; a frozen row only its Status and Flags.
    """
    table, count = work.table, work.existing
    frozen = work.identity.frozen
    changes: dict[int, dict[str, tuple[Scalar, Scalar]]] = {}
    _flag_formulas(work)
    for title in [*work.cells, *work.ai]:
        for index, before, after in _differences(work, title):
            allowed = title in (STATUS, READY) or index not in frozen
            if allowed and index not in work.withheld:
                _propose(work, changes, index, title, before=before, after=after)
    judged = FLAGS in table.tab.places and work.only is None
    flags_now = table.tab.values(FLAGS)[:count] if judged else []
    for index, before in enumerate(flags_now):
        after = _flag_text(work, index)
        if index not in work.withheld and not same(before, after):
            _propose(work, changes, index, FLAGS, before=before, after=after)
    _stamp_states(work, changes)
    findings = [f for index in sorted(work.by_row) for f in _sorted(work.by_row[index])]
    refused = table.tab.refused
    return Settled(
        table=table,
        ids=work.identity.ids,
        changes=()
        if refused
        else tuple(
            (index, title, before, after)
            for index in sorted(changes)
            for title, (before, after) in changes[index].items()
        ),
        appended=() if refused else tuple(_new_rows(work)),
        findings=(*work.general, *findings),
    )


def _differences(work: Work, title: str) -> Iterable[tuple[int, Scalar, Scalar]]:
    """Rows in the book whose cell in this column is not what it should be."""
    now = work.table.tab.values(title)
    if title in work.ai:
        answers = work.ai[title]
        pairs = [(index, now[index], answers[index]) for index in answers if index < work.existing]
    else:
        wanted = work.cells[title]
        pairs = [
            (index, now[index], wanted[index])
            for index in range(work.existing)
            if now[index] != wanted[index]
        ]
    return [pair for pair in pairs if not same(pair[1], pair[2])]


def _propose(
    work: Work,
    changes: dict[int, dict[str, tuple[Scalar, Scalar]]],
    index: int,
    title: str,
    *,
    before: Scalar,
    after: Scalar,
) -> None:
    """Change the cell if it is the sync's own; otherwise leave it and say so."""
    tab = work.table.tab
    if (tab.rows[index], tab.places.get(title, -1)) in tab.grid.formulas:
        return
    if _shown(before) and not wrote(work, index, title, before):
        work.flag(index, "SY004", f"{title} is computed, but someone typed there.", title)
        return
    changes.setdefault(index, {})[title] = (before, after)


def _flag_formulas(work: Work) -> None:
    """Point at formulas in computed columns, also at those that show the right value."""
    tab = work.table.tab
    computed = {
        place: title
        for title, place in tab.places.items()
        if tab.contract.spec(title).owner == "engine"
    }
    typed = sorted(cell for cell in tab.grid.formulas if cell[1] in computed)
    index_of = {row: index for index, row in enumerate(tab.rows)} if typed else {}
    for row, place in typed:
        if row in index_of:
            title = computed[place]
            work.flag(
                index_of[row], "SY004", f"{title} is computed, but a formula stands there.", title
            )


def wrote(work: Work, index: int, title: str, value: Scalar) -> bool:
    """Is this what the sync itself wrote into the cell last?"""
    if work.ours is not None:
        return work.ours(title, value)
    marks = state.written(work.states[index])
    if title == READY and not marks:
        # The row's state is lost: an old "yes" must not stand as if a person had typed it.
        return _shown(value).startswith(("yes", "no: "))
    mark = state.stamp(title, value)
    return marks.get(mark[:3]) == mark


def _flag_text(work: Work, index: int) -> str:
    found = work.by_row.get(index)
    if not found:
        return ""
    lines = [f.flag for f in _sorted(found) if severity(f) < 2]
    return safe_text("\n".join(dict.fromkeys(lines)), limit=FLAGS_CAP)


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (severity(f), f.code, f.column, f.message))


def _stamp_states(work: Work, changes: dict[int, dict[str, tuple[Scalar, Scalar]]]) -> None:
    """Write into each changed row's Sync state what the sync wrote where."""
    if STATE not in work.table.tab.contract.by_title:
        return
    now = work.table.tab.values(STATE)
    for index in range(work.existing):
        row = changes.get(index)
        if index in work.withheld or not (row or index in work.touched):
            continue
        own = work.states[index]
        cells = {title: after for title, (_, after) in row.items()} if row else {}
        if not own.get("w") and index not in work.identity.frozen:
            cells = {**_as_computed(work, index), **cells}
        if cells:
            own["w"] = _marks(state.written(own), cells)
        after = state.dump(own)
        if not same(now[index], after):
            changes.setdefault(index, {})[STATE] = (now[index], after)


def _as_computed(work: Work, index: int) -> dict[str, Scalar]:
    """Cells that hold just what the rules come to: the sync's own, though its state is lost."""
    tab = work.table.tab
    row, columns = tab.rows[index], tab.grid.columns
    computed = {title: values[index] for title, values in work.cells.items() if title in tab.places}
    if FLAGS in tab.places:
        computed[FLAGS] = _flag_text(work, index)
    return {
        title: value
        for title, value in computed.items()
        if _shown(value) and same(columns[tab.places[title]][row], value)
    }


def _marks(marks: dict[str, str], cells: Mapping[str, Scalar]) -> str:
    for title, value in cells.items():
        mark = state.stamp(title, value)
        if _shown(value):
            marks[mark[:3]] = mark
        else:
            marks.pop(mark[:3], None)
    return "".join(marks[name] for name in sorted(marks))


def _new_rows(work: Work) -> Iterable[tuple[int, Mapping[str, Scalar]]]:
    for index in range(work.existing, len(work.table)):
        cells = {title: values[index] for title, values in work.cells.items()}
        cells |= {title: answers[index] for title, answers in work.ai.items() if index in answers}
        cells[FLAGS] = _flag_text(work, index)
        own = work.states[index]
        own["w"] = _marks({}, cells)
        cells[STATE] = state.dump(own)
        yield index, {title: value for title, value in cells.items() if _shown(value)}
