"""Requests on developer metadata."""

from tests.sheets_server import fields, metadata
from tests.sheets_server.call import Call
from tests.sheets_server.model import Json, Tag
from tests.sheets_server.refusals import Refusal

_VISIBLE = {"DOCUMENT", "PROJECT"}


def create(call: Call, body: Json) -> Json:
    """createDeveloperMetadata: an id that is in use makes the whole batch fail."""
    given = body.get("developerMetadata") or {}
    if not given.get("metadataKey"):
        raise Refusal("The metadataKey must be specified.")
    if given.get("visibility") not in _VISIBLE:
        raise Refusal("The visibility must be specified.")
    sheet, line, dimension = metadata.placed(call.book, given.get("location") or {})
    number = given.get("metadataId")
    if not number:
        number = call.new_id(set(call.book.tags))
    if number in call.book.tags:
        raise Refusal(
            f"Cannot add developer metadata with ID [{number}] because developer metadata with"
            " that ID already exists."
        )
    tag = Tag(
        number,
        given["metadataKey"],
        given.get("metadataValue", ""),
        given["visibility"],
        sheet,
        line,
        dimension,
    )
    call.book.tags[number] = tag
    return {"developerMetadata": metadata.json(call.book, tag)}


def update(call: Call, body: Json) -> Json | None:
    """updateDeveloperMetadata: every tag that a filter selects."""
    mask = fields.required(body)
    fields.known(mask, "DeveloperMetadata")
    given = body.get("developerMetadata") or {}
    if "*" in mask:
        mask = {name: {} for name in given}
    if "metadataId" in mask:
        raise Refusal("The metadataId can't be changed.")
    tags: dict[int, Tag] = {}
    for data_filter in body.get("dataFilters") or []:
        tags |= {tag.id: tag for tag in metadata.found(call.book, data_filter)}
    for tag in tags.values():
        if "metadataKey" in mask:
            tag.key = given.get("metadataKey", "")
        if "metadataValue" in mask:
            tag.value = given.get("metadataValue", "")
        if "visibility" in mask:
            if given.get("visibility") not in _VISIBLE:
                raise Refusal("The visibility must be specified.")
            tag.visibility = given["visibility"]
        if "location" in mask:
            place = metadata.placed(call.book, given.get("location") or {})
            tag.sheet, tag.line, tag.dimension = place
    if not tags:
        return {}
    return {"developerMetadata": [metadata.json(call.book, tag) for tag in tags.values()]}


def delete(call: Call, body: Json) -> Json:
    """deleteDeveloperMetadata: none found is no error."""
    tags = metadata.found(call.book, body.get("dataFilter") or {})
    gone = [metadata.json(call.book, tag) for tag in tags]
    for tag in tags:
        del call.book.tags[tag.id]
    return {"deletedDeveloperMetadata": gone} if gone else {}


HANDLERS = {
    "createDeveloperMetadata": create,
    "updateDeveloperMetadata": update,
    "deleteDeveloperMetadata": delete,
}
