"""A way to ask the API, and to see what it answered."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

Ask = Callable[..., Any]


@pytest.fixture
def ask(client: Client) -> Ask:
    """The JSON at an address below the API, which must have that status."""

    def answer(address: str, status: int = 200, language: str = "", **kwargs: Any) -> Any:
        response = client.get(f"{language}/api/v1/{address}", **kwargs)
        assert response.status_code == status, response.content.decode()
        kind = "application/json" if status == 200 else "application/problem+json"
        assert response.headers["Content-Type"].partition(";")[0] == kind
        return response.json()

    return answer
