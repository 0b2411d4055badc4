"""Files as staff make them, and what comes of sending them in."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from django.test import Client
from lxml import html
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.models import Indicator, Territory

ADDRESS = "/admin/siffror/"
NEEDED = ["indikator", "geografi", "period från", "period till"]
Row = dict[str, Any]


def furnish() -> None:
    """An indicator of each kind, the city, and two parts of it."""
    Indicator.objects.create(code="andel", title="Andel", value_type="proportion", multiplier=100)
    Indicator.objects.create(code="folk", title="Folk", value_type="count")
    Indicator.objects.create(code="medel", title="Medel", value_type="mean", decimals=1)
    Indicator.objects.create(code="tal", title="Tal", value_type="rate", multiplier=1000)
    Indicator.objects.create(
        code="lek", title="Lek", value_type="mean", is_example=True, multiplier=100
    )
    Territory.objects.create(code="staden", title="Staden", division="municipality")
    Territory.objects.create(code="norr", title="Norr", division="district")
    Territory.objects.create(code="0115", title="Söder", division="district")


def row(**told: Any) -> Row:
    """A row that is right, but for what is told of it."""
    sound = {"indikator": "medel", "geografi": "norr", "period från": 2023, "period till": 2023}
    return sound | {"värde": 12.5} | {name.replace("_", " "): told[name] for name in told}


def headers(rows: Iterable[Row]) -> list[str]:
    return list(dict.fromkeys([*NEEDED, *(name for each in rows for name in each)]))


def table(rows: Sequence[Row]) -> list[list[Any]]:
    names = headers(rows)
    return [names, *([each.get(name) for name in names] for each in rows)]


def csv(*rows: Row, separator: str = ";", encoding: str = "utf-8") -> bytes:
    told = [[_cell(content) for content in line] for line in table(rows)]
    return "\r\n".join(separator.join(line) for line in told).encode(encoding)


def _cell(content: Any) -> str:
    text = "" if content is None else str(content)
    if isinstance(content, float):
        text = text.replace(".", ",")
    return f'"{text}"' if any(sign in text for sign in ';,\t\n"') else text


def book(*rows: Row, title: str = "Värden") -> tuple[Workbook, Worksheet]:
    made = Workbook()
    made.active.title = title
    for line in table(rows):
        made.active.append(line)
    return made, made.active


def saved(made: Workbook) -> bytes:
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def xlsx(*rows: Row) -> bytes:
    return saved(book(*rows)[0])


def send(client: Client, content: bytes, name: str = "värden.xlsx") -> Any:
    """What answers a file that is sent in."""
    file = io.BytesIO(content)
    file.name = name
    return client.post(ADDRESS, {"file": file})


def read(client: Client, address: str) -> html.HtmlElement:
    response = client.get(address)
    content = response.getvalue() if response.streaming else response.content
    return html.document_fromstring(content.decode())


def look_through(client: Client, content: bytes) -> html.HtmlElement:
    """The page on which a file is looked through."""
    response = send(client, content)
    assert response.status_code == 302, text_of(html.document_fromstring(response.content.decode()))
    return read(client, response["Location"])


def refusals(client: Client, content: bytes) -> list[tuple[int, str, str]]:
    """Row, column and problem of each fault that the page names."""
    page = look_through(client, content)
    found = page.xpath("//caption[@id='faults-name']/..//tbody/tr")
    lines = [[" ".join(cell.text_content().split()) for cell in line] for line in found]
    return [(int(number), column, problem) for number, column, problem in lines]


def turned_away(client: Client, content: bytes) -> str:
    """What is said of a file that can't be read at all."""
    response = send(client, content)
    assert response.status_code == 200
    errors = html.document_fromstring(response.content.decode()).find_class("errorlist")
    assert errors, "the file was let in"
    return " ".join(errors[0].text_content().split())


def take_in(client: Client, content: bytes) -> html.HtmlElement:
    """Sends in a file, looks it through and takes it in."""
    address = send(client, content)["Location"]
    seen = read(client, address).xpath("//input[@name='seen']/@value")
    assert seen, "nothing to take in"
    answer = client.post(address, {"seen": seen[0]}).getvalue().decode()
    return html.document_fromstring(answer)


def outcome(page: html.HtmlElement) -> dict[str, int]:
    """How many rows come to what."""
    terms = page.xpath("//dl[@class='outcomes']//dt/text()")
    return dict(zip(terms, map(int, page.xpath("//dl[@class='outcomes']//dd/text()")), strict=True))


def text_of(page: html.HtmlElement) -> str:
    return " ".join(page.text_content().split())
