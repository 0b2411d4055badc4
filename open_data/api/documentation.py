"""The documentation of the API: a page made from the same description that programs read."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from open_data.api.answers import KEPT_FOR
from open_data.api.index import COLLECTIONS, bases, whole
from open_data.api.openapi import document
from open_data.api.pagination import MOST
from open_data.api.problems import TITLES, anchor
from open_data.api.releases import known_reports

Node = dict[str, Any]
_EVERYWHERE = ("page", "per_page")
_REFERENCE = {"language", "title", "slug", "address"}  # explained once, for all that point at pages
_TYPES: dict[str, Promise] = {
    "string": _("text"),
    "integer": _("heltal"),
    "number": _("tal"),
    "boolean": _("true eller false"),
    "array": _("lista"),
    "object": _("objekt"),
    "date": _("datum"),
    "date-time": _("datum och tid"),
}
_EXPLAINED: dict[int, Promise] = {
    HTTPStatus.BAD_REQUEST: _("Adressen innehåller tecken som inte kan stå i en adress."),
    HTTPStatus.NOT_FOUND: _("Det som adressen eller en parameter pekar ut finns inte."),
    HTTPStatus.METHOD_NOT_ALLOWED: _("API:et ändrar ingenting. Använd GET eller HEAD."),
    HTTPStatus.NOT_ACCEPTABLE: _("Ta emot application/json i Accept, eller utelämna Accept."),
    HTTPStatus.GONE: _("Sidan eller utgåvan fanns, men är borttagen. Svaret kan säga varför."),
    HTTPStatus.UNPROCESSABLE_ENTITY: _(
        "En parameter är felstavad, saknas eller har ett värde som den inte kan ha."
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: _("Felet är vårt, inte ditt. Försök igen om en stund."),
}


class Value(NamedTuple):
    """A parameter, or a field of an answer."""

    name: str
    type: str
    description: str
    choices: list[str]
    example: Any = None
    required: bool = False


class Collection(NamedTuple):
    """One kind of objects: where they are listed, what can be asked, and what each tells."""

    name: str
    title: str
    paths: list[str]
    example: str
    parameters: list[Value]
    fields: list[Value]


@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    """Every address, what can be asked of it and what it answers."""
    described = document()
    reports = known_reports()
    context = {
        "collections": [_collection(described, name, reports) for name in COLLECTIONS],
        "bases": bases(),
        "root": whole("api:index").removesuffix("/"),
        "most": MOST,
        "minutes": KEPT_FOR // 60,
        "problems": [
            {"status": int(status), "anchor": anchor(status), "title": title, "text": text}
            for status, title, text in _problems()
        ],
        "available_languages": [code for code, _name in settings.LANGUAGES],
    }
    return render(request, "open_data/api.html", context)


def _problems() -> Iterator[tuple[int, Promise, Promise]]:
    return ((status, title, _EXPLAINED[status]) for status, title in TITLES.items())


def _collection(described: Node, name: str, reports: list[str]) -> Collection:
    listed = described["paths"][f"/{name}"]["get"]
    asked = [_value(it["name"], it["schema"] | it) for it in listed["parameters"]]
    return Collection(
        name=name,
        title=listed["summary"],
        paths=[path for path in described["paths"] if path.split("/")[1] == name],
        example=_example(name, reports),
        parameters=[it for it in asked if it.name not in _EVERYWHERE],
        fields=list(_fields(described, name.capitalize())),
    )


def _example(name: str, reports: list[str]) -> str:
    """An address that works; empty while there is nothing to show."""
    if name != "observations":
        return f"{whole(f'api:{name}')}?per_page=1"
    return f"{whole('api:observations')}?report={reports[0]}&per_page=1" if reports else ""


def _fields(described: Node, listed: str) -> Iterator[Value]:
    """The fields of the objects of a list, those of their parts with a point between."""
    items = _schema(described, listed)["properties"]["items"]["items"]
    return _fields_of(described, items, "")


def _schema(described: Node, name: str) -> Node:
    return described["components"]["schemas"][name]


def _fields_of(described: Node, schema: Node, prefix: str) -> Iterator[Value]:
    for name, field in _resolved(described, schema)["properties"].items():
        told = _resolved(described, field)
        yield _value(f"{prefix}{name}", told)
        inner = _resolved(described, told.get("items", told))
        if not {*inner.get("properties", ())} <= _REFERENCE:
            yield from _fields_of(described, inner, f"{prefix}{name}.")


def _resolved(described: Node, schema: Node) -> Node:
    """What a schema says, with what it refers to, and without the null that it may be."""
    found = schema | next(iter(schema.get("anyOf", [])), {})
    if "$ref" in found:
        found = _schema(described, found["$ref"].rpartition("/")[2]) | found
    return found


def _value(name: str, schema: Node) -> Value:
    kind = schema.get("format") or schema.get("type", "object")
    return Value(
        name,
        str(_TYPES.get(kind, kind)),
        schema.get("description", ""),
        [choice for choice in schema.get("enum", []) if choice],
        schema.get("example"),
        schema.get("required") is True,
    )
