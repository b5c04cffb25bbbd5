"""The user's list of agencies: who must report, and what is known of each beside its report."""
