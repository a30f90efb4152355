"""Names of months, weekdays, numbers and spans of time in seven languages, in lower case without accents."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janner janvier janv enero gennaio januari janeiro ene gen",
            "february feb februar fevrier fev febrero febbraio februari fevereiro febr fevr",
            "march mar marz maerz mars marzo maart marco mrz mrt",
            "april apr avril abril aprile avr abr",
            "may mai mayo maggio mei maio mag",
            "june jun juni juin junio giugno junho giu",
            "july jul juli juillet julio luglio julho juil lug",
            "august aug aout agosto augustus ago",
            "september sep sept septembre septiembre settembre setembro set",
            "october oct oktober okt octobre octubre ottobre outubro out ott",
            "november nov novembre noviembre novembro",
            "december dec dezember dez decembre diciembre dicembre dezembro dic",
        ),
        1,
    )
    for name in names.split()
}
UNCLEAR_ALONE = frozenset(
    "may mar mai mars set out gen ago sep jan jun jul dec mag giu lug avr abr ene mei out marco jan feb apr aug".split()
) - {"mai", "mei", "mars"}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon montag lundi lunes lunedi maandag segunda-feira",
            "tuesday tue tues dienstag mardi martes martedi dinsdag terca-feira",
            "wednesday wed mittwoch mercredi miercoles mercoledi woensdag quarta-feira",
            "thursday thu thur thurs donnerstag jeudi jueves giovedi donderdag quinta-feira",
            "friday fri freitag vendredi viernes venerdi vrijdag sexta-feira",
            "saturday samstag sonnabend samedi sabado sabato zaterdag",
            "sunday sonntag dimanche domingo domenica zondag",
        )
    )
    for name in names.split()
}
NUMBERS = {
    word: number
    for number, words in {
        1: "a an one ein einem einer eine un une uno una een um uma",
        2: "two zwei deux dos due twee dois duas couple",
        3: "three drei trois tres tre drie",
        4: "four vier quatre cuatro quattro quatro",
        5: "five funf cinq cinco cinque vijf",
        6: "six sechs seis sei zes",
        8: "eight acht huit ocho otto oito",
        10: "ten zehn dix diez dieci tien dez",
        12: "twelve zwolf douze doce dodici twaalf doze",
    }.items()
    for word in words.split()
}
UNITS = {
    "day": "day days tag tage tagen jour jours dia dias giorno giorni dag dagen",
    "week": "week weeks woche wochen semaine semaines semana semanas settimana settimane weken",
    "month": "month months monat monate monaten mois mes meses mese mesi maand maanden",
    "year": "year years jahr jahre jahren an ans annee ano anos anno anni jaar",
}
UNIT = {word: unit for unit, words in UNITS.items() for word in words.split()}

SEASONS = {
    "spring fruhling fruhjahr printemps primavera lente": (3, 6),
    "summer sommer ete verano estate zomer verao sommerferien vacances": (6, 9),
    "autumn fall herbst automne otono autunno herfst outono": (9, 12),
    "winter hiver invierno inverno": (12, 3),
}
"""Per season, the months in which it begins and in which it is over (northern half)."""
