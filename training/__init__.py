"""Trains what the engine has learned, from corpora whose place is given: run by hand, kept in the package."""
