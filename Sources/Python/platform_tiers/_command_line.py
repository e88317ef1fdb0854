"""The command line of what the core does, as the native program has it."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn, Sequence

_FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson")
_TABLES = ("rst", "list-table", "markdown", "html", "csv", "json")
_MISSING = {
    "review": "it compares revisions by git",
    "history": "it reads revisions by git",
    "import": "it can read a document's history by git",
    "audit": "it reads evidence of any size",
    "pages": "it writes whole folders",
}

Given = dict[str, list[str]]


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"platform-tiers: error: {message}\n'{self.prog} --help' lists what there is\n")
        raise SystemExit(64)


class _Take(argparse.Action):
    """Keeps what is given for an option, in the order given; a flag has nothing."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: object, option: str | None = None
    ) -> None:
        given: Given = namespace.given
        texts = given.setdefault(str(self.const), [])
        if isinstance(values, str):
            texts.append(values)
        elif isinstance(values, list):
            texts.extend(values)


def _option(parser: argparse.ArgumentParser, *names: str, help: str, value: str = "", choices: Sequence[str] = ()) -> None:
    key = names[0].lstrip("-")
    if value or choices:
        parser.add_argument(
            *names, action=_Take, const=key, help=help, metavar=value or None, choices=choices or None,
            default=argparse.SUPPRESS, dest=argparse.SUPPRESS)
    else:
        parser.add_argument(
            *names, action=_Take, const=key, nargs=0, help=help, default=argparse.SUPPRESS, dest=argparse.SUPPRESS)


def _argument(parser: argparse.ArgumentParser, name: str, help: str, nargs: str | None = None) -> None:
    parser.add_argument(
        metavar=name.upper(), action=_Take, const=name, nargs=nargs, help=help, default=argparse.SUPPRESS, dest="_")


def _reading(parser: argparse.ArgumentParser) -> None:
    _option(parser, "--stdin-filename", value="NAME", help="the name of standard input, in reports and for its format")
    _option(parser, "--as", choices=("rst", "markdown"), help="read as this format, whatever the file's ending says")
    _size(parser)


def _size(parser: argparse.ArgumentParser) -> None:
    _option(parser, "--max-size", value="MIB", help="the size up to which a document is read")


def _linting(parser: argparse.ArgumentParser) -> None:
    _option(parser, "--format", choices=_FORMATS, help="how to print the findings")
    _option(parser, "--select", value="RULE", help="run only these rules: ids or families, separated by commas")
    _option(parser, "--ignore", value="RULE", help="leave these rules out")
    _option(parser, "--policy", value="POLICY", help="'nep57', which is built in, or a YAML file")
    _option(parser, "--registry", value="FOLDER", help="the folder of the project's registry")
    _option(parser, "--today", "--at", value="YYYY-MM-DD", help="the day to check dates against")
    _option(parser, "--config", value="FILE", help="use this configuration")
    _option(parser, "--no-config", help="use no configuration file")
    _option(parser, "--strict", help="exit with 1 for warnings too")
    _option(parser, "--notices", help="with --format github: annotate information too")
    _option(parser, "--baseline", value="FILE", help="hide the findings that this file lists")
    _option(parser, "--write-baseline", value="FILE", help="write all findings to this file, for --baseline")
    _option(parser, "--fix", help="mend what needs no judgement, in the file; for '-', print the mended text")
    _option(parser, "--diff", help="with --fix: print the changes and write nothing")
    _option(parser, "--statistics", help="print how often each rule fired instead of the findings")
    _option(parser, "--color", choices=("auto", "always", "never"), help="when to colour the text")


def _registry(parser: argparse.ArgumentParser) -> None:
    _option(parser, "--registry", value="FOLDER", help="the registry's folder")


def _moment(parser: argparse.ArgumentParser) -> None:
    _option(parser, "--today", "--at", value="YYYY-MM-DD", help="places as they are at the end of this day")
    _option(parser, "--release", value="VERSION", help="places as they hold for this release")
    _registry(parser)


def _parser(version: str) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="platform-tiers", allow_abbrev=False,
        description="Check the tables of a platform-support policy, NumPy's NEP 57 first.",
        epilog="This is the build for any machine. What needs git has the program for Linux: "
        + ", ".join(f"'{name}'" for name in _MISSING) + ".")
    parser.add_argument("--version", action="version", version=version)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def add(name: str, help: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help, description=help, allow_abbrev=False)

    lint = add("lint", "find what is wrong in policy documents (.rst, .md)")
    _argument(lint, "file", "files, folders, or '-' for standard input", "*")
    _reading(lint)
    _linting(lint)
    check = add("check", "lint the registry and the documents that '.platform-tiers.yaml' lists (the default)")
    _size(check)
    _linting(check)
    generate = add("generate", "write the registry's tables into documents (.rst, .md), in place")
    _argument(generate, "file", "files, folders, or '-' for standard input", "*")
    _option(generate, "--check", help="write nothing; print what would change, and exit with 1 if anything would")
    _option(generate, "--diff", help="write nothing; print what would change")
    _option(generate, "--force", help="overwrite regions that were changed by hand")
    _moment(generate)
    _reading(generate)
    table = add("table", "print the table of a tier or unsupported list, as the registry gives it")
    _argument(table, "tier", "the tier or unsupported list: its id or name")
    _option(table, "--format", choices=_TABLES, help="how to write it")
    _moment(table)
    inspect = add("inspect", "show what is read of a document: sections, tables, cells, links")
    _argument(inspect, "file", "a file, or '-' for standard input")
    _option(inspect, "--format", choices=("tree", "json"), help="how to print it")
    _option(inspect, "--policy", value="POLICY", help="show instead whose each table is by this policy")
    _reading(inspect)
    show = add("show", "show a platform: its place, duties met and unmet, contacts, CI, moves")
    _argument(show, "platform", "the platform's id or name")
    _option(show, "--format", choices=("text", "json"), help="how to print it")
    _moment(show)
    listing = add("list", "list the registry's platforms, by tier and name")
    for name in ("tier", "contact", "os", "arch"):
        _option(listing, f"--{name}", value=name.upper(), help=f"those of this {name}; may be repeated")
    _option(listing, "--format", choices=("text", "json", "csv"), help="how to print them")
    _moment(listing)
    due = add("due", "list what falls due and when, soonest first")
    _option(due, "--within", value="DAYS", help="leave out what falls due later than this")
    _option(due, "--today", "--at", value="YYYY-MM-DD", help="the day to count from")
    _option(due, "--format", choices=("text", "json", "ical"), help="how to print it")
    _registry(due)
    rules = add("rules", "list all rules")
    _option(rules, "--format", choices=("text", "json"), help="how to print them")
    explain = add("explain", "explain a rule: what it catches, why, how to mend it")
    _argument(explain, "rule", "the rule's id, as findings show it")
    schema = add("schema", "write the JSON Schemas of a registry's files")
    _option(schema, "--output", value="FOLDER", help="the folder to write them to")
    _option(schema, "--check", help="write nothing; print what would change")
    return parser


def _conflict(given: Given) -> str | None:
    pairs = (("fix", "write-baseline"), ("baseline", "write-baseline"), ("config", "no-config"))
    for first, second in pairs:
        if first in given and second in given:
            return f"give '--{first}' or '--{second}', not both"
    if given["command"][0] in ("lint", "check") and "diff" in given and "fix" not in given:
        return "'--diff' shows what '--fix' would do: give both"
    within = given.get("within")
    if within and not within[-1].isdecimal():
        return "'--within' takes a number of days, 0 or more"
    return None


def missing(command: str) -> str:
    """Why this build has no such command, and where it can be had."""
    return (
        f"'{command}' is not in the build for any machine, since {_MISSING[command]}: "
        "the program for Linux has it, as docs/installing.md says")


def parse(arguments: Sequence[str], version: str) -> Given | str:
    """What the core is to be given, or why this build cannot do it.

    Raises SystemExit with 64 for wrong usage, and with 0 for help.
    """
    words = list(arguments)
    if words and words[0] in _MISSING:
        return missing(words[0])
    if not words or words[0].startswith("-") and words[0] not in ("-h", "--help", "--version"):
        words.insert(0, "check")
    parser = _parser(version)
    given: Given = {}
    parsed = parser.parse_args(words, argparse.Namespace(given=given))
    given["command"] = [parsed.command]
    conflict = _conflict(given)
    if conflict is not None:
        parser.error(conflict)
    return given
