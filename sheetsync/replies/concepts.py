"""What a word is about when people ask to be left in peace, whatever their language.

One letter is one idea. A word may carry several ("plus" in French refuses and says
"more"), and another language may read the same word differently: so every
language tags a text by itself, and nobody has to guess which one it is.

Letters: N refusal · S stopping · C contact · D sending · G getting mail · R removal · K signing
off a list · F off, out, from · L list · A address or data · M me, us, my, our · J I, we ·
Y you, your · W wish or request · O more, again, in future · U not yet, before, until · T a
day or an hour · E rather so than otherwise · H somebody else · Q law, right or consent ·
B goods and papers · P please · X this, these, such · Z a word that only shows the language.
"""

from functools import cache, lru_cache

from sheetsync.replies.concept_words import LANGUAGES

_SHORTEST_STEM = 3
_CLITICS = {
    "es": ("me", "nos", "menos", "nosla", "mela"),
    "pt": ("me", "nos"),
    "it": ("mi", "ci", "temi", "teci", "rmi", "rci"),
}
_WE = {"es": ("mos",), "pt": ("mos",), "it": ("iamo",), "fr": ("ons",)}
_DEEDS = frozenset("SCRG")


@cache
def _tables() -> tuple[tuple[str, dict[str, str], dict[str, str]], ...]:
    """Build (language, tags by word, tags by stem) once."""
    built = []
    for language, groups in LANGUAGES.items():
        words: dict[str, str] = {}
        stems: dict[str, str] = {}
        for tag, listed in groups.items():
            for entry in listed.split():
                table = stems if entry.endswith("*") else words
                key = entry.rstrip("*")
                table[key] = table.get(key, "") + tag
        built.append((language, words, stems))
    return tuple(built)


@lru_cache(maxsize=8192)
def tags_of(word: str) -> tuple[str, ...]:
    """Say for each language, in the order of ``LANGUAGES``, what the plain word is about."""
    return tuple(_tags(word, *table) for table in _tables())


def _tags(word: str, language: str, words: dict[str, str], stems: dict[str, str]) -> str:
    found = words.get(word)
    if found is not None:
        return found
    for length in range(len(word), _SHORTEST_STEM - 1, -1):
        found = stems.get(word[:length])
        if found is not None:
            return _inflected(found, word, language)
    return ""


def _inflected(tags: str, word: str, language: str) -> str:
    """Read what a Romance ending adds: "enviamos" is what we do, "eliminarme" is about me."""
    if not _DEEDS.intersection(tags):
        return tags
    if word.endswith(_WE.get(language, ())):
        return "J"
    return tags + "M" if word.endswith(_CLITICS.get(language, ())) else tags
