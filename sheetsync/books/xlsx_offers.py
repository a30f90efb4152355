"""Adds dropdowns, checks on entry and conditional colours to a tab that is being laid out.

Each covers its whole column, down to :data:`sheetsync.look.LAST_ROW`, so that
appended rows have them too.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, assert_never

from sheetsync import entry, look, shades
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
        rule = _rule(check, contract, laid)
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
    for shade in shades.shades(tab):
        rule = Rule(
            type="expression",
            formula=[shades.formula(shade, cells)],
            dxf=DifferentialStyle(
                font=Font(color=shade.paint.text),
                fill=PatternFill("solid", bgColor=shade.paint.fill),
            ),
            stopIfTrue=True,
        )
        sheet.conditional_formatting.add(_whole_column(tab, places[shade.column]), rule)


def _whole_column(tab: TabContract, place: int) -> str:
    letters = column_letters(place)
    return f"{letters}{look.header_row(tab) + 2}:{letters}{look.LAST_ROW}"


def _rule(
    check: entry.EntryCheck, contract: Contract, laid: Mapping[str, Sequence[look.LaidColumn]]
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
        case entry.RealDate():
            # 36526 is 1 January 2000: nothing in a sales workbook is older.
            return DataValidation(type="date", operator="greaterThanOrEqual", formula1="36526")
        case entry.Between(smallest, largest):
            return DataValidation(
                type="decimal", formula1=f"{smallest:.0f}", formula2=f"{largest:.0f}"
            )
        case _:
            assert_never(check)
