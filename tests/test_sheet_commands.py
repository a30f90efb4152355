"""Every command on a Google Sheet: what it asks of Google, what it prints, and how it ends."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from sheetsync.book import Grid, TabEdit
from sheetsync.books.google import GoogleBook
from sheetsync.books.google_address import address
from sheetsync.guide import GUIDE
from tests.broken import run, says
from tests.google_identity import Guarded, TokenServer, key_file
from tests.google_sheets import InProcess, near_client, spreadsheet
from tests.laid_sheets import laid_sheet
from tests.sheets_server.faults import Kind
from tests.sheets_server.http import Loopback
from tests.sheets_server.server import ACCOUNT, Server
from tests.workbooks import MONDAY, lead, team, whole

OWNER = "boss@example.com"
TODAY = ("--today", MONDAY)
LATER = ("--today", "2026-03-03")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A Google Sheet on loopback, those who type into it, and the program run on it."""

    server: Server
    key: str

    @property
    def url(self) -> str:
        return address(self.key)

    def run(self, command: str, *options: str) -> Result:
        """Run a command on it; the count of requests begins anew."""
        self.server.trace.clear()
        return run(command, self.url, *options)

    def json(self, command: str, *options: str) -> Any:
        done = self.run(command, "--format", "json", *options)
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    @property
    def asked(self) -> tuple[int, int]:
        """Reads and writes of the last command."""
        wrote = sum(path.endswith(":batchUpdate") for _, path, _ in self.server.trace)
        return len(self.server.trace) - wrote, wrote

    def book(self) -> GoogleBook:
        return GoogleBook(near_client(InProcess(self.server)), self.key)

    def grid(self, title: str) -> Grid:
        return next(grid for grid in self.book().read().grids if grid.title == title)

    def rows(self, title: str, name: str = "Lead ID") -> list[dict[str, Any]]:
        """The rows of a tab by header; the header's row is found by one of its titles."""
        lines = list(zip(*self.grid(title).columns, strict=True))
        at = next(place for place, line in enumerate(lines) if name in line)
        found = [dict(zip(lines[at], line, strict=True)) for line in lines[at + 1 :]]
        return [row for row in found if any(value is not None for value in row.values())]

    def place(self, title: str, header: str) -> tuple[int, int]:
        """Row and column of a header."""
        grid = self.grid(title)
        return next(
            (row, place)
            for place, column in enumerate(grid.columns)
            for row, value in enumerate(column)
            if value == header
        )

    def types(self, title: str, header: str, value: Any, *, below: int = 1) -> None:
        """A person types under a header."""
        row, column = self.place(title, header)
        self.server.person(self.key).type(title, row + below, column, value)


Make = Callable[..., Sheet]


@pytest.fixture
def server(tmp_path, monkeypatch) -> Iterator[Server]:
    made = Server()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GOOGLE_APPLICATION_CREDENTIALS", raising=False)
    with Loopback(made) as at:
        monkeypatch.setenv("SHEETSYNC_SHEETS_URL", at.url)
        yield made


@pytest.fixture
def make(server) -> Make:
    return lambda *leads, **more: Sheet(server, laid_sheet(server, *leads, **more))


@pytest.fixture
def sheet(make) -> Sheet:
    return make(lead("Alpha"), lead("Beta", Role=None))


def empty(server: Server, **more: Any) -> Sheet:
    """A new spreadsheet as Google makes it."""
    _, made = server.handle(
        "POST", "/v4/spreadsheets", {}, {"properties": {"title": "Sales"}}, **more
    )
    return Sheet(server, made["spreadsheetId"])


class TestInit:
    def test_an_empty_sheet_gets_every_tab_and_a_second_init_changes_nothing(self, server):
        own = empty(server)
        done = own.run("init")
        assert done.exit_code == 0, done.output
        assert own.asked == (2, 1)
        grids = {grid.title: grid for grid in own.book().read().grids}
        assert {*(tab.tab for tab in whole().tabs), GUIDE} <= set(grids)
        for tab in whole().tabs:
            headers = {value for column in grids[tab.tab].columns for value in column}
            assert {spec.title for spec in tab.columns if spec.each is None} <= headers
        assert f"Added to {own.url}: " in done.stdout
        assert f"sheetsync sync {own.url}" in done.stdout
        again = own.run("init")
        assert f"{own.url} is complete; nothing was changed." in again.stdout
        assert own.asked == (2, 0)
        synced = own.run("sync", *TODAY)
        assert synced.exit_code == 0, synced.output

    def test_a_tab_that_is_missing_is_added_and_the_others_stay(self, sheet):
        before = sheet.grid("Research").columns
        sheet.server.person(sheet.key).delete_tab("Log")
        told = sheet.json("init")
        assert told == {
            "book": sheet.url,
            "share_with": None,
            "created": False,
            "tabs_added": ["Log", *told["tabs_added"][1:]],
            "columns_added": [],
            "kept": [tab.tab for tab in whole().tabs if tab.tab != "Log"],
        }
        assert sheet.asked == (2, 1)
        assert sheet.grid("Research").columns == before
        assert sheet.run("init").exit_code == 0
        assert sheet.asked == (2, 0)

    def test_the_whole_sheet_does_not_come_back_with_the_answer(self, sheet, monkeypatch):
        """Google would send every cell of every tab where no range is named."""
        bodies: list[Any] = []
        plain = sheet.server.handle

        def noting(*call: Any, **more: Any) -> Any:
            bodies.append(call[3] if len(call) > 3 else None)
            return plain(*call, **more)

        sheet.server.person(sheet.key).delete_tab("Log")
        monkeypatch.setattr(sheet.server, "handle", noting)
        assert sheet.run("init").exit_code == 0
        (written,) = (body for body in bodies if body)
        assert written.keys() == {"requests"}

    def test_a_column_that_is_missing_is_added_behind_the_others(self, sheet):
        row, column = sheet.place("Research", "Channel")
        person = sheet.server.person(sheet.key)
        person.delete_columns("Research", column)
        width = len(sheet.grid("Research").columns)
        done = sheet.run("init")
        assert "Added the column “Channel” to Research." in done.stdout
        assert sheet.place("Research", "Channel") == (row, width)

    def test_a_header_never_comes_upon_what_somebody_types_in_that_moment(self, sheet):
        row, column = sheet.place("Research", "Channel")
        person = sheet.server.person(sheet.key)
        person.delete_columns("Research", column)
        width = len(sheet.grid("Research").columns)
        sheet.server.between.before(
            lambda: person.type("Research", row, width, "our own"), matching="DataFilter"
        )
        done = sheet.run("init")
        assert done.exit_code != 0
        assert f"Somebody is typing in {sheet.url}." in done.output
        assert sheet.grid("Research").columns[width][row] == "our own"
        assert "Added the column “Channel” to Research." in sheet.run("init").stdout
        assert sheet.grid("Research").columns[width][row] == "our own"
        assert sheet.run("init").exit_code == 0
        assert sheet.asked == (2, 0)

    def test_a_tab_of_our_title_without_our_columns_is_refused(self, server):
        own = Sheet(server, spreadsheet(server, [Grid("Research", [["Cell", 3], ["Dose", 4]], 2)]))
        says(own.run("init"), 4, own.url, "a tab “Research”", "Rename that tab")
        assert own.asked == (2, 0)

    def test_the_account_to_share_it_with_is_told_before_the_sheet_is_asked_for(
        self, server, tmp_path, monkeypatch
    ):
        own = empty(server, account=OWNER)
        with TokenServer() as office, Guarded(server, office) as door:
            monkeypatch.setenv("SHEETSYNC_SHEETS_URL", door.url)
            path = key_file(tmp_path, office.url)
            monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(path))
            monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
            done = own.run("init")
        assert done.exit_code == 2
        first, error, not_done, then = done.stderr.splitlines()
        assert first == f"Share the sheet with {ACCOUNT}, as an editor: press Share in it."
        assert error == f"Error: {own.url} is not shared with {ACCOUNT}, or for viewing only."
        assert not_done == "Nothing was written."
        assert f"add {ACCOUNT} as an editor" in then


def problems(done: Result) -> dict[str, str]:
    """What doctor calls a problem, by the name of the check."""
    lines = [line for line in done.stdout.splitlines() if line.startswith("problem")]
    return {name: told for name, _, told in (line[9:].partition(": ") for line in lines)}


def copied(own: Sheet) -> Sheet:
    """The copy that a person makes in Drive."""
    _, made = own.server.handle("POST", f"/drive/v3/files/{own.key}/copy", {}, {"name": "Copy"})
    return Sheet(own.server, made["id"])


class TestDoctor:
    def test_all_is_well(self, make):
        own = make()
        own.run("sync", *TODAY)
        done = own.run("doctor", *TODAY)
        assert problems(done) == {}
        assert done.stdout.startswith("All is well")
        assert done.exit_code == 0
        for told in (
            "“Sales” can be read",
            "can be written to",
            "No protected range",
            "10,000,000",
        ):
            assert told in done.stdout

    def test_it_changes_nothing(self, sheet):
        sheet.run("sync", *TODAY)
        before = sheet.book().read()
        sheet.run("doctor", *TODAY)
        after = sheet.book().read()
        assert after == before
        assert after.fence.generation == 1

    def test_a_sheet_that_is_not_shared(self, make):
        own = make(owner=OWNER)
        done = own.run("doctor", *TODAY)
        assert done.exit_code == 1
        assert "is not shared with" in problems(done)["Sharing"]
        assert done.stdout.startswith("Next: Open the sheet, press Share, add ")

    def test_a_sheet_that_may_only_be_read(self, make):
        own = make(lead("Alpha"), owner=OWNER)
        own.server.person(own.key).share(ACCOUNT, "reader")
        done = own.run("doctor", *TODAY)
        assert set(problems(done)) == {"Editing", "Sync"}
        assert "or for viewing only" in problems(done)["Editing"]
        for command in ("check", "plan", "what-if"):
            more = ("--set", "Settings/Sequence length=3") if command == "what-if" else ()
            assert own.run(command, *TODAY, *more).exit_code == 0
        says(own.run("sync", *TODAY), 2, "for viewing only", "Nothing was written.", "press Share")

    def test_a_protected_range_over_a_column_of_ours(self, make):
        own = make(lead("Alpha"), owner=OWNER)
        own.server.person(own.key).share(ACCOUNT)
        own.server.person(own.key).protect("Research", "A:Z")
        done = own.run("doctor", *TODAY)
        assert "Research (no description)" in problems(done)["Protection"]
        assert "Next: Open Data → Protect sheets and ranges" in done.stdout
        refused = own.run("sync", *TODAY)
        says(refused, 4, "A protected range in", own.url, "Open Data → Protect sheets and ranges")
        assert own.rows("Research")[0]["Lead ID"] is None

    def test_one_that_only_warns_is_fine(self, make):
        own = make(lead("Alpha"))
        area = {"sheetId": own.book().read().sheets["Research"].id}
        only = {"range": area, "warningOnly": True}
        own.server.person(own.key).request("addProtectedRange", {"protectedRange": only})
        assert "Protection" not in problems(own.run("doctor", *TODAY))
        assert own.run("sync", *TODAY).exit_code == 0

    def test_a_sheet_that_is_nearly_full(self, make):
        own = make()
        size = {"rowCount": 9_100, "columnCount": 1_000}
        body = {"properties": {"title": "Big", "gridProperties": size}}
        own.server.person(own.key).request("addSheet", body)
        done = own.run("doctor", *TODAY)
        assert "cells of the 10,000,000 that Google allows" in problems(done)["Room"]
        assert "Delete empty rows and columns" in done.stdout

    def test_a_copy_of_a_sheet_that_is_synced(self, sheet):
        sheet.run("sync", *TODAY)
        done = copied(sheet).run("doctor", *TODAY)
        assert problems(done)["Original"] == "The sheet is a copy of another one that is synced."
        assert "once with --accept" in done.stdout

    def test_as_json_it_has_the_shape_that_it_has_for_a_file(self, sheet, tmp_path):
        own = json.loads(sheet.run("doctor", "--format", "json", *TODAY).stdout)
        file = team(tmp_path / "b.xlsx", lead("Alpha"))
        other = json.loads(run("doctor", file.path, "--format", "json", *TODAY).stdout)
        assert own.keys() == other.keys()
        assert {tuple(check) for check in own["checks"]} == {
            tuple(check) for check in other["checks"]
        }


class TestRequests:
    def test_check_and_plan_read_twice_and_write_nothing(self, sheet):
        for command in ("check", "plan"):
            assert sheet.run(command, *TODAY).exit_code == 0
            assert sheet.asked == (2, 0)

    def test_what_if_and_log_write_nothing(self, sheet):
        assert sheet.run("what-if", "--set", "Settings/Sequence length=3", *TODAY).exit_code == 0
        assert sheet.asked == (2, 0)
        assert sheet.run("log").exit_code == 0
        assert sheet.asked == (2, 0)

    def test_a_sync_of_an_unchanged_sheet_reads_twice_and_writes_nothing(self, sheet):
        first = sheet.run("sync", *TODAY)
        assert first.exit_code == 0, first.output
        assert sheet.asked == (3, 1)
        for _ in range(2):
            second = sheet.run("sync", *TODAY)
            assert f"{sheet.url}: 0 changes; nothing was written." in second.stdout
            assert sheet.asked == (2, 0)

    @pytest.mark.no_cover
    def test_a_thousand_leads_take_three_reads_and_a_write_a_flush(self, make):
        own = make(*(lead(f"Company {number}") for number in range(1_000)))
        done = own.json("sync", *TODAY)
        flushes = own.asked[1]
        assert flushes == 5  # of about 1.5 MB each; Google recommends at most 2 MB
        assert own.asked == (2 + flushes, flushes)  # a look and a write a flush
        assert done["receipt"]["rows_appended"] >= 1_000
        assert len({row["Lead ID"] for row in own.rows("Research")}) == 1_000
        assert own.json("sync", *TODAY)["changes"] == []
        assert own.asked == (2, 0)


class TestTheSameAsAFile:
    def test_a_sync_says_and_changes_the_same(self, sheet, tmp_path):
        file = team(tmp_path / "b.xlsx", lead("Alpha"), lead("Beta", Role=None))
        for command in ("check", "plan", "sync", "check"):
            own, other = sheet.json(command, *TODAY), file.json(command)
            assert own.keys() == other.keys()
            assert own["findings"] == other["findings"]
            assert without_run(own.get("changes", [])) == without_run(other.get("changes", []))
        assert sheet.json("log")[0].keys() == file_log(file)[0].keys()

    def test_a_receipt_has_the_same_parts(self, sheet, tmp_path):
        file = team(tmp_path / "b.xlsx", lead("Alpha"), lead("Beta", Role=None))
        own, other = sheet.json("sync", *TODAY)["receipt"], file.sync()["receipt"]
        assert own.keys() == other.keys()
        for count in ("cells_written", "rows_appended"):
            assert own[count] == other[count]


def without_run(changes: list[Any]) -> list[Any]:
    """Changes without the name of the run, in which the content of the book is hashed."""
    return [
        {**change, "after": {**change["after"], "Run": ""}} if change["tab"] == "Log" else change
        for change in changes
    ]


def file_log(file: Any) -> list[Any]:
    return json.loads(run("log", file.path, "--format", "json").stdout)


class TestCommands:
    def test_import_brings_a_list_in_and_says_how_to_go_on(self, make, tmp_path):
        own = make()
        listed = tmp_path / "list.csv"
        listed.write_text("Company,E-mail,Remark\nAcme,a@acme.example,=1+1\nBolt,b@bolt.example,\n")
        done = own.run("import")
        assert done.exit_code == 2  # the list comes first, then the sheet
        own.server.trace.clear()
        done = run("import", listed, own.url, "--yes", *TODAY)
        assert done.exit_code == 0, done.output
        assert "2 leads added, 0 already there." in done.stdout
        assert f"Next: sheetsync sync {own.url}" in done.stdout
        assert own.asked[1] == 1
        assert [row["Company"] for row in own.rows("Research")] == ["Acme", "Bolt"]
        assert own.grid("Research").formulas == frozenset()
        again = run("import", listed, own.url, "--yes", *TODAY)
        assert "0 leads added, 2 already there." in again.stdout

    def test_log_tells_of_the_sheet_and_of_one_lead(self, sheet):
        sheet.run("sync", *TODAY)
        assert "lead added" in sheet.run("log").stdout
        lead_id = sheet.rows("Research")[0]["Lead ID"]
        assert "Alpha" in run("log", lead_id, sheet.url).stdout

    def test_a_plan_that_was_saved_is_applied_unless_somebody_typed(self, sheet, tmp_path):
        sheet.run("plan", "-o", "p.json", *TODAY)
        done = sheet.run("sync", "--plan", "p.json")
        assert done.exit_code == 0, done.output
        assert sheet.asked[1] == 1
        sheet.run("plan", "-o", "p.json", *LATER)
        sheet.types("Research", "Role", "CEO")
        says(sheet.run("sync", "--plan", "p.json"), 3, "has changed since this plan", "new plan")

    def test_a_review_is_opened_shown_and_closed(self, sheet):
        sheet.run("sync", *TODAY)
        opened = sheet.run("review", "--open", *TODAY)
        assert opened.exit_code == 0, opened.output
        assert sheet.asked == (3, 1)
        shown = sheet.run("review", *TODAY)
        assert sheet.url in shown.stdout
        assert sheet.asked == (2, 0)
        says(sheet.run("review", "--close", *TODAY), 1, sheet.url, "cannot close", "tab Review")
        assert sheet.asked == (2, 0)

    def test_undo_takes_a_review_back_from_where_it_came_to(self, sheet):
        """Somebody added rows above while it was opened; the journal knows where it went."""
        sheet.run("sync", *TODAY)
        before = sheet.rows("Review", "Week")
        sheet.server.between.before(
            lambda: sheet.server.person(sheet.key).insert_rows("Review", 0, 3),
            matching="batchGetByDataFilter",
        )
        assert sheet.run("review", "--open", *TODAY).exit_code == 0
        assert sheet.rows("Review", "Week") != before
        done = sheet.run("undo")
        assert done.exit_code == 0, done.output
        assert sheet.rows("Review", "Week") == before

    def test_undo_takes_the_last_sync_back_and_nothing_else(self, sheet):
        before = sheet.rows("Research")
        sheet.run("sync", *TODAY)
        sheet.types("Research", "Role", "Head of Freight")
        done = sheet.run("undo")
        assert done.exit_code == 0, done.output
        assert "Taken back: " in done.stdout
        after = sheet.rows("Research")
        assert after[0]["Role"] == "Head of Freight"
        assert [row["Lead ID"] for row in after] == [row["Lead ID"] for row in before]
        assert sheet.rows("Qualification") == []
        says(sheet.run("undo"), 2, "There is nothing to undo")

    def test_undo_after_somebody_sorted_takes_back_no_lead_s_cell_for_another_s(self, make):
        own = make(lead("Zeta"), lead("Alpha"), lead("Midway"))
        own.run("sync", *TODAY)
        row, column = own.place("Research", "Company")
        own.server.person(own.key).sort("Research", column, first=row + 1)
        ids = {each["Company"]: each["Lead ID"] for each in own.rows("Research")}
        done = own.run("undo")
        assert done.exit_code == 0, done.output
        for each in own.rows("Research"):
            assert each["Lead ID"] in (None, ids[each["Company"]])

    def test_sheetsync_toml_may_name_a_sheet(self, sheet):
        Path("sheetsync.toml").write_text(f'book = "{sheet.url}/edit?gid=0#gid=0"\n')
        for command in ("check", "plan", "sync", "log", "undo", "doctor"):
            sheet.server.trace.clear()
            done = run(command)
            assert done.exit_code == (1 if command == "doctor" else 0), done.output
            assert sheet.asked[0] >= 2
        assert f"It names the Google Sheet {sheet.key}." in done.stdout

    @pytest.mark.parametrize(
        "form",
        [
            "{url}",
            "{url}/edit",
            "{url}/edit?usp=sharing#gid=3",
            "docs.google.com/spreadsheets/d/{key}/view",
            "https://docs.google.com/spreadsheets/u/1/d/{key}/edit",
            "https://docs.google.com/a/example.com/spreadsheets/d/{key}/edit",
            " {url} ",
            "{key}",
        ],
    )
    def test_a_sheet_may_be_named_as_it_is_copied(self, sheet, form):
        done = run("check", form.format(url=sheet.url, key=sheet.key), *TODAY)
        assert done.exit_code == 0, done.output

    @pytest.mark.parametrize(
        "name",
        [
            "https://docs.google.com/document/d/abc/edit",
            "https://drive.google.com/file/d/abc/view",
            "https://docs.google.com/spreadsheets/d/e/2PACX-abc/pubhtml",
        ],
    )
    def test_an_address_of_something_else_says_which_one_is_meant(self, server, name):
        says(run("check", name), 2, f"“{name}”", "https://docs.google.com/spreadsheets/d/.")
        assert server.trace == []


class TestHowItEnds:
    def test_of_two_syncs_at_once_the_second_steps_back_with_3(self, sheet):
        def other() -> None:
            book = sheet.book()
            book.write(book.read(), [TabEdit("Log", {(40, 0): "theirs"})])

        sheet.server.between.before(other, matching="spreadsheets.batchUpdate")
        says(sheet.run("sync", *TODAY), 3, "Another sync has just written to", "stepped back")
        assert sheet.rows("Research")[0]["Lead ID"] is None
        assert sheet.run("sync", *TODAY).exit_code == 0

    def test_a_tab_renamed_meanwhile_ends_with_3(self, sheet):
        person = sheet.server.person(sheet.key)
        sheet.server.between.before(
            lambda: person.rename_tab("Research", "Old"), matching="batchGetByDataFilter"
        )
        says(sheet.run("sync", *TODAY), 3, "the tab “Research” was renamed", "Nothing was written.")

    def test_a_google_that_is_not_there_ends_with_75(self, sheet, monkeypatch):
        from tests.books.test_google_client import Answering

        with Answering((429, "{}", {"Retry-After": "86400"})) as google:
            monkeypatch.setenv("SHEETSYNC_SHEETS_URL", google.url)
            says(sheet.run("sync", *TODAY), 75, sheet.url, "has asked too often", "a few minutes")

    def test_an_answer_that_was_lost_is_no_trouble_at_all(self, sheet):
        sheet.server.faults.plan(Kind.RESET_AFTER, "spreadsheets.batchUpdate")
        assert sheet.run("sync", *TODAY).exit_code == 0
        assert sheet.run("sync", *TODAY).exit_code == 0
        assert sheet.asked == (2, 0)

    def test_a_copy_is_refused_with_4_until_it_is_accepted(self, sheet):
        sheet.run("sync", *TODAY)
        other = copied(sheet)
        for command in ("sync", "plan"):
            refused = other.run(command, *LATER)
            says(refused, 4, other.url, "is a copy of another sheet", "--accept")
            assert other.asked == (2, 0)
        assert other.run("check", *LATER).exit_code == 0
        done = other.run("sync", "--accept", *LATER)
        assert done.exit_code == 0, done.output
        other.types("Research", "Role", "CEO")
        assert other.run("sync", *LATER).exit_code == 0
        assert sheet.run("sync", *LATER).exit_code == 0
