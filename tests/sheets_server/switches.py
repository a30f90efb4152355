"""What Google leaves open: each question has a switch, and both answers can be tested.

README.md lists them with what is known about each.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Switches:
    """The variant of each undocumented behaviour that the server shows.

    Attributes:
        strict_validation_refuses: A write through the API of a value that a strict
            validation rule forbids is refused; otherwise it is taken as it is.
        nulls_count_as_updated: ``updatedCells`` counts the nulls that a write skips.
        now_in_own_zone: A formula's NOW() follows the spreadsheet's time zone;
            otherwise UTC.
        duplicate_copies_metadata: A duplicated sheet gets copies of the developer
            metadata of the original, with new ids.
        sort_moves_metadata: Developer metadata of a row goes with the row's cells when they
            are sorted or cut and pasted; otherwise it stays at its place.
        trashed_is_gone: A file in the bin answers 404; otherwise it answers as before.
        duplicate_delivery_repeats: A request that the network delivers twice is carried
            out twice; otherwise the second copy is lost.
    """

    strict_validation_refuses: bool = False
    nulls_count_as_updated: bool = False
    now_in_own_zone: bool = True
    duplicate_copies_metadata: bool = True
    sort_moves_metadata: bool = False
    trashed_is_gone: bool = True
    duplicate_delivery_repeats: bool = True
