"""Values that staff send in as XLSX or CSV: read, checked, compared, and taken in as a whole."""
