"""Prints the steps of an action that run commands as JSON: [{"name", "run", "env", "folder"}, ...].

  python action.py ACTION CONTEXT

Expressions are put in as the runner does: from CONTEXT, a JSON object such as {"inputs.lint": "a.rst"}, and from the
defaults of the inputs. Any other expression is an error.
"""

import json
import re
import sys

import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    action = yaml.safe_load(file)
context = {f"inputs.{name}": str(value.get("default", "")) for name, value in action["inputs"].items()}
given = json.loads(sys.argv[2])
unknown = [name for name in given if name.startswith("inputs.") and name not in context]
if unknown:
    sys.exit(f"no input: {unknown}")
context |= given


def evaluated(text: str) -> str:
    return re.sub(r"\$\{\{ (.+?) \}\}", lambda match: context[match[1]], text)


steps = [step for step in action["runs"]["steps"] if "run" in step]
if any("${{" in step["run"] for step in steps):
    sys.exit("an expression in a command")
print(json.dumps([
    {
        "name": step["name"], "run": step["run"], "shell": step["shell"],
        "env": {name: evaluated(value) for name, value in step["env"].items()},
        "folder": evaluated(step.get("working-directory", ".")),
    }
    for step in steps
]))
