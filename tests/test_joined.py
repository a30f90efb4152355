"""Several writes of one run are told, and taken back, as one."""

from sheetsync.errors import StaleBook
from sheetsync.joined import joined, joined_receipt
from sheetsync.plan import AddColumn, AppendRow, Plan, SetCell, SetLink
from sheetsync.receipt import Receipt


def plan(*changes, run="one", book="a", links=None):
    return Plan(run, book, "c", changes, links or {})


def cell(before, after, key="L-1", row=3, tab="Research", column="AI note"):
    return SetCell(tab, key, row, column, before, after)


def test_a_cell_set_twice_goes_from_its_first_value_to_its_last_wherever_its_row_has_moved():
    told = joined(plan(cell(None, "x")), plan(cell("x", "y", row=9), run="two", book="b"))
    assert told.changes == (cell(None, "y", row=9),)
    assert (told.run, told.book) == ("one", "a")


def test_a_cell_that_ends_as_it_began_is_no_change():
    assert joined(plan(cell("x", "y")), plan(cell("y", "x"))).is_empty


def test_rows_without_a_key_are_told_apart_by_their_place():
    first, other = cell(None, 1, key="", row=3), cell(None, 2, key="", row=4)
    assert joined(plan(first), plan(other)).changes == (first, other)


def test_what_is_set_in_a_row_that_the_run_has_added_belongs_to_the_row():
    added = AppendRow("Research", "L-1", 7, {"Lead ID": "L-1", "AI note": "x"})
    told = joined(plan(added), plan(cell("x", "y", row=7)))
    assert told.changes == (AppendRow("Research", "L-1", 7, {"Lead ID": "L-1", "AI note": "y"}),)


def test_new_columns_and_links_stay():
    column, link = (
        AddColumn("Research", "Fit: Size", 9, 2),
        SetLink("To do", "", 4, "Where", "", "B"),
    )
    told = joined(
        plan(column, links={"To do": {(1, "Where"): "A"}}),
        plan(link, links={"To do": {(4, "Where"): "B"}}),
    )
    assert told.changes == (column, link)
    assert told.links == {"To do": {(4, "Where"): "B"}}


def test_a_receipt_counts_what_the_whole_run_wrote():
    added = AppendRow("Log", "", 7, {"Run": "one"})
    first = Receipt("one", 1, 1, 2, "after one", 1, plan(cell(None, "x"), added))
    second = Receipt("two", 2, 0, 1, "after two", 0, plan(cell("x", "y"), cell(None, "z", "L-2")))
    told = joined_receipt(first, second)
    assert (told.run, told.cells_written, told.rows_appended) == ("one", 2, 1)
    assert (told.dropped, told.repaired, told.digest) == (3, 1, "after two")


def test_a_round_that_wrote_nothing_adds_nothing_but_what_it_gave_up_and_what_stopped_it():
    stop = StaleBook("It moved.", not_done="Nothing.", next_step="Again.")
    wrote = Receipt("one", 1, digest="after one", plan=plan(cell(None, "x")))
    told = joined_receipt(wrote, Receipt("two", dropped=1, stopped=stop))
    assert (told.run, told.digest, told.dropped, told.stopped) == ("one", "after one", 1, stop)
    assert joined_receipt(Receipt(""), wrote) == wrote
    assert joined_receipt(Receipt(""), Receipt("two")).run == "two"
