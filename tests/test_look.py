"""Promises about how a tab looks, before any spreadsheet library is involved."""

from itertools import takewhile

import pytest

from sheetsync import contract, entry, guide, look, resources, shade, shades
from sheetsync.contract import Contract, TabContract
from sheetsync.errors import ContractError

AA = 4.5
"""WCAG 2.1, success criterion 1.4.3: contrast of text of normal size at level AA."""


@pytest.fixture(scope="module")
def whole() -> Contract:
    return contract.load()


def all_paints():
    named = {f"header {owner}": paint for owner, paint in look.HEADER.items()}
    named |= {name: value for name, value in vars(shade).items() if isinstance(value, look.Paint)}
    named |= {"banner": look.BANNER, "title": look.TITLE}
    named |= {
        f"text on {owner}": look.Paint("000000", fill) for owner, fill in look.BODY.items() if fill
    }
    named["link"] = look.Paint(look.LINK, look.BODY["engine"] or "FFFFFF")
    return named


@pytest.mark.parametrize(("name", "paint"), all_paints().items())
def test_every_text_can_be_read_on_its_fill(name, paint):
    assert look.contrast(paint) >= AA, name


def test_contrast_follows_the_published_definition():
    assert look.contrast(look.Paint("000000", "FFFFFF")) == pytest.approx(21)
    assert look.contrast(look.Paint("FFFFFF", "FFFFFF")) == pytest.approx(1)
    assert look.contrast(look.Paint("777777", "FFFFFF")) == pytest.approx(4.48, abs=0.01)


def test_each_owner_has_its_own_header_colour():
    assert len({paint.fill for paint in look.HEADER.values()}) == 4


def test_every_column_has_a_note_of_one_or_two_sentences_and_none_is_left_over(whole):
    notes = resources.template_yaml("notes.yaml")
    assert {tab: set(columns) for tab, columns in notes.items()} == {
        tab.tab: {column.title for column in tab.columns} for tab in whole.tabs
    }
    for tab in whole.tabs:
        for column in tab.columns:
            assert column.note.endswith((".", "?")), (tab.tab, column.title)
            assert len(column.note) <= 200, (tab.tab, column.title)
            assert "!" not in column.note


def test_r54_the_note_on_stage_names_each_stage_and_how_a_record_leaves_it(whole):
    note = whole["CRM"].spec("Stage").note
    stages = (
        "New",
        "Contacted",
        "In conversation",
        "Meeting",
        "Proposal",
        "Nurture",
        "Won",
        "Lost",
    )
    assert [stage for stage in stages if stage not in note] == []
    assert all(way in note for way in ("sent", "answer", "decision", "Deal stage", "day", "closed"))


def test_a_header_note_says_who_fills_the_column_in(whole):
    for tab in whole.tabs:
        for column in tab.columns:
            assert look.header_note(column) == f"{column.note}\n\n{look.OWNER_LINE[column.owner]}"
    bare = whole["Log"].spec("Run").model_copy(update={"note": ""})
    assert look.header_note(bare) == look.OWNER_LINE["engine"]


def test_families_stand_where_the_contract_has_them_with_hidden_spares_behind(whole):
    laid = look.laid_columns(whole["Qualification"], {"Scorecard.Criterion": ("Timing", "Budget")})
    titles = [column.title for column in laid]
    at = titles.index("Fit: Timing")
    assert titles[at - 1] == "Confidence"
    assert titles[at : at + 2] == ["Fit: Timing", "Fit: Budget"]
    assert titles[at + 2 : at + 9] == [""] * 6 + ["Score"]
    assert all(column.hidden for column in laid[at + 2 : at + 8])
    assert not laid[at].hidden
    assert laid[-1].title == "Sync state"
    assert laid[-1].hidden


def test_what_names_a_row_stays_in_view(whole):
    assert look.frozen(whole["Research"]) == (2, 2)
    assert look.frozen(whole["Follow-up"]) == (2, 4)
    assert look.frozen(whole["Settings"]) == (1, 1)
    assert look.frozen(whole["To do"]) == (1, 0)


def test_r2_the_banner_says_what_a_block_decides_what_it_hands_on_and_to_whom(whole):
    for tab in whole.blocks:
        assert tab.block
        text = look.banner(tab)
        assert tab.block.decides in text
        assert tab.block.output[1:] in text
        assert f"to {tab.block.to}" in text
    assert look.banner(whole["Log"]) == ""


def test_text_that_people_type_stays_what_was_typed(whole):
    research = whole["Research"]
    for title in ("Lead ID", "Company", "Reachable path", "Source notes", "Channel", "AI note"):
        assert look.number_format(research.spec(title)) == "@", title
    assert look.number_format(research.spec("Status")) == "General"
    assert look.number_format(research.spec("Sensitive")) == "General"
    assert look.number_format(research.spec("Estimated value")) == "#,##0"
    assert look.number_format(whole["Scorecard"].spec("Weight")) == "General"
    assert look.number_format(whole["CRM"].spec("Stage since")) == "yyyy-mm-dd"
    assert look.number_format(whole["Log"].spec("Time")) == "yyyy-mm-dd hh:mm"


def test_content_stands_at_the_side_that_its_type_asks_for(whole):
    research = whole["Research"]
    sides = {title: look.side(research.spec(title)) for title in ("Company", "Sensitive")}
    assert sides == {"Company": "left", "Sensitive": "center"}
    assert look.side(research.spec("Estimated value")) == "right"


def test_there_is_room_for_a_whole_message_where_one_is_approved(whole):
    messages, leads = look.row_height(whole["Outreach"]), look.row_height(whole["Research"])
    assert messages > leads > look.row_height(whole["To do"])
    assert look.lines_needed("one two three", 7) == 2
    assert look.lines_needed("one\n\nthree", 80) == 3


def test_entries_are_checked_only_where_people_write(whole):
    for tab in whole.tabs:
        for column in tab.columns:
            if column.owner in ("engine", "ai"):
                assert entry.entry_check(column) is None, (tab.tab, column.title)


def test_each_check_is_offered_by_the_type_of_its_column(whole):
    research, qualification = whole["Research"], whole["Qualification"]
    checks = {title: entry.entry_check(research.spec(title)) for title in research.by_title}
    assert checks["Channel"] == entry.OneOf(("email", "phone", "linkedin", "form", "other"))
    assert checks["Sensitive"] == entry.OneOf(("TRUE", "FALSE"))
    assert checks["Segment"] == entry.TakenFrom("Segments", "Segment")
    assert checks["Estimated value"] == entry.Between(0, 1e12)
    assert checks["Company"] is None
    assert entry.entry_check(qualification.spec("Revisit on")) == entry.RealDate()
    assert entry.entry_check(qualification.spec("Fit: Timing")) == entry.OneOf(
        ("strong", "partial", "weak", "unknown")
    )


def test_a_warning_says_in_a_plain_sentence_what_fits():
    assert entry.warning(entry.OneOf(("yes", "no"))) == "Please choose one of: yes, no."
    assert entry.warning(entry.RealDate()) == "Please enter a date, such as 2026-03-12."
    assert entry.warning(entry.Between(0, 100)) == "Please enter a plain number, from 0 to 100."
    assert entry.warning(entry.Between(0, 1e12)).endswith("from 0 upwards.")
    assert entry.warning(entry.TakenFrom("Segments", "Segment")) == ""


def rules_of(tab: TabContract, column: str) -> list[str]:
    cells = {title: f"${title[0].upper()}3" for title in tab.by_title}
    return [shade.formula(each, cells) for each in shades.shades(tab) if each.column == column]


def test_every_colour_rests_on_columns_that_the_tab_has(whole):
    for tab in whole.tabs:
        for each in shades.shades(tab):
            assert {each.column, *(title for title, _ in each.when)} <= set(tab.by_title)


def test_every_column_awaited_belongs_to_people(whole):
    awaited = [
        (tab, each.column)
        for tab in whole.tabs
        for each in shades.shades(tab)
        if each.paint == shade.AWAITED
    ]
    assert {tab.tab for tab, _ in awaited} >= {block.tab for block in whole.blocks} | {"Start here"}
    assert all(tab.spec(title).owner == "person" for tab, title in awaited)
    named = {tab: {title for title, _, _ in rows} for tab, rows in shades._NEXT.items()}
    assert named == {
        name: {title for tab, title in awaited if tab.tab == name} for name in named
    }, "a title in the list is no column of its tab"


def test_states_are_told_by_the_words_they_begin_with(whole):
    assert rules_of(whole["Outreach"], "Draft check") == [
        'LEFT($D3,4)="HELD"',
        'OR(LEFT($D3,5)="CHECK",LEFT($D3,5)="STALE")',
        'LEFT($D3,2)="ok"',
    ]
    assert rules_of(whole["To do"], "Priority") == [
        "AND(ISNUMBER($P3),$P3<=1)",
        "AND(ISNUMBER($P3),$P3<=2)",
    ]
    assert rules_of(whole["CRM"], "Flags") == ["LEN(TRIM($F3))>0"]


def test_not_automated_is_told_before_automated(whole):
    paints = [each.paint for each in shades.shades(whole["Start here"]) if each.column == "Status"]
    assert paints == [shade.AMBER, shade.GREEN, shade.BLUE]


def test_a_cell_is_awaited_only_while_it_is_blank_and_no_suggestion_is_accepted(whole):
    assert rules_of(whole["Research"], "Probable problem") == [
        "AND(LEN(TRIM($C3))>0,LEN(TRIM($P3))=0,NOT($A3=TRUE))"
    ]
    assert rules_of(whole["Research"], "Confidence") == ["AND(LEN(TRIM($C3))>0,LEN(TRIM($C3))=0)"]


def test_a_flagged_row_shows_in_its_first_column_too(whole):
    for tab in whole.blocks:
        last = shades.shades(tab)[-1]
        assert (last.column, last.when) == (tab.columns[0].title, (("Flags", shade.Filled()),))
    assert all(each.column != "Block" for each in shades.shades(whole["Start here"]))


def test_only_the_review_that_is_open_waits_for_a_decision(whole):
    (decision,) = rules_of(whole["Review"], "Decision")
    assert decision == (
        'AND(LEN(TRIM($A3))>0,LEN(TRIM($D3))=0,LEFT($S3,4)="open",'
        'AND($W3=LOOKUP("zz",$W$3:$W$50000),'
        'COUNTIFS($W$3:$W$50000,$W3,$S$3:$S$50000,"closed on*")=0))'
    )
    assert rules_of(whole["Review"], "Question")[-1] == "$Q3=$Q2"
    paints = [each.paint for each in shades.shades(whole["Review"]) if each.column == "Status"]
    assert paints == [shade.RED, shade.AMBER, shade.GREEN, shade.BLUE, shade.REPEATED]


def test_a_decision_is_offered_by_what_its_row_allows(whole):
    check = entry.entry_check(whole["Review"].spec("Decision"))
    assert check == entry.OfferedBy("Allowed decisions")
    assert entry.warning(check) == "Please choose one of the answers that this row allows."
    assert dict(guide.offered())["keep / rewrite / stop"] == ("keep", "rewrite", "stop")


def test_what_stands_above_a_header_is_where_the_header_is_looked_for(whole):
    assert all(look.header_row(tab) < 30 for tab in whole.tabs)
    assert look.header_row(whole["Start here"]) == 3
    assert look.header_row(whole["Log"]) == 0


def test_a_contract_without_a_column_gets_no_colour_for_it(whole):
    tab = whole["To do"]
    shorter = tab.model_copy(update={"columns": tab.columns[1:]})
    shorter.__dict__.pop("by_title", None)
    assert {each.column for each in shades.shades(shorter)} == {"Kind"}


def test_r97_each_block_has_a_guide_of_four_to_six_lines(whole):
    rows = guide.rows(whole)
    for tab in whole.blocks:
        at = guide.place_of(tab.tab, rows)
        assert at is not None
        assert rows[at].to == tab.tab
        lines = takewhile(lambda row: row.kind == "line" and row.text, rows[at + 1 :])
        assert 4 <= len(list(lines)) <= 6, tab.tab
    assert guide.place_of("Settings", rows) is None


def test_the_guide_opens_with_five_steps_and_names_every_tab(whole):
    rows = guide.rows(whole)
    assert [row.label for row in rows[:6]] == [
        "Five steps to begin", "Step 1", "Step 2", "Step 3", "Step 4", "Step 5",
    ]  # fmt: skip
    assert rows[6].label == "How the chain works"
    assert rows[6].text.startswith("Research → Qualification → Outreach → Follow-up → CRM.")
    assert {row.to for row in rows if row.to} == {tab.tab for tab in whole.tabs}
    assert not any("!" in row.label + row.text for row in rows)


def test_a_guide_file_that_does_not_fit_is_named_with_its_place(tmp_path, monkeypatch):
    folder = tmp_path / "templates"
    folder.mkdir()
    own = resources.template_text("guides.yaml").replace("introduction:", "intro:")
    (folder / "guides.yaml").write_text(own, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(
        ContractError, match=r"guides\.yaml cannot be used: at introduction"
    ) as told:
        guide.texts()
    assert "No workbook was laid out." in str(told.value)


def test_every_block_of_the_contract_has_its_guide(whole):
    assert set(guide.texts().guides) == {tab.tab for tab in whole.blocks}


# Requirements that the tests above prove, by the numbers in their names:
# R2 R97
