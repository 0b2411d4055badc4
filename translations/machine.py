"""Machine translation from Swedish: one small interface, and LibreTranslate behind it.

Another service is a class with the shape of `Translator`, named by TRANSLATOR in the settings.
"""

import json
from http.client import HTTPException
from time import monotonic
from typing import Any, Protocol
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.utils.module_loading import import_string

from languages.translated import SOURCE

_SECONDS = 20
_MOST_BYTES = 5 * 2**20
_SILENT = "Översättningstjänsten svarar inte. Försök igen om en stund."
_NONSENSE = "Översättningstjänsten svarade något som inte går att förstå."


class TranslatorError(Exception):
    """Why there is no translation: a sentence in Swedish, for staff."""


class Translator(Protocol):
    """What a machine translator can do. It is made with the address and the key of its service.

    Whatever goes wrong is a TranslatorError. What comes back is checked as any other input.
    """

    def __init__(self, address: str, key: str) -> None: ...

    def languages(self) -> set[str]:
        """The codes of the languages that it can translate to."""

    def translate(self, texts: list[str], language: str, *, markup: bool) -> list[str]:
        """The texts in another language, as many and in the same order; `markup` is for HTML."""


def translator() -> Translator | None:
    """The translator that the settings name; none unless TRANSLATOR_URL is set."""
    if not settings.TRANSLATOR_URL:
        return None
    made: Translator = import_string(settings.TRANSLATOR)(
        settings.TRANSLATOR_URL, settings.TRANSLATOR_KEY
    )
    return made


class LibreTranslate:
    """A service that speaks LibreTranslate's API, such as one that the city runs itself."""

    def __init__(self, address: str, key: str) -> None:
        self._address = address
        self._key = key

    def languages(self) -> set[str]:
        try:
            known = {told["code"]: told["targets"] for told in self._answer("/languages")}
            return {str(code) for code in known.get(SOURCE, ())} - {SOURCE}
        except (TypeError, KeyError) as error:
            raise TranslatorError(_NONSENSE) from error

    def translate(self, texts: list[str], language: str, *, markup: bool) -> list[str]:
        asked = {"q": texts, "source": SOURCE, "target": language}
        asked |= {"format": "html" if markup else "text"}
        asked |= {"api_key": self._key} if self._key else {}
        answer = self._answer("/translate", asked)
        told = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(told, list) or [type(text) for text in told] != [str] * len(texts):
            raise TranslatorError(_NONSENSE)
        return [_as_html(text) for text in told] if markup else told

    def _answer(self, path: str, asked: dict[str, Any] | None = None) -> Any:
        """What the service says, as JSON; `asked` is posted to it."""
        data = None if asked is None else json.dumps(asked).encode()
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        # The settings take http and https only.
        request = Request(f"{self._address}{path}", data, headers)  # noqa: S310
        try:
            with build_opener(_NoRedirects).open(request, timeout=_SECONDS) as response:
                return _parsed(_read(response))
        except HTTPError as error:
            with error:
                raise TranslatorError(_refusal(error)) from error
        except (OSError, HTTPException) as error:
            raise TranslatorError(_SILENT) from error


class _NoRedirects(HTTPRedirectHandler):
    """Texts and the key go to the address in the settings, wherever the service points."""

    def redirect_request(self, *args: Any) -> None:
        """Follows none: the answer is told of as the refusal that it is."""


def _as_html(text: str) -> str:
    """LibreTranslate closes empty tags as XML does: <br/>."""
    return text.replace(" />", ">").replace("/>", ">")


def _read(response: Any) -> bytes:
    """All of an answer; neither its size nor its slowness is up to the service."""
    content, end = b"", monotonic() + _SECONDS
    while piece := response.read1(2**16):
        content += piece
        if len(content) > _MOST_BYTES:
            raise TranslatorError(_NONSENSE)
        if monotonic() > end:
            raise TranslatorError(_SILENT)
    return content


def _parsed(content: bytes) -> Any:
    try:
        told = json.loads(content)
        json.dumps(told, ensure_ascii=False).encode()  # JSON can name halves of characters
        return told
    except (ValueError, RecursionError) as error:
        raise TranslatorError(_NONSENSE) from error


def _refusal(error: HTTPError) -> str:
    """What the service says of an error, as far as it says anything that can be understood."""
    try:
        said = _parsed(_read(error))["error"]
    except (TranslatorError, OSError, HTTPException, TypeError, KeyError):
        return f"Översättningstjänsten svarade med felkod {error.code}."
    return f"Översättningstjänsten sade nej: {str(said)[:200]}"
