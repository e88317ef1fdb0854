"""Writes a project whose every text would like to be something else.

  python project.py FOLDER

A registry with its policy, two documents, workflows, an index, downloads and prerequisites, in all places where a text may
stand; then a commit, and the documents as they are changed since. What nobody sees stands in the documents alone: in a
registry it is a fault.
"""

import json
import pathlib
import subprocess
import sys

PAYLOADS = [
    "https://e.example/<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "::error::x", "  ::add-mask::y",
    "##[error]z", "##vso[task.setvariable variable=a]b", "a | b `x`_ *c* |d|_", "[x](javascript:alert(1))", "]]>",
    "Xenia, Jr.", "http://e.example/~ada", "www.e.example/<b>", "# heading", "- item", "1. item", ".. raw:: html", "a::",
    "'\" onmouseover=x", "{{ 7 * 7 }} {% x %} $x$", "</td></table><script>", "&lt;b&gt; &#60;b&#62;", "\\ \\| \\\\", "--> <!-- x",
    "SUMMARY:x;y\\nBEGIN:VEVENT", "=1+1", "mailto:a@e.example/<b>", "ftp://e.example/<b>(x_y_)", "漢字 é <b>",
]
UNSEEN = ["\u202ertl", "\U000E0041tag", "no\u200bwidth", "non\uFFFEcharacter", "bell\u0007", "esc\u001b[31m", "word\u2060joiner"]

folder = pathlib.Path(sys.argv[1])


def write(name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def rst(text: str) -> str:
    return text.replace("\\", "\\\\").replace("`", "\\`").replace("*", "\\*").replace("|", "\\|").replace("_", "\\_")


COLUMN = "Since <b>`x`_ ##[group]"
TIER = "Tier <b>3</b> ##[x]"
write("registry/policy.yaml", f"""
id: hostile
name: {quoted('<b>Policy</b> ##[error]p')}
tiers:
  - id: tier-3
    name: {quoted(TIER)}
    columns: [Platform, Notes, Contacts, {quoted(COLUMN)}]
    ci: {{accepted: [github], because: {quoted('because <b>##[x] `y`_')}}}
    contacts: {{minimum: 1, because: {quoted('because <b>##[x] `y`_')}}}
unsupported:
  - {{id: gone, name: Gone, kind: formerly-supported, columns: [Platform, Notes]}}
""")
write("registry/people.yaml", "".join(
    f"p{n}: {{name: {quoted(text)}, role: maintainer}}\n" for n, text in enumerate(PAYLOADS)))
for n, text in enumerate(PAYLOADS):
    write(f"registry/platforms/h{n}.yaml", f"""\
name: {quoted(f"{text} {n}")}
target: {{os: os{n}, arch: x86-64, interpreter: cpython}}
notes: {quoted(text.replace("[", "").replace("`", "") + ", to be dropped by 2027-03")}
contacts: [p{n}]
columns: {{{quoted(COLUMN)}: {quoted(text)}}}
ci: [{{workflow: .github/workflows/w.yml, job: {quoted(f"j{n} " + text)}, runner: {quoted(text)}, hosting: github, execution: native}}]
demand: {{share: 0.1, source: "https://e.example/", reason: {quoted(text)}}}
moves: [{{date: 2026-02-01, to: tier-3, remark: {quoted(text)}}}]
""")
write(".platform-tiers.yaml", "registry: registry\ndocuments: [nep-0001.md, nep-0002.rst]\n")


def documents(payloads: list[str], heading: str) -> None:
    head = ["Platform", "Notes", "Contacts", COLUMN]
    cells = [[f"{text} {n}", text, text, text] for n, text in enumerate(payloads)]
    def pipe(row: list[str]) -> str:
        return "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n"
    title = heading.replace("<", "\\<")
    titles = [text.replace("<", "\\<").replace("`", "\\`").replace("_", "\\_") for text in head]
    write("nep-0001.md", f"# NEP 1\n\n## {title}\n\n" + pipe(titles) + "|---" * 4 + "|\n" + "".join(map(pipe, cells)))
    items = [head, *[[rst(cell) for cell in row] for row in cells]]
    body = "".join(f"   {'* -' if not n else '  -'} {cell.strip()}\n" for row in items for n, cell in enumerate(row))
    write("nep-0002.rst", f"NEP 2\n=====\n\n{heading}\n{'-' * len(heading)}\n\n.. list-table::\n   :header-rows: 1\n\n{body}")


documents(PAYLOADS[::2], TIER)
jobs = "".join(f"""\
  ? {quoted(f"j{n} " + text)}
  : name: {quoted(text)}
    runs-on: {quoted(text)}
    steps: [{{name: {quoted(text)}, run: {quoted(text)}}}, {{uses: {quoted(text)}}}]
""" for n, text in enumerate(PAYLOADS + UNSEEN[:3]))
write("workflows/.github/workflows/w.yml", f"name: {quoted('<b>w')}\non: [pull_request]\njobs:\n{jobs}")
write("workflows/.github/workflows/##[error]<b>.yml", "on: [push]\njobs: [\n")
files = [{"filename": f"hostile-1.0-cp314-cp314-{text}.whl", "url": text, "hashes": {}, "yanked": text}
         for text in PAYLOADS + UNSEEN]
files += [{"filename": "hostile-1.0-cp314-cp314-win32.whl", "url": "https://e.example/", "hashes": {}}]
write("index.json", json.dumps({"meta": {"api-version": "1.1"}, "name": "<b>hostile ##[x]", "files": files}))
write("usage.csv", "filename,downloads\n" + "".join(
    '"' + text.replace('"', '""') + '",' + str(n + 1) + "\n" for n, text in enumerate(PAYLOADS)))

git = ["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@e.example"]
for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "::error::x <b> ##[y]"]):
    subprocess.run(git + command, check=True)
documents(PAYLOADS[1::2] + UNSEEN, TIER)
