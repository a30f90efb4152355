"""The tests' quick way to type into a workbook leaves what openpyxl would leave."""

from datetime import date, datetime

import pytest

from tests import workbooks
from tests.typed_cells import Unusual, one_tab
from tests.workbooks import contents, fill, lead, team

VALUES = ["Dock plans", "a <b> & “c”", " two\nlines ", "", "007", "@x", 7, -1.5, True, False, None]
VALUES += [date(2026, 3, 1), datetime(2026, 3, 1, 13, 30)]


def test_each_value_stands_where_openpyxl_would_put_it_and_nothing_else_changes(tmp_path):
    quick = team(tmp_path / "b.xlsx", *(lead(f"Firm {place}") for place in range(len(VALUES))))
    (tmp_path / "other").mkdir()
    slow = quick.copied(tmp_path / "other")
    cells = {f"Firm {n}": {"Role": one, "Source URL": one} for n, one in enumerate(VALUES)}
    with slow.editing() as book:
        for who, own in cells.items():
            fill(book["Research"], who, own)
    for who, own in cells.items():
        quick.types("Research", who, own)
    assert contents(quick.path) == contents(slow.path)


def test_a_date_in_a_column_of_dates_needs_no_openpyxl_and_shows_as_one(tmp_path):
    own = team(tmp_path / "b.xlsx")
    with one_tab(own.path, "Our claims") as tab:
        workbooks.add(tab, {"Claim": "We plan.", "Valid until": date(2026, 3, 1)})
    assert own.row("Our claims", "We plan.")["Valid until"] == datetime(2026, 3, 1)


def test_rows_are_added_below_the_last_one_and_found_again_by_the_program(tmp_path):
    own = team(tmp_path / "b.xlsx")
    own.adds("Research", lead("Alpha"), lead("Beta"))
    own.sync()
    own.adds("Research", lead("Gamma"))
    own.sync()
    assert own.ids() == {"Alpha": "L-0001", "Beta": "L-0002", "Gamma": "L-0003"}


@pytest.mark.parametrize("text", ["=1+1", "#REF!", "a\rb", "n" * 40_000])
def test_what_needs_more_than_the_cell_is_left_to_openpyxl(tmp_path, text):
    own = team(tmp_path / "b.xlsx", lead("Alpha"))
    before = own.path.read_bytes()
    with pytest.raises(Unusual), one_tab(own.path, "Research") as tab:
        workbooks.fill(tab, "Alpha", {"Role": text})
    assert own.path.read_bytes() == before
