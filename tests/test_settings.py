"""Settings: a blank is the default, a value that cannot be used is named and the default counts."""

from datetime import date, datetime, time

import pytest
from openpyxl import load_workbook

from sheetsync.book import Grid, Reading
from sheetsync.cells import Scalar
from sheetsync.check import Table, check
from sheetsync.project import Project, read_settings
from sheetsync.snapshot import take
from tests.workbooks import Team, lead, team, whole

DEFAULTS = {
    "holidays_country": "",
    "business_days": frozenset(range(5)),
    "sending_hours": (time(9), time(17)),
    "daily_cap": 40,
    "sequence_length": 4,
    "cadence": (3, 5, 8),
    "window_days": 30,
    "route_within": 3,
    "nurture_revisit": 90,
    "high_value_from": 50000,
    "notes_cap": 4000,
    "short_note_cap": 280,
    "handoff_cap": 300,
    "live_stages": ("Meeting", "Proposal"),
    "sender_name": "",
    "sender_address": "",
    "review_weekday": 4,
    "ai_calls": 500,
    "ai_budget": 5.0,
}


def table(*lines: tuple[Scalar, Scalar]) -> Table:
    """A Settings tab with these lines, beside a block that makes it a workbook of ours."""
    names = ["Setting", *(name for name, _ in lines)]
    values = ["Value", *(value for _, value in lines)]
    meanings = ["Meaning", *("" for _ in lines)]
    settings = Grid("Settings", [names, values, meanings], len(names))
    crm = Grid("CRM", [[column.title] for column in whole()["CRM"].columns], 1)
    return check(take(Reading("book", "digest", (settings, crm)), whole()))["Settings"]


def read(*lines: tuple[Scalar, Scalar]) -> tuple[Project, list[str]]:
    project, findings = read_settings(table(*lines), whole()["Settings"])
    assert {f.code for f in findings} <= {"SY008"}
    return project, [f.message for f in findings]


def test_the_defaults_are_those_of_the_spec():
    project, findings = read_settings(None, whole()["Settings"])
    assert findings == []
    assert {name: getattr(project, name) for name in DEFAULTS} == DEFAULTS
    assert project.zone.key == "UTC"
    assert "not hear from me again" in project.opt_out_sentence


def test_a_new_workbook_has_every_setting_with_its_default_and_its_meaning(tmp_path):
    own = Team(tmp_path / "new.xlsx")
    own.run("init")
    rows = own.rows("Settings")
    assert [row["Setting"] for row in rows] == [spec.name for spec in whole()["Settings"].settings]
    assert all(row["Meaning"] for row in rows)
    report = own.sync()
    assert "SY008" not in {f["code"] for f in report["findings"]}


@pytest.mark.parametrize("blank", [None, "", "  "])
def test_a_blank_value_means_the_default(blank):
    project, findings = read(("Daily cap", blank), ("Sequence length", 6))
    assert (project.daily_cap, project.sequence_length, findings) == (40, 6, [])


@pytest.mark.parametrize(
    ("name", "value", "field", "meant"),
    [
        ("time  ZONE", "europe/berlin", "zone", "Europe/Berlin"),
        ("Time zone", "America/New York", "zone", "America/New_York"),
        ("Business days", "Sun-Thu", "business_days", frozenset({6, 0, 1, 2, 3})),
        ("Business days", "Mon - Wed, friday", "business_days", frozenset({0, 1, 2, 4})),
        ("Business days", "Mon–Tue;Sat", "business_days", frozenset({0, 1, 5})),
        ("Holidays country", "de", "holidays_country", "DE"),
        ("Sending hours", "8 – 16.30", "sending_hours", (time(8), time(16, 30))),
        ("Daily cap", "1,000", "daily_cap", 1000),
        ("Cadence (business days)", 3, "cadence", (3,)),
        ("Cadence (business days)", "2;4 9,", "cadence", (2, 4, 9)),
        ("Follow-up window (days)", "none", "window_days", None),
        ("Nurture revisit (days)", 0, "nurture_revisit", None),
        ("High value from", 12.5, "high_value_from", 12.5),
        ("Live stages", "proposal; won", "live_stages", ("Proposal", "Won")),
        ("Sender name", " Ana ", "sender_name", "Ana"),
        ("Review weekday", "mon", "review_weekday", 0),
        ("AI budget per run (USD)", 0, "ai_budget", 0.0),
    ],
)
def test_a_value_is_read_as_a_person_writes_it(name, value, field, meant):
    project, findings = read((name, value))
    found = getattr(project, field)
    assert (found.key if field == "zone" else found) == meant
    assert findings == []


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("Time zone", "Middle Earth", "is not a time zone; expected a name such as Europe/Berlin"),
        ("Time zone", "../UTC", "is not a time zone"),
        ("Business days", "Mo-Blursday", "is not a list of days"),
        ("Business days", "Mon-Wed-Fri", "is not a list of days"),
        ("Business days", "Mon-", "is not a list of days"),
        ("Holidays country", "Germany", "is not a country; expected two letters"),
        ("Sending hours", "all day", "is not a span of hours"),
        ("Sending hours", "25:00-26:00", "is not a span of hours"),
        ("Sending hours", "17:00-09:00", "is not a span of hours"),
        ("Daily cap", "many", "is not a number"),
        ("Daily cap", True, "is not a number"),
        ("Daily cap", 0, "is not a count; expected a whole number from 1"),
        ("Daily cap", 2.5, "is not a count"),
        ("Daily cap", -3, "is out of range"),
        ("AI calls per run", "nan", "is out of range"),
        ("Cadence (business days)", "3, x", "is not a list of days"),
        ("Cadence (business days)", "0, 3", "is not a list of days"),
        ("Route within (days)", "soon", "is not a number"),
        ("Live stages", "Meeting, Lunch", "is not a list of stages"),
        ("Live stages", ";", "is not a list of stages"),
        ("Review weekday", "someday", "is not a weekday; expected such as Friday"),
        ("Review weekday", "monkey", "is not a weekday"),
        ("High value from", "1e13", "is out of range"),
    ],
)
def test_sy008_a_value_that_cannot_be_used_is_named_and_the_default_counts(name, value, words):
    project, findings = read((name, value))
    usual, _ = read_settings(None, whole()["Settings"])
    assert project == usual
    assert len(findings) == 1
    assert findings[0].startswith(f"{name}: ")
    assert words in findings[0]
    assert "the default" in findings[0]


def test_sy008_unknown_and_doubled_lines_are_named():
    project, findings = read(
        ("Lunch break", "12:00"), (None, "5"), ("Daily cap", 10), ("daily cap", 20)
    )
    assert findings == [
        "“Lunch break” is not a setting.",
        "this line names no setting.",
        "“Daily cap” stands twice; the upper line counts.",
    ]
    assert project.daily_cap == 10


def test_sy008_stands_at_its_cell_in_the_report_and_in_to_do(tmp_path):
    own = team(tmp_path / "sales.xlsx")
    own.types("Settings", "Daily cap", {"Value": "lots"})
    report = own.sync()
    (found,) = (f for f in report["findings"] if f["code"] == "SY008")
    assert (found["tab"], found["column"], found["severity"]) == ("Settings", "Value", "warning")
    assert own.codes("Daily cap", "Settings", report) == {"SY008"}
    assert "SY008" in [row["Code"] for row in own.rows("To do")]


def test_today_is_the_date_in_the_teams_zone(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Nord"))
    own.types("Settings", "Time zone", {"Value": "Pacific/Auckland"})
    own.run("sync", "--no-ai", "--now", "2026-03-02T23:30")
    assert own.rows("Log")[0]["Time"] == datetime(2026, 3, 2, 23, 30)
    assert own.row("Research", "Nord")["Status"] == "Handed to Qualification on 2026-03-02"
    with_both = own.run("sync", "--today", "2026-03-02", "--now", "2026-03-02T10:00")
    assert with_both.exit_code == 2
    assert "exclude each other" in with_both.stderr


def test_today_means_noon_of_that_day_in_the_teams_zone(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Nord"))
    own.types("Settings", "Time zone", {"Value": "Pacific/Kiritimati"})
    own.sync("--no-ai", today="2028-02-29")
    assert own.rows("Log")[0]["Time"] == datetime(2028, 2, 29, 12, 0)
    book = load_workbook(own.path)
    assert own.rows("To do")[0]["Since"] == datetime(2028, 2, 29)
    assert book["To do"]["J2"].is_date
    assert date(2028, 2, 29).isoformat() in own.row("Research", "Nord")["Status"]
