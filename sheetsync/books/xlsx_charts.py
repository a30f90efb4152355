"""Draws the three native charts of the tab Charts, above the numbers that they show.

The numbers stand in fixed rows (:mod:`sheetsync.review.charts`); a chart whose rows
are still blank is empty and valid. A sync changes the numbers, never the charts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sheetsync import look
from sheetsync.books.xlsx_paint import cell_at, clear, font, put
from sheetsync.contract import TabContract
from sheetsync.review import chart_columns as charts

if TYPE_CHECKING:
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.text import RichText
    from openpyxl.chart.title import Title
    from openpyxl.drawing.text import CharacterProperties
    from openpyxl.worksheet.worksheet import Worksheet

_TEAL, _GOLD = "0F4C5C", "E0A100"

_ANSWER_COLOURS: Mapping[str, str] = {
    "Positive": "2E7D4F",
    "Question": "2F6DA8",
    "Neutral": "A9B4BC",
    "Negative": "C2410C",
    "Opt-out": "7A1F14",
    charts.NO_ANSWER: "E3E7EA",
}
"""Each kind of answer has its place in the bar and in the legend, besides its colour."""

_TITLE = "How the chain is doing"
_TOLD = "The numbers behind the charts stand right below them and are renewed by each sync."
_ABOVE = 2
"""Rows of text above the charts."""

_BEHIND = 34.0
"""Height in points of the few rows behind the charts: the header is not far from the top."""

_ENDS = (4, 6, 14)
"""Before which column, counted from zero, each chart ends."""


def lay_charts(sheet: "Worksheet", tab: TabContract, width: int) -> None:
    """Write the lines above the header, and place the charts side by side.

    Args:
        sheet: The tab to work on, its columns laid out.
        tab: Its contract.
        width: How many columns it has.
    """
    head = look.header_row(tab) + 1
    for row in range(1, head):
        sheet.row_dimensions[row].height = look.height_of(1) if row <= _ABOVE else _BEHIND
        for place in range(1, width + 1):
            clear(cell_at(sheet, row, place))
    title, told = cell_at(sheet, 1, 1), cell_at(sheet, 2, 1)
    put(title, _TITLE)
    put(told, _TOLD)
    title.font = font(size=14, bold=True, color=look.TITLE.text)
    sheet.row_dimensions[1].height = look.height_of(2)
    titles = {column.title: place for place, column in enumerate(tab.columns, start=1)}
    first = 0
    for made, end in zip((_funnel, _weeks, _answers), _ENDS, strict=True):
        _place(sheet, made(_Numbers(sheet, titles, head)), first, end, head - 2)
        first = end


@dataclass(frozen=True, slots=True)
class _Numbers:
    """Where a chart's numbers stand: columns by title, and the header's row, from one."""

    sheet: "Worksheet"
    titles: Mapping[str, int]
    head: int

    def cells(self, title: str, first: int, rows: int) -> "Reference":
        from openpyxl.chart import Reference

        place, last = self.titles[title], self.head + rows
        return Reference(self.sheet, min_col=place, min_row=first, max_row=last)


def _funnel(numbers: _Numbers) -> "BarChart":
    from openpyxl.chart.label import DataLabelList

    chart = _bars("How far leads come", horizontal=True)
    _add(chart, numbers, {charts.REACHED: _TEAL}, charts.BLOCK, rows=charts.BLOCKS)
    labels = chart.dataLabels = DataLabelList()
    labels.showVal, labels.txPr = True, _small()
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showPercent = False
    chart.legend, chart.gapWidth = None, 40
    chart.y_axis.delete, chart.y_axis.majorGridlines = True, None  # each bar says its number
    return chart


def _weeks(numbers: _Numbers) -> "BarChart":
    chart = _bars("What moves each week", horizontal=False)
    _add(chart, numbers, {charts.MOVED: _TEAL, charts.DECIDED: _GOLD}, charts.WEEK)
    chart.gapWidth = 60
    return chart


def _answers(numbers: _Numbers) -> "BarChart":
    chart = _bars("How buyers answer each angle and variant", horizontal=True)
    _add(chart, numbers, _ANSWER_COLOURS, charts.VARIANT)
    chart.grouping, chart.overlap, chart.gapWidth = "stacked", 100, 40
    chart.y_axis.crosses = "max"  # at the bottom, for the first row is on top
    return chart


def _bars(title: str, *, horizontal: bool) -> "BarChart":
    from openpyxl.chart import BarChart
    from openpyxl.chart.axis import ChartLines
    from openpyxl.chart.legend import Legend
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.drawing.line import LineProperties

    chart = BarChart()
    chart.type = "bar" if horizontal else "col"
    chart.title = _title(title)
    chart.legend = Legend()
    chart.legend.position, chart.legend.txPr = "b", _small()
    # Without this Excel draws no axes at all.
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.txPr = chart.y_axis.txPr = _small()
    if horizontal:
        chart.x_axis.scaling.orientation = "maxMin"  # the first row on top
    chart.y_axis.number_format = "0"
    chart.y_axis.majorGridlines = ChartLines(
        spPr=GraphicalProperties(ln=LineProperties(solidFill=look.GRID))
    )
    chart.y_axis.scaling.min = 0
    return chart


def _add(
    chart: "BarChart",
    numbers: _Numbers,
    series: Mapping[str, str],
    names: str,
    *,
    rows: int = charts.ROWS,
) -> None:
    """Add columns of numbers by title, each in its colour, and the names beside the bars."""
    from openpyxl.chart import Series
    from openpyxl.chart.data_source import AxDataSource, StrRef
    from openpyxl.chart.series import SeriesLabel

    beside = AxDataSource(strRef=StrRef(str(numbers.cells(names, numbers.head + 1, rows))))
    for title, colour in series.items():
        own = Series(numbers.cells(title, numbers.head + 1, rows))
        own.tx = SeriesLabel(strRef=StrRef(str(numbers.cells(title, numbers.head, 0))))
        own.cat = beside
        own.graphicalProperties.solidFill = colour
        own.graphicalProperties.line.solidFill = "FFFFFF"
        chart.series.append(own)


def _title(text: str) -> "Title":
    from openpyxl.chart.text import RichText, Text
    from openpyxl.chart.title import Title
    from openpyxl.drawing.text import Paragraph, ParagraphProperties, RegularTextRun

    run = _letters(12, bold=True, colour=look.TITLE.text)
    line = Paragraph(pPr=ParagraphProperties(defRPr=run), r=[RegularTextRun(rPr=run, t=text)])
    return Title(tx=Text(rich=RichText(p=[line])), overlay=False)


def _small() -> "RichText":
    from openpyxl.chart.text import RichText
    from openpyxl.drawing.text import Paragraph, ParagraphProperties

    run = _letters(9, bold=False, colour="3C4043")
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=run), endParaRPr=run)])


def _letters(points: int, *, bold: bool, colour: str) -> "CharacterProperties":
    from openpyxl.drawing.text import CharacterProperties, Font

    face = Font(typeface=look.FONT)
    return CharacterProperties(sz=points * 100, b=bold, solidFill=colour, latin=face)


def _place(sheet: "Worksheet", chart: "BarChart", first: int, last: int, rows: int) -> None:
    """Let a chart span whole columns, so that it stands alike whatever a column's pixels are."""
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor

    begin, end = AnchorMarker(col=first, row=_ABOVE), AnchorMarker(col=last, row=rows)
    sheet.add_chart(chart)
    setattr(chart, "anchor", TwoCellAnchor(editAs="oneCell", _from=begin, to=end))  # noqa: B010 - typed as a cell's name alone
