"""Who a lead is: ids given once, that survive whatever people do to rows, and look-alikes."""

from copy import copy
from typing import Any

import pytest
from openpyxl import load_workbook

from sheetsync.identity import company_domain, person_key
from tests.workbooks import DECIDED, Team, header_of, lead, place_of, row_of, team

NAMES = ("Acme", "Bolt", "Cargo")


@pytest.fixture(scope="module")
def first(tmp_path_factory, home_of_the_session) -> Team:
    own = team(tmp_path_factory.mktemp("identity") / "sales.xlsx", *map(lead, NAMES))
    own.sync()
    own.types("Qualification", "Acme", DECIDED)
    own.sync()
    return own


@pytest.fixture
def synced(first, tmp_path) -> Team:
    """Three leads with their ids, one of them handed to Outreach."""
    return first.copied(tmp_path)


def cells(own: Team, tab: str, row: int) -> list[Any]:
    return [cell.value for cell in load_workbook(own.path)[tab][row]]


def place(own: Team, tab: str, row: int, values: list[Any]) -> None:
    with own.editing() as book:
        for column, value in enumerate(values, start=1):
            book[tab].cell(row, column).value = value


def test_r17_ids_are_given_once_in_order(synced):
    assert synced.ids() == {"Acme": "L-0001", "Bolt": "L-0002", "Cargo": "L-0003"}
    synced.adds("Research", lead("Dock"))
    synced.sync()
    assert synced.ids()["Dock"] == "L-0004"
    assert synced.sync()["changes"] == []


def test_r17_an_id_is_never_given_again(synced):
    with synced.editing() as book:
        book["Research"].delete_rows(5)
        book["Qualification"].delete_rows(row_of(book["Qualification"], "Cargo"))
    synced.adds("Research", lead("Dock"))
    synced.sync()
    assert synced.ids()["Dock"] == "L-0004", "L-0003 stands in the Log"


def test_r17_ids_survive_sorting(synced):
    with synced.editing() as book:
        for tab in ("Research", "Qualification"):
            sheet = book[tab]
            rows = [[cell.value for cell in sheet[row]] for row in (3, 4, 5)]
            for row, values in zip((3, 4, 5), reversed(rows), strict=True):
                for column, value in enumerate(values, start=1):
                    sheet.cell(row, column).value = value
    report = synced.sync()
    assert {change["tab"] for change in report["changes"]} <= {"To do", "Log"}
    assert synced.ids() == {"Acme": "L-0001", "Bolt": "L-0002", "Cargo": "L-0003"}
    assert synced.row("Qualification", "Acme")["Decision"] == "pursue"
    assert synced.row("Outreach", "L-0001")["Company"] == "Acme"


def test_r17_ids_survive_a_row_inserted_above_and_a_new_name(synced):
    with synced.editing() as book:
        book["Research"].insert_rows(3)
    synced.types("Research", "Bolt", {"Company": "Bolt & Sons"})
    synced.sync()
    assert synced.ids() == {"Acme": "L-0001", "Bolt & Sons": "L-0002", "Cargo": "L-0003"}
    assert synced.row("Qualification", "L-0002")["Company"] == "Bolt & Sons"


def test_r17_ids_survive_reordered_columns(synced):
    with synced.editing() as book:
        sheet = book["Research"]
        width = sheet.max_column
        for row in range(2, 6):
            values = [sheet.cell(row, column).value for column in range(1, width + 1)]
            for column, value in enumerate(reversed(values), start=1):
                sheet.cell(row, column).value = value
    assert synced.sync()["changes"] == [] or {
        change["tab"] for change in synced.sync()["changes"]
    } <= {"To do"}
    assert synced.ids() == {"Acme": "L-0001", "Bolt": "L-0002", "Cargo": "L-0003"}


def test_id001_a_copied_row_freezes_both_until_one_id_is_cleared(synced):
    place(synced, "Research", 6, cells(synced, "Research", 4))
    report = synced.sync()
    found = [f for f in report["findings"] if f["code"] == "ID001"]
    assert [f["row"] for f in found] == [4, 6]
    assert found[0]["message"] == "Lead ID L-0002 stands on rows 4, 6; the row is frozen."
    assert synced.row("Research", "L-0002")["Status"] == "Frozen: the Lead ID is not clear"
    assert synced.sync()["changes"] == []
    with synced.editing() as book:
        book["Research"].cell(6, place_of(book["Research"], "Lead ID")).value = None
    report = synced.sync()
    assert not [f for f in report["findings"] if f["code"] in ("ID001", "SY004")], "as the fix says"
    assert sorted(row["Lead ID"] for row in synced.rows("Research")) == [
        "L-0001", "L-0002", "L-0003", "L-0004",
    ]  # fmt: skip
    assert synced.row("Research", "L-0004")["Status"].startswith("Handed to Qualification")
    assert synced.sync()["changes"] == []


def test_id001_what_a_copied_row_had_decided_does_not_count_for_the_new_lead(synced):
    values = cells(synced, "Research", 3)
    values[0] = None
    place(synced, "Research", 6, values)
    synced.sync()
    assert synced.row("Research", "L-0004")["Company"] == "Acme"
    assert synced.row("Qualification", "L-0004")["Decision"] is None
    assert len(synced.rows("Outreach")) == 1


@pytest.mark.parametrize("typed", ["L-0009", "007"])
def test_id001_an_edited_id_freezes_the_row_and_clearing_it_brings_the_old_one_back(synced, typed):
    synced.types("Research", "Bolt", {"Lead ID": typed})
    report = synced.sync()
    assert "ID001" in synced.codes("Bolt", "Research", report)
    assert synced.row("Research", "Bolt")["Lead ID"] == typed, "a person's text stays"
    again = synced.sync()
    assert "ID001" in synced.codes("Bolt", "Research", again)
    assert again["changes"] == []
    synced.types("Research", "Bolt", {"Lead ID": None})
    report = synced.sync()
    assert synced.ids()["Bolt"] == "L-0002"
    assert "ID001" not in {f["code"] for f in report["findings"]}


def test_id001_a_typed_id_freezes_the_row_for_as_long_as_it_stands(synced):
    synced.adds("Research", lead("Dock") | {"Lead ID": "L-0044"})
    for _ in range(3):
        report = synced.sync()
        assert synced.codes("Dock", "Research", report) == {"ID001"}
    assert report["changes"] == []
    assert "Dock" not in {row["Company"] for row in synced.rows("Qualification")}
    synced.types("Research", "Dock", {"Lead ID": None})
    synced.sync()
    assert synced.ids()["Dock"].startswith("L-00")
    assert synced.row("Qualification", "Dock")["Lead ID"] == synced.ids()["Dock"]


def test_a_blanked_id_is_restored_on_every_tab(synced):
    for tab in ("Research", "Qualification", "Outreach"):
        synced.types(tab, "Acme", {"Lead ID": None})
    report = synced.sync()
    assert "ID001" not in {f["code"] for f in report["findings"]}
    for tab in ("Research", "Qualification", "Outreach"):
        assert synced.row(tab, "Acme")["Lead ID"] == "L-0001"
    assert len(synced.rows("Qualification")) == 3


def test_an_id_is_valid_without_its_sync_state_when_the_log_knows_it(synced):
    for name in NAMES:
        synced.types("Research", name, {"Sync state": None})
    report = synced.sync()
    assert not {f["code"] for f in report["findings"]} & {"ID001", "SY004"}
    assert synced.ids() == {"Acme": "L-0001", "Bolt": "L-0002", "Cargo": "L-0003"}
    assert synced.sync()["changes"] == []
    synced.types("Research", "Bolt", {"Role": None})
    report = synced.sync()
    assert synced.codes("Bolt", "Research", report) == {"RS001"}, "its cells are computed as before"


def test_a_damaged_sync_state_counts_as_none(synced):
    synced.types("Research", "Bolt", {"Sync state": '{"id": "L-00'})
    synced.types("Research", "Cargo", {"Sync state": "hello"})
    synced.types("Qualification", "Acme", {"Sync state": "[1]"})
    synced.sync()
    assert synced.ids() == {"Acme": "L-0001", "Bolt": "L-0002", "Cargo": "L-0003"}
    assert len(synced.rows("Outreach")) == 1
    assert synced.sync()["changes"] == []


def test_id001_doubled_and_edited_rows_of_later_blocks_freeze_too(synced):
    place(synced, "Qualification", 6, cells(synced, "Qualification", 3))
    synced.types("Outreach", "Acme", {"Lead ID": "L-0002"})
    report = synced.sync()
    assert [
        f["row"] for f in report["findings"] if (f["code"], f["tab"]) == ("ID001", "Qualification")
    ] == [3, 6]
    assert "ID001" in synced.codes("Acme", "Outreach", report)
    assert synced.row("Outreach", "Acme")["Status"] == "Frozen: the Lead ID is not clear"
    assert synced.sync()["changes"] == []


def test_two_blanked_copies_of_a_row_do_not_share_an_id(synced):
    values = cells(synced, "Qualification", 3)
    values[0] = None
    place(synced, "Qualification", 6, values)
    place(synced, "Qualification", 3, values)
    synced.sync()
    ids = [row["Lead ID"] for row in synced.rows("Qualification")]
    assert ids.count("L-0001") == 1


def test_r17_rows_that_look_alike_are_pointed_out_and_never_merged(tmp_path):
    own = team(
        tmp_path / "sales.xlsx",
        lead("Acme"),
        lead("Acme Ltd", Contact="Kim Li", Reachable_path="kim@acme.example"),
        lead("Bolt", Website=None, Channel="linkedin", Reachable_path="linkedin.com/in/kim-li/"),
        lead(
            "Bolt GmbH",
            Website=None,
            Channel="linkedin",
            Reachable_path="https://www.linkedin.com/in/kim-li?x=1",
        ),
        lead("Cargo", Website=None, Reachable_path="cargo@gmail.com"),
        lead("Dock", Website=None, Reachable_path="dock@gmail.com"),
        lead("Echo", Website=None, Channel="phone", Reachable_path="+49 30 1234567"),
        lead("Echo AG", Website=None, Channel="phone", Reachable_path="0049 (30) 123-45-67"),
        lead("Fox", Website=None, Channel="other", Reachable_path="the fair"),
        lead("fox", Website=None, Channel="other", Reachable_path="the stand", Contact="DANA  FOX"),
    )
    report = own.sync("--no-ai")
    flagged = {
        row["Company"]: row["Flags"] for row in own.rows("Research") if row["Flags"] is not None
    }
    assert set(flagged) == {
        "Acme",
        "Acme Ltd",
        "Bolt",
        "Bolt GmbH",
        "Echo",
        "Echo AG",
        "Fox",
        "fox",
    }
    assert flagged["Acme"].startswith("May be the same company as L-0002 (acme.example).")
    assert flagged["Bolt"].startswith("May be the same person as L-0004")
    assert {f["severity"] for f in report["findings"] if f["code"] == "ID002"} == {"warning"}
    assert len(own.rows("Research")) == len(own.rows("Qualification")) == 10


def test_r17_many_look_alikes_are_named_in_short(tmp_path):
    leads = [
        lead(f"Acme {n}", Website="acme.example", Reachable_path=f"p{n}@acme.example")
        for n in range(6)
    ]
    own = team(tmp_path / "sales.xlsx", *leads)
    own.sync("--no-ai")
    assert own.row("Research", "Acme 0")["Flags"].startswith(
        "May be the same company as L-0002, L-0003, L-0004 and 2 more (acme.example)."
    )


@pytest.mark.parametrize(
    ("address", "company"),
    [
        ("https://www.shop.acme.co.uk/about?x=1", "acme.co.uk"),
        ("ACME.example", "acme.example"),
        ("dana@mail.acme.com", "acme.com"),
        ("mailto:dana@acme.com", "acme.com"),
        ("https://user@acme.com:8080/", "acme.com"),
        ("dana@gmail.com", ""),
        ("https://www.linkedin.com/company/acme", ""),
        ("co.uk", ""),
        ("10.0.0.1", ""),
        ("acme", ""),
        ("the acme site", ""),
        ("", ""),
        ("http://[::1", ""),
        ("https://?.com", ""),
    ],
)
def test_r17_a_company_is_known_by_its_own_domain(address, company):
    assert company_domain(address) == company


@pytest.mark.parametrize(
    ("path", "contact", "company", "person"),
    [
        ("Dana@Acme.com", "", "", "dana@acme.com"),
        ("mailto:dana@acme.com", "", "", "dana@acme.com"),
        ("https://linkedin.com/in/Dana/?trk=x", "", "", "linkedin.com/in/dana"),
        ("0049 30 1234567", "", "", "+49301234567"),
        ("+49 30 1234567", "", "", "+49301234567"),
        ("12345", "Dana  Ruiz", "ACME", "dana ruiz, acme"),
        ("", "Dana", "", ""),
        ("", "", "Acme", ""),
    ],
)
def test_r17_a_person_is_known_by_address_number_or_name_at_a_company(
    path, contact, company, person
):
    assert person_key(path, contact, company) == person


def test_mass_change_stops_before_anything_is_written_and_goes_on_when_told(tmp_path):
    own = team(tmp_path / "sales.xlsx", *(lead(f"Firm {n}") for n in range(11)))
    own.sync("--no-ai")
    with own.editing() as book:
        book["Research"].delete_rows(3, 6)
    before = own.path.read_bytes()
    for command in ("sync", "plan"):
        told = own.run(command, "--no-ai", "--today", "2026-03-03")
        assert told.exit_code == 4
        assert "Research holds 5 of 11 leads: more than half are gone." in told.stderr
        assert "--accept" in told.stderr
        assert own.path.read_bytes() == before
    assert own.run("check", "--no-ai", "--today", "2026-03-03").exit_code == 0
    own.sync("--no-ai", "--accept", today="2026-03-03")
    assert "mass change accepted" in [row["Event"] for row in own.rows("Log")]
    assert own.sync("--no-ai", today="2026-03-03")["changes"] == []


def test_a_few_leads_may_go_without_being_asked(tmp_path):
    own = team(tmp_path / "sales.xlsx", *(lead(f"Firm {n}") for n in range(9)))
    own.sync("--no-ai")
    with own.editing() as book:
        book["Research"].delete_rows(3, 9)
    report = own.sync("--no-ai")
    assert {f["code"] for f in report["findings"]} == {"HO002"}


def test_p9_what_people_added_beside_a_lead_stays_with_it(synced):
    with synced.editing() as book:
        sheet = book["Research"]
        column = sheet.max_column + 1
        sheet.cell(header_of(sheet), column).value = "Our own column"
        sheet.cell(row_of(sheet, "Bolt"), column).value = "call after lunch"
        sheet.cell(row_of(sheet, "Bolt"), column)._style = copy(sheet["B3"]._style)
    synced.types("Research", "Bolt", {"Role": None})
    synced.sync()
    assert synced.row("Research", "Bolt")["Our own column"] == "call after lunch"
    assert "RS001" in synced.row("Research", "Bolt")["Flags"]


# Requirements that the tests above prove, by the numbers in their names:
# R17
