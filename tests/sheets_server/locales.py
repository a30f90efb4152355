"""How a locale writes numbers and dates, as far as this server knows it.

Sources: Sheets API guide "Date and number formats" (en_US), and CLDR 44 for decimal
marks, grouping marks, date order and currency of the other locales.
"""

from dataclasses import dataclass

from tests.sheets_server.refusals import not_built


@dataclass(frozen=True, slots=True)
class Locale:
    """One locale.

    Attributes:
        order: The order of day, month and year in a short date.
        date: The pattern of a short date; a time follows it as ``h:mm:ss``.
        currency: The sign that makes a number an amount, and its format.
    """

    decimal: str
    group: str
    order: str
    date: str
    currency: str
    money: str


_US = '"$"#,##0.00'
LOCALES = {
    "en_US": Locale(".", ",", "mdy", "M/d/yyyy", "$", _US),
    "en_GB": Locale(".", ",", "dmy", "dd/MM/yyyy", "£", '"£"#,##0.00'),
    "en_CA": Locale(".", ",", "ymd", "yyyy-MM-dd", "$", _US),
    "en_AU": Locale(".", ",", "dmy", "dd/MM/yyyy", "$", _US),
    "de_DE": Locale(",", ".", "dmy", "dd.MM.yyyy", "€", '#,##0.00\\ "€"'),
    "fr_FR": Locale(",", "\u202f", "dmy", "dd/MM/yyyy", "€", '#,##0.00\\ "€"'),
    "es_ES": Locale(",", ".", "dmy", "d/M/yyyy", "€", '#,##0.00\\ "€"'),
    "it_IT": Locale(",", ".", "dmy", "dd/MM/yyyy", "€", '#,##0.00\\ "€"'),
    "nl_NL": Locale(",", ".", "dmy", "d-M-yyyy", "€", '"€"\\ #,##0.00'),
    "pt_BR": Locale(",", ".", "dmy", "dd/MM/yyyy", "R$", '"R$"\\ #,##0.00'),
    "ja_JP": Locale(".", ",", "ymd", "yyyy/MM/dd", "¥", '"¥"#,##0'),
}


def locale(name: str) -> Locale:
    """The locale of a spreadsheet; ``en`` means ``en_US`` and so on.

    Raises:
        Refusal: 501 for a locale that this server knows nothing of.
    """
    for known in (name, *(key for key in LOCALES if key.startswith(f"{name}_"))):
        if known in LOCALES:
            return LOCALES[known]
    raise not_built(f"the locale {name}")
