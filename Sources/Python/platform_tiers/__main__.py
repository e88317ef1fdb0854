"""``python -m platform_tiers``, and the command ``platform-tiers`` where there is no native one."""

from __future__ import annotations

import os
import subprocess
import sys

from . import _program


def main() -> int:
    program = _program.find()
    if program is not None:
        command = [str(program), *sys.argv[1:]]
        if os.name == "posix":
            os.execv(program, command)
        return subprocess.run(command, check=False).returncode
    # Loaded here: the native program needs nothing of it.
    from . import _command_line, _core, _host, __version__

    given = _command_line.parse(sys.argv[1:], __version__)
    if isinstance(given, str):
        sys.stderr.write(f"platform-tiers: error: {given}\n")
        return 2
    try:
        return _core.run(given, _host.Host())
    except _core.CoreError as error:
        sys.stderr.write(f"platform-tiers: error: {error}\n")
        return 2
    except BrokenPipeError:
        # Whoever reads the output has stopped, as in `| head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
