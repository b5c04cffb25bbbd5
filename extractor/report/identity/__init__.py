"""Who reports, when and about which year."""
