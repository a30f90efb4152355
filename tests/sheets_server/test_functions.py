"""Each function of the evaluator gives what the Editors Help says it gives."""

from typing import Any

import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server.talking import Talk

CASES: list[tuple[str, Any]] = [
    ("=PRODUCT(2,3)", 6),
    ("=AVERAGE(A1:A3)", 2),
    ("=AVERAGE(D5:D6)", "#DIV/0!"),
    ("=MIN(A1:A3)", 1),
    ("=MAX(A1:A3)", 3),
    ("=COUNT(A1:B3)", 3),
    ("=COUNTA(A1:B4)", 6),
    ("=COUNTBLANK(A1:A4)", 1),
    ('=SUMIF(A1:A3,">=2")', 5),
    ('=SUMIF(B1:B3,"t*",A1:A3)', 5),
    ('=COUNTIF(B1:B3,"<>one")', 2),
    ("=ROUND(2.345,2)", 2.35),
    ("=ROUNDUP(2.1)", 3),
    ("=ROUNDDOWN(-2.9)", -2),
    ("=ABS(-2)", 2),
    ("=INT(-2.5)", -3),
    ("=MOD(-1,3)", 2),
    ("=MOD(1,0)", "#DIV/0!"),
    ("=AND(TRUE,A1>0)", True),
    ("=OR(FALSE,A1>5)", False),
    ("=NOT(A1=1)", False),
    ('=LEN("abc")', 3),
    ('=LEFT("abc",2)&RIGHT("abc")&MID("abc",2,1)', "abcb"),
    ('=UPPER("a")&LOWER("B")', "Ab"),
    ('=TRIM("  a   b ")', "a b"),
    ('=CONCATENATE("a",1,TRUE)', "a1TRUE"),
    ('=TEXTJOIN("-",TRUE,B1:B4)', "one-two-three"),
    ('=SUBSTITUTE("a-b-c","-","+",2)', "a-b+c"),
    ('=SUBSTITUTE("a-b-c","-","+")', "a+b+c"),
    ('=FIND("b","abc")', 2),
    ('=FIND("z","abc")', "#VALUE!"),
    ('=REPT("ab",2)', "abab"),
    ('=EXACT("a","A")', False),
    ('="a"="A"', True),
    ("=ISBLANK(A4)", True),
    ("=ISNUMBER(B1)", False),
    ("=ISTEXT(B1)", True),
    ("=YEAR(DATE(2026,14,1))", 2027),
    ("=MONTH(DATE(2026,2,30))", 3),
    ("=HOUR(0.75)", 18),
    ("=MATCH(2,A1:A3,0)", 2),
    ("=MATCH(2.5,A1:A3)", 2),
    ('=MATCH("x",B1:B3,0)', "#N/A"),
    ("=VLOOKUP(9,A1:B3,2,FALSE)", "#N/A"),
    ("=VLOOKUP(2,A1:B3,2)", "#UNSUPPORTED!"),
    ("=INDEX(A1:B3,2,2)", "two"),
    ("=INDEX(A1:B3,9,1)", "#REF!"),
    ("=NA()", "#N/A"),
    ("=IFNA(NA(),1)", 1),
    ("=ISERROR(1/0)", True),
    ("=IFS(FALSE,1,TRUE,2)", 2),
    ("=IFS(FALSE,1)", "#N/A"),
    ('=IF("x",1,2)', "#VALUE!"),
    ('="a"+1', "#VALUE!"),
    ("=A1:A3+1", "#VALUE!"),
    ("=+A1-(-1)", 2),
    ("=2>=2", True),
    ("=2<>2", False),
    ('="a">5', True),
    ("=10^400", "#NUM!"),
    ("={1,2}", "#UNSUPPORTED!"),
    ("=#REF!+1", "#REF!"),
    ("=ROWS(A1:B3)", 3),
    ("=COLUMNS(A:B)", 2),
    ("=COLUMN(C1)", 3),
    ("=ROW(5)", "#VALUE!"),
    ("=numbers", "#VALUE!"),
    ("=SUM(numbers)", 6),
    ("=A4", 0),
    ("=Sheet1!A1*2", 2),
    ("=ZZZ9", "#REF!"),
]


@pytest.mark.parametrize(("formula", "value"), CASES)
def test_a_formula_gives(formula: str, value: Any) -> None:
    talk = Talk()
    talk.put("A1:B3", [[1, "one"], [2, "two"], [3, "three"]])
    span = {"endRowIndex": 3, "endColumnIndex": 1}
    talk.batch({"addNamedRange": {"namedRange": {"name": "numbers", "range": span}}})
    talk.put("F1", [[formula]])
    assert talk.get("F1", valueRenderOption="UNFORMATTED_VALUE") == [[value]]
