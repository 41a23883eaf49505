"""Switches the mutants of some folders on, one at a time, and says which the tests let live: measure.py WORK SAMPLE FOLDER...

WORK holds what tests/mutation.sh made: Stryker's report, its mutated library in the tests' place, and what earlier runs found.
A mutant is held against the tests that reach it, those of its own folder first and the quickest first. All is counted in processor time,
so a busy machine makes nothing a time-out.
"""
import hashlib
import json
import os
import random
import re
import select
import subprocess
import sys
import time

WORK = sys.argv[1]
SAMPLE = int(sys.argv[2])
FOLDERS = sys.argv[3:]
OTHERS = os.environ.get("CONFLICTMODEL_MUTATION_TESTS")     # the other folders whose tests are asked; None is all
PLACE = f"{WORK}/copy/tests/ConflictModel.Tests/bin/Debug/net10.0"
SEED = int(os.environ.get("CONFLICTMODEL_MUTATION_SEED") or 7)
SLOW = 2000         # milliseconds; a test that takes longer is left out
ELSEWHERE = 500     # the same for a test of another folder
ENOUGH = 15         # seconds after which a test is given up while what it reaches is noted, which takes several times as long
TURNS = "50"        # of the large oracles, so small a part is looked at; the check of a commit looks at a tenth
WAIT = 300          # seconds with next to no processor time after which a test waits for what does not come
TICK = os.sysconf("SC_CLK_TCK")
WORLDS = "2"        # so many random data sets are asked of DuckDB, which runs in process; twenty else
# They look at the assembly, which has Stryker's types in it, at files of the repository, or start servers.
ASIDE = re.compile(r"ConflictModel\.Tests\.((Conventions|PublicApi|Api)\.|Aggregation\.Sql\.(ClickHouse|Postgres))")


class Host:
    """The tests' process."""

    def __init__(self, **environment):
        self.process = subprocess.Popen(
            [f"{PLACE}/ConflictModel.Tests"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, "CONFLICTMODEL_TURNS": TURNS, "CONFLICTMODEL_SQL_WORLDS": WORLDS, "CsCheck_Threads": "1",
                 "DOTNET_TieredPGO": "0", "DOTNET_GCHeapHardLimit": "0x80000000", "STRYKER_MUTANT_ID_CONTROL_VAR": "MUTANT",
                 "MUTATION_FOLDERS": "" if OTHERS is None else " ".join([*FOLDERS, OTHERS]), **environment})
        self.rest = b""
        self.tests = []
        while not (line := self.line(300)).startswith("ready"):
            if line in ("crashed", "stuck"):
                raise RuntimeError(f"The tests do not start: {line}")
            self.tests.append(line.split("\t"))
        self.start = line[6:]

    def seconds(self):
        try:
            with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
                fields = file.read().rsplit(")", 1)[1].split()
        except OSError:
            return 0
        return (int(fields[11]) + int(fields[12])) / TICK

    def line(self, limit):
        """The next line, or that the process crashed, or that it is stuck: out of its processor time, or waiting for what does not come."""
        begun = last = self.seconds()
        since = time.monotonic()
        while b"\n" not in self.rest:
            if select.select([self.process.stdout], [], [], 1)[0]:
                read = os.read(self.process.stdout.fileno(), 1 << 16)
                if not read:
                    self.end()
                    return "crashed"
                self.rest += read
                continue
            now = self.seconds()
            if now - last > 0.1:
                last, since = now, time.monotonic()
            if now - begun > limit or time.monotonic() - since > WAIT:
                self.end()
                return "stuck"
        line, self.rest = self.rest.split(b"\n", 1)
        return line.decode()

    def ask(self, question, limit):
        try:
            self.process.stdin.write((question + "\n").encode())
            self.process.stdin.flush()
        except BrokenPipeError:
            return "crashed"
        return self.line(limit)

    def end(self):
        self.process.kill()
        self.process.wait()

    @property
    def alive(self):
        return self.process.poll() is None


def kept(name, otherwise):
    try:
        with open(f"{WORK}/{name}.json", encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return otherwise


def keep(name, value):
    with open(f"{WORK}/{name}.new", "w", encoding="utf-8") as file:
        json.dump(value, file)
    os.replace(f"{WORK}/{name}.new", f"{WORK}/{name}.json")


def mutants():
    """Every mutant of the report by its number, the files none of whose mutants compiled, and those that have none worth the name."""
    with open(f"{WORK}/stryker/reports/mutation-report.json", encoding="utf-8") as file:
        files = json.load(file)["files"]
    found, lost, bare = {}, [], []
    for path, content in files.items():
        path = re.sub(r"^.*src/ConflictModel/", "", path.replace("\\", "/"))
        source = content["source"]
        lines = source.splitlines()
        text = hashlib.sha256(source.encode()).hexdigest()[:12]
        states = {mutant["status"] for mutant in content["mutants"]}
        # That a method which only bears the name of one of LINQ's has no counterpart to be changed to says nothing of its file.
        telling = any(mutant["status"] == "CompileError" and not mutant["mutatorName"].startswith(("Linq", "String"))
                      for mutant in content["mutants"])
        if path.split("/")[0] in FOLDERS and "CompileError" in states and states <= {"CompileError", "Ignored"}:
            (lost if telling else bare).append(path)
        for mutant in content["mutants"]:
            start, end = mutant["location"]["start"], mutant["location"]["end"]
            first = lines[start["line"] - 1]
            original = first[start["column"] - 1:end["column"] - 1] if start["line"] == end["line"] else first[start["column"] - 1:] + " …"
            place = f'{start["line"]}:{start["column"]}-{end["line"]}:{end["column"]}'
            found[int(mutant["id"])] = {
                "folder": path.split("/")[0], "path": path, "line": start["line"], "state": mutant["status"], "kind": mutant["mutatorName"],
                "key": f'{path}@{text} {place} {mutant["mutatorName"]} {mutant["replacement"]}',
                "text": f'{path}:{start["line"]}:{start["column"]}  {original.strip()}  =>  {" ".join(mutant["replacement"].split())[:160]}'}
    return found, lost, bare


def numbers(text):
    return [int(number) for number in text.split(",") if number]


def reach(wanted):
    """What the tests reach: noted once for each that is wanted, and again when the file that it stands in has changed."""
    sources = {}
    for folder, _, files in os.walk(f"{WORK}/copy/tests/ConflictModel.Tests"):
        for name in files:
            if name.endswith("Tests.cs"):
                with open(f"{folder}/{name}", "rb") as file:
                    sources[name[:-3]] = hashlib.sha256(file.read()).hexdigest()
    with open(f"{WORK}/ConflictModel.dll", "rb") as file:
        library = hashlib.sha256(file.read()).hexdigest()
    notes = kept("reach", {})
    if notes.get("library") != library:
        notes = {"library": library, "tests": {}}
    known = notes["tests"]
    host = Host(MUTATION_COVERAGE="1")
    first = numbers(host.start.replace(";", ","))
    present = {identity: name for identity, *name in host.tests}
    for identity in [identity for identity in known if identity not in present and wanted(known[identity]["class"])]:
        del known[identity]
    left = []
    for identity, (name, method) in present.items():
        if ASIDE.match(name + ".") or not wanted(name):
            continue
        source = sources.get(name.rsplit(".", 1)[1].split("+")[0], "")
        if identity in known and known[identity]["source"] == source:
            continue
        if not host.alive:
            host = Host(MUTATION_COVERAGE="1")
        answer = host.ask(f"cover {identity}", ENOUGH)
        note = {"class": name, "method": method, "source": source, "state": answer.split(" ")[0], "ms": 1000 * ENOUGH, "ids": [], "static": []}
        if note["state"] in ("passed", "failed"):
            _, milliseconds, ids = answer.split(" ")
            note["ms"] = int(milliseconds)
            note["ids"], note["static"] = (numbers(part) for part in ids.split(";"))
        known[identity] = note
        left.append(identity)
        if len(left) % 100 == 0:
            keep("reach", notes)
            print(f"  {len(left)} tests noted", file=sys.stderr)
    host.end()
    keep("reach", notes)
    return {identity: known[identity] for identity in present if identity in known}, set(first)


def own(name, folders):
    return any(name.startswith(f"ConflictModel.Tests.{folder}.") for folder in folders)


class Trial:
    """One process after another in which mutants are switched on."""

    def __init__(self, tests):
        self.tests = tests
        self.host = None
        self.killed = []

    def judge(self, mutant, order, alone):
        """Killed (and by which test), timeout, or survived; alone: in a process of its own, the mutant switched on from its start."""
        host = Host(MUTANT=str(mutant)) if alone else self.shared(order[0])
        verdict = ("survived", None)
        for test in order:
            limit = 2 + self.tests[test]["ms"] / 125
            answer = host.ask(f"run {mutant} {test}", limit)
            if answer in ("crashed", "stuck"):
                # A second time, in a new process, before it counts.
                host = Host(MUTANT=str(mutant)) if alone else self.shared(test)
                answer = host.ask(f"run {mutant} {test}", limit)
            if answer != "survived":
                verdict = ({"stuck": "timeout", "crashed": "killed"}.get(answer, "killed"), test)
                break
        if alone:
            host.end()
        return verdict

    def reaches(self, mutant, tests):
        """Whether any of some tests still reaches the mutant in the shared process."""
        for test in tests:
            answer = self.shared(test).ask(f"cover {test}", 60).split(" ")
            if len(answer) == 3 and str(mutant) in answer[2].replace(";", ",").split(","):
                return True
        return False

    def shared(self, test):
        if self.host is None or not self.host.alive:
            self.host = Host()
            # What a process takes once is no time of a mutant's.
            self.host.ask(f"run -1 {test}", 60)
        return self.host

    def sound(self, tests):
        """Whether the shared process still passes them with no mutant switched on: a mutant may have left something wrong behind."""
        return self.shared(tests[0]).ask("run -1 " + " ".join(tests), 60 + sum(self.tests[test]["ms"] for test in tests) / 250) == "survived"


def main():
    found, lost, bare = mutants()
    for path in lost:
        print(f"No mutant of {path} compiled: the figure would be one of the rest. Write it so that they do.")
    for path in bare:
        print(f"Without mutants: {path} (what Stryker changes there are texts, and methods with a name of LINQ's).")
    tests, first = reach(lambda name: own(name, FOLDERS) or OTHERS is None or own(name, OTHERS.split()))
    for note in tests.values():
        if own(note["class"], FOLDERS) and (note["state"] != "passed" or note["ms"] > SLOW):
            print(f'Left out, {"slow" if note["ms"] >= SLOW else note["state"]}: {note["class"]}.{note["method"]}')
    usable = {test: note for test, note in tests.items()
              if note["state"] == "passed" and note["ms"] <= (SLOW if own(note["class"], FOLDERS) else ELSEWHERE)}
    reached = {}
    for test in usable:
        for mutant in usable[test]["ids"]:
            reached.setdefault(mutant, []).append(test)
    static = first.union(*(note["static"] for note in usable.values()))
    verdicts = kept("verdicts", {})
    trial = Trial(usable)
    for folder in FOLDERS:
        code = sorted(mutant for mutant, facts in found.items() if facts["folder"] == folder and facts["kind"] != "String mutation"
                      and facts["state"] not in ("CompileError", "Ignored"))
        asked = sorted(random.Random(SEED).sample(code, SAMPLE)) if 0 < SAMPLE < len(code) else code
        mine = {test for test in usable if own(usable[test]["class"], [folder])}
        batch = []
        for index, mutant in enumerate(asked):
            key = found[mutant]["key"]
            if verdicts.get(key, ["survived"])[0] in ("killed", "timeout"):
                continue
            line = sorted(reached.get(mutant, []), key=lambda test: (test not in mine, usable[test]["ms"], test))
            if not line:
                verdicts[key] = ["unreached", None]
                continue
            verdict = trial.judge(mutant, line, False)
            if verdict[0] == "killed":
                batch.append((mutant, verdict[1], line))
            elif verdict[0] == "survived" and (mutant in static or not trial.reaches(mutant, line[:3])):
                # What is made once for a process was made with no mutant on. Only its first test was seen to reach it: all are asked.
                verdict = trial.judge(mutant, line + sorted(mine.difference(line), key=lambda test: usable[test]["ms"]), True)
            verdicts[key] = verdict
            if (index + 1) % 25 == 0:
                settle(trial, batch, verdicts, found)
                batch = []
                keep("verdicts", verdicts)
                print(f"  {folder}: {index + 1} of {len(asked)}", file=sys.stderr)
        settle(trial, batch, verdicts, found)
        keep("verdicts", verdicts)
        report(folder, asked, len(code), found, verdicts)
    if trial.host:
        trial.host.end()
    sys.exit(1 if lost else 0)


def settle(trial, batch, verdicts, found):
    """Kills count when the tests that killed pass again; otherwise each is asked once more in a process of its own."""
    if batch and not trial.sound(sorted({test for _, test, _ in batch})):
        if trial.host.alive:
            trial.host.end()
        for mutant, test, line in batch:
            verdicts[found[mutant]["key"]] = trial.judge(mutant, [test] + line, True)


def report(folder, asked, all_code, found, verdicts):
    counts = {state: 0 for state in ("killed", "timeout", "survived", "unreached")}
    for mutant in asked:
        counts[verdicts[found[mutant]["key"]][0]] += 1
    out = sum(facts["folder"] == folder and facts["state"] == "CompileError" for facts in found.values())
    detected = counts["killed"] + counts["timeout"]
    print(f'{folder}: {100 * detected / max(1, len(asked)):.0f}% of {len(asked)} (of {all_code} code mutants; {out} more did not compile): '
          + ", ".join(f"{count} {state}" for state, count in counts.items()))
    for mutant in asked:
        state = verdicts[found[mutant]["key"]][0]
        if state in ("survived", "unreached"):
            print(f'  {state:9} {mutant:6} {found[mutant]["text"]}')


main()
