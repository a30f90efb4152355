"""Which header feeds which Research column: a wrong guess is worse than none, and nothing is lost."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync import resources
from sheetsync.errors import ContractError, UsageError
from sheetsync.header_meanings import fold, read_meanings
from sheetsync.imported_leads import to_leads
from sheetsync.lists import ForeignList, Skipped
from sheetsync.matching import Match, match_headers

COLUMNS = (
    *("Company", "Website", "Contact", "Role", "Segment", "Channel", "Reachable path"),
    *("Source notes", "Source URL", "Probable problem", "Relevance signal", "Signal source"),
    *("Confidence", "Estimated value", "Sensitive"),
)
TABLE = resources.template_yaml("import-headers.yaml")
MEANINGS = read_meanings(TABLE)


def matches(headers, rows=(), given=None):
    return match_headers(headers, rows, COLUMNS, meanings=MEANINGS, given=given)


def placed(headers, rows=(), given=None):
    return {m.header: m.column for m in matches(headers, rows, given) if m.column}


def a_list(headers, *rows):
    numbers = tuple(range(2, len(rows) + 2))
    return ForeignList("leads.csv", tuple(headers), tuple(rows), numbers, "utf-8", Skipped(), 1)


def leads(headers, *rows, given=None):
    return to_leads(a_list(headers, *rows), matches(headers, rows, given))


@pytest.mark.parametrize("column", COLUMNS)
def test_our_own_headers_match_themselves_in_any_writing(column):
    for text in (column, column.upper(), f" {column.replace(' ', '_')}: "):
        assert matches([text]) == (Match(text, column, "same", 1.0),)


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Description", "Source notes"),
        ("About", "Source notes"),
        ("Full name", "Contact"),
        ("Contact person", "Contact"),
        ("Title", "Role"),
        ("Job Title", "Role"),
        ("jobTitle", "Role"),
        ("Homepage", "Website"),
        ("Domain", "Website"),
        ("Organisation", "Company"),
        ("Account", "Company"),
        ("Startup", "Company"),
        ("Firma", "Company"),
        ("Ansprechpartner", "Contact"),
        ("Société", "Company"),
        ("SOCIETE", "Company"),
        ("Intitulé du poste", "Role"),
        ("Página web", "Website"),
        ("Descripción", "Source notes"),
    ],
)
def test_what_other_lists_call_our_columns_is_known(header, column):
    assert matches([header]) == (Match(header, column, "means", 0.95),)


@pytest.mark.parametrize(
    ("header", "channel"),
    [
        ("E-Mail", "email"),
        ("eMail", "email"),
        ("email_address", "email"),
        ("Correo electrónico", "email"),
        ("Phone", "phone"),
        ("Téléphone", "phone"),
        ("Numéro de téléphone", "phone"),
        ("LinkedIn", "linkedin"),
        ("Person Linkedin Url", "linkedin"),
    ],
)
def test_a_path_says_by_its_header_how_it_reaches_the_buyer(header, channel):
    (match,) = matches([header])
    assert match.column == "Reachable path"
    assert match.channel == channel


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Compnay", "Company"),
        ("Webiste", "Website"),
        ("Descripton", "Source notes"),
        ("Probable probelm", "Probable problem"),
    ],
)
def test_a_slip_of_the_keyboard_is_forgiven(header, column):
    (match,) = matches([header])
    assert (match.column, match.how) == (column, "similar")
    assert 0.83 <= match.score < 1


@pytest.mark.parametrize(
    "header",
    [
        *("Satus", "Status", "Year Founded", "Categories", "Headquarters (City)", "Industry"),
        *("Amounts raised in different funding rounds", "Contract", "Founded", "Contacté"),
        *(
            "Votes",
            "Romain",
            "Contact 2",
            "Website2",
            "Notes (2)",
            "Company LinkedIn URL",
            "Persona",
        ),
        *("Amount", "Lead source", "Source", "Account owner", "Company owner", "Email status"),
        *("Last contacted", "Person ID", "Column 3", "#", "Email opt out", "Estimated volume"),
    ],
)
def test_a_header_that_means_something_else_stays_unplaced(header):
    assert matches([header]) == (Match(header, None, "unplaced", 0.0),)


def test_each_column_is_fed_once_by_its_best_claim():
    assert placed(["Organisation", "Company", "Compnay"]) == {"Company": "Company"}
    assert placed(["Phone", "Email", "LinkedIn"]) == {"Email": "Reachable path"}
    assert placed(["Notes", "Description"]) == {"Description": "Source notes"}


def test_a_column_with_nothing_in_it_gives_way_to_one_with_values():
    rows = [("", "+49 431 5501", "nord.example", "")]
    assert placed(["Email", "Phone", "URL", "Website"], rows) == {
        "Phone": "Reachable path",
        "URL": "Website",
    }


@pytest.mark.parametrize(
    ("headers", "column"),
    [
        (["Name"], "Company"),
        (["Name", "Website", "Email"], "Company"),
        (["Name", "Contact", "Email"], "Company"),
        (["Name", "Company"], "Contact"),
        (["Name", "Job title"], "Contact"),
        (["Name", "Email"], "Contact"),
    ],
)
def test_a_bare_name_is_the_company_or_the_person_by_its_neighbours(headers, column):
    assert placed(headers)["Name"] == column


@pytest.mark.parametrize(
    ("first", "last"),
    [("First name", "Last name"), ("Vorname", "Name"), ("Prénom", "Nom"), ("Nombre", "Apellidos")],
)
def test_a_first_and_a_last_name_feed_contact_together(first, last):
    headers = [last, "Company", first]
    assert placed(headers) == {last: "Contact", "Company": "Company", first: "Contact"}


def test_a_whole_name_is_taken_before_its_parts():
    headers = ["First name", "Last name", "Full name"]
    assert placed(headers) == {"Full name": "Contact"}
    assert placed(headers, [("Ada", "Byron", "")]).keys() == {"First name", "Last name"}


def test_headers_whose_values_say_otherwise_are_not_believed():
    mails = [("ada@nord.example",), ("n/a",), ("bea@sonn.example",), ("cy@berg.example",)]
    (match,) = matches(["Contact"], [*mails, ("dee@tal.example",)])
    assert match == Match("Contact", "Reachable path", "values", 0.8, "email")
    assert placed(["Email"], [("sent",), ("bounced",)]) == {}
    assert placed(["Website"], [("yes",), ("no",)]) == {}
    profiles = [("https://www.linkedin.com/in/ada",), ("https://www.linkedin.com/in/bea",)]
    assert placed(["URL"], profiles) == {"URL": "Reachable path"}


def test_values_place_a_column_that_nothing_else_claimed():
    rows = [
        ("ada@nord.example", "https://nord.example/"),
        ("bea@sonn.example", "www.sonn.example"),
    ]
    found = matches(["Column 1", "Column 2"], rows)
    assert found[0] == Match("Column 1", "Reachable path", "values", 1.0, "email")
    assert found[1] == Match("Column 2", "Website", "values", 1.0)
    assert placed(["About", "Notes"], [("Boats", "a@b.example"), ("Sun", "c@d.example")]) == {
        "About": "Source notes",
        "Notes": "Reachable path",
    }
    assert placed(["Column 1", "Email"], [("a@b.example", "c@d.example")] * 2) == {
        "Email": "Reachable path"
    }


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Seller", ["ada@us.example"] * 4),
        ("Owner email", ["ada@us.example", "bea@us.example"]),
        ("Article", ["https://news.example/2026/nord", "https://paper.example/a/b"]),
        ("Column 1", ["ada@us.example"]),
        ("Mixed", ["ada@us.example", "call", "visit"]),
    ],
)
def test_values_place_nothing_that_may_be_someone_or_something_else(header, values):
    assert placed([header], [(value,) for value in values]) == {}


def test_only_the_columns_that_the_caller_names_are_targets():
    (match,) = match_headers(["Email"], [], ["Company"], meanings=MEANINGS)
    assert match.how == "unplaced"
    rows = [("a@b.example",), ("c@d.example",)]
    for header in ("Column 1", "Name", "Vorname"):
        found = match_headers([header], rows, ["Company"], meanings=MEANINGS)
        assert found[0].how == "unplaced"


def test_what_the_person_says_comes_first():
    found = matches(
        ["Organisation", "Satus", "Website", "Mail"],
        [("Nord", "x", "y.example", "a@b.example")],
        {"satus": "company", "Website": "-", "Mail": "Reachable path", "Organisation": ""},
    )
    assert found == (
        Match("Organisation", None, "given", 1.0),
        Match("Satus", "Company", "given", 1.0),
        Match("Website", None, "given", 1.0),
        Match("Mail", "Reachable path", "given", 1.0, "email"),
    )


def test_a_mapping_to_an_unknown_name_shows_the_nearest_ones():
    with pytest.raises(UsageError, match=r"no header “Compny” to map.*nearest are “Company”"):
        matches(["Company", "City"], (), {"Compny": "Company"})
    with pytest.raises(UsageError, match=r"no Research column “Note”.*“Source notes”"):
        matches(["Company"], (), {"Company": "Note"})


def test_two_headers_mapped_to_one_column_are_refused_save_for_contact():
    with pytest.raises(UsageError, match="Two headers were given to the column “Role”"):
        matches(["A", "B"], (), {"A": "Role", "B": "Role"})
    (lead,) = leads(["A", "B"], ("Ada", "Byron"), given={"A": "Contact", "B": "Contact"})
    assert lead.cells == {"Contact": "Ada Byron"}


def test_a_lead_holds_its_values_untouched_and_the_rest_below_its_notes():
    headers = ["Company", "About", "City", "Long", "Empty"]
    (lead,) = leads(headers, (" Nord ", "Builds\nboats.", "Kiel", "a\nb", " "))
    assert lead.row == 2
    assert lead.cells == {
        "Company": " Nord ",
        "Source notes": "Builds\nboats.\n\nCity: Kiel\nLong: a\nb",
    }
    assert lead.leftovers == (("City", "Kiel"), ("Long", "a\nb"))
    (bare,) = leads(["Company", "City"], ("Nord", "Kiel"))
    assert bare.cells["Source notes"] == "City: Kiel"


def test_the_channel_is_filled_by_the_path_then_by_the_header_and_never_over_a_channel_column():
    headers = ["Company", "Email"]
    rows = [
        ("Nord", "ada@nord.example"),
        ("Sonn", "ask bea@sonn.example"),
        ("Berg", "https://www.linkedin.com/in/bea"),
        ("Tal", "+49 (431) 55 01 22"),
        ("See", ""),
        ("Au", "cy@au.example"),
    ]
    found = [lead.cells.get("Channel") for lead in leads(headers, *rows)]
    assert found == ["email", "email", "linkedin", "phone", None, "email"]
    (own,) = leads([*headers, "Channel"], ("Nord", "ada@nord.example", ""))
    assert "Channel" not in own.cells
    (unknown,) = leads(["Reachable path"], ("ask at the desk",))
    assert "Channel" not in unknown.cells


def test_the_same_row_has_the_same_fingerprint_and_another_row_another():
    first, same, other = leads(
        ["Company", "City"], ("Nord", "Kiel"), ("Nord", "Kiel"), ("Nord", "")
    )
    assert first.fingerprint == same.fingerprint != other.fingerprint
    assert len(first.fingerprint) == 12
    (longer,) = leads(["Company", "City", "Column 3"], ("Nord", "Kiel", ""))
    assert longer.fingerprint == first.fingerprint
    (swapped,) = leads(["City", "Company"], ("Nord", "Kiel"))
    assert swapped.fingerprint != first.fingerprint


HEADERS = st.sampled_from(
    [*COLUMNS, "Email", "First name", "Last name", "Name", "Satus", "City", "URL", "Notes"]
) | st.text(string.ascii_letters, min_size=1, max_size=9)


@pytest.mark.no_cover
@given(st.data())
def test_no_value_of_any_row_is_ever_lost(data):
    headers = data.draw(st.lists(HEADERS, min_size=1, max_size=8, unique_by=fold))
    row = st.tuples(*[st.text(max_size=8) | st.just("a@b.example")] * len(headers))
    rows = data.draw(st.lists(row, min_size=1, max_size=4))
    for values, lead in zip(rows, leads(headers, *rows), strict=True):
        cells = "\0".join(lead.cells.values())
        assert all(value in cells for value in values if value.strip())
        assert all(text.strip() for text in lead.cells.values())


def test_the_shipped_table_names_only_research_columns_and_folds_to_words_of_its_own():
    assert {meaning.column for meaning in MEANINGS.known.values()} == set(COLUMNS)
    assert not MEANINGS.known.keys() & {fold(column) for column in COLUMNS}
    assert not MEANINGS.known.keys() & (MEANINGS.unrelated | MEANINGS.bare_names)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"bare_names": None}, "bare_names"),
        ({"colums": {}}, "colums"),
        ({"columns": {"Company": ["firm", "Firm"]}}, "“firm” stands there twice"),
    ],
)
def test_a_wrong_table_is_refused_with_its_place(change, what):
    with pytest.raises(ContractError, match=what):
        read_meanings({**TABLE, **change})
