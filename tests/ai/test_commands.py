"""The commands with a model configured: plan asks nobody, sync pays once, Ctrl-C loses nothing."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from sheetsync.cli import main
from tests.ai.model_server import Does, ModelServer
from tests.workbooks import MONDAY, lead, team

KEY = "sk-planted-secret-key"


@pytest.fixture
def server():
    with ModelServer() as own:
        yield own


@pytest.fixture
def own(tmp_path, monkeypatch, server):
    """A workbook with three leads in a folder whose sheetsync.toml names the loopback service."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    configured(tmp_path, server)
    return team(tmp_path / "sales.xlsx", lead("Ost"), lead("West"), lead("Mitte"))


def configured(folder, server, more=""):
    prices = "input_usd_per_million = 1.0\noutput_usd_per_million = 2.0"
    text = f'[ai]\nmodel = "tiny"\nbase_url = "{server.url}"\n{prices}\n{more}\n'
    (folder / "sheetsync.toml").write_text(text)


def test_p12_plan_says_calls_tokens_and_cost_and_asks_nobody(own, server):
    told = own.json("plan")["ai"]
    assert told["calls"] == 12
    assert told["tokens"] > 1_000
    assert 0 < told["cost_usd"] < 0.1
    shown = own.run("plan", "--today", MONDAY).stdout
    assert "A sync would ask tiny 12 questions: about " in shown
    assert server.asked == []


def test_check_asks_nobody_and_a_sync_after_it_asks_all_the_same(own, server):
    own.json("check")
    assert server.asked == []
    own.sync()
    assert len(server.billed) == 12


def test_sync_tells_what_it_asked_and_paid_and_the_next_one_asks_nothing(own, server):
    told = own.sync()
    assert told["ai"] == {"calls": 12, "tokens": 7_200, "cost_usd": 0.0084}
    assert (told["receipt"]["ai_calls"], told["receipt"]["cost_usd"]) == (12, 0.0084)
    assert own.row("Research", "Ost")["AI note"]
    again = own.sync()
    assert again["ai"]["calls"] == 0
    assert again["changes"] == []
    assert len(server.billed) == 12


def test_sync_with_a_limit_tries_so_many_rows_first(own, server):
    own.sync("--limit", "1")
    notes = [row["AI note"] for row in own.rows("Research")]
    assert [bool(note) for note in notes] == [True, False, False]
    own.sync()
    assert all(row["AI note"] for row in own.rows("Research"))
    assert len(server.billed) == 12


def test_what_waits_is_taken_up_by_the_next_sync_though_nothing_in_the_book_changed(own, server):
    server.always["a"] = Does(status=503, body="")
    own.sync()
    own.sync()
    server.always.clear()
    own.sync()
    assert all(row["AI note"] for row in own.rows("Research"))


def test_no_ai_switches_the_model_off(own, server):
    own.sync("--no-ai")
    assert server.asked == []
    assert own.row("Research", "Ost")["AI note"] is None


def test_long_runs_write_round_by_round(own, server, tmp_path):
    configured(tmp_path, server, "concurrency = 1\nflush_seconds = 0.3")
    server.delay = 0.1
    told = own.sync()
    assert told["ai"]["calls"] == 12
    runs = {row["Run"] for row in own.rows("Log")}
    assert len(runs) > 1
    assert all(row["AI note"] for row in own.rows("Research"))
    cells = [(c["tab"], c["lead_id"], c["column"]) for c in told["changes"] if c["lead_id"]]
    assert len(set(cells)) == len(cells), "a run of several rounds tells each cell once"
    noted = [change for change in told["changes"] if change["column"] == "AI note"]
    assert len(noted) == 3


def test_a_run_that_ends_in_a_later_round_tells_what_it_wrote_and_paid(
    own, server, tmp_path, monkeypatch
):
    configured(tmp_path, server, "concurrency = 1\nflush_seconds = 0.3")
    server.delay = 0.1
    from sheetsync.books.xlsx import XlsxBook

    write, opens = XlsxBook.write, [False, True]

    def once(book, reading, edits):
        if opens and opens.pop(0):
            (tmp_path / "~$sales.xlsx").touch()  # somebody opens the workbook in Excel
        return write(book, reading, edits)

    monkeypatch.setattr(XlsxBook, "write", once)
    done = own.run("sync", "--today", MONDAY)
    assert done.exit_code == 75
    assert "The run stopped half-way; what it had written until then stays." in done.output
    assert "Asked tiny: " in done.output
    assert "Nothing was written" not in done.output
    (tmp_path / "~$sales.xlsx").unlink()
    assert any(row["AI note"] for row in own.rows("Research"))
    assert own.run("undo").exit_code == 0


def test_the_terminal_says_for_what_ai_columns_wait(own, server):
    server.always |= dict.fromkeys("abcd", Does(status=401, body={"error": {"message": KEY}}))
    told = own.run("sync", "--today", MONDAY).output
    assert "does not accept the key" in told
    assert "Research: " in told
    assert KEY not in told


@pytest.mark.no_cover
def test_demo_asks_no_model_and_claims_to_have_paid_none(own, server):
    told = CliRunner().invoke(main, ["demo", "shown", "--today", MONDAY])
    assert told.exit_code == 0, told.output
    assert "Asked" not in told.output
    assert server.asked == []


def test_a_plan_does_not_say_that_nothing_changes_where_a_model_would_answer(own, server):
    own.sync("--limit", "1")
    told = own.run("plan", "--today", MONDAY).output
    assert "A sync would ask tiny" in told
    assert "would leave the workbook as it is" not in told


def test_undo_takes_back_all_rounds_of_a_long_run(own, server, tmp_path):
    before = own.rows("Research")
    configured(tmp_path, server, "concurrency = 1\nflush_seconds = 0.3")
    server.delay = 0.1
    own.sync()
    assert len({row["Run"] for row in own.rows("Log")}) > 1
    assert own.run("undo").exit_code == 0
    assert own.rows("Research") == before


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process")
def test_ctrl_c_writes_what_was_paid_for_and_says_so(own, server, tmp_path):
    configured(tmp_path, server, "concurrency = 1")
    server.delay = 0.4
    program = "from sheetsync.cli import main; main()"
    command = [sys.executable, "-c", program, "sync", str(own.path), "--today", MONDAY]
    running = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    while len(server.billed) < 2:
        assert running.poll() is None
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 0, told
    assert "Stopped as you asked" in told
    assert 0 < sum(bool(row["AI note"]) for row in own.rows("Research")) < 3
    server.delay = 0.0
    own.sync()
    assert len(server.billed) == 12


def test_p11_the_key_stands_in_no_file_and_in_no_word_that_is_printed(own, server, tmp_path):
    configured(tmp_path, server, 'key_from = "OPENAI_API_KEY"')
    server.always["b"] = Does(status=400, body={"error": {"message": f"bad key {KEY}"}})
    told = own.run("sync", "--verbose", "--today", MONDAY)
    assert server.asked[0].headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in told.output
    from zipfile import ZipFile

    with ZipFile(own.path) as book:
        assert all(KEY.encode() not in book.read(name) for name in book.namelist())
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert KEY.encode() not in path.read_bytes()


def test_p11_the_environments_key_is_not_handed_to_a_server_on_this_machine(own, server):
    own.sync()
    assert all(KEY not in json.dumps(dict(asked.headers)) for asked in server.asked)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('input_usd_per_million = "cheap"', "is not a number"),
        ("colour = 3", "colour is not known"),
        ("timeout_seconds = -1", "must not be negative"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(own, tmp_path, line, words):
    text = (tmp_path / "sheetsync.toml").read_text().replace("input_usd_per_million = 1.0", "")
    (tmp_path / "sheetsync.toml").write_text(text.replace("output_usd_per_million = 2.0", line))
    told = own.run("sync")
    assert told.exit_code == 2
    assert words in told.stderr


def test_an_address_in_the_environment_and_none_in_the_file(own, server, tmp_path, monkeypatch):
    (tmp_path / "sheetsync.toml").unlink()
    monkeypatch.setenv("SHEETSYNC_MODEL", "tiny")
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    assert own.sync()["ai"]["calls"] == 12


def test_with_no_model_configured_the_offline_drafter_answers(own, server, tmp_path):
    (tmp_path / "sheetsync.toml").unlink()
    assert own.sync()["ai"]["calls"] == 0
    assert own.row("Research", "Ost")["AI note"]
    assert server.asked == []
