"""Annual reports put together from invented parts, as many as a load test needs."""
