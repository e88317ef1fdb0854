# A command `spin platforms`: put it into .spin/cmds.py, and ".spin/cmds.py:platforms" among [tool.spin.commands] of
# pyproject.toml.
import pathlib

import click
import spin


@click.command()
@click.option("--against", metavar="COMMIT", help="Review what changed since the branch left this commit.")
@click.argument("options", nargs=-1)
def platforms(against, options):
    """🧭 Check the tables of NEP 57, platform support

    Options of platform-tiers stand behind `--`:

    spin platforms -- --fix
    """
    files = sorted(str(path) for path in pathlib.Path("doc/neps").glob("nep-0057-*.rst"))
    if against:
        command = ["review", *options, against, "--", *files]
    else:
        command = ["lint", *options, "--", *files]
    spin.util.run(["platform-tiers", *command])
