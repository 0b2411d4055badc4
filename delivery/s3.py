"""A bucket in S3, or in a store that speaks as S3 does, that only this site can read.

Imported where the settings name it: boto3 takes memory that a site with a disk keeps.
"""

from types import SimpleNamespace
from typing import Any

from botocore.config import Config
from storages.backends.s3 import S3Storage

SIGNED_FOR = 300  # seconds, in which a download has to begin


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
            ),
        }
