"""The sheets of a release's workbook."""
