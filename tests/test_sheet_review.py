"""The weekly review on a Google Sheet in which people go on typing."""

from click.testing import CliRunner, Result

from sheetsync.books.google_address import address
from sheetsync.cli import main
from tests.sheets_server.http import Loopback
from tests.test_sheet_faults import Sheet


def review(sheet: Sheet, *words: str) -> Result:
    with Loopback(sheet.server) as at:
        told = ["review", address(sheet.key), *words, "--today", "2026-03-02"]
        return CliRunner().invoke(main, told, env={"SHEETSYNC_SHEETS_URL": at.url})


def test_a_review_that_could_not_be_opened_is_not_said_to_be_open():
    sheet = Sheet()
    sheet.sync()

    def type_into_a_lead() -> None:
        sheet.type("Research", "Nordhafen", "Role", "Boss")

    sheet.server.between.before(type_into_a_lead, matching="DataFilter")
    told = review(sheet, "--open")
    assert told.exit_code == 3, told.output
    assert "Somebody was typing" in told.stderr
    assert "Run the command again" in told.stderr
    assert not sheet.tab("Review").rows
    assert review(sheet, "--open").exit_code == 0
    assert sheet.tab("Review").rows


def test_the_page_of_a_week_names_the_sheet_by_its_title(tmp_path):
    sheet = Sheet()
    sheet.sync()
    page = tmp_path / "week.html"
    assert review(sheet, "--open", "--html", str(page)).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert "Sales" in text
    assert sheet.key not in text
