"""A bucket in S3, or in a store that speaks as S3 does, that only this site can read.

Imported where the settings name it: boto3 takes memory that a site with a disk keeps.
"""

from collections.abc import Callable
from functools import wraps
from types import SimpleNamespace
from typing import Any

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from s3transfer.exceptions import RetriesExceededError
from storages.backends.s3 import S3Storage

SIGNED_FOR = 300  # seconds, in which a download has to begin
_FAILURES = (BotoCoreError, ClientError, Boto3Error, RetriesExceededError)


def _failing_as_a_disk(method: Callable[..., Any]) -> Callable[..., Any]:
    """What calls a storage knows how a disk fails, and no more."""

    @wraps(method)
    def asked(*args: Any, **kwargs: Any) -> Any:
        try:
            return method(*args, **kwargs)
        except _FAILURES as error:
            raise OSError(f"S3: {error}") from error

    return asked


class PrivateStore(S3Storage):
    """No file in it is public, and none is written over."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        # One for all threads. Each would else take 10 MB, and half a second for its first address.
        self._connections = SimpleNamespace()

    def get_default_settings(self) -> dict[str, Any]:
        return super().get_default_settings() | {
            "default_acl": None,
            "file_overwrite": False,
            "querystring_auth": True,
            "querystring_expire": SIGNED_FOR,
            "max_memory_size": 2**20,
            "client_config": Config(
                signature_version="s3v4",
                connect_timeout=5,
                read_timeout=20,
                retries={"mode": "standard", "total_max_attempts": 3},
                # Stores that speak as S3 does may know no checksums but their own.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        }

    @_failing_as_a_disk
    def _open(self, name: str, mode: str = "rb") -> Any:
        """Fetches the file at once: it would else be at the first read, where nobody waits for it.

        What does not fit in `max_memory_size` lies on the disk meanwhile.
        """
        file = super()._open(name, mode)
        try:
            return file.open()
        except BaseException:
            file.close()
            raise

    _save = _failing_as_a_disk(S3Storage._save)
    delete = _failing_as_a_disk(S3Storage.delete)
    exists = _failing_as_a_disk(S3Storage.exists)
    listdir = _failing_as_a_disk(S3Storage.listdir)
