"""The files that people open: CSV, XLSX, JSONL, tables, HTML, return sheets."""
