#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Evident authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Evident against other readers of logs and against what the machine could do at best.

    bench.py --build FOLDER --cache FOLDER [--json FILE] [--pairs N] [NAME]

NAME is a part of the name of the groups to run: proof, load, dump, evtxexport, growth, window, store, search, matching,
check.
Every result is first proved equal to that of a slow, plain way. Figures of two programs come from interleaved pairs; the
median pair counts, and a figure whose pairs spread more than 25 % is taken again, three times at most (the calmest one
stands, with its spread). What is not there is said so and left out.
"""

import argparse
import hashlib
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
WIDEST_SPREAD = 0.25
MOST_TAKES = 3


class Wrong(Exception):
    """A result that is not what the slow way gives: nothing is measured then."""


def one_core():
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def run(command, where=None, on_one_core=False):
    """Milliseconds that a whole process took."""
    begin = time.perf_counter()
    done = subprocess.run(command, stdout=where or subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          preexec_fn=one_core if on_one_core else None, check=False)
    spent = (time.perf_counter() - begin) * 1e3
    if done.returncode != 0:
        raise Wrong(f"{command[0]} ended with {done.returncode}")
    return spent


def output(command, on_one_core=False):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True,
                          preexec_fn=one_core if on_one_core else None).stdout


def told(command, on_one_core=False):
    return json.loads(output(command, on_one_core))


def spread_of(values):
    return (max(values) - min(values)) / statistics.median(values)


def calmest(take):
    """The take whose values spread least, once one spreads little enough or enough were tried."""
    best = None
    for _ in range(MOST_TAKES):
        values = take()
        if best is None or spread_of(values[0]) < spread_of(best[0]):
            best = values
        if spread_of(best[0]) <= WIDEST_SPREAD:
            break
    return best


class Table:
    """Everything that was found, as a table while it is found and as JSON in the end."""

    def __init__(self):
        self.rows = []

    def add(self, group, what, value, unit, target=None, at_least=True, note="", spread=None):
        reached = None if target is None else (value >= target if at_least else value <= target)
        self.rows.append({"group": group, "what": what, "value": value, "unit": unit, "target": target,
                          "reached": reached, "spread": spread, "note": note})
        wanted = "" if target is None else f"{'≥' if at_least else '≤'} {target:g}"
        mark = {None: " ", True: "✓", False: "✗"}[reached]
        swing = "" if spread is None else f"±{100 * spread / 2:.0f} %"
        print(f"{mark} {group:10} {what:58} {value:>10.4g} {unit:5} {wanted:>8}  {swing:6} {note}", flush=True)

    def skip(self, group, why):
        self.rows.append({"group": group, "what": why, "skipped": True})
        print(f"  {group:10} SKIPPED: {why}", flush=True)


class Bench:
    def __init__(self, arguments):
        build = pathlib.Path(arguments.build)
        self.cli = str(build / "bin/evident-cli")
        self.forge = str(build / "bin/evident-forge")
        self.programs = build / "bench"
        self.cache = pathlib.Path(arguments.cache)
        self.cache.mkdir(parents=True, exist_ok=True)
        self.pairs = arguments.pairs
        self.evtx_dump = (os.environ.get("EVTX_DUMP") or shutil.which("evtx_dump") or
                          shutil.which(str(pathlib.Path.home() / ".cargo/bin/evtx_dump")))
        self.evtxexport = shutil.which("evtxexport")
        self.table = Table()

    def program(self, name):
        return str(self.programs / f"bench-{name}")

    # ------------------------------------------------------------------------------------------------------- the logs

    def log(self, kind, amount):
        """A forged log out of the cache, made when it is not there or was forged by another forge."""
        with open(self.forge, "rb") as forge:
            made_by = hashlib.file_digest(forge, "sha256").hexdigest()[:8]
        name = f"{amount}mb" if kind == "log" else f"{amount}-events"
        path = self.cache / f"{name}-{made_by}.evtx"
        if not path.exists():
            for old in self.cache.glob(f"{name}-*.evtx"):
                old.unlink()
            print(f"  Forging {path}", file=sys.stderr, flush=True)
            subprocess.run([self.forge, kind, f"{path}.new", str(amount)], stdout=subprocess.DEVNULL, check=True)
            os.replace(f"{path}.new", path)
        subprocess.run(["cat", path], stdout=subprocess.DEVNULL, check=True)  # into the page cache
        return str(path)

    # ---------------------------------------------------------------------------------------------------------- proof

    def proof(self):
        log = self.log("log", 10)
        self.prove_table(log)
        self.prove_threads(self.log("log", 100))
        if self.evtx_dump or self.evtxexport:
            compared = subprocess.run([sys.executable, HERE.parent / "golden/compare.py", "--cli", self.cli,
                                       "--evtx-dump", self.evtx_dump or "", log], stdout=subprocess.PIPE, text=True,
                                      check=False)
            if compared.returncode not in (0, 77):
                raise Wrong(f"the dumps differ from other readers':\n{compared.stdout}")
        print("  proof      the table is what a plain reader of the dump makes of it; dumps are the same with 1 and 2 "
              "threads, and what other readers give")

    def prove_table(self, log):
        rows = []
        for line in output([self.cli, "dump", log, "--format", "jsonl"]).splitlines():
            system = json.loads(line)["Event"]["System"]

            def attribute(element, name, missing=""):
                found = system.get(element)
                value = found.get("#attributes", {}).get(name) if isinstance(found, dict) else None
                return str(missing if value is None else value)

            number = system["EventID"]
            number = number["#text"] if isinstance(number, dict) else number
            rows.append((attribute("TimeCreated", "SystemTime"), str(system["EventRecordID"]), str(number),
                         attribute("Provider", "Name"), system["Channel"], system["Computer"],
                         attribute("Security", "UserID"), attribute("Execution", "ProcessID", 0),
                         attribute("Execution", "ThreadID", 0)))
        rows.sort(key=lambda row: row[0])  # stable
        rows.reverse()
        table = [tuple(line.split("\t")) for line in
                 output([self.program("load"), "--rows", log]).decode().splitlines()]
        if table != rows:
            first = next((pair for pair in zip(table, rows) if pair[0] != pair[1]), (len(table), len(rows)))
            raise Wrong(f"the table is not what the dump says: {first}")

    def prove_threads(self, log):
        for form in ("jsonl", "xml"):
            one, two = (hashlib.sha256(output([self.cli, "dump", log, "--format", form, "-j", threads])).digest()
                        for threads in ("1", "2"))
            if one != two:
                raise Wrong(f"dump --format {form} is not the same with 1 and 2 threads")

    # -------------------------------------------------------------------------------------------------- process by process

    def ratio(self, ours, theirs, on_one_core=False, pairs=None):
        """How many times as long theirs takes: median of interleaved pairs, their spread, and both medians."""
        def take():
            pairs_of = [(run(ours, on_one_core=on_one_core), run(theirs, on_one_core=on_one_core))
                        for _ in range(pairs or self.pairs)]
            return ([theirs_ms / ours_ms for ours_ms, theirs_ms in pairs_of], pairs_of)
        ratios, times = calmest(take)
        ours_ms, theirs_ms = (statistics.median(column) for column in zip(*times))
        return statistics.median(ratios), spread_of(ratios), f"{ours_ms:.0f} ms against {theirs_ms:.0f} ms"

    def load(self):
        log = self.log("log", 1000)
        shares = {}
        for threads in (2, 1):
            def take(threads=threads):
                found = [(told([self.program("limit"), log, str(threads)], threads == 1)["ms"],
                          told([self.program("load"), log], threads == 1)) for _ in range(self.pairs)]
                return ([limit / loaded["ms"] for limit, loaded in found], found)
            values, found = calmest(take)
            shares[threads] = statistics.median(values)
            limit = statistics.median(pair[0] for pair in found)
            note = f"{statistics.median(pair[1]['ms'] for pair in found):.0f} ms against {limit:.0f} ms"
            self.table.add("load", f"share of the limit, {threads} thread{'s'[:threads - 1]}", 100 * shares[threads], "%",
                           25 if threads == 2 else None, note=note, spread=spread_of(values))
            if threads == 2:
                self.table.add("load", "first rows, 1 GB (without a window)",
                               statistics.median(pair[1]["first"] for pair in found), "ms", 150, at_least=False)
                self.table.add("load", "private memory per event",
                               statistics.median(pair[1]["bytes"] for pair in found), "bytes", 72, at_least=False,
                               note=f"{found[0][1]['rows']} events")
        if not self.evtx_dump:
            self.table.skip("load", "evtx_dump is not there (cargo install evtx --version 0.12.2 --locked)")
            return
        for threads in (2, 1):
            ratio, spread, note = self.ratio([self.program("load"), log],
                                             [self.evtx_dump, "-t", str(threads), "-o", "jsonl", log], threads == 1)
            # 40 % of the limit will do where that is the smaller demand.
            self.table.add("load", f"1 GB into the table against evtx_dump -t {threads} -o jsonl", ratio, "×",
                           min(6, ratio * 0.4 / shares[threads]), note=note, spread=spread)

    def dump(self):
        if not self.evtx_dump:
            self.table.skip("dump", "evtx_dump is not there (cargo install evtx --version 0.12.2 --locked)")
            return
        log = self.log("log", 100)
        for form, options in (("jsonl", []), ("xml", ["--no-indent", "--dont-show-record-number"])):
            for threads in ("2", "1"):
                ratio, spread, note = self.ratio(
                    [self.cli, "dump", log, "--format", form, "-j", threads],
                    [self.evtx_dump, "-t", threads, "-o", form, *options, log], threads == "1", 2 * self.pairs)
                self.table.add("dump", f"dump 100 MB as {form} against evtx_dump, -j {threads}", ratio, "×", 1.3, note=note,
                               spread=spread)

    def export(self):
        if not self.evtxexport:
            self.table.skip("evtxexport", "evtxexport is not there (Debian package libevtx-utils)")
            return
        log = self.log("log", 100)
        theirs = [self.evtxexport, "-f", "xml", log]
        for what, ours in (("load 100 MB", [self.program("load"), log]),
                           ("dump 100 MB as xml", [self.cli, "dump", log, "--format", "xml", "-j", "2"])):
            ratio, spread, note = self.ratio(ours, theirs, pairs=3)
            self.table.add("evtxexport", f"{what} against evtxexport -f xml", ratio, "×", 60, note=note, spread=spread)

    def growth(self):
        first = {}
        for megabytes in (1, 10, 100, 1000):
            log = self.log("log", megabytes)
            size = os.path.getsize(log) / 2**20
            repeats = 3 if megabytes > 100 else 7
            load = statistics.median(told([self.program("load"), log])["ms"] for _ in range(repeats))
            dump = statistics.median(run([self.cli, "dump", log, "--format", "jsonl", "-j", "2"]) for _ in range(repeats))
            self.table.add("growth", f"load {megabytes} MB", load, "ms", note=f"{load / size:.2f} ms a MB")
            self.table.add("growth", f"dump {megabytes} MB as jsonl", dump, "ms", note=f"{dump / size:.2f} ms a MB")
            if megabytes == 100:
                first = {"load": load / size, "dump": dump / size}
            if megabytes == 1000:
                for what, value in (("load", load), ("dump", dump)):
                    self.table.add("growth", f"{what}: cost of a MB at 1 GB against 100 MB", value / size / first[what],
                                   "×", 1.25, at_least=False)

    # ------------------------------------------------------------------------------------------------------------ inside

    def window(self):
        display = shutil.which("Xvfb")
        surroundings = [str(HERE.parent / "gui/with-display")] if display else ["env", "QT_QPA_PLATFORM=offscreen"]
        gigabyte = told([*surroundings, self.program("window"), self.log("log", 1000)])
        self.table.add("window", "first rows of 1 GB painted", gigabyte["firstRows"], "ms", 150, at_least=False)
        events = told([*surroundings, self.program("window"), self.log("events", 10_000_000)])
        for phase in ("load", "sort", "filter", "scroll"):
            found = events[phase]
            self.table.add("window", f"10 million events, {phase}: GUI thread, 99 % of events", found["p99"], "ms", 16,
                           at_least=False, note=f"{found['events']} events in {found['ms']:.0f} ms")
            self.table.add("window", f"10 million events, {phase}: GUI thread, longest", found["longest"], "ms", 50,
                           at_least=False, note=found["in"])

    def micro(self, log, wanted):
        found = told([self.program("store"), "--benchmark_format=json", "--benchmark_repetitions=3",
                      "--benchmark_min_time=1x", f"--benchmark_filter={wanted}", log])
        return {re.sub("/iterations:1/(real|manual)_time$", "", item["run_name"]): item["real_time"]
                for item in found["benchmarks"] if item.get("aggregate_name") == "median"}

    def store(self):
        found = self.micro(self.log("events", 10_000_000), "^(filter|sort/[^D]|sort/Date|first/D)")
        for name, ms in found.items():
            if name.startswith("first"):
                self.table.add("store", "10 million events, first 100,000 sorted by description", ms, "ms", 1000,
                               at_least=False)
            elif name.startswith("filter"):
                self.table.add("store", f"10 million events, {name}", ms, "ms", 60, at_least=False)
            else:
                by_time = name.startswith("sort/Date")
                self.table.add("store", f"10 million events, {name}", ms, "ms", 50 if by_time else 1000, at_least=False)

    def search(self):
        for name, ms in self.micro(self.log("log", 1000), "^(text|expression|first/(text|expr))").items():
            target = 100 if name.startswith("first") else 2000
            self.table.add("search", f"1 GB, {name}", ms, "ms", target, at_least=False)

    def matching(self):
        if not shutil.which("valgrind"):
            self.table.skip("matching", "valgrind is not there")
            return
        found = told([HERE / "instructions.py", "share", self.program("work"), self.log("log", 100)])
        self.table.add("matching", "article matching, instructions on top of loading", 100 * found["share"], "%", 5,
                       at_least=False, note=f"{found['rows']:,} without")

    def check(self):
        done = subprocess.run([self.program("check")], stdout=subprocess.PIPE, check=False)
        if done.returncode == 77:
            self.table.skip("check", "smbd or libnss_wrapper is not there: no computer to ask")
            return
        if done.returncode != 0:
            raise Wrong("bench-check gave a wrong conclusion or none")
        found = json.loads(done.stdout)
        for name, what, target in (("first", "click to conclusion, child's start included", 150),
                                   ("standing", "click to conclusion, standing conversation", 30)):
            self.table.add("check", what, found[name]["median"], "ms", target, at_least=False,
                           note=f"{found[name]['least']:.1f} to {found[name]['most']:.1f}")

    def remote(self):
        done = subprocess.run([self.program("pull")], stdout=subprocess.PIPE, check=False)
        if done.returncode == 77:
            self.table.skip("remote", "smbd, smbclient or libnss_wrapper is not there: no computer to copy from")
            return
        if done.returncode != 0:
            raise Wrong("bench-pull: a copy failed or was not the file")
        found = json.loads(done.stdout)
        for name in ("signed", "encrypted"):
            rates = found[name]
            self.table.add("remote", f"pull, {name}, of smbclient's speed", 100 * rates["ratio"], "%", 80,
                           note=f"{rates['ours']:.0f} and {rates['theirs']:.0f} MB/s; "
                                f"{100 * rates['least']:.0f} to {100 * rates['most']:.0f} %")
        far = found["far"]
        self.table.add("remote", "64 MiB at 20 ms, over one 64 KiB request at a time", far["ours"] / far["oneAtATime"],
                       "×", 5, note=f"{far['ours']:.0f} and {far['oneAtATime']:.1f} MB/s")


GROUPS = {"proof": Bench.proof, "load": Bench.load, "dump": Bench.dump, "evtxexport": Bench.export,
          "growth": Bench.growth, "window": Bench.window, "store": Bench.store, "search": Bench.search,
          "matching": Bench.matching, "check": Bench.check, "remote": Bench.remote}


def processor():
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True)
    parser.add_argument("--cache", required=True)
    parser.add_argument("--json")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("name", nargs="?", default="")
    arguments = parser.parse_args()
    wanted = {name: group for name, group in GROUPS.items() if arguments.name in name}
    if not wanted:
        print(f"There is no measurement '{arguments.name}'. There are: {', '.join(GROUPS)}.", file=sys.stderr)
        return 2
    bench = Bench(arguments)
    machine = {"processor": processor(), "cores": len(os.sched_getaffinity(0)), "load": os.getloadavg()[0]}
    print(f"  {machine['processor']}, {machine['cores']} cores, load average {machine['load']:.2f} before")
    try:
        if "proof" not in wanted:
            bench.proof()
        for group in wanted.values():
            group(bench)
    except (Wrong, subprocess.CalledProcessError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    if arguments.json:
        pathlib.Path(arguments.json).write_text(json.dumps({"machine": machine, "rows": bench.table.rows}, indent=1,
                                                           ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
