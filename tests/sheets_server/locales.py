"""How a locale writes numbers and dates, as far as this server knows it.

Sources: Sheets API guide "Date and number formats" (en_US), and CLDR 44 for decimal
marks, grouping marks, date order and currency of the other locales.
"""

from dataclasses import dataclass
from functools import cache

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


_NBSP, _THIN = "\u00a0", "\u202f"


def _before(sign: str, gap: str = "") -> str:
    return f'"{sign}"{gap}#,##0.00'


def _after(sign: str) -> str:
    return f'#,##0.00\\ "{sign}"'


_US, _EURO = _before("$"), _after("€")
LOCALES = {
    "en_US": Locale(".", ",", "mdy", "M/d/yyyy", "$", _US),
    "en_GB": Locale(".", ",", "dmy", "dd/MM/yyyy", "£", _before("£")),
    "en_AU": Locale(".", ",", "dmy", "dd/MM/yyyy", "$", _US),
    "en_CA": Locale(".", ",", "ymd", "yyyy-MM-dd", "$", _US),
    "en_IE": Locale(".", ",", "dmy", "dd/MM/yyyy", "€", _before("€")),
    "en_IN": Locale(".", ",", "dmy", "dd/MM/yyyy", "₹", _before("₹")),
    "en_NZ": Locale(".", ",", "dmy", "d/MM/yyyy", "$", _US),
    "en_ZA": Locale(",", _NBSP, "ymd", "yyyy/MM/dd", "R", _before("R")),
    "bg_BG": Locale(",", _NBSP, "dmy", "d.MM.yyyy", "лв.", _after("лв.")),
    "cs_CZ": Locale(",", _NBSP, "dmy", "d.M.yyyy", "Kč", _after("Kč")),
    "da_DK": Locale(",", ".", "dmy", "dd.MM.yyyy", "kr.", _after("kr.")),
    "de_AT": Locale(",", _NBSP, "dmy", "dd.MM.yyyy", "€", _before("€", "\\ ")),
    "de_CH": Locale(".", "’", "dmy", "dd.MM.yyyy", "CHF", _before("CHF", "\\ ")),
    "de_DE": Locale(",", ".", "dmy", "dd.MM.yyyy", "€", _EURO),
    "el_GR": Locale(",", ".", "dmy", "d/M/yyyy", "€", _EURO),
    "es_AR": Locale(",", ".", "dmy", "d/M/yyyy", "$", _before("$", "\\ ")),
    "es_ES": Locale(",", ".", "dmy", "d/M/yyyy", "€", _EURO),
    "es_MX": Locale(".", ",", "dmy", "dd/MM/yyyy", "$", _US),
    "et_EE": Locale(",", _NBSP, "dmy", "dd.MM.yyyy", "€", _EURO),
    "fi_FI": Locale(",", _NBSP, "dmy", "d.M.yyyy", "€", _EURO),
    "fr_CA": Locale(",", _NBSP, "ymd", "yyyy-MM-dd", "$", _after("$")),
    "fr_CH": Locale(",", _THIN, "dmy", "dd.MM.yyyy", "CHF", _after("CHF")),
    "fr_FR": Locale(",", _THIN, "dmy", "dd/MM/yyyy", "€", _EURO),
    "hi_IN": Locale(".", ",", "dmy", "d/M/yyyy", "₹", _before("₹")),
    "hr_HR": Locale(",", ".", "dmy", "dd.MM.yyyy", "€", _EURO),
    "hu_HU": Locale(",", _NBSP, "ymd", "yyyy.MM.dd", "Ft", _after("Ft")),
    "in_ID": Locale(",", ".", "dmy", "dd/MM/yyyy", "Rp", _before("Rp")),
    "it_IT": Locale(",", ".", "dmy", "dd/MM/yyyy", "€", _EURO),
    "iw_IL": Locale(".", ",", "dmy", "d.M.yyyy", "₪", _before("₪", "\\ ")),
    "ja_JP": Locale(".", ",", "ymd", "yyyy/MM/dd", "¥", '"¥"#,##0'),
    "ko_KR": Locale(".", ",", "ymd", "yyyy. M. d", "₩", '"₩"#,##0'),
    "lt_LT": Locale(",", _NBSP, "ymd", "yyyy-MM-dd", "€", _EURO),
    "lv_LV": Locale(",", _NBSP, "dmy", "dd.MM.yyyy", "€", _EURO),
    "nl_NL": Locale(",", ".", "dmy", "d-M-yyyy", "€", _before("€", "\\ ")),
    "no_NO": Locale(",", _NBSP, "dmy", "dd.MM.yyyy", "kr", _before("kr", "\\ ")),
    "pl_PL": Locale(",", _NBSP, "dmy", "dd.MM.yyyy", "zł", _after("zł")),
    "pt_BR": Locale(",", ".", "dmy", "dd/MM/yyyy", "R$", _before("R$", "\\ ")),
    "pt_PT": Locale(",", _NBSP, "dmy", "dd/MM/yyyy", "€", _EURO),
    "ro_RO": Locale(",", ".", "dmy", "dd.MM.yyyy", "RON", _after("RON")),
    "ru_RU": Locale(",", _NBSP, "dmy", "dd.MM.yyyy", "₽", _after("₽")),
    "sk_SK": Locale(",", _NBSP, "dmy", "d.M.yyyy", "€", _EURO),
    "sl_SI": Locale(",", ".", "dmy", "d.MM.yyyy", "€", _EURO),
    "sv_SE": Locale(",", _NBSP, "ymd", "yyyy-MM-dd", "kr", _after("kr")),
    "th_TH": Locale(".", ",", "dmy", "d/M/yyyy", "฿", _before("฿")),
    "tr_TR": Locale(",", ".", "dmy", "dd.MM.yyyy", "₺", _before("₺")),
    "uk_UA": Locale(",", _NBSP, "dmy", "dd.MM.yyyy", "₴", _after("₴")),
    "vi_VN": Locale(",", ".", "dmy", "dd/MM/yyyy", "₫", '#,##0\\ "₫"'),
    "zh_CN": Locale(".", ",", "ymd", "yyyy/M/d", "¥", _before("¥")),
    "zh_HK": Locale(".", ",", "dmy", "d/M/yyyy", "HK$", _before("HK$")),
    "zh_TW": Locale(".", ",", "ymd", "yyyy/M/d", "$", _US),
}


@cache
def locale(name: str) -> Locale:
    """The locale of a spreadsheet; ``en`` means ``en_US`` and so on.

    Raises:
        Refusal: 501 for a locale that this server knows nothing of.
    """
    for known in (name, *(key for key in LOCALES if key.startswith(f"{name}_"))):
        if known in LOCALES:
            return LOCALES[known]
    raise not_built(f"the locale {name}")
