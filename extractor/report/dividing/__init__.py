"""How the running text is divided into title, preamble, sections, aspects and signature."""
