"""Prints the commands of a job's steps as JSON: [[name, command], ...].

  python steps.py WORKFLOW JOB
"""

import json
import sys

import yaml

with open(sys.argv[1]) as file:
    steps = yaml.safe_load(file)["jobs"][sys.argv[2]]["steps"]
print(json.dumps([[step["name"], step["run"]] for step in steps if "run" in step]))
