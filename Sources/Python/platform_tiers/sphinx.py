"""A Sphinx extension: what `lint` finds becomes warnings at its lines, and tables are built from a registry.

    extensions = ["platform_tiers.sphinx"]

`platform_tiers_documents` are patterns of the documents to lint (names without their ending, `*` for anything),
`platform_tiers_policy` is a policy file, `platform_tiers_registry` a registry's folder, both from the configuration's
folder, and `platform_tiers_today` the day to check dates against.
"""

from __future__ import annotations

import fnmatch
import pathlib
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from . import PlatformTiersError, __version__, lint, table

_logger = logging.getLogger(__name__)

#: What warnings are of, for `suppress_warnings`; the subtype is the rule.
_TYPE = "platform-tiers"


def _is_wanted(name: str, patterns: list[str]) -> bool:
    return any(fnmatch.fnmatch(name, pattern) or fnmatch.fnmatch(name.split("/")[-1], pattern) for pattern in patterns)


def _policy(app: Sphinx) -> str | None:
    """A file's name is taken from the configuration's folder."""
    policy: str | None = app.config.platform_tiers_policy
    if policy is None or policy == "nep57":
        return policy
    return str(pathlib.Path(app.confdir, policy))


def _check(app: Sphinx, name: str, source: list[str]) -> None:
    """Warns of what is wrong in a document that is about to be read."""
    if not _is_wanted(name, app.config.platform_tiers_documents):
        return
    policy = _policy(app)
    if policy is not None and policy != "nep57":
        app.env.note_dependency(policy)
    path = pathlib.Path(app.env.doc2path(name))
    try:
        findings = lint(source[0], name=path.name, policy=policy, today=app.config.platform_tiers_today)
    except PlatformTiersError as error:
        _logger.warning("%s", error, location=name, type=_TYPE, subtype="cannot-run")
        return
    for finding in findings:
        help = f"; {finding.help}" if finding.help else ""
        text = f"{finding.message}{help} [{finding.rule}]"
        if finding.severity == "info":
            _logger.info("%s:%d: %s", path, finding.line, text)
        else:
            _logger.warning("%s", text, location=(name, finding.line), type=_TYPE, subtype=finding.rule)


class PlatformTiersTable(SphinxDirective):
    """``.. platform-tiers-table:: tier-2``: the table of a tier or unsupported list, as the registry gives it."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {
        "registry": directives.path, "release": directives.unchanged, "at": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        named = self.options.get("registry") or self.config.platform_tiers_registry
        registry = pathlib.Path(self.env.app.confdir, named)
        self._depend(registry)
        # What is parsed here is parsed as the document is.
        is_markdown = type(self.state).__module__.startswith("myst_parser")
        try:
            text = table(
                self.arguments[0], registry=registry, format="markdown" if is_markdown else "rst",
                release=self.options.get("release"), today=self.options.get("at") or self.config.platform_tiers_today)
        except PlatformTiersError as error:
            _logger.warning("%s", error, location=self.get_location(), type=_TYPE, subtype="table")
            return []
        parent = nodes.Element()
        parent.document = self.state.document
        lines = StringList(text.splitlines(), source=str(registry))
        self.state.nested_parse(lines, self.content_offset, parent)
        return parent.children

    def _depend(self, registry: pathlib.Path) -> None:
        """The document is read anew when a file of the registry changes, comes or goes."""
        platforms = registry / "platforms"
        for path in (registry / "policy.yaml", registry / "people.yaml", platforms, *sorted(platforms.glob("*.y*ml"))):
            if path.exists():
                self.env.note_dependency(str(path.resolve()))


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_config_value("platform_tiers_documents", ["nep-*"], "env", [list, tuple])
    app.add_config_value("platform_tiers_policy", None, "env", [str, type(None)])
    app.add_config_value("platform_tiers_registry", "registry", "env", [str])
    app.add_config_value("platform_tiers_today", None, "env", [str, type(None)])
    app.add_directive("platform-tiers-table", PlatformTiersTable)
    # Before other extensions change what is in the file.
    app.connect("source-read", _check, priority=0)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
