"""Reading someone's list: every value as it stands, and a plain answer where it is no list."""

import csv
import io
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.errors import UsageError, WrongBook
from sheetsync.lists import ForeignList, Skipped, read_list


def listed(tmp_path, content, name="leads.csv") -> ForeignList:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_list(path)


def workbook(tmp_path, *sheets):
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    path = tmp_path / "leads.xlsx"
    book.save(path)
    return path


def test_a_plain_list_is_read_with_its_row_numbers(tmp_path):
    found = listed(tmp_path, "Company,City\nNordlicht,Kiel\nSonnwerk,Ulm\n")
    assert found == ForeignList(
        name="leads.csv",
        headers=("Company", "City"),
        rows=(("Nordlicht", "Kiel"), ("Sonnwerk", "Ulm")),
        numbers=(2, 3),
        encoding="utf-8",
        skipped=Skipped(),
        header_row=1,
    )


@pytest.mark.parametrize(
    ("codec", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp1252", "cp1252"),
    ],
)
def test_each_common_encoding_is_recognised_and_named(tmp_path, codec, said):
    found = listed(tmp_path, "Firma,Ort\nMüller & Söhne,Köln\n".encode(codec))
    assert found.headers == ("Firma", "Ort")
    assert found.rows == (("Müller & Söhne", "Köln"),)
    assert found.encoding == said


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_among_quoted_commas_and_line_breaks(tmp_path, delimiter):
    rows = [
        ["Company", "Notes", "City"],
        ["Nordlicht, Ltd; Kiel", 'says "hello",\nthen; leaves | soon', "Kiel\tNord"],
        ["Sonnwerk", "a;b;c;d;e;f", "Ulm"],
    ]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    found = listed(tmp_path, out.getvalue())
    assert [list(found.headers), *map(list, found.rows)] == rows


def test_a_semicolon_list_with_decimal_commas_and_sentences_stays_whole(tmp_path):
    found = listed(tmp_path, "Firma;Text\n" + "Nordlicht;baut, plant, prüft 1,5 t\n" * 5)
    assert found.rows[0] == ("Nordlicht", "baut, plant, prüft 1,5 t")


def test_sentences_with_equally_many_commas_below_a_title_do_not_split_a_list(tmp_path):
    texts = ["a,b,c,d,e,f"] * 4 + ["a", "a,b", "a,b", "a,b,c", "a,b,c,d", "a,b,c,d,e"]
    rows = [("Nord", text) for text in texts]
    found = listed(tmp_path, "Leads\n\nFirma;Text\n" + "".join(f"{a};{b}\n" for a, b in rows))
    assert found.rows == tuple(rows)


def test_a_ragged_list_is_not_split_at_a_stray_semicolon(tmp_path):
    found = listed(tmp_path, "A,B,C,D\n" + "1;,2,3,4\n5;,6\n" * 6 + "1,2,3,4\n")
    assert found.headers == ("A", "B", "C", "D")


def test_a_list_of_one_column_is_not_split(tmp_path):
    found = listed(tmp_path, "Company\nNordlicht, Ltd\nSonnwerk\nBergquell\n")
    assert found.headers == ("Company",)
    assert found.rows == (("Nordlicht, Ltd",), ("Sonnwerk",), ("Bergquell",))


def test_the_line_that_tells_excel_the_delimiter_is_obeyed_and_counted(tmp_path):
    found = listed(tmp_path, "sep=|\nCompany|Text\nNordlicht|a,b\n")
    assert found.headers == ("Company", "Text")
    assert found.rows == (("Nordlicht", "a,b"),)
    assert found.numbers == (3,)


def test_short_rows_are_padded_and_longer_rows_keep_every_value(tmp_path):
    found = listed(tmp_path, "A,B,C\nx,y,z\nx\nx,y,z,more,\nx,y,z\nx,y,z\n")
    assert found.headers == ("A", "B", "C", "Column 4")
    assert found.rows[1] == ("x", "", "", "")
    assert found.rows[2] == ("x", "y", "z", "more")


def test_blank_rows_are_skipped_and_counted_and_row_numbers_stay_true(tmp_path):
    found = listed(tmp_path, "\nCompany,City\n\nNordlicht,Kiel\n , \nSonnwerk,Ulm\n")
    assert found.numbers == (4, 6)
    assert found.skipped.blank == 2


def test_blank_and_doubled_headers_get_names_of_their_own(tmp_path):
    found = listed(tmp_path, "Notes,notes,,Column 3,Notes (2),#,#\na,b,c,d,e,f,g\n")
    assert found.headers == (
        *("Notes", "notes (2)", "Column 3", "Column 3 (2)"),
        *("Notes (2) (2)", "#", "# (2)"),
    )


def test_the_header_is_found_below_title_rows_and_the_titles_are_reported(tmp_path):
    found = listed(
        tmp_path,
        "Our prospects\nExported,2026-01-05\n\nCompany,City,Phone,Web\n" + "Nord,Kiel,1,w\n" * 3,
    )
    assert found.headers == ("Company", "City", "Phone", "Web")
    assert found.header_row == 4
    assert found.skipped == Skipped(blank=0, above=("Our prospects", "Exported 2026-01-05"))
    assert found.numbers == (5, 6, 7)


@pytest.mark.parametrize(
    "first",
    [
        "Nordlicht,kontakt@nordlicht.example,Kiel",
        "Nordlicht,https://nordlicht.example/de,Kiel",
        "Nordlicht,nordlicht.com,Kiel",
        "Nordlicht,+49 (431) 55-01,Kiel",
        "Nordlicht,2026-01-05,Kiel",
    ],
)
def test_a_list_without_a_header_loses_no_lead(tmp_path, first):
    found = listed(tmp_path, f"{first}\nSonnwerk,,Ulm\n")
    assert found.headers == ("Column 1", "Column 2", "Column 3")
    assert found.header_row is None
    assert found.rows[0] == tuple(first.split(","))
    assert found.numbers == (1, 2)


def test_a_lead_is_never_taken_for_a_title(tmp_path):
    found = listed(tmp_path, "Nordlicht,nordlicht.com,\nSonnwerk,Solar,Ulm\n")
    assert found.header_row is None
    assert len(found.rows) == 2


def test_only_a_surrounding_nul_or_byte_order_mark_is_trimmed(tmp_path):
    found = listed(tmp_path, "\ufeff\ufeffCompany,Text\n\0Nord\0licht\0,  two  spaces \n")
    assert found.headers == ("Company", "Text")
    assert found.rows == (("Nord\0licht", "  two  spaces "),)


def test_a_stray_control_character_does_not_make_a_list_unreadable(tmp_path):
    found = listed(tmp_path, "Company,Text\nNordlicht,ends with a bell\x07\nSonnwerk,none\n")
    assert found.rows[0] == ("Nordlicht", "ends with a bell\x07")


def test_a_field_of_any_size_is_kept(tmp_path):
    before = 100_000
    csv.field_size_limit(before)
    found = listed(tmp_path, f'Company,Text\nNordlicht,"{"long " * 60_000}"\n')
    assert len(found.rows[0][1]) == 300_000
    assert csv.field_size_limit() == before


def test_quotation_marks_that_do_not_pair_up_are_ordinary_text(tmp_path):
    found = listed(tmp_path, 'Company\tText\nNord\t"Best" tools\nSonn\t"open\nBerg\t5" pipe\n')
    assert found.rows == (("Nord", '"Best" tools'), ("Sonn", '"open'), ("Berg", '5" pipe'))


def test_a_quotation_mark_that_is_never_closed_is_refused_with_its_line(tmp_path):
    text = 'A,B,C\n1,"x, y",z\n2,"x, y",z\n3,"x, y,z\n4,"x, y",z\n'
    with pytest.raises(UsageError, match=r"quotation mark near line 4 .* Nothing was imported"):
        listed(tmp_path, text)


# Text of any script with NUL, tabs and line breaks; other control characters make a file no list.
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\0\t\n\r\x85"), max_size=12
)


@given(
    rows=st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=8),
    delimiter=st.sampled_from(",;\t|"),
)
def test_what_a_spreadsheet_program_writes_is_read_back_value_by_value(
    tmp_path_factory, rows, delimiter
):
    rows = [("lead", *(value.strip("\0\ufeff") for value in row)) for row in rows]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([("Company", "Text", "Remark", "City"), *rows])
    found = listed(tmp_path_factory.mktemp("list"), out.getvalue())
    assert found.headers == ("Company", "Text", "Remark", "City")
    assert list(found.rows) == rows
    assert found.skipped == Skipped()


def test_a_workbook_shows_its_values_as_a_person_sees_them(tmp_path):
    moment = datetime(2026, 1, 5, 9, 30)
    path = workbook(
        tmp_path,
        ("Cover", [["Prospects 2026"]]),
        ("Leads", [["Company", "n"], ["Nord", 7.0], [None, None], [True, date(2026, 1, 5)]]),
        ("More", [["Company", "n"], ["Sonn", moment], ["Berg", time(9, 30)]]),
    )
    found = read_list(path)
    assert found.rows == (("Nord", "7"), ("TRUE", "2026-01-05"))
    assert found.numbers == (2, 4)
    assert found.encoding is None
    assert found.skipped == Skipped(blank=1, sheets=("More",))


def test_hidden_sheets_are_no_list_and_times_stay_times(tmp_path):
    path = workbook(
        tmp_path,
        ("Secret", [["Company"], ["Old"]]),
        (
            "Leads",
            [["Company", "At"], ["Nord", datetime(2026, 1, 5, 9, 30)], ["Sonn", time(9, 30)]],
        ),
    )
    from openpyxl import load_workbook

    book = load_workbook(path)
    book["Secret"].sheet_state = "hidden"
    book.save(path)
    assert read_list(path).rows == (("Nord", "2026-01-05 09:30"), ("Sonn", "09:30:00"))


def test_a_workbook_called_csv_is_read_as_a_workbook(tmp_path):
    path = workbook(tmp_path, ("Leads", [["Company"], ["Nord"]])).rename(tmp_path / "leads.csv")
    assert read_list(path).rows == (("Nord",),)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "holds no leads"),
        (b"\n\n , \n", "holds no leads"),
        (b"Company,City\n", "holds no leads"),
        (b"%PDF-1.7\n", "is not a list: it is a PDF"),
        (b"\x89PNG\r\n\x1a\n", "is not a list: it is an image"),
        (b"<!DOCTYPE html><table>", "is not a list: it is a web page"),
        (b'[{"company": "Nord"}]', "is not a list: it is a web page or a data file"),
        (b"\x81\x8d\x8f\x90", "characters cannot be read as text"),
        (b"\x01\x02\x03ab", "characters cannot be read as text"),
        (b"\xff\xfea", "characters cannot be read as text"),
    ],
)
def test_what_is_no_list_is_named_with_what_to_do_next(tmp_path, content, what):
    with pytest.raises(UsageError, match=what) as caught:
        listed(tmp_path, content)
    assert caught.value.not_done == "Nothing was imported."
    assert caught.value.next_step


def test_an_empty_workbook_holds_no_leads(tmp_path):
    with pytest.raises(UsageError, match="holds no leads"):
        read_list(workbook(tmp_path, ("Leads", [["Company"]])))


@pytest.mark.parametrize("name", ["leads.numbers", "leads.xlsx"])
def test_a_package_that_is_no_workbook_is_told_how_to_save_it_again(tmp_path, name):
    with pytest.raises(WrongBook, match=r"not a workbook that can be read.*save it as CSV UTF-8"):
        listed(tmp_path, b"PK\x03\x04 something else", name)


def test_a_workbook_with_a_password_says_so(tmp_path):
    encrypted = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(WrongBook, match="protected by a password"):
        listed(tmp_path, encrypted, "leads.xlsx")


def test_a_missing_file_a_folder_and_a_closed_door_each_say_so(tmp_path):
    with pytest.raises(UsageError, match="There is no file"):
        read_list(tmp_path / "leads.csv")
    with pytest.raises(UsageError, match="is a folder"):
        read_list(tmp_path)
    (tmp_path / "round.csv").symlink_to(tmp_path / "round.csv")
    with pytest.raises(UsageError, match="cannot be opened"):
        read_list(tmp_path / "round.csv")
