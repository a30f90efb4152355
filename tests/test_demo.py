"""The demo shows a newcomer the whole chain and every state of a lead, on any day it is made.

It is made by the command itself, in a process of its own, and read with openpyxl.
"""

import json
import re
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner

from sheetsync import resources
from sheetsync.cli import main
from sheetsync.demo import FILE
from sheetsync.standing import State
from sheetsync.workdays import Workdays
from tests.workbooks import BLOCKS, Team, contents, whole

pytestmark = pytest.mark.no_cover

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
    ("Research", "Galloway Night Freight", "ID002"),
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
    ("Outreach", "Ravensmoor Dairy", "OU001"),
    ("Outreach", "Thornby Chilled Foods", "OU002"),
    ("Outreach", "Sable Point Freight", "OU003"),
    ("Outreach", "Galloway Night Freight South", "OU004"),
    ("Outreach", "Harbor Fruit", "OU004"),
    ("Outreach", "Elmwater Grain", "OU008"),
    ("Follow-up", "Merton Quay Cold Store", "FU001"),
    ("Follow-up", "Inverlay Fish Market", "FU007"),
    ("Follow-up", "Severn Reach Carriers", "FU008"),
    ("CRM", "Wolds Pallet Line", "CR001"),
    ("CRM", "Brackwater Freight", "CR002"),
    ("CRM", "Bramble & Finch Bakery", "CR003"),
    ("CRM", "Merton Quay Cold Store", "CR004"),
]

STATES = {
    "In research": "Juniper Lift Hire",
    "To decide": "Alder Street Catering",
    "Skipped": "Quillon Couriers",
    "Nurture": "Castor Bay Seafood",
    "On hold": "Harrowgate Provisions",
    "In outreach": "Thornby Chilled Foods",
    "In follow-up": "Severn Reach Carriers",
    "Reply to decide": "Merton Quay Cold Store",
    "Paused": "Tarn Valley Creamery",
    "Stopped": "Galloway Night Freight",
    "Finished": "Wolds Pallet Line",
    "Live": "Brackwater Freight",
    "Won": "Halden Cold Storage",
    "Lost": "Corran Cross Logistics",
}


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


def made(folder: Path, *moment: str) -> Team:
    told = CliRunner().invoke(main, ["demo", str(folder), *moment])
    assert told.exit_code == 0, (told.output, told.exception)
    assert "0 changes" in told.output
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


def touch(team: Team, who: str, number: int) -> dict[str, Any]:
    """One row of Follow-up."""
    rows = team.rows("Follow-up")
    return next(row for row in rows if (row["Company"], row["Touch"]) == (who, number))


def ago(today: date, count: int) -> date:
    """The business day so many business days ago."""
    calendar, day = Workdays(frozenset(range(5)), "GB"), today
    while count:
        day -= timedelta(days=1)
        count -= calendar.is_open(day)
    return day


def states(team: Team) -> dict[tuple[str, str], Any]:
    """What each row of the chain has come to, without dates."""
    return {
        (tab, row.get("Touch ID") or row["Lead ID"]): (
            row["Company"],
            row.get("(state)"),
            codes(row),
            str(row.get("Draft check"))[:4],
        )
        for tab in BLOCKS
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
    assert code in set().union(*(codes(r) for r in demo.rows(tab) if r["Company"] == who))


@pytest.mark.parametrize(("tab", "who", "code"), FLAGGED)
def test_each_flag_of_the_story_is_a_line_of_the_list(demo, tab, who, code):
    lines = [line for line in demo.rows("To do") if (line["Tab"], line["Code"]) == (tab, code)]
    found = [line for line in lines if line["Company"] == who]
    assert found
    assert all(line["How to fix"] and line["Who"] for line in found)


def test_about_forty_leads_show_every_state_that_a_lead_can_have(demo):
    leads = demo.rows("Research")
    assert 38 <= len(leads) <= 45
    assert set(STATES) == set(get_args(State)) == {row["(state)"] for row in leads}


@pytest.mark.parametrize(("state", "who"), STATES.items())
def test_a_lead_of_each_state_reads_the_same_on_every_tab_that_has_it(demo, state, who):
    rows = [row for tab in BLOCKS for row in demo.rows(tab) if row["Company"] == who]
    assert {row["(state)"] for row in rows} == {state}


def test_every_tab_of_the_chain_is_well_filled(demo):
    filled = {tab: len(demo.rows(tab)) for tab in BLOCKS}
    assert min(filled.values()) >= 20, filled


def test_the_map_is_complete_and_every_block_runs(demo):
    assert {row["Status"] for row in demo.rows("Start here")} == {"automated", "working"}
    assert not [line for line in demo.rows("To do") if line["Code"].startswith("MP")]


def test_a_draft_is_held_that_claims_what_nobody_can_prove(demo):
    held = demo.row("Outreach", "Thornby Chilled Foods")
    assert "90 minutes" in held["Final message"]
    assert "90" not in demo.row("Research", "Thornby Chilled Foods")["Source notes"]
    assert held["Draft check"].startswith("HELD: ")
    assert held["Ready to send"].startswith("no: HELD: ")
    assert held["Sent message"] is None


def test_a_message_in_a_persons_own_words_goes_out_on_a_persons_word(demo):
    last = touch(demo, "Wolds Pallet Line", 4)
    assert last["Vouched by"] == "Ana"
    assert last["Draft check"].startswith("ok: vouched for by Ana")
    assert last["Sent message"] == last["Final message"]


def test_a_safe_variant_went_out_as_it_was_drafted_and_one_is_ready(demo):
    sent, ready = (demo.row("Outreach", w) for w in ("Wolds Pallet Line", "Cairn Road Haulage"))
    assert sent["Variant"] == ready["Variant"] == "B"
    assert sent["Sent message"] != sent["AI draft"]
    assert sent["Sent message"] in sent["AI variants"]
    assert ready["Ready to send"] == "yes"
    todo = [line["Company"] for line in demo.rows("To do") if line["Code"] == "OU010"]
    assert todo == ["Cairn Road Haulage"]


def test_an_approval_lapses_with_the_text_that_it_was_given_for(demo):
    changed = demo.row("Outreach", "Elmwater Grain")
    assert (changed["Approved by"], changed["Draft check"][:3]) == ("Ben", "ok:")
    assert changed["Ready to send"] == "no: the approval was for another text or other evidence"


def test_a_signal_that_stands_nowhere_waits_and_one_that_a_person_vouches_for_goes_out(demo):
    assert demo.row("Outreach", "Sable Point Freight")["Verified signal"] is None
    vouched = demo.row("Outreach", "Halden Cold Storage")
    assert vouched["Signal vouched by"] == "Ben"
    assert vouched["Verified signal"] in vouched["Sent message"]


def test_a_positive_reply_waits_for_a_persons_decision_and_holds_the_sequence(demo):
    waiting = touch(demo, "Merton Quay Cold Store", 3)
    assert (waiting["AI reply kind"], waiting["Reply decision"]) == ("positive", None)
    assert waiting["Ready to send"] == "no: a reply waits for a decision"
    assert "FU001" in codes(waiting)
    assert demo.row("CRM", "Merton Quay Cold Store")["Stage"] == "In conversation"


def test_an_opt_out_stops_both_leads_at_the_address_and_lists_it_once(demo):
    both = ("Galloway Night Freight", "Galloway Night Freight South")
    rows = [demo.row("Research", who) for who in both]
    address = rows[0]["Reachable path"]
    assert rows[1]["Reachable path"].casefold() == address
    assert [row["(state)"] for row in rows] == ["Stopped", "Stopped"]
    assert touch(demo, both[0], 2)["AI reply kind"] == "opt-out"
    assert demo.row("Outreach", both[0])["Sent message"]
    other = demo.row("Outreach", both[1])
    assert (other["Approved by"], other["Sent message"]) == ("Ben", None)
    assert other["Ready to send"].startswith(f"no: on Do not contact ({address}")
    listed = [r for r in demo.rows("Do not contact") if r["Address or domain"] == address]
    assert [row["Added by"] for row in listed] == ["sheetsync"]


def test_a_bounce_stops_its_lead_and_an_address_that_a_person_listed_is_never_written_to(demo):
    assert touch(demo, "Pinmill Bakeries", 2)["AI reply kind"] == "bounce"
    known = demo.row("Outreach", "Harbor Fruit")
    assert "Asked us by phone never to write again" in known["Ready to send"]
    assert demo.row("Research", "Harbor Fruit")["(state)"] == "Stopped"
    listed = {r["Address or domain"]: r["Added by"] for r in demo.rows("Do not contact")}
    assert listed["howard.ames@pinmillbakeries.example"] == "sheetsync"
    assert listed["g.moss@harborfruit.example"] == "Ana"


def test_an_out_of_office_rests_until_the_day_that_a_person_chose(demo):
    away = touch(demo, "Tarn Valley Creamery", 3)
    assert (away["AI reply kind"], away["Reply decision"]) == ("out-of-office", "pause")
    assert away["Status"] == f"Paused until {TODAY + timedelta(days=9)}"


def test_touches_went_out_on_their_day_and_one_is_overdue(demo):
    numbers = [touch(demo, "Wolds Pallet Line", number) for number in (2, 3, 4)]
    assert [day(row["Sent on"]) for row in numbers] == [day(row["Due on"]) for row in numbers]
    assert [day(row["Sent on"]) for row in numbers] == [ago(TODAY, n) for n in (14, 9, 1)]
    late = touch(demo, "Severn Reach Carriers", 4)
    assert (day(late["Due on"]), late["Sent on"]) == (ago(TODAY, 1), None)
    assert "FU008" in codes(late)


def test_nothing_went_out_unapproved_or_while_it_was_not_ready(demo):
    sent = [r for t in ("Outreach", "Follow-up") for r in demo.rows(t) if r["Sent on"]]
    assert len(sent) >= 20
    assert all(row["Sent message"] and row["Approved by"] for row in sent)
    assert not {"OU005", "OU007", "FU002"} & set().union(*map(codes, sent))


def test_a_live_deal_is_overdue_and_another_is_coming_up(demo):
    overdue, coming = (demo.row("CRM", w) for w in ("Brackwater Freight", "Osprey Lane Logistics"))
    assert (overdue["Stage"], overdue["Due"], overdue["Next step owner"]) == (
        "Meeting",
        "overdue",
        "Ben",
    )
    assert day(overdue["Next step on"]) < TODAY
    assert (coming["Stage"], coming["Due"]) == ("Proposal", "upcoming")
    assert coming["Next step"] == coming["AI next action"]


def test_a_deal_is_won_by_a_persons_word_and_a_lost_one_says_why(demo):
    won, lost = (demo.row("CRM", w) for w in ("Halden Cold Storage", "Corran Cross Logistics"))
    assert (won["Stage"], won["Deal confirmed by"]) == ("Won", "Cleo")
    assert (lost["Stage"], lost["Due"]) == ("Lost", "closed")
    assert "another supplier" in lost["Lost reason"]


def test_a_live_stage_that_nobody_has_confirmed_does_not_count(demo):
    unconfirmed = demo.row("CRM", "Merton Quay Cold Store")
    assert (unconfirmed["Deal stage"], unconfirmed["Deal confirmed by"]) == ("Meeting", None)
    assert unconfirmed["Stage"] == "In conversation"


def test_a_gap_is_named_in_words(demo):
    assert "role, probable problem" in demo.row("Research", "Juniper Lift Hire")["Flags"]


def test_a_complete_lead_is_handed_over_and_waits_for_its_decision(demo):
    lead = demo.row("Research", "Alder Street Catering")
    waiting = demo.row("Qualification", "Alder Street Catering")
    assert codes(lead) == codes(waiting) == set()
    assert lead["Status"] == f"Handed to Qualification on {TODAY}"
    assert waiting["Status"] == f"Waits for a decision since {TODAY}"


@pytest.mark.parametrize("who", ["Brackwater Freight", "Halden Cold Storage"])
def test_a_pursued_lead_with_everything_in_order_is_passed_to_outreach(demo, who):
    decided, passed = demo.row("Qualification", who), demo.row("Outreach", who)
    assert decided["Status"].startswith("Handed to Outreach on ")
    assert decided["Score"] > 0
    assert passed["Evidence note"] == decided["Evidence note"]
    assert codes(decided) == codes(passed) == set()


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
    assert chosen["Business days"] == "Mon-Fri"


def test_every_day_of_the_story_is_in_the_log_under_its_own_date(demo):
    counts = [one["day"] for one in resources.template_yaml("demo.yaml")["days"]]
    assert counts[-1] == "+0d"
    assert {day(row["Time"]) for row in demo.rows("Log")} == {
        TODAY,
        *(ago(TODAY, int(re.fullmatch(r"-(\d+)b", count)[1])) for count in counts[:-1]),
    }


def test_every_address_is_one_that_can_belong_to_nobody(demo):
    for row in demo.rows("Research"):
        for title in ("Website", "Source URL", "Reachable path"):
            text = str(row[title] or "")
            invented = ".example" in text or "/in/example-" in text
            fictional = re.fullmatch(r"\+44 20 7946 0\d{3}|\+1 202 555 01\d\d", text)
            assert not text or invented or fictional, text


def test_every_host_in_the_workbook_is_invented(demo):
    text = "\n".join(
        cell
        for rows in contents(demo.path).values()
        for row in rows
        for cell in row
        if isinstance(cell, str)
    ).casefold()
    hosts = set(re.findall(r"(?:[a-z]+://|@)([\w.-]*\w)", text))
    assert len(hosts) > 40
    assert {host for host in hosts if not host.endswith(".example")} == {"www.linkedin.com"}
    assert not re.search(r"linkedin\.com/(?!in/example-)", text)


@pytest.mark.parametrize(
    ("moment", "ready"),
    [
        pytest.param(("--today", "2026-12-25"), "no: not a business day", id="Christmas"),
        pytest.param(("--today", "2027-01-04"), "yes", id="Monday after the holidays"),
        pytest.param(("--today", "2028-01-01"), "no: not a business day", id="Saturday, New Year"),
        pytest.param(
            ("--now", "2028-02-29T22:30"),
            "no: outside the sending hours 07:00-20:00",
            id="leap day, late in the evening",
        ),
    ],
)
def test_at_any_time_the_demo_shows_the_same_states_and_a_second_run_changes_nothing(
    demo, tmp_path, moment, ready
):
    team = made(tmp_path / "demo", *moment)
    before = team.path.read_bytes()
    assert states(team) == states(demo)
    assert team.row("Outreach", "Cairn Road Haulage")["Ready to send"] == ready
    assert "0 changes" in team.run("sync", *moment).output
    assert team.path.read_bytes() == before


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ({"day": "+0d", "fill": {"Research": {"Nobody": {"Role": "x"}}}}, "fills Research for"),
        ({"day": "last week"}, "“last week”, which is no count of days"),
    ],
)
def test_a_story_of_ones_own_that_cannot_be_played_is_said_so_and_leaves_nothing(
    tmp_path, monkeypatch, day, said
):
    (tmp_path / "templates").mkdir()
    story = json.dumps({"start": {}, "days": [day]})
    (tmp_path / "templates" / "demo.yaml").write_text(story, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(main, ["demo", "there"])
    assert told.exit_code == 1
    assert said in told.output
    assert "No demo was made." in told.output
    assert list((tmp_path / "there").iterdir()) == []


def test_the_readme_names_commands_that_exist_and_the_number_of_leads(demo):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^    |^       |`)sheetsync ([a-z-]+)", readme, re.MULTILINE))
    assert named == set(main.commands)
    assert f"{len(demo.rows('Research'))} leads" in readme


def test_the_finding_shown_in_the_readme_is_the_real_one(demo):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = json.loads(
        re.search(r"^    (\{\"findings\".*?\]\})$", readme, re.MULTILINE | re.DOTALL)[1]
    )
    real = demo.json("check", today=TODAY.isoformat())["findings"]
    assert shown["findings"][0] in real
