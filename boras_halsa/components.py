"""The component page: the documentation of the design, for staff and developers.

Each component is shown in each of its states, in Swedish and in Arabic, and nothing is asked of
the database. Visitors get a 404, and no cookie.
"""

import re
from collections.abc import Iterator
from itertools import count
from typing import Any, NamedTuple

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import override
from django.views.decorators.http import require_safe

from boras_halsa.specimens.shown import Component, State
from languages.names import direction_of

_ID = re.compile(r'\sid="([^"]+)"')
_NAMED = re.compile(
    r'(?<=\s)(id|for|aria-labelledby|aria-describedby|popovertarget)="([^"]+)"'
    r'|(href="#|url\(#)([^")]+)'
)
_BREAKS = re.compile(r"\s*\n\s*")


class Specimen(NamedTuple):
    """A state of a component in one language."""

    language: str
    direction: str
    html: SafeString


class Shown(NamedTuple):
    """A component with what is seen of each of its states."""

    component: Component
    states: list[tuple[str, list[Specimen]]]


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every component in every state, while DEBUG is on or for staff who have signed in."""
    if not _may_look(request):
        raise Http404
    # Made when somebody asks: no other page should wait for the whole cast, or fall with it.
    from boras_halsa.specimens import GROUPS
    from boras_halsa.specimens.cast import WORN

    numbers = count(1)
    groups = [(group, [_shown(it, numbers) for it in group.components]) for group in GROUPS]
    response = render(request, "components_page/page.html", {"groups": groups, "worn": WORN})
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _may_look(request: HttpRequest) -> bool:
    """Asks for the user only where a session can be, so that a visitor's answer needs no cookie."""
    if settings.DEBUG:
        return True
    return settings.SESSION_COOKIE_NAME in request.COOKIES and bool(request.user.is_staff)


def _shown(component: Component, numbers: Iterator[int]) -> Shown:
    states = [
        (state.name, [_specimen(component, state, it, next(numbers)) for it in state.languages])
        for state in component.states
    ]
    return Shown(component, states)


def _specimen(component: Component, state: State, language: str, number: int) -> Specimen:
    with override(language):
        context: dict[str, Any] = dict(state.context)
        html = render_to_string(component.template, context, _visit(reverse(state.path)))
    if component.as_source:
        source = _BREAKS.sub("\n", html).strip()
        html = f'<pre class="source" dir="ltr"><code>{escape(source)}</code></pre>'
    around = component.around.replace("{}", _with_own_ids(html, number))
    return Specimen(language, direction_of(language), SafeString(around))


def _visit(path: str) -> HttpRequest:
    """The request that a reader of the page around would have made."""
    request = HttpRequest()
    request.method = "GET"
    request.path = request.path_info = path
    return request


def _with_own_ids(html: str, number: int) -> str:
    """The same markup with the specimen's number in each id, so that each is there once."""
    own = set(_ID.findall(html))

    def renamed(found: re.Match[str]) -> str:
        attribute, names, before, name = found.groups()
        if attribute:
            words = [f"{it}-{number}" if it in own else it for it in names.split()]
            return f'{attribute}="{" ".join(words)}"'
        return f"{before}{name}-{number}" if name in own else found[0]

    return _NAMED.sub(renamed, html)
