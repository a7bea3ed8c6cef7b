#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Evident authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the instructions of our own functions while bench-work does one thing after the other on a fixed log.

    instructions.py test BENCH-WORK LOG      fails when any of them needs more than 5 % above what is recorded
    instructions.py record BENCH-WORK LOG    records what they need now, with the compiler they were made with
    instructions.py top WHAT BENCH-WORK LOG  the functions that one of them spends most in
    instructions.py share BENCH-WORK LOG     what matching articles adds to reading, all libraries counted

What other libraries do is not counted: it differs from machine to machine. With another compiler than the recorded one
nothing is compared (exit code 77); a new toolchain records anew, in a commit of its own.
"""

import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

RECORD = pathlib.Path(__file__).with_name("instructions.json")
WORKS = ["rows", "jsonl", "xml", "time", "source", "filter", "text"]
ALLOWED = 1.05
SKIPPED = 77

NAME = re.compile(r"\((\d+)\)(?: (.*))?")


class Profile:
    """What a callgrind file says each function spent in itself, by the object that it lies in."""

    def __init__(self, path):
        self.spent = collections.Counter()
        self.names = {"ob": {}, "fn": {}, "fl": {}}
        current = {"ob": "", "fn": ""}
        is_call = False
        for line in path.read_text(errors="replace").splitlines():
            if line[:1].isdigit() or line[:1] in "+-*":
                cost = line.split()[1:]
                if cost and not is_call:
                    self.spent[(current["ob"], current["fn"])] += int(cost[0])
                is_call = False
            elif line.startswith("calls="):
                is_call = True
            elif "=" in line:
                key, value = line.split("=", 1)
                kind = key[1:] if key in ("cob", "cfn") else key
                if kind in ("ob", "fn"):
                    name = self.full_name(kind, value)
                    if key == kind:
                        current[kind] = name

    def full_name(self, kind, value):
        found = NAME.match(value)
        if not found:
            return value
        number, name = found.groups()
        if name is not None:
            self.names[kind][number] = name
        return self.names[kind].get(number, "")

    def of_object(self, name):
        return sum(count for (where, _), count in self.spent.items() if pathlib.Path(where).name == name)

    def top(self, count):
        return self.spent.most_common(count)


def profile(program, what, log):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "callgrind.out"
        environment = {**os.environ, "QT_HASH_SEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        # One processor: a query works with as many threads as there are, and those do not count alike twice.
        done = subprocess.run(["valgrind", "--tool=callgrind", "--toggle-collect=*measured*",
                               f"--callgrind-out-file={out}", program, what, log],
                              env=environment, capture_output=True, text=True, check=False,
                              preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))
        if done.returncode != 0:
            sys.exit(f"bench-work {what} failed: {done.stderr[-2000:]}")
        return Profile(out)


def counts(program, log):
    name = pathlib.Path(program).name
    return {what: profile(program, what, log).of_object(name) for what in WORKS}


def toolchain(program):
    return subprocess.run([program, "toolchain"], capture_output=True, text=True, check=True).stdout.strip()


def record(program, log):
    RECORD.write_text(json.dumps({"toolchain": toolchain(program), "log": pathlib.Path(log).stat().st_size,
                                  "instructions": counts(program, log)}, indent=4) + "\n")
    print(RECORD.read_text(), end="")
    return 0


def test(program, log):
    recorded = json.loads(RECORD.read_text())
    if recorded["toolchain"] != toolchain(program):
        print(f"SKIPPED: instructions are recorded for {recorded['toolchain']}, and this is {toolchain(program)}.")
        return SKIPPED
    if recorded["log"] != pathlib.Path(log).stat().st_size:
        print("The forged log is another one than what was recorded: record anew, in a commit of its own.")
        return 1
    failed = False
    for what, count in counts(program, log).items():
        before = recorded["instructions"][what]
        grew = count > before * ALLOWED
        failed = failed or grew
        print(f"{'FAIL' if grew else 'pass'}  {what:8} {count:>13,} instructions, {before:,} recorded "
              f"({100 * count / before - 100:+.2f} %)")
    return 1 if failed else 0


def top(what, program, log):
    measured = profile(program, what, log)
    whole = sum(measured.spent.values())
    for (where, function), count in measured.top(45):
        print(f"{count:>13,} {100 * count / whole:5.1f} %  {pathlib.Path(where).name[:18]:18} {function[:150]}")
    return 0


def share(program, log):
    rows, matched = (sum(profile(program, what, log).spent.values()) for what in ("rows", "matched"))
    print(json.dumps({"rows": rows, "matched": matched, "share": matched / rows - 1}))
    return 0


def main():
    arguments = sys.argv[1:]
    if not shutil.which("valgrind"):
        print("SKIPPED: valgrind is not there, so no instructions are counted.")
        return SKIPPED
    if len(arguments) == 3 and arguments[0] == "test":
        return test(*arguments[1:])
    if len(arguments) == 3 and arguments[0] == "record":
        return record(*arguments[1:])
    if len(arguments) == 3 and arguments[0] == "share":
        return share(*arguments[1:])
    if len(arguments) == 4 and arguments[0] == "top":
        return top(*arguments[1:])
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
