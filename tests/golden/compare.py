#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Evident authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares `evident-cli dump` with evtx_dump (jsonl) and libevtx's evtxexport (xml), record by record, over folders.

    compare.py [--cli PROGRAM] [--evtx-dump PROGRAM] [--evtxexport PROGRAM] [--form jsonl|xml]... [--show N] PATH...

Records are compared as JSON values, and as XML elements, for every record that both programs read. A difference that
the other program is known for is counted under its cause (each is described in KNOWN.md); any other is printed, and
makes the exit code 1. A program that is not there is said so, and left out (exit code 77 when nothing was compared).
"""

import argparse
import collections
import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

from known import jsonl_cause, xml_cause

EVENT = re.compile(r"<Event[ />].*?</Event>|<Event/>", re.S)
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TIME = re.compile(r"^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?Z$")
LINE_END = re.compile("\r\n|[\t\r\n]")
NAMESPACE = re.compile(r"\sxmlns(:\w+)?=(\"[^\"]*\"|'[^']*')")


def output(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return done.stdout.decode("utf-8", "replace")


def same_hex(text):
    """Hexadecimal numbers without the leading zeros that libevtx writes and Windows does not."""
    return re.sub(r"^0x0+(?=[0-9a-f])", "0x", text)


def same_time(text, digits):
    """Times in one form: the programs write different numbers of digits of a second."""
    found = TIME.match(text)
    if not found:
        return text
    fraction = (found.group(2) or ".")[1:]
    return f"{found.group(1)}.{fraction[:digits].ljust(digits, '0')}Z"


# ------------------------------------------------------------------------------------------------------------- JSON

def flat_json(value, path=""):
    """Every leaf of a JSON value with its path."""
    if isinstance(value, dict):
        if not value:
            yield path, {}
        for key, inner in value.items():
            yield from flat_json(inner, f"{path}/{key}")
    elif isinstance(value, list):
        yield f"{path}[]", len(value)
        for index, inner in enumerate(value):
            yield from flat_json(inner, f"{path}[{index}]")
    else:
        yield path, same_time(value, 6) if isinstance(value, str) else value


def read_jsonl(text):
    records = []
    for line in text.split("\n"):  # not splitlines(): strings may hold other characters that end lines
        if line.strip():
            records.append(dict(flat_json(json.loads(line))))
    return records


def json_key(record):
    def first(name):
        return next((value for path, value in record.items() if path.startswith(name)), None)

    return first("/Event/System/EventRecordID"), first("/Event/System/TimeCreated"), first("/Event/System/EventID")


# -------------------------------------------------------------------------------------------------------------- XML

def flat_xml(element, path=""):
    """Every attribute and text of an element with its path; sisters are numbered."""
    path = f"{path}/{element.tag}"
    if len(element):
        yield path, "".join([element.text or "", *(child.tail or "" for child in element)]).strip()
    else:
        yield path, same_hex(same_time(element.text or "", 7))
    for name, value in element.attrib.items():
        yield f"{path}@{name}", same_hex(same_time(LINE_END.sub(" ", value), 7))
    seen = collections.Counter()
    for child in element:
        number = seen[child.tag]
        seen[child.tag] += 1
        for inner, value in flat_xml(child):
            yield path + inner.replace(f"/{child.tag}", f"/{child.tag}[{number}]", 1), value


def read_xml(text):
    records = []
    for found in EVENT.finditer(NOT_XML.sub("\ufffd", text)):
        try:
            records.append(dict(flat_xml(ElementTree.fromstring(NAMESPACE.sub("", found.group())))))
        except ElementTree.ParseError:
            records.append(None)
    return records


def xml_key(record):
    if record is None:
        return None
    system = "/Event/System[0]"
    return (record.get(f"{system}/EventRecordID[0]"), record.get(f"{system}/TimeCreated[0]@SystemTime"),
            record.get(f"{system}/EventID[0]"))


# ---------------------------------------------------------------------------------------------------------- comparing

class Tally:
    """What came of one form over all files."""

    def __init__(self, form, show):
        self.form = form
        self.show = show
        self.files = self.records = self.equal = self.ours_only = self.theirs_only = self.unreadable = 0
        self.causes = collections.Counter()
        self.wrong = 0

    def differ(self, path, number, where, ours, theirs):
        self.wrong += 1
        if self.wrong <= self.show:
            print(f"{self.form} {path} record {number} {where}: {ours!r}, not {theirs!r}"[:600])

    def only_theirs(self, path, name, torn):
        """A record that evident does not give: it tells a torn one as damage instead."""
        if torn:
            self.causes["torn-record"] += 1
            return
        self.theirs_only += 1
        print(f"{self.form} {path}: only the other program reads {name}"[:600])

    def report(self):
        print(f"{self.form}: {self.files} files, {self.records} records read by both, {self.equal} equal, "
              f"{self.records - self.equal - self.wrong} differ for a known cause, {self.wrong} differ; "
              f"{self.ours_only} read by evident alone, {self.theirs_only} by the other alone, "
              f"{self.unreadable} that the other writes as no XML")
        for cause, count in sorted(self.causes.items(), key=lambda item: -item[1]):
            print(f"    {count:7} {cause}")


def pairs(ours, theirs, key):
    """Records of both in the order of the file; what only one has is paired with None."""
    waiting = collections.defaultdict(collections.deque)
    for index, record in enumerate(theirs):
        waiting[key(record)].append(index)
    for record in ours:
        queue = waiting.get(key(record))
        yield record, theirs[queue.popleft()] if queue else None
    for queue in waiting.values():
        for index in queue:
            yield None, theirs[index]


def torn_records(cli, path):
    """How many broken records evident told of."""
    line = output([cli, "info", str(path), "--json"])
    damages = json.loads(line)["damages"] if line.strip() else []
    return sum(damage["what"] == "record" for damage in damages)


def compare(tally, path, ours, theirs, key, cause_of, count_torn):
    tally.files += 1
    torn = None
    for number, (our, their) in enumerate(pairs(ours, theirs, key)):
        if our is None or their is None:
            if our is not None:
                tally.ours_only += 1
            elif their is None:
                tally.unreadable += 1
            else:
                torn = count_torn() if torn is None else torn
                tally.only_theirs(path, key(their), torn > 0)
                torn -= 1
            continue
        tally.records += 1
        if our == their:
            tally.equal += 1
            continue
        unknown = False
        causes = set()
        for where in {**our, **their}:
            if our.get(where) == their.get(where) and (where in our) == (where in their):
                continue
            cause = cause_of(where, our, their)
            if cause:
                causes.add(cause)
            elif not unknown:
                unknown = True
                tally.differ(path, number, where, our.get(where, "(absent)"), their.get(where, "(absent)"))
        tally.causes.update(causes)


def logs_below(paths):
    for path in map(pathlib.Path, paths):
        yield from sorted(path.rglob("*.evtx")) if path.is_dir() else [path]


def main():
    parser = argparse.ArgumentParser()
    binaries = os.environ.get("EVIDENT_BIN", "")
    parser.add_argument("--cli", default=os.path.join(binaries, "evident-cli") if binaries else "evident-cli")
    parser.add_argument("--evtx-dump", default=shutil.which("evtx_dump") or os.path.expanduser("~/.cargo/bin/evtx_dump"))
    parser.add_argument("--evtxexport", default="evtxexport")
    parser.add_argument("--form", action="append", choices=["jsonl", "xml"])
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("paths", nargs="+")
    options = parser.parse_args()

    kinds = {
        "jsonl": ([options.evtx_dump, "-t", "1", "-o", "jsonl"], read_jsonl, json_key, jsonl_cause),
        "xml": ([options.evtxexport, "-f", "xml"], read_xml, xml_key, xml_cause),
    }
    tallies = []
    for form in options.form or kinds:
        command, read, key, cause_of = kinds[form]
        if not shutil.which(command[0]):
            print(f"{form}: {command[0]} is not there: NOT COMPARED")
            continue
        tally = Tally(form, options.show)
        for path in logs_below(options.paths):
            ours = read(output([options.cli, "dump", str(path), "--format", form]))
            theirs = read(output([*command, str(path)]))
            compare(tally, path, ours, theirs, key, cause_of, functools.partial(torn_records, options.cli, path))
        tally.report()
        tallies.append(tally)
    if not tallies or not any(tally.records for tally in tallies):
        return 77
    return 1 if any(tally.wrong or tally.theirs_only for tally in tallies) else 0


if __name__ == "__main__":
    sys.exit(main())
