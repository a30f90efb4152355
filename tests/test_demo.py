"""The demo shows a newcomer every state of Research and Qualification, on any day it is made.

It is made by the command itself, in a process of its own, and read with openpyxl.
"""

import json
import re
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sheetsync import resources
from sheetsync.cli import main
from sheetsync.demo import FILE
from tests.workbooks import Team, whole

TODAY = date(2026, 3, 20)
ROOT = Path(__file__).parents[1]

FLAGGED = [
    ("Research", "Juniper Lift Hire", "RS001"),
    ("Research", "Wexcombe Timber", "RS001"),
    ("Research", "Wexcombe Timber", "RS007"),
    ("Research", "Copperfield Textiles", "RS002"),
    ("Research", "Fenwick Bay Chandlery", "RS003"),
    ("Research", "Merrow Paper Mills", "RS004"),
    ("Research", "Stonebridge Packaging", "RS005"),
    ("Research", "Tidal Greens", "RS006"),
    ("Research", "Orla Grange", "ID002"),
    ("Research", "Quillon Same-Day", "ID002"),
    ("Research", "Dunmore Parcel", "SY002"),
    ("Qualification", "Orla Grange Wines", "QL001"),
    ("Qualification", "Kestrel & Vane Foods", "QL003"),
    ("Qualification", "Marlow Ridge Distribution", "QL004"),
    ("Qualification", "Festivo Stages", "QL007"),
    ("Qualification", "Linden Pharma Wholesale", "QL008"),
    ("Qualification", "Harrowgate Provisions", "QL009"),
    ("Qualification", "Verity Cold Chain", "QL010"),
    ("Qualification", "Pellworm Dairy", "QL012"),
    ("Qualification", "Ironbeck Haulage", "EV001"),
    ("Qualification", "Copperfield Textiles", "SY004"),
    ("Start here", "Follow-up", "MP001"),
    ("Start here", "CRM", "MP001"),
]


def sheetsync(*words: str) -> "subprocess.CompletedProcess[str]":
    """Run the program as a person does, with Python's own warnings as errors."""
    program = "import sys; from sheetsync.cli import main; sys.argv[0] = 'sheetsync'; main()"
    return subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", program, *words],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def made_on(folder: Path, today: date) -> Team:
    told = CliRunner().invoke(main, ["demo", str(folder), "--today", today.isoformat()])
    assert told.exit_code == 0, (told.output, told.exception)
    return Team(folder / FILE)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "sheetsync-demo"
    done = sheetsync("demo", str(folder), "--today", TODAY.isoformat())
    done.args = folder
    return done


@pytest.fixture(scope="module")
def demo(told) -> Team:
    assert told.returncode == 0, told.stderr
    return Team(told.args / FILE)


def day(value: Any) -> date | None:
    return value.date() if isinstance(value, datetime) else value


def codes(row: dict[str, Any]) -> set[str]:
    return set(re.findall(r"\[([A-Z]{2}\d{3})\]", row["Flags"] or ""))


def states(team: Team) -> dict[tuple[str, str], set[str]]:
    return {
        (tab, row["Company"]): codes(row)
        for tab in ("Research", "Qualification", "Outreach")
        for row in team.rows(tab)
    }


def test_the_first_run_says_where_the_workbook_is_and_that_nothing_is_left_to_do_for_the_sync(told):
    assert told.returncode == 0
    assert told.stderr == ""
    assert f"Made: {told.args / FILE}" in told.stdout
    assert "0 changes" in told.stdout
    assert "begin with the tab To do" in told.stdout


def test_only_the_workbook_is_left_in_the_folder(demo):
    assert [path.name for path in demo.path.parent.iterdir()] == [FILE]


def test_the_second_run_says_so_and_leaves_the_file_byte_for_byte(demo):
    before = demo.path.read_bytes()
    again = sheetsync("demo", str(demo.path.parent), "--today", TODAY.isoformat())
    assert (again.returncode, again.stderr) == (0, "")
    assert "Already there" in again.stdout
    assert "0 changes" in again.stdout
    assert demo.path.read_bytes() == before


@pytest.mark.parametrize(("tab", "who", "code"), FLAGGED)
def test_each_flag_of_the_story_stands_on_its_row(demo, tab, who, code):
    assert code in codes(demo.row(tab, who))


@pytest.mark.parametrize(("tab", "who", "code"), FLAGGED)
def test_each_flag_of_the_story_is_a_line_of_the_list(demo, tab, who, code):
    lines = [line for line in demo.rows("To do") if (line["Tab"], line["Code"]) == (tab, code)]
    company = None if tab == "Start here" else who
    found = [line for line in lines if line["Company"] == company]
    assert found
    assert all(line["How to fix"] for line in found)


def test_a_gap_is_named_in_words(demo):
    assert "role, probable problem" in demo.row("Research", "Juniper Lift Hire")["Flags"]


def test_a_complete_lead_is_handed_over_and_waits_for_its_decision(demo):
    lead = demo.row("Research", "Alder Street Catering")
    waiting = demo.row("Qualification", "Alder Street Catering")
    yesterday = (TODAY - timedelta(days=1)).isoformat()
    assert codes(lead) == codes(waiting) == set()
    assert lead["Status"] == f"Handed to Qualification on {yesterday}"
    assert waiting["Status"] == f"Waits for a decision since {yesterday}"


@pytest.mark.parametrize("who", ["Brackwater Freight", "Halden Cold Storage"])
def test_a_pursued_lead_with_everything_in_order_is_in_outreach(demo, who):
    decided, passed = demo.row("Qualification", who), demo.row("Outreach", who)
    assert decided["Status"].startswith("Handed to Outreach on ")
    assert decided["Score"] > 0
    assert passed["Evidence note"] == decided["Evidence note"]
    assert codes(decided) == set()
    assert codes(passed) <= {"OU001", "OU002", "OU003", "OU009"}


def test_missing_evidence_passes_once_somebody_has_accepted_it(demo):
    decided = demo.row("Qualification", "Osprey Lane Logistics")
    assert "Missing:" in decided["Risk or missing evidence"]
    assert decided["Missing evidence accepted by"] == "Cleo"
    assert demo.row("Outreach", "Osprey Lane Logistics")["Decision"] == "pursue"


def test_an_accepted_suggestion_passes_while_the_persons_cell_stays_blank(demo):
    lead = demo.row("Research", "Bramble & Finch Bakery")
    decided = demo.row("Qualification", "Bramble & Finch Bakery")
    assert lead["Relevance signal"] is None
    assert decided["Relevance signal"] == lead["AI suggested signal"]
    assert decided["Evidence note"] is None
    passed = demo.row("Outreach", "Bramble & Finch Bakery")
    assert passed["Evidence note"] == decided["AI evidence note"]


def test_nurture_has_its_own_date_or_the_teams_and_comes_back_on_it(demo):
    back, later, default = (
        demo.row("Qualification", who)
        for who in ("Pellworm Dairy", "Castor Bay Seafood", "Solano Fresh")
    )
    assert back["Status"] == "Back from nurture: decide again"
    assert day(later["Revisit on"]) == TODAY + timedelta(days=45)
    assert later["Status"] == f"Nurture until {TODAY + timedelta(days=45)}"
    assert default["Revisit on"] is None
    assert default["Status"] == f"Nurture until {day(default['Decided on']) + timedelta(days=60)}"


def test_a_lead_that_is_no_longer_pursued_is_withdrawn_and_a_lapsed_one_is_held(demo):
    assert demo.row("Outreach", "Solano Fresh")["Status"].startswith("Withdrawn")
    assert "EV001" in demo.row("Outreach", "Ironbeck Haulage")["Status"]


def test_a_skip_keeps_its_reason_and_a_later_lead_of_the_company_points_to_it(demo):
    skipped = demo.row("Qualification", "Quillon Couriers")
    assert skipped["Status"] == "Skipped"
    flags = demo.row("Research", "Quillon Same-Day")["Flags"]
    assert f"{skipped['Lead ID']} was skipped: {skipped['Reason']}" in flags


def test_a_contradiction_within_a_row_is_pointed_out(demo):
    assert (
        "stonebridgegroup.example" in demo.row("Research", "Stonebridge Packaging")["AI mismatch"]
    )


def test_text_in_a_computed_cell_stays(demo):
    assert (
        demo.row("Qualification", "Copperfield Textiles")["Status"] == "Ben: call Yusuf on Monday"
    )


def test_the_teams_lists_show_what_is_approved_what_waits_and_what_has_expired(demo):
    for tab in ("Segments", "Our claims"):
        starts = {row["Status"].split(" ")[0] for row in demo.rows(tab)}
        assert starts == {"approved", "waits", "expired"}
    assert len(demo.rows("Do not contact")) >= 3


def test_every_setting_is_there_with_the_meaning_that_the_contract_gives_it(demo):
    wanted = {spec.name: spec.meaning for spec in whole()["Settings"].settings}
    rows = demo.rows("Settings")
    assert {row["Setting"]: row["Meaning"] for row in rows} == wanted
    chosen = {row["Setting"]: row["Value"] for row in rows}
    assert chosen["High value from"] == 40000
    assert chosen["Research notes cap (characters)"] == 600


def test_every_day_of_the_story_is_in_the_log_under_its_own_date(demo):
    story = resources.template_yaml("demo.yaml")["days"]
    assert {day(row["Time"]) for row in demo.rows("Log")} == {
        TODAY + timedelta(days=one["day"]) for one in story
    }


def test_every_address_is_one_that_can_belong_to_nobody(demo):
    for row in demo.rows("Research"):
        for title in ("Website", "Source URL", "Reachable path"):
            text = str(row[title] or "")
            invented = ".example" in text or "/in/example-" in text
            fictional = re.fullmatch(r"\+44 20 7946 0\d{3}|\+1 202 555 01\d\d", text)
            assert not text or invented or fictional, text


@pytest.mark.parametrize("today", ["2026-02-28", "2028-02-29", "2026-12-31"])
def test_on_any_day_the_demo_shows_the_same_states_and_a_second_run_changes_nothing(
    demo, tmp_path, today
):
    team = made_on(tmp_path / "demo", date.fromisoformat(today))
    before = team.path.read_bytes()
    assert states(team) == states(demo)
    receipt = team.sync(today=today)["receipt"]
    assert (receipt["cells_written"], receipt["rows_appended"]) == (0, 0)
    assert team.path.read_bytes() == before


def test_the_readme_names_commands_that_exist_and_the_number_of_leads(demo):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^    |^       |`)sheetsync ([a-z]+)", readme, re.MULTILINE))
    assert named == set(main.commands)
    assert f"{len(demo.rows('Research'))} leads" in readme


def test_the_finding_shown_in_the_readme_is_the_real_one(demo):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = json.loads(
        re.search(r"^    (\{\"findings\".*?\]\})$", readme, re.MULTILINE | re.DOTALL)[1]
    )
    real = demo.json("check", today=TODAY.isoformat())["findings"]
    assert shown["findings"][0] in real
