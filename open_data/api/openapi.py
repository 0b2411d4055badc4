"""The description of the API in OpenAPI 3.1, in the language of the address."""

import json
from functools import cache
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from ninja import Schema
from pydantic import Field

from open_data.api import problems
from open_data.api.index import bases, whole
from open_data.api.service import api

Node = dict[str, Any]
_REF = "#/components/{}/{}"
_STATUSES = (400, 404, 406, 410, 422)


class Fault(Schema):
    parameter: str = Field(description=_("Parametern som är fel."), examples=["per_page"])
    detail: str = Field(description=_("Vad som är fel med den."))
    known: list[str] = Field([], description=_("Det som finns att välja på."))


class Problem(Schema):
    type: str = Field(description=_("Adress som är namnet på felet och förklarar det."))
    title: str = Field(description=_("Slag av fel."))
    status: int = Field(description=_("Felkoden."), examples=[404])
    detail: str = Field(description=_("Vad som hände den här gången."))
    errors: list[Fault] = Field([], description=_("Fel i parametrar."))
    reason: str = Field("", description=_("Varför en utgåva är tillbakadragen."))
    successor: str | None = Field(None, description=_("Utgåvan som har kommit i stället."))


def document() -> Node:
    """The whole description, with every word in the active language."""
    return json.loads(written(get_language() or settings.LANGUAGE_CODE))


@cache
def written(language: str) -> str:
    """The same as JSON, in a language: it takes long to make, and never changes."""
    with override(language):
        return json.dumps(_made(), ensure_ascii=False)


def _made() -> Node:
    made = api.get_openapi_schema(path_prefix="")
    made["components"]["schemas"] |= _problem_schemas()
    found: Node = _without_titles(json.loads(json.dumps(made, cls=DjangoJSONEncoder)))
    for path in found["paths"].values():
        _complete(path["get"])
    schemas = found["components"]["schemas"]
    found["components"] = {
        "schemas": {name: _plain(it) for name, it in schemas.items() if "Filter" not in name},
        "responses": {str(status): _problem(status) for status in _STATUSES},
    }
    found["servers"] = [{"url": base.address, "description": base.name} for base in bases()]
    found["externalDocs"] = {"url": whole("documentation")}
    return found


def _problem_schemas() -> Node:
    template = _REF.format("schemas", "{model}")
    schema: Node = Problem.model_json_schema(ref_template=template)
    return {**schema.pop("$defs"), "Problem": schema}


def _without_titles(node: Any) -> Any:
    """What pydantic makes of the names of fields tells nothing that the names don't."""
    if isinstance(node, list):
        return [_without_titles(each) for each in node]
    if not isinstance(node, dict):
        return node
    told = {key: _without_titles(value) for key, value in node.items()}
    is_schema = "properties" in told or "type" in told or "anyOf" in told or "enum" in told
    return {key: it for key, it in told.items() if not (is_schema and _is_made_title(key, it))}


def _is_made_title(key: str, value: Any) -> bool:
    return key == "title" and isinstance(value, str)


def _plain(schema: Node) -> Node:
    """A schema without its docstring, which is for those who write the code."""
    return {key: value for key, value in schema.items() if key != "description"}


def _complete(operation: Node) -> None:
    """Adds what all operations share: examples as OpenAPI has them, headers and problems."""
    for parameter in operation["parameters"]:
        parameter["schema"] = _never_null(parameter["schema"])
        if examples := parameter.pop("examples", None):
            parameter["example"] = examples[0]
    text = {"schema": {"type": "string"}}
    operation["responses"]["200"]["headers"] = {"ETag": text, "Cache-Control": text, "Link": text}
    for status in _STATUSES:
        operation["responses"][str(status)] = {"$ref": _REF.format("responses", status)}


def _never_null(schema: Node) -> Node:
    """The schema of a parameter, which can be left out but not be null."""
    told = {key: value for key, value in schema.items() if key not in ("anyOf", "description")}
    return told | next(iter(schema.get("anyOf", [])), {})


def _problem(status: int) -> Node:
    schema = {"$ref": _REF.format("schemas", "Problem")}
    description = str(problems.TITLES[status])
    return {"description": description, "content": {problems.MEDIA_TYPE: {"schema": schema}}}
