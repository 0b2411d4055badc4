"""Static files under names that carry their content, and the style sheets as one request."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

_IMPORT = re.compile(r'@import url\("([^"]+)"\);\n')


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts what a style sheet of `bundles` imports into it, so that the browser asks once.

    Without this storage (DEBUG) the browser follows the imports itself.
    """

    bundles = ("css/site.css",)

    def post_process(self, paths: dict[str, Any], *args: Any, **kwargs: Any) -> Iterator[Any]:
        for name in self.bundles:
            if name in paths:
                self._bundle(name, *paths[name])
                paths[name] = (self, name)
        yield from super().post_process(paths, *args, **kwargs)

    def _bundle(self, name: str, source: Any, path: str) -> None:
        """Written anew from the source each time: what it imports may have changed."""
        folder = name.rpartition("/")[0]

        def imported(match: re.Match[str]) -> str:
            with self.open(f"{folder}/{match[1]}") as part:
                return part.read().decode()

        with source.open(path) as file:
            text = _IMPORT.sub(imported, file.read().decode())
        self.delete(name)
        self.save(name, ContentFile(text.encode()))
