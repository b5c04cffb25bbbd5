"""Text only: sentences, numbers, years, titles in 《》, names. Knows no files and no form."""
