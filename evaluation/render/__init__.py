"""Gold reports as files: DOCX, DOC, RTF, PDF, HTML, MHTML, TXT and Markdown."""
