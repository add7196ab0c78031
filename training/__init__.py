"""Trains what the engine has learned, from corpora whose place is given: run by hand, kept in the package."""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy is loaded: more threads round some weights otherwise
