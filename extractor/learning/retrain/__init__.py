"""Retraining on a user's labels: collect → check → split → fit → evaluate → card → promote."""
