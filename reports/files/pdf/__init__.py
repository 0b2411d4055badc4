"""The PDF of a release: `document.write`, and what it is put together from."""
