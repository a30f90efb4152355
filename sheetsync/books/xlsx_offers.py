"""Adds dropdowns, checks on entry and conditional colours to a tab that is being laid out.

Each covers its whole column, down to :data:`sheetsync.look.LAST_ROW`, so that
appended rows have them too.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, assert_never

from sheetsync import entry, guide, look, shade, shades
from sheetsync.cells import column_letters
from sheetsync.contract import Contract, TabContract

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

_OFFERED = 1_000
"""A dropdown that follows another tab looks at this many of its rows."""


def offer_checks(
    sheet: "Worksheet",
    contract: Contract,
    tab: TabContract,
    laid: Mapping[str, Sequence[look.LaidColumn]],
) -> None:
    """Check entries while people type. It warns and lets them go on: the sync flags the rest.

    Args:
        sheet: The tab to work on.
        contract: All tabs, for dropdowns that follow another one.
        tab: The tab's contract.
        laid: The columns of each tab as they are laid out.
    """
    for place, column in enumerate(laid[tab.tab]):
        check = entry.entry_check(column.spec)
        if check is None:
            continue
        rule = _rule(check, tab, place, contract, laid)
        sentence = entry.warning(check)
        rule.allow_blank = True
        rule.errorStyle = "warning"
        rule.showErrorMessage = bool(sentence)
        rule.errorTitle = "Please check" if sentence else None
        rule.error = sentence or None
        rule.add(_whole_column(tab, place))
        sheet.add_data_validation(rule)


def colour_states(sheet: "Worksheet", tab: TabContract, columns: Sequence[look.LaidColumn]) -> None:
    """Colour cells by what they say."""
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    first = look.header_row(tab) + 2
    places = {column.title: place for place, column in enumerate(columns)}
    cells = {title: f"${column_letters(place)}{first}" for title, place in places.items()}
    for each in shades.shades(tab):
        rule = Rule(
            type="expression",
            formula=[shade.formula(each, cells)],
            dxf=DifferentialStyle(
                font=Font(color=each.paint.text),
                fill=PatternFill("solid", bgColor=each.paint.fill),
            ),
            stopIfTrue=True,
        )
        sheet.conditional_formatting.add(_whole_column(tab, places[each.column]), rule)


def _whole_column(tab: TabContract, place: int) -> str:
    letters = column_letters(place)
    return f"{letters}{look.header_row(tab) + 2}:{letters}{look.LAST_ROW}"


def _rule(
    check: entry.EntryCheck,
    tab: TabContract,
    place: int,
    contract: Contract,
    laid: Mapping[str, Sequence[look.LaidColumn]],
) -> "DataValidation":
    from openpyxl.worksheet.datavalidation import DataValidation

    match check:
        case entry.OneOf(values):
            return DataValidation(type="list", formula1=f'"{",".join(values)}"')
        case entry.TakenFrom(title, wanted):
            place = [column.title for column in laid[title]].index(wanted)
            letters, first = column_letters(place), look.header_row(contract[title]) + 2
            top = f"'{title}'!${letters}${first}"
            rows = f"{top}:${letters}${first + _OFFERED - 1}"
            # Only as many rows as are filled: with blanks in it a dropdown opens at its end.
            return DataValidation(
                type="list", formula1=f"OFFSET({top},0,0,MAX(1,COUNTA({rows})),1)"
            )
        case entry.OfferedBy(column):
            by = [own.title for own in laid[tab.tab]].index(column)
            return DataValidation(type="list", formula1=_offered(tab, by, place))
        case entry.RealDate():
            # 36526 is 1 January 2000: nothing in a sales workbook is older.
            return DataValidation(type="date", operator="greaterThanOrEqual", formula1="36526")
        case entry.Between(smallest, largest):
            return DataValidation(
                type="decimal", formula1=f"{smallest:.0f}", formula2=f"{largest:.0f}"
            )
        case _:
            assert_never(check)


def _offered(tab: TabContract, by: int, own: int) -> str:
    """The list in the Guide whose name stands in this row, as a range of just its length.

    A literal list may have 255 characters and cannot depend on the row. Where the Guide
    has no such list, the cell offers what it holds, so that nothing is warned of.
    """
    row = look.header_row(tab) + 2
    first = column_letters(guide.LISTS_FROM)
    last = column_letters(guide.LISTS_FROM + len(guide.offered()) - 1)
    found = f"MATCH(${column_letters(by)}{row},'{guide.GUIDE}'!${first}$1:${last}$1,0)"
    top = f"'{guide.GUIDE}'!${first}$2"
    longest = max(len(offered) for _, offered in guide.offered())
    count = f"COUNTA(OFFSET({top},0,{found}-1,{longest},1))"
    itself = f"${column_letters(own)}{row}"
    return f"IF(ISNA({found}),{itself},OFFSET({top},0,{found}-1,{count},1))"
