"""The command line of dateline."""
