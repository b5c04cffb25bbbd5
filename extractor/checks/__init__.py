"""Report → findings: one small file a code, in a folder per family; `catalogue` lists them."""
