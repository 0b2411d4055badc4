"""How partners take a release with them: its files, the pages that list them, and their feeds."""
