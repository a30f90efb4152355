"""The fault catalogue on a Google Sheet: what people do, and what breaks, while a sync is going.

Every test runs the real Book over the local Sheets server and looks at the cells that
remain. "When" is the request before which it happens: 1 the structure, 2 the values,
3 the last look, 4 the write.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from sheetsync.ai.offline import OfflineDrafter
from sheetsync.apply import apply
from sheetsync.books.google import GoogleBook
from sheetsync.cells import Scalar, to_text
from sheetsync.clock import Clock
from sheetsync.errors import BookError, SheetsyncError, StaleBook, UnsafeChange
from sheetsync.rebase import Overtaken
from sheetsync.receipt import Receipt
from sheetsync.snapshot import Snapshot, Tab, take
from sheetsync.sync import look, sync
from tests.google_sheets import InProcess, Killed, near_client, spreadsheet
from tests.memory_team import at
from tests.sheets_server.faults import Kind
from tests.sheets_server.server import Server
from tests.workbooks import lead, whole

MONDAY = date(2026, 3, 2)
MOMENTS = (1, 2, 3, 4)
LATE_MOMENTS = (3, 4)
"""Before the first answer an edit is simply part of what is read; between the two answers
only tabs matter, whose titles the second one asks for."""

pytestmark = pytest.mark.no_cover


class Sheet:
    """A small team's Google Sheet with work for the next sync."""

    def __init__(self) -> None:
        team = at("decided", "Nordhafen", "Südhafen")
        team.types("Outreach", {"Angle": "the yard", "Stop condition": "an answer"}, "Nordhafen")
        team.adds("Research", lead("Westmole"))
        self.server = Server()
        self.key = spreadsheet(self.server, team.book.read().grids)
        self.person = self.server.person(self.key)
        self.receipt = Receipt("")
        self.seen: tuple[object, Snapshot] | None = None
        self.logged = self.tab("Log").values("Event").count("sync")

    def runs(self) -> int:
        """How many runs the Log tells of since the beginning."""
        return self.tab("Log").values("Event").count("sync") - self.logged

    def book(self, *, killed_at: int = 0, after: bool = False) -> GoogleBook:
        session = InProcess(self.server, killed_at=killed_at, after=after)
        return GoogleBook(near_client(session), self.key)

    def sync(self, book: GoogleBook | None = None, *, accept: bool = False) -> Receipt:
        clock = Clock.system(today=MONDAY)
        _, self.receipt = sync(book or self.book(), whole(), clock, OfflineDrafter(), accept=accept)
        return self.receipt

    def before(self, when: int, edit: Callable[[], object]) -> None:
        self.server.between.before(edit, skip=when - 1)

    def tab(self, title: str) -> Tab:
        """A tab as it stands; the sheet is read anew when it has changed."""
        now = self.server.books[self.key]
        if self.seen is None or self.seen[0] is not now:
            self.seen = (now, take(self.book().read(), whole()))
        return self.seen[1].tabs[title]

    def row(self, tab: str, who: str) -> int:
        own = self.tab(tab)
        names = own.values("Company")
        return own.rows[names.index(who)]

    def place(self, tab: str, column: str) -> int:
        return self.tab(tab).places[column]

    def type(self, tab: str, who: str, column: str, text: Any) -> None:
        own = self.tab(tab)
        row = own.rows[own.values("Company").index(who)]
        self.person.type(tab, row, own.places[column], text)

    def says(self, tab: str, who: str, column: str) -> Scalar:
        own = self.tab(tab)
        return own.values(column)[own.values("Company").index(who)]

    def converges(self) -> None:
        """Two quiet runs at most, then there is nothing left to do and nothing stands double."""
        clock = Clock.system(today=MONDAY)
        for _ in range(3):
            outcome = look(self.book(), whole(), clock, OfflineDrafter())
            if outcome.plan.is_empty:
                break
            self.sync()
        assert outcome.plan.is_empty, outcome.plan.changes[:3]
        for tab in ("Research", "Qualification", "Outreach", "Follow-up", "CRM"):
            keys = [to_text(v) for v in self.tab(tab).values(whole()[tab].key or "") if v]
            assert len(keys) == len(set(keys)), tab
        assert not any(grid.formulas for grid in self.book().read().grids)

    def each_lead_stands_for_itself(self) -> None:
        """The computed cells of every row are those of its own lead."""
        research = self.tab("Research")
        company = dict(zip(research.values("Lead ID"), research.values("Company"), strict=True))
        for title in ("Qualification", "Outreach", "CRM"):
            tab = self.tab(title)
            for own, name in zip(tab.values("Lead ID"), tab.values("Company"), strict=True):
                assert company[own] == name, title
        west = str(self.says("Research", "Westmole", "AI evidence"))
        assert west
        outcome = look(self.book(), whole(), Clock.system(today=MONDAY), OfflineDrafter())
        assert "SY004" not in {finding.code for finding in outcome.findings}


@pytest.fixture
def sheet() -> Sheet:
    return Sheet()


def attempt(sheet: Sheet, book: GoogleBook | None = None) -> None:
    """A disturbed run: it may step back, but only by one of the program's own errors."""
    try:
        sheet.sync(book)
    except SheetsyncError as error:
        told = error.what and error.not_done and error.next_step
        if not told:
            raise


class TestStructure:
    """Rows, columns and tabs move while a run is in flight."""

    @pytest.fixture(params=LATE_MOMENTS)
    def when(self, request) -> int:
        return int(request.param)

    def _holds(self, sheet: Sheet, when: int, edit: Callable[[], object]) -> None:
        sheet.before(when, edit)
        attempt(sheet)
        sheet.converges()
        sheet.each_lead_stands_for_itself()

    def test_a_row_is_inserted_above(self, sheet, when):
        self._holds(sheet, when, lambda: sheet.person.insert_rows("Research", 1))

    def test_a_row_is_deleted(self, sheet, when):
        gone = sheet.row("Research", "Südhafen")
        sheet.before(when, lambda: sheet.person.delete_rows("Research", gone))
        attempt(sheet)
        sheet.converges()
        assert "Südhafen" not in sheet.tab("Research").values("Company")
        for tab in ("Qualification", "Outreach"):
            assert sheet.tab(tab).values("Company").count("Nordhafen") == 1
        assert sheet.says("Research", "Westmole", "Lead ID")

    @pytest.mark.parametrize("descending", [False, True])
    def test_the_rows_are_sorted(self, sheet, when, descending):
        def sort() -> None:
            for tab in ("Research", "Qualification", "Outreach"):
                place = sheet.place(tab, "Company")
                sheet.person.sort(tab, place, first=1, descending=descending)

        self._holds(sheet, when, sort)

    def test_the_rows_are_sorted_through_a_filter(self, sheet, when):
        def sort() -> None:
            sheet.person.sort("Research", sheet.place("Research", "Company"), visible=True)

        self._holds(sheet, when, sort)

    def test_rows_are_cut_and_pasted(self, sheet, when):
        row = sheet.row("Research", "Nordhafen")
        to = sheet.tab("Research").next_row + 2
        self._holds(sheet, when, lambda: sheet.person.cut_rows("Research", row, 1, to))

    def test_rows_are_dragged(self, sheet, when):
        first, last = sheet.row("Research", "Nordhafen"), sheet.row("Research", "Westmole")
        self._holds(sheet, when, lambda: sheet.person.drag_rows("Research", first, 1, last + 1))

    def test_columns_are_dragged(self, sheet, when):
        def drag() -> None:
            for tab in ("Research", "Outreach"):
                sheet.person.drag_columns(tab, sheet.place(tab, "AI evidence"), 1, 1)

        self._holds(sheet, when, drag)

    def test_a_column_of_the_teams_own_is_inserted(self, sheet, when):
        def insert() -> None:
            sheet.person.insert_columns("Research", 3)
            sheet.person.type("Research", 0, 3, "Our own")

        self._holds(sheet, when, insert)
        assert "Our own" in [column[0] for column in sheet.tab("Research").grid.columns]

    def test_a_column_is_hidden(self, sheet, when):
        self._holds(sheet, when, lambda: sheet.person.hide_columns("Research", 2))

    @pytest.mark.parametrize("when", [2, 3, 4])
    def test_a_column_is_deleted_and_its_tab_is_left_alone(self, sheet, when):
        place = sheet.place("Outreach", "Angle")
        sheet.before(when, lambda: sheet.person.delete_columns("Outreach", place))
        attempt(sheet)
        before = sheet.tab("Outreach").grid.columns
        attempt(sheet)
        assert sheet.tab("Outreach").grid.columns == before
        outcome = look(sheet.book(), whole(), Clock.system(today=MONDAY), OfflineDrafter())
        assert "SY001" in {finding.code for finding in outcome.findings}

    def test_a_column_is_renamed_and_back(self, sheet, when):
        place = sheet.place("Qualification", "Reason")
        sheet.before(when, lambda: sheet.person.type("Qualification", 0, place, "Why"))
        attempt(sheet)
        sheet.person.type("Qualification", 0, place, "Reason")
        sheet.converges()
        sheet.each_lead_stands_for_itself()

    def test_a_header_stands_twice(self, sheet, when):
        place = len(sheet.tab("CRM").grid.columns)
        sheet.person.insert_columns("CRM", place)
        sheet.before(when, lambda: sheet.person.type("CRM", 0, place, "Stage"))
        attempt(sheet)
        before = sheet.tab("CRM").grid.columns
        attempt(sheet)
        assert sheet.tab("CRM").grid.columns == before

    @pytest.mark.parametrize("when", [2, 3, 4])
    def test_a_tab_is_renamed_and_back(self, sheet, when):
        sheet.before(when, lambda: sheet.person.rename_tab("Outreach", "Outreach (old)"))
        attempt(sheet)
        sheet.person.rename_tab("Outreach (old)", "Outreach")
        sheet.converges()
        sheet.each_lead_stands_for_itself()

    @pytest.mark.parametrize("when", [2, 3, 4])
    def test_two_tabs_change_their_titles(self, sheet, when):
        def swap() -> None:
            sheet.person.rename_tab("Research", "x")
            sheet.person.rename_tab("CRM", "Research")
            sheet.person.rename_tab("x", "CRM")

        sheet.before(when, swap)
        attempt(sheet)
        swap()
        sheet.converges()
        sheet.each_lead_stands_for_itself()

    @pytest.mark.parametrize("when", [2, 3, 4])
    def test_a_tab_is_duplicated(self, sheet, when):
        self._holds(sheet, when, lambda: sheet.person.duplicate_tab("Research"))

    @pytest.mark.parametrize("when", [2, 3, 4])
    def test_a_tab_is_deleted(self, sheet, when):
        sheet.before(when, lambda: sheet.person.delete_tab("CRM"))
        attempt(sheet)
        attempt(sheet)
        assert sheet.says("Research", "Westmole", "Lead ID")

    def test_cells_are_merged(self, sheet, when):
        def merge() -> None:
            row, place = sheet.row("Research", "Südhafen"), sheet.place("Research", "Status")
            body = {
                "sheetId": sheet.server.books[sheet.key].titled("Research").id,
                "startRowIndex": row,
                "endRowIndex": row + 1,
                "startColumnIndex": place,
                "endColumnIndex": place + 2,
            }
            sheet.person.request("mergeCells", {"range": body, "mergeType": "MERGE_ALL"})

        sheet.before(when, merge)
        attempt(sheet)
        attempt(sheet)
        assert sheet.says("Research", "Westmole", "Lead ID")
        assert sheet.says("Research", "Nordhafen", "Company") == "Nordhafen"

    def test_there_are_blank_rows_in_the_middle_and_ghost_rows_at_the_end(self, sheet, when):
        def untidy() -> None:
            sheet.person.insert_rows("Research", 2, 3)
            sheet.person.type("Research", 30, sheet.place("Research", "Company"), " ")

        self._holds(sheet, when, untidy)

    def test_a_tab_is_made_a_native_table(self, sheet, when):
        def table() -> None:
            own = sheet.tab("CRM")
            area = {
                "sheetId": sheet.server.books[sheet.key].titled("CRM").id,
                "startRowIndex": own.header,
                "endRowIndex": own.grid.height,
                "startColumnIndex": 0,
                "endColumnIndex": len(own.grid.columns),
            }
            sheet.person.request("addTable", {"table": {"name": "Records", "range": area}})

        self._holds(sheet, when, table)
        before = len(sheet.tab("CRM").rows)
        sheet.type("Qualification", "Westmole", "Decision", "nurture")
        sheet.type("Qualification", "Westmole", "Reason", "later")
        sheet.type("Qualification", "Westmole", "Decided by", "Ben")
        sheet.converges()
        assert len(sheet.tab("CRM").rows) == before + 1
        kept = sheet.server.books[sheet.key].titled("CRM").objects["tables"]
        assert kept[0]["range"]["endRowIndex"] == sheet.tab("CRM").grid.height

    def test_a_note_stands_above_the_header(self, sheet, when):
        def note() -> None:
            sheet.person.insert_rows("Research", 0)
            sheet.person.type("Research", 0, 0, "Please do not sort!")

        self._holds(sheet, when, note)


def test_the_grid_grows_when_it_is_at_its_limit():
    own = Sheet()
    server_tab = own.server.books[own.key].titled("Log")
    rows = len(server_tab.rows)
    used = own.tab("Log").grid.height
    own.person.delete_rows("Log", used, rows - used)
    own.converges()
    assert own.tab("Log").grid.height > used


class TestValues:
    """Cells change while a run is in flight."""

    @pytest.fixture(params=LATE_MOMENTS)
    def when(self, request) -> int:
        return int(request.param)

    def test_an_input_is_edited_and_what_rested_on_it_is_worked_out_anew(self, sheet, when):
        text = "Westmole opened a new terminal in Oslo in May 2026."
        sheet.before(when, lambda: sheet.type("Research", "Westmole", "Source notes", text))
        attempt(sheet)
        assert sheet.says("Research", "Westmole", "Source notes") == text
        sheet.converges()
        assert "Oslo" in str(sheet.says("Research", "Westmole", "AI evidence"))

    @pytest.mark.parametrize("when", [1, 2, 3])
    def test_a_person_types_into_an_ai_cell_and_it_stays(self, sheet, when):
        sheet.before(when, lambda: sheet.type("Research", "Westmole", "AI note", "my own words"))
        attempt(sheet)
        assert sheet.says("Research", "Westmole", "AI note") == "my own words"
        sheet.converges()
        assert sheet.says("Research", "Westmole", "AI note") == "my own words"

    def test_a_person_clears_an_ai_cell_and_it_is_filled_again(self, sheet, when):
        sheet.converges()
        sheet.type("Research", "Nordhafen", "AI note", "")
        sheet.before(when, lambda: sheet.type("Research", "Südhafen", "AI note", ""))
        attempt(sheet)
        sheet.converges()
        assert sheet.says("Research", "Nordhafen", "AI note")
        assert sheet.says("Research", "Südhafen", "AI note")

    def test_a_reply_is_pasted_and_nothing_is_ready_after_it(self, when):
        own = Sheet()
        own.converges()
        own.type("Outreach", "Nordhafen", "Variant", "A")
        own.type("Outreach", "Nordhafen", "Approved by", "Ben")
        own.sync()
        assert str(own.says("Outreach", "Nordhafen", "Ready to send")).startswith("yes")
        own.type("Outreach", "Nordhafen", "Sent on", "2026-03-02")
        own.sync()
        reply = "Please unsubscribe me."
        own.before(when, lambda: own.type("Follow-up", "Nordhafen", "Reply text", reply))
        attempt(own)
        own.converges()
        assert own.says("Follow-up", "Nordhafen", "Reply text") == reply
        assert not str(own.says("Follow-up", "Nordhafen", "Ready to send")).startswith("yes")
        assert own.tab("Do not contact").rows

    def test_a_block_is_pasted_across_owners(self, sheet, when):
        def paste() -> None:
            row = sheet.row("Research", "Südhafen")
            place = sheet.place("Research", "Role")
            sheet.person.paste("Research", row, place, [["Boss", "Freight", "phone"]])

        sheet.before(when, paste)
        attempt(sheet)
        sheet.converges()
        assert sheet.says("Research", "Südhafen", "Role") == "Boss"

    def test_a_row_is_copied_with_its_id(self, sheet, when):
        def copy() -> None:
            own = sheet.tab("Research")
            row = own.rows[own.values("Company").index("Nordhafen")]
            cells = [column[row] for column in own.grid.columns]
            sheet.person.paste("Research", own.next_row, 0, [[to_text(v) for v in cells]])

        sheet.before(when, copy)
        attempt(sheet)
        attempt(sheet)
        outcome = look(sheet.book(), whole(), Clock.system(today=MONDAY), OfflineDrafter())
        assert "ID001" in {finding.code for finding in outcome.findings}
        assert sheet.says("Research", "Westmole", "Lead ID")

    @pytest.mark.parametrize("text", ["L-9999", "", "007"])
    def test_an_id_is_edited_or_blanked(self, sheet, when, text):
        sheet.converges()
        sheet.before(when, lambda: sheet.type("Research", "Südhafen", "Lead ID", text))
        attempt(sheet)
        attempt(sheet)
        rest = sheet.tab("Research")
        ids = [v for v in rest.values("Lead ID") if v]
        assert len(ids) == len(set(map(to_text, ids)))
        assert sheet.says("Qualification", "Südhafen", "Lead ID") == "L-0002"

    def test_somebody_types_the_id_that_the_run_is_about_to_give(self, sheet, when):
        new = sheet.says("Research", "Westmole", "Lead ID")
        assert new is None

        def type_id() -> None:
            own = sheet.tab("Research")
            for column, value in {**lead("Kap Arkona"), "Lead ID": "L-0003"}.items():
                sheet.person.type("Research", own.next_row, own.places[column], value)

        sheet.before(when, type_id)
        attempt(sheet)
        attempt(sheet)
        for title in ("Qualification", "Outreach"):
            names = list(sheet.tab(title).values("Company"))
            assert names.count("Westmole") <= 1

    def test_a_formula_is_typed_into_an_input_and_stays_one(self, sheet, when):
        sheet.before(when, lambda: sheet.type("Research", "Südhafen", "Role", '="Head of "&"ops"'))
        attempt(sheet)
        sheet.sync()
        row, place = sheet.row("Research", "Südhafen"), sheet.place("Research", "Role")
        grid = next(g for g in sheet.book().read().grids if g.title == "Research")
        assert (row, place) in grid.formulas
        assert grid.columns[place][row] == "Head of ops"

    @pytest.mark.parametrize("when", [1, 2])
    def test_a_formula_in_a_computed_cell_stays_and_is_named(self, sheet, when):
        sheet.converges()
        sheet.before(when, lambda: sheet.type("Research", "Südhafen", "Status", '="mine"'))
        attempt(sheet)
        outcome = look(sheet.book(), whole(), Clock.system(today=MONDAY), OfflineDrafter())
        assert "SY004" in {finding.code for finding in outcome.findings}
        row, place = sheet.row("Research", "Südhafen"), sheet.place("Research", "Status")
        grid = next(g for g in sheet.book().read().grids if g.title == "Research")
        assert (row, place) in grid.formulas

    @pytest.mark.parametrize("text", ["#REF!", "#N/A", "Loading...", "=1/0"])
    def test_a_cell_shows_an_error(self, sheet, when, text):
        sheet.before(when, lambda: sheet.type("Research", "Südhafen", "Role", text))
        attempt(sheet)
        sheet.sync()
        outcome = look(sheet.book(), whole(), Clock.system(today=MONDAY), OfflineDrafter())
        assert any(
            finding.column == "Role" and finding.tab == "Research" for finding in outcome.findings
        )

    @pytest.mark.parametrize(
        "text",
        ["😀 שלום \u200f", "line\nbreak", "'apostrophe", "x" * 49_000, "-5 %", "@home", "+49 40 1"],
    )
    def test_odd_texts_are_kept_as_they_are(self, sheet, text):
        row, place = sheet.row("Research", "Südhafen"), sheet.place("Research", "Source notes")
        sheet.person.type("Research", row, place, text)
        kept = sheet.says("Research", "Südhafen", "Source notes")
        sheet.sync()
        assert sheet.says("Research", "Südhafen", "Source notes") == kept

    def test_the_last_write_is_undone_by_a_person_and_the_next_run_does_it_again(self, sheet):
        sheet.sync()
        told = sheet.says("Research", "Westmole", "Status")
        assert told
        sheet.person.undo()
        assert not sheet.says("Research", "Westmole", "Status")
        sheet.converges()
        assert sheet.says("Research", "Westmole", "Status") == told

    def test_an_old_version_is_restored(self, sheet):
        sheet.converges()
        sheet.type("Research", "Südhafen", "Role", "Boss")
        sheet.sync()
        sheet.person.restore(0)
        attempt(sheet)
        sheet.converges()

    def test_settings_change_and_a_new_plan_is_asked_for(self, sheet):
        def change() -> None:
            own = sheet.tab("Settings")
            row = own.rows[own.values("Setting").index("Daily cap")]
            sheet.person.type("Settings", row, own.places["Value"], 5)

        sheet.before(3, change)
        with pytest.raises(Overtaken, match="somebody is changing Settings"):
            sheet.sync()
        assert not sheet.says("Research", "Westmole", "Lead ID")
        sheet.converges()


class TestProcessAndNetwork:
    """Runs die and requests fail at every boundary."""

    @pytest.mark.parametrize("after", [False, True])
    @pytest.mark.parametrize("request_number", MOMENTS)
    def test_a_run_is_killed_and_the_next_one_goes_on(self, sheet, request_number, after):
        with pytest.raises(Killed):
            sheet.sync(sheet.book(killed_at=request_number, after=after))
        whole_batch = request_number == 4 and after
        assert bool(sheet.says("Research", "Westmole", "Lead ID")) is whole_batch
        sheet.converges()
        sheet.each_lead_stands_for_itself()

    @pytest.mark.parametrize("when", [2, 4])
    @pytest.mark.parametrize(
        "kind", [k for k in Kind if k not in (Kind.EXPIRED, Kind.REVOKED, Kind.GONE)]
    )
    def test_a_request_fails_and_the_sync_is_done_once_all_the_same(self, sheet, kind, when):
        sheet.server.faults.plan(kind, skip=when - 1)
        receipt = sheet.sync()
        assert receipt.cells_written > 0
        assert sheet.runs() == 1
        sheet.converges()
        sheet.each_lead_stands_for_itself()

    @pytest.mark.parametrize("when", [1, 4])
    @pytest.mark.parametrize("kind", [Kind.EXPIRED, Kind.REVOKED, Kind.GONE])
    def test_access_is_lost_and_nothing_is_written(self, sheet, kind, when):
        sheet.server.faults.plan(kind, skip=when - 1, times=9)
        with pytest.raises(BookError) as told:
            sheet.sync()
        assert told.value.next_step
        sheet.server.faults.planned.clear()
        assert not sheet.says("Research", "Westmole", "Lead ID")
        sheet.converges()

    @pytest.mark.parametrize("kind", [Kind.QUOTA, Kind.UNAVAILABLE, Kind.TIMEOUT])
    def test_a_storm_of_refusals_ends_in_one_sentence(self, sheet, kind):
        sheet.server.faults.plan(kind, times=1_000)
        with pytest.raises(BookError, match="at the moment") as told:
            sheet.sync()
        assert told.value.exit_code == 75
        sheet.server.faults.planned.clear()
        sheet.converges()

    @pytest.mark.parametrize("when", [1, 2, 3, 4])
    def test_of_two_runs_at_once_one_commits_and_the_other_steps_back(self, sheet, when):
        sheet.before(when, sheet.sync)
        if when == 1:
            sheet.sync()
        elif when == 4:
            with pytest.raises(StaleBook, match="Another sync") as told:
                sheet.sync()
            assert told.value.exit_code == 3
        else:
            attempt(sheet)
        assert sheet.runs() == 1
        sheet.converges()
        sheet.each_lead_stands_for_itself()

    def test_a_write_that_arrives_late_is_carried_out_once(self, sheet):
        sheet.server.faults.plan(Kind.LATE, ":batchUpdate")
        sheet.sync()
        assert sheet.runs() == 1
        assert not sheet.server.faults.late

    def test_a_plan_that_was_made_before_somebody_else_synced_is_refused(self, sheet):
        clock = Clock.system(today=MONDAY)
        book = sheet.book()
        outcome = look(book, whole(), clock, OfflineDrafter())
        sheet.sync()
        try:
            receipt = apply(outcome.plan, outcome.snapshot, book, whole())
            assert receipt.cells_written == receipt.rows_appended == 0
        except StaleBook:
            pass
        assert sheet.runs() == 1

    def test_a_copy_of_a_synced_sheet_is_refused_until_it_is_accepted(self, sheet):
        sheet.sync()
        status, copied = sheet.server.handle("POST", f"/drive/v3/files/{sheet.key}/copy", {}, {})
        assert status == 200
        original, sheet.key = sheet.key, str(copied["id"])
        with pytest.raises(UnsafeChange, match="is a copy of another sheet"):
            sheet.sync()
        sheet.person = sheet.server.person(sheet.key)
        sheet.type("Research", "Westmole", "Role", "Boss")
        sheet.sync(accept=True)
        assert not sheet.book().read().copy_of
        sheet.sync()
        assert original != sheet.key

    def test_most_leads_gone_stops_the_run(self, sheet):
        for number in range(10):
            row, places = sheet.tab("Research").next_row, sheet.tab("Research").places
            sheet.person.type("Research", row, places["Company"], f"Hafen {number}")
        sheet.converges()
        own = sheet.tab("Research")
        sheet.person.delete_rows("Research", own.rows[0], len(own.rows) - 1)
        with pytest.raises(UnsafeChange, match="more than half are gone"):
            sheet.sync()


def test_the_requests_of_a_run_are_counted():
    own = Sheet()

    def counted() -> list[str]:
        own.server.trace.clear()
        own.sync()
        return [path.rpartition(own.key)[2] for _, path, _ in own.server.trace]

    assert counted() == ["", "/values:batchGet", "/values:batchGetByDataFilter", ":batchUpdate"]
    assert counted() == ["", "/values:batchGet"]


@pytest.fixture(autouse=True)
def _no_home(monkeypatch, tmp_path) -> Iterator[None]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return
