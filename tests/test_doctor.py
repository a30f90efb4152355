"""Doctor: what is wrong with a book or its set-up, and the one thing to do next."""

import fcntl
import json
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sheetsync import doctor_file, doctor_setup
from sheetsync.ai.offline import OfflineDrafter
from sheetsync.clock import Clock
from sheetsync.doctor import WELL, examine, next_step
from sheetsync.doctor_check import Check
from tests.broken import LIBREOFFICE_LOCK, NOON, encrypted, run, torn
from tests.workbooks import Team, fill, lead, row_of, team

SECRET = "sk-very-secret-4711"


@pytest.fixture(scope="module")
def synced(tmp_path_factory, home_of_the_session) -> Team:
    """A book in which nothing is left to do for a sync."""
    own = team(tmp_path_factory.mktemp("well") / "b.xlsx", lead("Alpha"), lead("Beta"))
    own.sync()
    own.sync()
    return own


@pytest.fixture
def own(synced, tmp_path, monkeypatch) -> Team:
    """A copy of it, alone in the current folder."""
    folder = tmp_path / "team"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("SHEETSYNC_MODEL", "OPENAI_BASE_URL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    return synced.copied(folder)


def seen(*words: Any) -> dict[str, Any]:
    """What doctor says as JSON, checks by name; a problem and the exit code go together."""
    done = run("doctor", *words, "--format", "json", *NOON)
    body = json.loads(done.stdout)
    assert done.exit_code == (0 if body["ok"] else 1)
    assert body["ok"] == all(check["ok"] for check in body["checks"]) == (body["next_step"] is None)
    return body | {"by": {check["check"]: check for check in body["checks"]}}


def problem(body: dict[str, Any], check: str, *texts: str) -> None:
    """The check names the problem, and what to do about it is the next step of all."""
    found = body["by"][check]
    assert not found["ok"], found
    assert body["next_step"] == found["next_step"], body["next_step"]
    for text in texts:
        assert text in f"{found['sentence']} {found['next_step']}"


class TestAllIsWell:
    def test_a_book_that_is_in_order_is_said_so_first(self, own):
        done = run("doctor", own.path, *NOON)
        assert done.exit_code == 0, done.stdout
        assert done.stdout.splitlines()[:2] == [WELL, ""]
        assert "problem" not in done.stdout
        assert all(check["next_step"] is None for check in seen(own.path)["checks"])

    def test_r8_nothing_is_written(self, own):
        before = own.path.read_bytes(), own.path.stat().st_mtime_ns
        beside = sorted(own.path.parent.iterdir())
        own.run("doctor", *NOON)
        own.run("doctor", "--today", "2026-06-01")
        assert (own.path.read_bytes(), own.path.stat().st_mtime_ns) == before
        assert sorted(own.path.parent.iterdir()) == beside

    def test_every_place_is_looked_at(self, own):
        names = [check["check"] for check in seen(own.path)["checks"]]
        assert names == [
            *("Python", "Packages", "Schemas and templates", "Model"),
            *("Book", "Lock", "Saving", "Disk", "Backup", "Tabs"),
            *(f"Map, {block}" for block in ("Research", "Qualification", "Outreach")),
            *("Map, Follow-up", "Map, CRM"),
            *("Settings", "Time zone", "Clock", "Lead IDs", "Last sync", "Sync", "sheetsync.toml"),
        ]

    def test_json_says_of_each_check_what_was_found(self, own):
        body = json.loads(run("doctor", own.path, "--format", "json", *NOON).stdout)
        assert set(body) == {"ok", "next_step", "checks"}
        assert body["checks"][-2] == {
            "check": "Sync",
            "ok": True,
            "sentence": "The workbook is up to date: a sync would change nothing.",
            "next_step": None,
        }

    def test_the_first_problem_is_the_next_step_and_verbose_says_them_all(self, own):
        own.types("Settings", "Daily cap", {"Value": "many"})
        own.types("Start here", "CRM", {"Current owner": None})
        short = run("doctor", own.path, *NOON).stdout
        assert short.startswith("Next: Fill in owner, output")
        assert "\n         → " not in short
        every = run("doctor", own.path, *NOON, "--verbose").stdout
        assert every.count("\n         → ") == short.count("\nproblem") == 3


def without(*titles: str) -> Callable[[Team], None]:
    def edit(own: Team) -> None:
        with own.editing() as book:
            for title in titles:
                del book[title]

    return edit


def header(tab: str, old: str, new: str) -> Callable[[Team], None]:
    def edit(own: Team) -> None:
        with own.editing() as book:
            row = next(r for r in book[tab].iter_rows() if any(c.value == old for c in r))
            next(cell for cell in row if cell.value == old).value = new

    return edit


def typed(tab: str, who: str, **values: Any) -> Callable[[Team], None]:
    return lambda own: own.types(tab, who, {k.replace("_", " "): v for k, v in values.items()})


def one_id(own: Team) -> None:
    with own.editing() as book:
        fill(book["Research"], "Beta", {"Lead ID": "L-0001"})


class TestTheBook:
    @pytest.mark.parametrize(
        ("edit", "check", "texts"),
        [
            (without("Log"), "Tabs", ("The tab “Log” is missing", "Rename the tab back")),
            (header("Research", "Role", "Function"), "Tabs", ("“Role” is missing in Research",)),
            (
                header("Research", "Role", "Contact"),
                "Tabs",
                ("“Contact” stands twice", "“Role” is"),
            ),
            (typed("Settings", "Daily cap", Value="x"), "Settings", ("Daily cap: “x” is not",)),
            (typed("Settings", "Time zone", Value="Mars"), "Settings", ("is not a time zone",)),
            (one_id, "Lead IDs", ("2 rows are frozen.", "In Research: Clear the Lead ID")),
            (
                typed("Research", "Beta", Role="CEO"),
                "Sync",
                ("A sync would write", "sheetsync sync"),
            ),
        ],
        ids=lambda value: value if isinstance(value, str) else None,
    )
    def test_what_is_wrong_in_it_is_named_with_its_cure(self, own, edit, check, texts):
        edit(own)
        problem(seen(own.path), check, *texts)

    def test_r93_r94_each_block_without_an_answer_on_the_map_is_named(self, own):
        own.types("Start here", "Outreach", {"Current owner": None, "Stop rule": None})
        body = seen(own.path)
        problem(body, "Map, Outreach", "not automated: no owner, no rule", "in Start here")
        assert body["by"]["Map, Research"]["ok"]

    def test_r93_a_block_without_a_row_on_the_map_is_named(self, own):
        with own.editing() as book:
            book["Start here"].delete_rows(row_of(book["Start here"], "CRM"))
        problem(seen(own.path), "Map, CRM", "no row on the Map")

    def test_r94_a_map_that_cannot_be_read_keeps_every_block_off(self, own):
        without("Start here")(own)
        body = seen(own.path)
        problem(body, "Tabs", "The tab “Start here” is missing")
        assert "the Map cannot be read" in body["by"]["Map, CRM"]["sentence"]

    def test_r5_a_further_block_is_named(self, own):
        own.types("Start here", "CRM", {"Current owner": None})
        own.adds("Start here", {"Block": "Marketing"})
        found = seen(own.path)["by"]["Map"]
        assert "“Marketing” is not taken up: CRM is not working yet." in found["sentence"]
        assert found["next_step"].startswith("In Start here: Get the five blocks working first")

    def test_r98_the_map_is_asked_for_first_in_a_new_book(self, own, tmp_path):
        new = team(tmp_path / "new.xlsx", filled=False)
        body = seen(new.path)
        problem(body, "Map, Research", "Fill in owner, output")
        assert body["by"]["Last sync"]["sentence"] == "There has been none that changed something."

    def test_without_its_tab_the_defaults_of_the_settings_count(self, own):
        without("Settings")(own)
        assert "every default counts" in seen(own.path)["by"]["Settings"]["sentence"]

    def test_a_workbook_without_our_tabs_is_said_so(self, own):
        tabs = ("Research", "Qualification", "Outreach", "Follow-up", "CRM")
        without(*tabs)(own)
        problem(seen(own.path), "Tabs", "has none of sheetsync's tabs", "sheetsync init")

    def test_leads_that_are_gone_are_counted_before_anything_else_of_them(self, own, tmp_path):
        many = team(tmp_path / "many.xlsx", *(lead(f"Firm {n}") for n in range(12)))
        many.sync()
        with many.editing() as book:
            book["Research"].delete_rows(5, 20)
        problem(seen(many.path), "Leads", "Research holds 2 of 12 leads", "--accept")

    def test_of_many_problems_of_a_kind_the_first_are_told(self, own):
        for setting in ("Daily cap", "Sequence length", "Route within (days)", "High value from"):
            own.types("Settings", setting, {"Value": "x"})
        sentence = seen(own.path)["by"]["Settings"]["sentence"]
        assert sentence.count("is not") == 3
        assert sentence.endswith(" And 1 more.")

    def test_the_last_sync_and_the_teams_time_are_told(self, own):
        own.types("Settings", "Time zone", {"Value": "Asia/Tokyo"})
        own.sync()
        body = json.loads(own.run("doctor", "--format", "json", "--now", "2026-03-05T08:00").stdout)
        by = {check["check"]: check["sentence"] for check in body["checks"]}
        assert "2 days ago, on 2026-03-02" in by["Last sync"]
        assert by["Time zone"] == "The team's zone is Asia/Tokyo, where it is 2026-03-05 08:00."


class TestTheClock:
    def look(self, own: Team, clock: Clock) -> list[Check]:
        return examine(
            own.path, configured=None, clock=clock, model=OfflineDrafter(), environment={}
        )

    def test_a_log_from_the_future_is_said_so(self, own):
        own.sync(today="2026-03-20")
        own.types("Research", "Beta", {"Role": "CEO"})
        own.sync(today="2026-03-20")
        problem(seen(own.path), "Clock", "the newest line of the Log is of 2026-03-20")

    def test_the_zones_of_a_day_are_no_future(self, own):
        clock = Clock(datetime(2026, 3, 1, 18, tzinfo=UTC))
        assert next(c for c in self.look(own, clock) if c.name == "Clock").ok

    def test_a_machine_that_has_lost_its_time_is_said_so(self, own):
        checks = self.look(own, Clock(datetime(1970, 1, 1, tzinfo=UTC)))
        assert next_step(checks).startswith("Set this machine's date and time")


class TestTheFile:
    @pytest.mark.parametrize(
        ("content", "text"),
        [
            (None, "does not exist"),
            (b"", "is empty"),
            (b"Company\nAcme\n", "plain text list"),
            (encrypted(), "password"),
        ],
    )
    def test_what_is_no_workbook_is_named(self, own, content, text):
        own.path.unlink()
        if content is not None:
            own.path.write_bytes(content)
        body = seen(own.path)
        problem(body, "Book", text)
        assert set(body["by"]).isdisjoint({"Lock", "Tabs", "Sync"})

    def test_a_damaged_one_too(self, own):
        torn(own.path)
        problem(seen(own.path), "Book", "damaged")

    def test_one_that_a_write_would_damage_too(self, own):
        import zipfile

        with zipfile.ZipFile(own.path, "a") as archive:
            archive.writestr("_xmlsignatures/sig1.xml", b"<Signature/>")
        problem(seen(own.path), "Book", "digitally signed")

    @pytest.mark.parametrize(
        ("name", "content", "who"),
        [
            ("~$b.xlsx", b"", "another person (Excel)"),
            (".~lock.b.xlsx#", LIBREOFFICE_LOCK.encode(), "dana (LibreOffice)"),
        ],
    )
    def test_whoever_has_it_open_is_named(self, own, name, content, who):
        (own.path.parent / name).write_bytes(content)
        problem(seen(own.path), "Lock", who, "Close it there", name)

    def test_another_run_of_ours_is_seen_but_not_what_a_killed_one_left(self, own):
        handle = own.path.with_name(".b.xlsx.sheetsync-lock")
        with handle.open("w") as file:
            assert seen(own.path)["by"]["Lock"]["ok"]
            fcntl.flock(file, fcntl.LOCK_EX)
            problem(seen(own.path), "Lock", "Another sheetsync run", "Wait until")
        assert handle.exists()
        assert seen(own.path)["by"]["Lock"]["ok"]

    def test_a_read_only_file_is_said_so(self, own):
        own.path.chmod(0o444)
        problem(seen(own.path), "Saving", "The workbook is read-only.")

    def test_a_read_only_folder_is_said_so(self, own):
        folder = own.path.parent
        for above in (folder, *folder.parents[:4]):
            above.chmod(0o755)
        own.path.chmod(0o666)
        folder.chmod(0o555)
        clock = Clock.system()
        try:
            reader, writer = os.pipe()
            child = os.fork()
            if not child:
                if os.getuid() == 0:
                    os.setgid(65_534)
                    os.setuid(65_534)
                checks = {c.name: c.sentence for c in doctor_file.surroundings(own.path, clock)}
                os.write(writer, checks["Saving"].encode())
                os._exit(0)
            os.close(writer)
            with os.fdopen(reader, "rb") as answer:
                assert answer.read().decode() == f"The folder {folder} is read-only."
            os.waitpid(child, 0)
        finally:
            folder.chmod(0o755)

    def test_a_handle_that_may_not_be_opened_is_no_lock(self, tmp_path):
        assert not doctor_file._being_written(tmp_path / "none")
        (tmp_path / "folder").mkdir()
        assert not doctor_file._being_written(tmp_path / "folder")

    def test_a_full_disk_is_said_so(self, own, monkeypatch):
        whole = shutil.disk_usage(own.path.parent)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: whole._replace(free=10_000))
        problem(seen(own.path), "Disk", "Only 10,000 bytes are free")

    def test_the_backup_is_there_and_can_be_read(self, own):
        assert "There is none yet" in seen(own.path)["by"]["Backup"]["sentence"]
        beside = own.path.with_name("b.bak.xlsx")
        beside.write_bytes(own.path.read_bytes())
        assert "it was made just now" in seen(own.path)["by"]["Backup"]["sentence"]
        old = (datetime.now(UTC) - timedelta(days=3)).timestamp()
        os.utime(beside, (old, old))
        assert "it was made 3 days ago" in seen(own.path)["by"]["Backup"]["sentence"]
        torn(beside)
        problem(seen(own.path), "Backup", "b.bak.xlsx cannot be read", "Delete or move b.bak.xlsx")

    @pytest.mark.parametrize(
        ("span", "text"),
        [
            (timedelta(seconds=59), "just now"),
            (timedelta(minutes=1), "1 minute ago"),
            (timedelta(minutes=119), "1 hour ago"),
            (timedelta(hours=47), "1 day ago"),
            (timedelta(days=2), "2 days ago"),
            (timedelta(days=-1), "just now"),
        ],
    )
    def test_spans_are_told_in_the_unit_that_fits(self, span, text):
        assert doctor_file.ago(span) == text


class TestTheSetUp:
    def test_the_book_of_the_folder_is_looked_at(self, own):
        Path("sheetsync.toml").write_text('book = "b.xlsx"\n')
        body = seen()
        assert body["ok"]
        assert body["by"]["sheetsync.toml"]["sentence"] == "It names b.xlsx."

    @pytest.mark.parametrize(
        ("content", "text"),
        [
            ('book = "gone.xlsx"', "It names gone.xlsx, which does not exist."),
            ("", "No book is named"),
            ('book = "', "sheetsync.toml cannot be read"),
        ],
    )
    def test_a_file_that_names_no_book_is_the_next_thing_to_mend(self, own, content, text):
        Path("sheetsync.toml").write_text(content)
        problem(seen(), "sheetsync.toml", text)
        # Where a book is named, that one comes first.
        own.path.chmod(0o444)
        body = seen(own.path)
        problem(body, "Saving")
        assert not body["by"]["sheetsync.toml"]["ok"]

    def test_without_a_book_the_command_says_how_to_name_one(self, own):
        problem(seen(), "Book", "No book is named", 'book = "BOOK.xlsx"')
        problem(seen("https://docs.google.com/x"), "Book", "is not the address of a Google Sheet")

    @pytest.mark.parametrize(
        ("file", "content", "text"),
        [
            ("schemas/research.yaml", b"tab: [", "schemas/research.yaml"),
            ("schemas/research.yaml", b"- a list", "does not have the form"),
            ("schemas/research.yaml", b"tab: Research", "is not a valid tab contract"),
            ("templates/notes.yaml", b"\xff\xfe", "templates/notes.yaml does not have the form"),
            ("templates/notes.yaml", b"Research: text", "does not have the form"),
        ],
    )
    def test_own_files_that_cannot_be_used_are_named(self, own, file, content, text):
        Path(file).parent.mkdir()
        Path(file).write_bytes(content)
        body = seen(own.path)
        problem(body, "Schemas and templates", text)
        assert "Tabs" not in body["by"]

    def test_own_files_that_can_be_used_are_named_too(self, own):
        Path("schemas").mkdir()
        Path("schemas/notes.yaml").write_text("not ours: [")
        from sheetsync import resources

        Path("schemas/log.yaml").write_bytes(resources.find("schemas", "log.yaml").read_bytes())
        told = seen(own.path)["by"]["Schemas and templates"]
        assert told["sentence"] == "This folder's own files are used and valid: schemas/log.yaml."

    def test_in_a_checkout_the_shipped_files_are_nobodys_own(self, monkeypatch):
        monkeypatch.chdir(Path(__file__).parents[1])
        told = doctor_setup.own_files(Path.cwd(), doctor_setup.loaded())
        assert told.sentence == "Those that came with sheetsync are used."

    def test_packages_that_are_missing_or_too_old_are_named(self):
        needed = ["click>=8.2", "click>=999.1", "no-such-package[all]>=1.0", "pandera", "!?"]
        found = doctor_setup.packages(needed)
        assert "click is " in found.sentence
        assert "but 999.1 or newer is needed" in found.sentence
        assert "no-such-package is missing" in found.sentence
        assert "pandera" not in found.sentence
        assert "pip install --upgrade sheetsync-sales" in found.next_step
        assert doctor_setup.packages(["click>=8.2", "pandera>=0.35"]).ok

    def test_an_old_python_or_one_without_the_package_is_said_so(self, monkeypatch):
        monkeypatch.setattr(doctor_setup, "_OLDEST", (3, 99))
        monkeypatch.setattr(doctor_setup, "DISTRIBUTION", "no-such-package")
        first, second = doctor_setup.python()
        assert first.next_step.startswith("Install Python 3.99")
        assert second.ok
        assert "not installed" in second.sentence


class TestTheModel:
    @pytest.mark.parametrize(
        ("environment", "line", "ok", "text"),
        [
            ({}, "", True, "No model is configured. The offline drafter fills"),
            ({"OPENAI_API_KEY": SECRET}, "", True, "A key is set, but no model is named."),
            ({"SHEETSYNC_MODEL": "big"}, "", False, "big is named, but there is no key for it."),
            ({"SHEETSYNC_MODEL": "big", "OPENAI_API_KEY": SECRET}, "", True, "a key is set."),
            (
                {"OPENAI_BASE_URL": f"http://ana:{SECRET}@localhost:8000/v1?key={SECRET}"},
                'model = "small"',
                True,
                "The model small at localhost is configured; no key is set.",
            ),
            ({"OPENAI_BASE_URL": f"http://[{SECRET}"}, 'model = "small"', True, "cannot be read"),
            ({"OPENAI_BASE_URL": SECRET}, 'model = "small"', True, "cannot be read"),
        ],
    )
    def test_what_is_configured_is_told_and_no_key_ever(
        self, own, environment, line, ok, text, monkeypatch
    ):
        assert Path.cwd() == own.path.parent
        Path("sheetsync.toml").write_text(f'book = "b.xlsx"\n[ai]\n{line}\n')
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        done = run("doctor", "--format", "json", *NOON)
        told = next(c for c in json.loads(done.stdout)["checks"] if c["check"] == "Model")
        assert (told["ok"], text in told["sentence"]) == (ok, True), told
        for form in ("text", "json"):
            assert SECRET not in run("doctor", "--format", form, "--verbose", *NOON).output

    def test_one_that_answers_is_told_alone(self, own):
        drafter = OfflineDrafter()
        told = doctor_setup.model(
            Path.cwd(), {"SHEETSYNC_MODEL": drafter.name, "OPENAI_API_KEY": "k"}, drafter
        )
        assert told.sentence.startswith(
            "The model offline drafter is configured; a key is set. What"
        )
        assert "AI is off in this run" in doctor_setup.model(Path.cwd(), {}, None).sentence

    def test_a_file_that_cannot_be_read_configures_nothing(self, own):
        Path("sheetsync.toml").write_text("ai = 5")
        assert "No model" in doctor_setup.model(Path.cwd(), {}, None).sentence
        Path("sheetsync.toml").write_text("ai = ")
        assert "No model" in doctor_setup.model(Path.cwd(), {}, None).sentence
