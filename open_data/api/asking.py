"""What can be wrong with a question, in words: a parameter too many, twice, or not understood."""

from collections.abc import Callable, Iterator
from functools import wraps
from http import HTTPStatus
from inspect import signature
from re import findall
from typing import Any, get_args

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.errors import ValidationError

from open_data.api.problems import Fault, ProblemError


def refusing_what_is_unknown(view: Callable[..., Any]) -> Callable[..., Any]:
    """A view that takes only the parameters it knows: a misspelt one would narrow nothing."""
    asked = signature(view).parameters.get("asked")
    known = [*get_args(asked.annotation)[0].model_fields] if asked else []

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if faults := list(_unknown_or_twice(request, known)):
            raise unprocessable(faults)
        return view(request, *args, **kwargs)

    return answer


def _unknown_or_twice(request: HttpRequest, known: list[str]) -> Iterator[Fault]:
    for name, values in request.GET.lists():
        if name not in known:
            yield Fault(name[:100], _("Parametern finns inte här."), known)
        elif len(values) > 1:
            yield Fault(name, _("Parametern får bara anges en gång."))


def unprocessable(faults: list[Fault]) -> ProblemError:
    detail = _("Frågan går inte att besvara. Rätta det som står under errors.")
    return ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, detail, faults)


def not_understood(error: ValidationError) -> ProblemError:
    """The problem that parameters have values they can't have."""
    return unprocessable([_fault(told) for told in error.errors])


def _fault(told: dict[str, Any]) -> Fault:
    """One of pydantic's errors, in the language of the address."""
    limits = told.get("ctx", {})
    detail = _WORDS.get(told["type"], lambda limits: _("Värdet går inte att läsa."))(limits)
    return Fault(str(told["loc"][-1]), detail)


_WHOLE_NUMBER = ("int_parsing", "int_parsing_size", "int_from_float", "int_type")
_WORDS: dict[str, Callable[[dict[str, Any]], str]] = {
    **dict.fromkeys(_WHOLE_NUMBER, lambda limits: _("Ange ett heltal.")),
    "missing": lambda limits: _("Parametern måste anges."),
    "bool_parsing": lambda limits: _("Ange true eller false."),
    "literal_error": lambda limits: (
        _("Välj bland: %(known)s.") % {"known": ", ".join(findall(r"'(.+?)'", limits["expected"]))}
    ),
    "greater_than_equal": lambda limits: _("Ange minst %(number)s.") % {"number": limits["ge"]},
    "less_than_equal": lambda limits: _("Ange högst %(number)s.") % {"number": limits["le"]},
    "string_pattern_mismatch": lambda limits: _(
        "Ange bara bokstäver a–z, siffror och bindestreck."
    ),
    "string_too_long": lambda limits: (
        _("Ange högst %(number)s tecken.") % {"number": limits["max_length"]}
    ),
}
