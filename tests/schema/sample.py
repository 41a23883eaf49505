"""Reads the sample with the classes of the schema, finds what the headline's parts leave, and writes the file back the same."""
import json
import sys

from conflict_data_set import Axis, BreakdownKind, conflict_data_set_from_dict, conflict_data_set_to_dict

with open(sys.argv[1], encoding="utf-8") as file:
    document = json.load(file)
dataset = conflict_data_set_from_dict(document)
killed = next(tally for tally in dataset.tallies if tally.id == "sohr-2024-h1").report.casualties.killed
by_victim = next(breakdown for breakdown in killed.breakdowns if breakdown.by is Axis.VICTIM)
assert by_victim.kind is BreakdownKind.INCLUSION
parts = [part.count for part in by_victim.parts]
print(f"{killed.count} - {' - '.join(map(str, parts))} = {killed.count - sum(parts)}")
assert conflict_data_set_to_dict(dataset) == document, "The file came back otherwise."
