"""The larger parts of the rich workbook, as text."""

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
X14 = f"{MICROSOFT}/spreadsheetml/2009/9/main"
XM = f"{MICROSOFT}/excel/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"

WORKBOOK = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews>
<sheets><sheet name="Research" sheetId="1" r:id="rId1"/><sheet name="Funnel" sheetId="5" r:id="rId2"/>
<sheet name="Lists" sheetId="3" state="hidden" r:id="rId3"/><sheet name="Empty" sheetId="9" r:id="rId4"/></sheets>
<definedNames><definedName name="Stages">Lists!$A$1:$A$1</definedName></definedNames><calcPr calcId="191029"/>
<pivotCaches><pivotCache cacheId="1" r:id="rId8"/></pivotCaches>
<extLst><ext uri="{{BBE1A952-AA13-448e-AADC-164F8A28A991}}" xmlns:x14="{X14}"><x14:slicerCaches><x14:slicerCache r:id="rId9"/></x14:slicerCaches></ext></extLst></workbook>"""

SHARED = f"""<sst xmlns="{MAIN}" count="9" uniqueCount="9"><si><t>Company</t></si><si><t>Seen on</t></si>
<si><t>Value</t></si><si><t>Stage</t></si><si><t>Double</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Acme </t></r><r><t>Ltd &amp; Co</t></r></si>
<si><t>New</t></si><si><t>Beta GmbH</t></si><si><t xml:space="preserve"> spaced </t></si></sst>"""

DIFFERENCES = '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs>'

RESEARCH = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="{MC}" mc:Ignorable="x14ac" xmlns:x14ac="{X14}/ac">
<sheetPr><tabColor rgb="FF00B050"/></sheetPr><dimension ref="A1:E3"/>
<sheetViews><sheetView workbookViewId="0" tabSelected="1"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>
<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="30" customWidth="1"/><col min="2" max="2" width="12" style="1"/><col min="7" max="9" width="9" hidden="1" customWidth="1"/></cols>
<sheetData><row r="1" spans="1:5" x14ac:dyDescent="0.25"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>
<row r="2" spans="1:5" ht="30" customHeight="1"><c r="A2" t="s" s="3"><v>5</v></c><c r="B2" s="1"><v>46000</v></c><c r="C2" s="2"><v>12.5</v></c><c r="D2" t="s"><v>6</v></c><c r="E2"><f>C2*2</f><v>25</v></c></row>
<row r="3" spans="1:5"><c r="A3" t="s" s="3"><v>7</v></c><c r="B3" s="1"/><c r="C3" s="2"><v>7</v></c><c r="D3" t="e"><v>#N/A</v></c></row></sheetData>
<sheetProtection sheet="0" formatCells="0"/><mergeCells count="1"><mergeCell ref="K1:L2"/></mergeCells>
<conditionalFormatting sqref="C2:C3"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>
<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="D2:D3"><formula1>Stages</formula1></dataValidation></dataValidations>
<hyperlinks><hyperlink ref="A2" r:id="rId1"/><hyperlink ref="A3" location="'Lists'!A1" display="Lists"/></hyperlinks>
<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup orientation="portrait" r:id="rId2"/>
<drawing r:id="rId3"/><legacyDrawing r:id="rId4"/>
<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="x14"><controls><mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="1026" r:id="rId5" name="Check Box 1"/></mc:Choice></mc:AlternateContent></controls></mc:Choice></mc:AlternateContent>
<tableParts count="1"><tablePart r:id="rId6"/></tableParts>
<extLst><ext uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}" xmlns:x14="{X14}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="{XM}"><x14:cfRule type="dataBar" id="{{DA7ABA51-AAAA-BBBB-0001-000000000001}}"><x14:dataBar><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>C2:C3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>
<ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{X14}"><x14:dataValidations count="1" xmlns:xm="{XM}"><x14:dataValidation type="list"><x14:formula1><xm:f>Lists!$A$1</xm:f></x14:formula1><xm:sqref>F2</xm:sqref></x14:dataValidation></x14:dataValidations></ext>
<ext uri="{{05C60535-1F16-4fd2-B633-F4F36F0B64E0}}" xmlns:x14="{X14}"><x14:sparklineGroups xmlns:xm="{XM}"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Research!C2:C3</xm:f><xm:sqref>F3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst></worksheet>"""

RESEARCH_LINKS = "".join(
    f'<Relationship Id="{name}" Type="{kind if kind.startswith("http") else f"{OFFICE}/{kind}"}" Target="{target}"{mode}/>'
    for name, kind, target, mode in (
        ("rId1", "hyperlink", "https://example.com/a?b=1&amp;c=2", ' TargetMode="External"'),
        ("rId2", "printerSettings", "../printerSettings/printerSettings1.bin", ""),
        ("rId3", "drawing", "../drawings/drawing1.xml", ""),
        ("rId4", "vmlDrawing", "../drawings/vmlDrawing1.vml", ""),
        ("rId5", "ctrlProp", "../ctrlProps/ctrlProp1.xml", ""),
        ("rId6", "table", "../tables/table1.xml", ""),
        ("rId7", "comments", "../comments1.xml", ""),
        (
            "rId8",
            f"{MICROSOFT}/2017/10/relationships/threadedComment",
            "../threadedComments/threadedComment1.xml",
            "",
        ),
        ("rId9", f"{MICROSOFT}/2007/relationships/slicer", "../slicers/slicer1.xml", ""),
    )
)

TABLE = f"""<table xmlns="{MAIN}" id="1" name="Leads" displayName="Leads" ref="A1:C3" totalsRowShown="0"><autoFilter ref="A1:C3"/>
<tableColumns count="3"><tableColumn id="1" name="Company"/><tableColumn id="2" name="Seen on"/><tableColumn id="3" name="Value"/></tableColumns>
<tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>"""

THREAD = f"""<ThreadedComments xmlns="{MICROSOFT}/spreadsheetml/2018/threadedcomments"><threadedComment ref="A2" dT="2026-01-02T10:00:00.00" personId="{{11111111-1111-1111-1111-111111111111}}" id="{{22222222-2222-2222-2222-222222222222}}"><text>Ask again</text></threadedComment></ThreadedComments>"""

CHART = f"""<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>Research!$C$2:$C$3</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>"""

_FRAME = f"""<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="{DRAWING}/chart"><c:chart xmlns:c="{DRAWING}/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>"""
_OPEN = f'<xdr:wsDr xmlns:xdr="{DRAWING}/spreadsheetDrawing" xmlns:a="{DRAWING}/main" xmlns:r="{OFFICE}">'


def _corners(column: int) -> str:
    return "".join(
        f"<xdr:{name}><xdr:col>{c}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{r}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{name}>"
        for name, c, r in (("from", column, 10), ("to", column + 2, 20))
    )


CHART_DRAWING = f'{_OPEN}<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/>{_FRAME}</xdr:absoluteAnchor></xdr:wsDr>'

SHEET_DRAWING = f"""{_OPEN}<xdr:twoCellAnchor>{_corners(1)}{_FRAME}</xdr:twoCellAnchor>
<xdr:twoCellAnchor>{_corners(4)}<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Logo"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>
<xdr:twoCellAnchor>{_corners(7)}<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="4" name="Arrow"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rightArrow"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"""

VML = """<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>"""
