"""An idle sync is answered from memory, and only while nothing that it rests on has changed."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from platformdirs import user_cache_path

from sheetsync import seen
from tests.broken import run
from tests.workbooks import lead, team

TUESDAY = "2026-03-03"


@pytest.fixture
def own(tmp_path):
    own = team(tmp_path / "b.xlsx", lead("Alpha"), lead("Beta"))
    own.types("Research", "Beta", {"Role": None})
    own.sync()
    return own


def memories():
    return sorted((user_cache_path("sheetsync") / seen.RUNS).rglob("*.json"))


def test_only_a_run_that_changed_nothing_is_remembered(own):
    assert memories() == []
    own.sync()
    assert len(memories()) == 1


def test_what_is_remembered_is_what_a_full_run_says(own):
    first = own.sync()
    assert memories()
    again = own.sync()
    memories()[0].unlink()
    full = own.sync()
    for told in (first, again, full):
        told["receipt"].pop("seconds")
    assert first == again == full
    assert first["findings"]


def test_check_and_sync_share_their_memory(own):
    checked = own.json("check")
    assert len(memories()) == 1
    assert own.sync()["findings"] == checked["findings"]
    assert own.run("sync", "--today", "2026-03-02").stdout.count("\n") > 1


def test_another_day_is_another_run(own):
    own.sync()
    ages = [change for change in own.sync(today=TUESDAY)["changes"] if change["tab"] == "To do"]
    assert {change["column"] for change in ages} == {"Age (days)"}


def test_a_run_without_a_model_is_another_run(own):
    own.sync()
    own.json("check", "--no-ai")
    assert len(memories()) == 2


def test_a_lead_that_becomes_late_overnight_is_not_missed(own):
    own.sync()
    assert "RS004" not in {f["code"] for f in own.json("check")["findings"]}
    late = own.json("check", today="2026-03-20")["findings"]
    assert "RS004" in {f["code"] for f in late}


def test_a_change_of_one_cell_is_seen(own):
    own.sync()
    own.types("Research", "Beta", {"Role": "CEO"})
    assert own.sync()["changes"]


@pytest.mark.parametrize(
    "content",
    ["", "5", "{}", "[]", "[1,2,3]", '["x", {}]', '{"zone": "UTC"}', "[" * 100_000, "\x00", "ab"],
)
def test_a_damaged_memory_counts_as_none(own, content):
    told = own.sync()
    memories()[0].write_text(content)
    again = own.sync()
    told["receipt"].pop("seconds"), again["receipt"].pop("seconds")
    assert again == told
    assert json.loads(memories()[0].read_text())[1]["zone"] == "UTC"


def test_a_memory_that_was_changed_is_not_believed(own):
    own.sync()
    mark, body = json.loads(memories()[0].read_text())
    body["findings"] = []
    memories()[0].write_text(json.dumps([mark, body]))
    assert own.sync()["findings"]


def test_the_memory_stays_small():
    for number in range(30):
        seen.store(seen.key([str(number)]), {"number": number})
    assert len(memories()) <= 21
    assert seen.load(seen.key(["29"])) == {"number": 29}
    assert seen.load(seen.key(["none"])) is None


def test_nothing_is_left_beside_the_memory(own):
    own.sync()
    assert [each.suffix for each in memories()[0].parent.iterdir()] == [".json"]


def test_a_teams_own_templates_are_part_of_what_a_run_rests_on(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    seen._program.cache_clear()
    plain = seen.key(["x"])
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "notes.yaml").write_text("{}")
    seen._program.cache_clear()
    with_own = seen.key(["x"])
    os.utime(tmp_path / "templates" / "notes.yaml", (1, 1))
    seen._program.cache_clear()
    assert len({plain, with_own, seen.key(["x"])}) == 3
    seen._program.cache_clear()


def test_a_mass_loss_of_leads_is_not_hidden_by_a_memory(tmp_path):
    own = team(tmp_path / "b.xlsx", *(lead(f"Firm {n}") for n in range(12)))
    own.sync()
    with own.editing() as book:
        book["Research"].delete_rows(3, 8)
    assert run("check", own.path).exit_code == 0
    assert run("sync", own.path).exit_code == 4


def test_a_check_of_a_clean_book_does_not_wait_for_pandera_to_load(own):
    assert "pandera" not in loaded_by(own, "2026-03-04", memory=False)


def test_pandera_is_not_asked_again_about_cells_that_it_has_seen(own):
    own.types("Qualification", "Alpha", {"Decision": "perhaps"})
    assert "pandera" in loaded_by(own, "2026-03-04", memory=False)
    assert "pandera" not in loaded_by(own, "2026-03-05")
    own.types("Qualification", "Alpha", {"Decision": "perhaps not"})
    assert "pandera" in loaded_by(own, "2026-03-06")


def loaded_by(own, day, *, memory=True):
    """The top-level modules that a check on a day has loaded."""
    if not memory:
        shutil.rmtree(user_cache_path("sheetsync"), ignore_errors=True)
    code = (
        "import sys\n"
        "from sheetsync.cli import main\n"
        "main(sys.argv[1:], standalone_mode=False)\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    words = [sys.executable, "-c", code, "check", str(own.path), "--today", day]
    return set(subprocess.run(words, capture_output=True, text=True, check=True).stderr.split())


def test_a_cell_that_was_found_broken_before_is_found_again(own):
    own.types("Qualification", "Alpha", {"Decision": "perhaps"})
    said = [own.json("check", today=day)["findings"] for day in (TUESDAY, "2026-03-04")]
    broken = [[f for f in found if f["column"] == "Decision"] for found in said]
    assert broken[0]
    assert broken[0] == broken[1]
