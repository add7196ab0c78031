"""The same article gives the same bytes: in another process, on another day, in another time zone, with another hash
seed; and nobody is asked for it over a network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = """\
PORT AVON, May 7 - The ferry line stopped all sailings on Monday after its oldest ship ran aground last week.
It will resume them by the end of June, the company announced yesterday, two years after it was founded.

The ship was built in the late 1960s. In March 2011 it had lost an anchor; three days later it was found.
"""

READ = """\
import datetime, sys, time

now = float(sys.argv[1])


class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(now)


class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(now, tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(now, datetime.UTC).replace(tzinfo=None)

    today = now


def no_network(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        raise RuntimeError(f"the engine asked the network: {event} {arguments}")


time.time = lambda: now
datetime.date, datetime.datetime = Day, Moment
sys.addaudithook(no_network)

from dateline import Article, Extractor
from dateline.render import render

published = sys.argv[2] or None
timeline = Extractor().extract(Article(text=sys.stdin.read(), published=published))
sys.stdout.buffer.write(render(timeline).body)
"""

WORLDS = {
    "1999-12-31, Kiritimati": (946_634_400, "Pacific/Kiritimati", "1"),
    "2040-02-29, Los Angeles": (2_214_050_400, "America/Los_Angeles", "4242"),
}


@pytest.mark.parametrize("published", ["2012-05-08", ""], ids=["day of publication given", "no day of publication"])
def test_two_processes_in_different_worlds_give_the_same_bytes(root: Path, published: str) -> None:
    here, there = (_answer(root, published, *world) for world in WORLDS.values())
    assert b'"edtf"' in here
    assert here == there


def _answer(root: Path, published: str, now: int, zone: str, seed: str) -> bytes:
    roots = os.pathsep.join([str(root / "service"), str(root / "schemas")])
    done = subprocess.run(
        [sys.executable, "-c", READ, str(now), published],
        input=ARTICLE.encode(),
        env=os.environ | {"PYTHONPATH": roots, "TZ": zone, "PYTHONHASHSEED": seed},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout
