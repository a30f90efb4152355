"""Every command: what it prints where, in both forms, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sheetsync import __version__
from sheetsync.cli import main
from sheetsync.rules.catalogue import CATALOGUE
from tests.broken import NOON, run, says
from tests.workbooks import DECIDED, lead, team

ROOT = Path(__file__).parents[1]
COMMANDS = sorted(main.commands)


@pytest.fixture
def own(tmp_path):
    return team(tmp_path / "b.xlsx", lead("Alpha"), lead("Beta", Role=None))


def process(*words, **environment):
    command = [sys.executable, "-c", "from sheetsync.cli import main; main()", *map(str, words)]
    own = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, capture_output=True, timeout=60, check=False, env=own)


class TestHelp:
    @pytest.mark.parametrize("command", COMMANDS)
    @pytest.mark.parametrize("flag", ["-h", "--help"])
    def test_every_command_explains_itself(self, command, flag):
        done = run(command, flag)
        assert done.exit_code == 0
        assert done.stdout.startswith("Usage: ")
        assert done.stderr == ""

    def test_every_option_says_what_it_does(self):
        for command in main.commands.values():
            for option in command.params:
                assert option.param_type_name == "argument" or option.help, option.name

    def test_the_version_is_told(self):
        assert run("--version").stdout == f"sheetsync {__version__}\n"

    def test_without_a_command_the_commands_are_listed(self):
        done = run()
        assert all(command in done.output for command in COMMANDS)

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_the_shell_completes(self, shell):
        from click.shell_completion import get_completion_class

        script = get_completion_class(shell)(main, {}, "sheetsync", "_SHEETSYNC_COMPLETE")
        assert "sheetsync" in script.source()
        assert [item.value for item in script.get_completions([], "un")] == ["undo"]


class TestWrongUse:
    @pytest.mark.parametrize(
        "words",
        [
            ("nothing",),
            ("sync", "--nothing"),
            ("sync", "a.xlsx", "b.xlsx"),
            ("check", "--format", "xml"),
            ("import",),
            ("init",),
            ("sync", "--plan", "no.json"),
        ],
    )
    def test_a_command_that_cannot_be_understood_exits_with_2(self, words, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        done = run(*words)
        assert done.exit_code == 2
        assert done.stdout == ""
        assert "Usage: " in done.stderr

    @pytest.mark.parametrize(
        ("option", "value", "example"),
        [
            ("--today", "tomorrow", "2026-11-23"),
            ("--today", "2026-02-30", "2026-11-23"),
            ("--today", "23.11.2026", "2026-11-23"),
            ("--now", "noon", "2026-11-23T09:30"),
        ],
    )
    def test_a_date_that_cannot_be_read_is_answered_with_how_it_is_written(
        self, own, option, value, example
    ):
        done = own.run("check", option, value)
        says(done, 2, f"Write it as in {example}.")

    def test_two_moments_at_once_are_refused(self, own):
        done = own.run("sync", "--today", "2026-03-02", "--now", "2026-03-02T10:00")
        says(done, 2, "exclude each other")

    @pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "1989-12-31", "2200-01-01"])
    def test_a_day_that_no_workbook_can_hold_is_refused(self, own, tmp_path, day):
        whole_file = own.path.read_bytes()
        for command in ("check", "plan", "sync"):
            says(own.run(command, "--today", day), 2, "Give a date from 1990 to 2199.")
        says(own.run("sync", "--now", f"{day}T10:00"), 2, day)
        says(run("demo", tmp_path / "demo", "--today", day), 2, day)
        assert own.path.read_bytes() == whole_file
        assert not (tmp_path / "demo").exists()

    @pytest.mark.parametrize("address", ["https://example.com/team", "docs.google.com/x"])
    def test_an_address_that_is_no_google_sheet_is_said_so(self, address):
        for command in ("check", "plan", "sync", "init", "undo", "log"):
            says(run(command, address), 2, "is not the address of a Google Sheet")

    def test_an_unknown_code_is_said_so(self):
        says(run("rule", "XX999"), 2, "no flag code “XX999”")

    def test_a_log_of_two_leads_or_two_books_is_refused(self, own):
        says(own.run("log", "L-1", "L-2"), 2, "one lead and one book")
        says(own.run("log", "another.xlsx"), 2, "one lead and one book")


class TestTheConfiguredBook:
    @pytest.fixture(autouse=True)
    def folder(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)

    def test_the_book_of_the_folder_is_taken_when_none_is_named(self, own):
        Path("sheetsync.toml").write_text('book = "b.xlsx"\n')
        for command in ("check", "plan", "sync", "log", "undo"):
            assert run(command).exit_code == 0

    def test_a_named_book_comes_first(self, own):
        Path("sheetsync.toml").write_text('book = "no.xlsx"\n')
        assert own.run("check").exit_code == 0
        says(run("check"), 2, "no.xlsx does not exist")

    def test_without_one_the_command_says_how_to_name_it(self):
        says(run("sync"), 2, "No book is named", 'book = "BOOK.xlsx"')

    @pytest.mark.parametrize(
        ("content", "text"),
        [
            (b"", "No book is named"),
            (b"book = 5", "No book is named"),
            (b'book = ""', "No book is named"),
            (b'book = "', "sheetsync.toml cannot be read"),
            (b"\xff\xfe", "sheetsync.toml cannot be read"),
            (b'book = "~nobody-of-that-name/b.xlsx"', "cannot be used as a path"),
        ],
    )
    def test_a_file_that_names_no_book_is_said_so(self, content, text):
        Path("sheetsync.toml").write_bytes(content)
        says(run("sync"), 2, text)

    def test_a_folder_of_that_name_is_no_file(self):
        Path("sheetsync.toml").mkdir()
        says(run("sync"), 2, "sheetsync.toml cannot be read")


class TestJson:
    def test_a_check_gives_the_documented_fields(self, own):
        body = own.json("check")
        assert set(body) == {"findings"}
        finding = next(f for f in body["findings"] if f["code"] == "RS001")
        assert finding == {
            "code": "RS001",
            "severity": "error",
            "tab": "Research",
            "lead_id": "L-0002",
            "row": 4,
            "column": finding["column"],
            "message": finding["message"],
            "fix": CATALOGUE["RS001"].fix,
        }

    def test_a_plan_gives_changes_and_cost_and_writes_nothing(self, own):
        whole_file = own.path.read_bytes()
        body = own.json("plan")
        assert set(body) == {"findings", "changes", "ai"}
        assert body["ai"] == {"calls": 0, "tokens": 0, "cost_usd": 0.0}
        one = next(c for c in body["changes"] if c["column"] == "Lead ID")
        assert one == {
            "kind": "set",
            "tab": "Research",
            "lead_id": "L-0001",
            "column": "Lead ID",
            "before": None,
            "after": "L-0001",
        }
        added = next(c for c in body["changes"] if c["tab"] == "Qualification")
        assert (added["kind"], added["column"], added["before"]) == ("append", None, None)
        assert added["after"]["Company"] == "Alpha"
        assert own.path.read_bytes() == whole_file

    def test_a_sync_gives_its_receipt_and_does_what_the_plan_said(self, own):
        planned = own.json("plan")
        body = own.sync()
        assert set(body) == {"findings", "changes", "ai", "receipt"}
        assert body["changes"] == planned["changes"]
        assert body["findings"] == planned["findings"]
        receipt = body["receipt"]
        assert set(receipt) == {
            "run", "cells_written", "rows_appended", "dropped", "ai_calls", "cost_usd", "seconds",
        }  # fmt: skip
        kinds = [change["kind"] for change in body["changes"]]
        assert receipt["cells_written"] == kinds.count("set")
        assert receipt["rows_appended"] == kinds.count("append")

    def test_every_command_prints_json_and_nothing_else_on_stdout(self, own, tmp_path):
        source = tmp_path / "list.csv"
        source.write_text("Company\nAcme\n")
        for words in (
            ("init", tmp_path / "new.xlsx"),
            ("import", source, own.path, "--yes"),
            ("check", own.path),
            ("plan", own.path, "-o", tmp_path / "plan.json"),
            ("sync", own.path, "--plan", tmp_path / "plan.json"),
            ("sync", own.path),
            ("log", own.path),
            ("rule",),
            ("rule", "RS001"),
            ("demo", tmp_path / "demo"),
        ):
            done = run(*words, "--format", "json")
            assert done.exit_code == 0, words
            json.loads(done.stdout)

    def test_an_error_leaves_stdout_empty(self, tmp_path):
        done = run("check", tmp_path / "no.xlsx", "--format", "json")
        assert (done.exit_code, done.stdout) == (2, "")

    @pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "latin-1", "ascii"])
    def test_any_terminal_takes_json_and_text(self, own, encoding):
        own.types("Research", "Alpha", {"Company": "Ünïcode 東京 😀", "Confidence": "sure ✓"})
        done = process("check", own.path, "--format", "json", *NOON, PYTHONIOENCODING=encoding)
        assert done.returncode == 0, done.stderr
        findings = json.loads(done.stdout.decode(encoding))["findings"]
        assert any("sure ✓" in finding["message"] for finding in findings)
        for words, code in ((("--help",), 0), (("check", "no → file.xlsx"), 2)):
            done = process(*words, PYTHONIOENCODING=encoding)
            assert done.returncode == code, done.stderr


class TestText:
    def test_a_check_names_each_place_and_its_cure(self, own):
        done = own.run("check", *NOON)
        assert "RS001 error, 1 place: The research is incomplete." in done.stdout
        assert "Research, row 4, L-0002:" in done.stdout
        assert f"→ {CATALOGUE['RS001'].fix}" in done.stdout

    def test_strict_exits_with_5_when_there_is_an_error(self, own):
        done = own.run("check", "--strict", "--format", "json")
        assert done.exit_code == 5
        assert json.loads(done.stdout)["findings"]
        own.types("Research", "Beta", {"Role": "CEO"})
        own.sync()
        assert own.run("check", "--strict", *NOON).exit_code == 0

    def test_a_plan_says_what_would_change_and_then_nothing(self, own):
        assert "rows to add" in own.run("plan", *NOON).stdout
        assert "Lead ID: (blank) → L-0001" in own.run("plan", *NOON, "--verbose").stdout
        own.sync()
        assert own.run("plan", *NOON).stdout.startswith("Nothing to change")

    def test_a_sync_says_what_it_wrote_and_what_needs_a_person(self, own):
        first = own.run("sync", *NOON)
        assert "cells written" in first.stdout
        assert "Most leads stop in" in first.stdout
        second = own.run("sync", *NOON, "--verbose")
        assert "0 changes; nothing was written." in second.stdout
        assert "RS001" in second.stdout

    def test_the_map_is_asked_for_first(self, tmp_path):
        own = team(tmp_path / "new.xlsx", filled=False)
        assert own.run("sync", *NOON).stdout.splitlines()[1].startswith("First: fill in Start here")

    def test_no_ai_leaves_the_ai_columns_blank(self, own):
        own.sync("--no-ai")
        assert own.row("Research", "Alpha").get("AI note") is None
        own.sync()
        assert own.row("Research", "Alpha")["AI note"]

    def test_today_is_the_day_of_every_date_that_the_run_writes(self, own):
        own.types("Research", "Alpha", {})
        own.sync(today="2027-05-04")
        own.types("Qualification", "Alpha", DECIDED)
        own.sync(today="2027-05-05")
        assert str(own.row("Qualification", "Alpha")["Decided on"])[:10] == "2027-05-05"
        days = {str(row["Time"])[:16] for row in own.rows("Log")}
        assert days == {"2027-05-04 12:00", "2027-05-05 12:00"}

    def test_now_is_a_moment_in_the_teams_zone(self, own):
        own.types("Settings", "Time zone", {"Value": "Asia/Tokyo"})
        assert own.run("sync", "--now", "2027-05-05 23:30").exit_code == 0
        assert {str(row["Time"])[:16] for row in own.rows("Log")} == {"2027-05-05 23:30"}

    def test_the_log_of_one_lead_is_its_own_lines(self, own):
        own.sync()
        everything = json.loads(own.run("log", "--format", "json").stdout)
        one = json.loads(run("log", "l-0001", own.path, "--format", "json").stdout)
        assert one == [line for line in everything if line["lead_id"] == "L-0001"] != []
        page = run("log", "L-0001", own.path).stdout
        assert page.startswith("L-0001: why was this person contacted?")
        assert "Company: Alpha" in page
        assert "Beta" not in page
        says(run("log", "L-0099", own.path), 2, "no line of L-0099")

    def test_a_book_without_a_log_says_how_to_get_one(self, own):
        with own.editing() as book:
            book.remove(book["Log"])
        says(own.run("log"), 2, "no Log that can be read", "sheetsync init")

    @pytest.mark.parametrize("spelling", ["RS001", "rs001", "[RS001]"])
    def test_a_code_is_explained(self, spelling):
        done = run("rule", spelling)
        assert done.stdout.startswith("RS001 (error, Research): ")
        assert "How to fix: " in done.stdout

    def test_every_code_is_listed(self):
        assert [line[:5] for line in run("rule").stdout.splitlines()] == list(CATALOGUE)

    def test_init_says_what_it_did_and_what_comes_next(self, tmp_path):
        path = tmp_path / "new.xlsx"
        assert "Made " in run("init", path).stdout
        done = run("init", path)
        assert "is complete; nothing was changed." in done.stdout
        assert "Start here" in done.stdout

    def test_init_names_the_tabs_and_columns_that_it_added(self, own):
        with own.editing() as book:
            book.remove(book["Log"])
            book["Research"].cell(2, 2).value = "Firm"
        done = own.run("init")
        assert "Log" in done.stdout
        assert "Added the column “Company” to Research." in done.stdout

    @pytest.mark.no_cover
    def test_the_demo_is_made_once_and_the_second_run_changes_nothing(self, tmp_path):
        folder = tmp_path / "demo"
        first = run("demo", folder, *NOON)
        assert first.stdout.startswith("Made: ")
        path = next(folder.glob("*.xlsx"))
        whole_file = path.read_bytes()
        second = run("demo", folder, *NOON)
        assert "Already there" in second.stdout
        assert "0 changes; nothing was written." in second.stdout
        assert path.read_bytes() == whole_file

    def test_a_demo_folder_that_cannot_be_made_is_said_so(self, own):
        says(run("demo", own.path), 1, "cannot be made", "No demo was made.")

    def test_nothing_is_coloured_and_no_progress_is_shown_where_nobody_looks(self, own):
        for variables in ({}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}):
            done = process("sync", own.path, *NOON, **variables)
            assert done.returncode == 0
            assert b"\x1b" not in done.stdout + done.stderr
            assert done.stderr == b""
