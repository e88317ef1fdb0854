"""A stand-in of GitHub's API for the workflows of docs/adopting.

  python github.py STATE COMMAND...

runs a command while it answers at $GITHUB_API_URL by the file STATE, and keeps in it what was sent:
{"pulls": [{"number", "state", "head": {"sha", "ref", "repo": {"full_name"}}}], "comments": {"7": [...]}, "sent": []}

As GitHub's, the list of a commit's pull requests has none from a fork, lists come in pages, and nothing is answered
without the token.
"""

import http.server
import json
import os
import subprocess
import sys
import threading
import urllib.parse

REPOSITORY = "numpy/numpy"
TOKEN = "token"
PAGE = 2

with open(sys.argv[1], encoding="utf-8") as file:
    state = json.load(file)


def is_at_head(pull: dict, head: str) -> bool:
    """Whether a pull request is of a branch as the API names it, OWNER:BRANCH."""
    owner, _, branch = head.partition(":")
    return pull["head"]["repo"]["full_name"].split("/")[0] == owner and pull["head"]["ref"] == branch


def listed(path: list[str], query: dict[str, str]) -> list | None:
    match path:
        case ["pulls"]:
            wanted = query.get("state", "open")
            pulls = [pull for pull in state["pulls"] if wanted in (pull["state"], "all")]
            return [pull for pull in pulls if "head" not in query or is_at_head(pull, query["head"])]
        case ["commits", commit, "pulls"]:
            own = [pull for pull in state["pulls"] if pull["head"]["repo"]["full_name"] == REPOSITORY]
            return [pull for pull in own if pull["head"]["sha"] == commit]
        case ["issues", number, "comments"]:
            return state["comments"].get(number, [])
    return None


class Handler(http.server.BaseHTTPRequestHandler):
    def reply(self, status: int, value: object, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, text in (headers or {}).items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def parts(self) -> tuple[list[str], dict[str, str]] | None:
        url = urllib.parse.urlsplit(self.path)
        prefix = f"/repos/{REPOSITORY}/"
        if self.headers["Authorization"] != f"Bearer {TOKEN}" or not url.path.startswith(prefix):
            return None
        return url.path.removeprefix(prefix).split("/"), dict(urllib.parse.parse_qsl(url.query))

    def do_GET(self) -> None:
        path, query = self.parts() or ([], {})
        values = listed(path, query)
        if values is None:
            return self.reply(404, {"message": "Not Found"})
        page = int(query.get("page", "1"))
        headers = {}
        if page * PAGE < len(values):
            url = urllib.parse.urlsplit(self.path).path + "?" + urllib.parse.urlencode({**query, "page": page + 1})
            headers["Link"] = f'<{os.environ["GITHUB_API_URL"]}{url}>; rel="next"'
        self.reply(200, values[(page - 1) * PAGE:page * PAGE], headers)

    def write(self) -> None:
        path, _ = self.parts() or ([], {})
        is_known = path[:1] == ["issues"] and "comments" in path
        if not is_known:
            return self.reply(404, {"message": "Not Found"})
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        state["sent"].append([self.command, "/".join(path), body["body"]])
        self.reply(201, {})

    do_POST = do_PATCH = write

    def log_message(self, *_: object) -> None:
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
os.environ["GITHUB_API_URL"] = f"http://127.0.0.1:{server.server_port}"
os.environ["GH_TOKEN"] = TOKEN
threading.Thread(target=server.serve_forever, daemon=True).start()
status = subprocess.run(sys.argv[2:], check=False).returncode
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(state, file)
sys.exit(status)
