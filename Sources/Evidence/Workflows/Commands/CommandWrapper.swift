/// A program that runs another: what of its words is its own.
struct CommandWrapper {
  /// What must stand first: `run` of `poetry run`. Empty where the command follows at once.
  var verbs: [String]
  /// Its options that take the next word.
  var values: Set<String>
  /// How many words of its own stand before the command: the image of `docker run`.
  var own: Int
  /// Options whose value is the command, as a text.
  var texts: Set<String>
  /// Options behind which the words of the command stand.
  var marks: Set<String>
  /// Whether what follows is the text of a command, perhaps in several words.
  var isText: Bool
  /// Whether what follows are the words of Python: a script, or `-m` with a module.
  var isPython: Bool
  /// Whether the first word of what follows may name something of the project's own settings.
  var isTask: Bool

  init(
    _ verbs: String = "", values: String = "", own: Int = 0, texts: String = "", marks: String = "",
    isText: Bool = false,
    isPython: Bool = false, isTask: Bool = false
  ) {
    self.verbs = verbs.split(separator: " ").map(String.init)
    self.values = Set(values.split(separator: " ").map(String.init))
    self.own = own
    self.texts = Set(texts.split(separator: " ").map(String.init))
    self.marks = Set(marks.split(separator: " ").map(String.init))
    self.isText = isText
    self.isPython = isPython
    self.isTask = isTask
  }

  enum Inner {
    case words(ArraySlice<CommandWord>)
    case text(CommandWord)
  }

  /// What it runs; nil when it is used for something else, `poetry add`.
  func inner(_ words: [CommandWord]) -> Inner? {
    var verbs = verbs[...]
    var own = own
    var index = 1
    while index < words.count {
      let word = words[index].text
      let name = String(word.prefix { $0 != "=" })
      if word == "--" && verbs.isEmpty || marks.contains(word) {
        index += 1
        break
      }
      if word.hasPrefix("-"), word.count > 1 {
        if isPython || self.values.contains("-m") && word == "-m", word.hasPrefix("-m") { break }
        if texts.contains(word) { return index + 1 < words.count ? .text(words[index + 1]) : nil }
        index += values.contains(word) && name == word ? 2 : 1
      } else if let verb = verbs.first {
        guard verb == word else { return nil }
        verbs.removeFirst()
        index += 1
      } else if words[index].assignment != nil, !isText, own == 0 {
        index += 1
      } else if own > 0 || !marks.isEmpty {
        own -= 1
        index += 1
      } else {
        break
      }
    }
    guard verbs.isEmpty, index < words.count else { return nil }
    if isText { return .text(CommandWord(text: words[index...].map({ $0.text }).joined(separator: " "))) }
    let isModule = words[index].text.hasPrefix("-m")
    return .words((isPython || isModule ? [CommandWord(text: "python")] : []) + words[index...])
  }

  /// By the name of the program.
  static let all: [String: [CommandWrapper]] = {
    var all: [String: [CommandWrapper]] = [:]
    func add(_ names: String, _ wrappers: CommandWrapper...) {
      for name in names.split(separator: " ") { all[String(name), default: []] += wrappers }
    }
    add("env", CommandWrapper(values: "-u --unset -C --chdir", texts: "-S"))
    add("sudo doas", CommandWrapper(values: "-u -g -C -h -p -r -t --user --group"))
    add("nice ionice", CommandWrapper(values: "-n -c -p"))
    add("nohup chronic unbuffer catchsegv exec builtin call fakeroot dbus-run-session dbus-launch", CommandWrapper())
    add("steam-run wine winpty linux32 linux64 emmake ccache stdbuf unshare setpriv", CommandWrapper())
    add("time gtime", CommandWrapper(values: "-f -o"))
    add("timeout gtimeout", CommandWrapper(values: "-s -k --signal --kill-after", own: 1))
    add("xvfb-run", CommandWrapper(values: "-s -n -e -f -p -w --server-num --error-file --auth-file"))
    add("arch", CommandWrapper())
    add("setarch taskset", CommandWrapper(own: 1))
    add("numactl valgrind strace ltrace rr gdb", CommandWrapper(values: "-o -e"))
    add("sde sde64", CommandWrapper())
    add("mpirun mpiexec", CommandWrapper(values: "-n -np --np -host --host -H --bind-to --map-by"))
    add("script", CommandWrapper(texts: "-c -ec -qec -qefc --command"))
    add("su", CommandWrapper(own: 9, texts: "-c --command"))
    add("chroot gosu su-exec", CommandWrapper(own: 1))
    add("runuser", CommandWrapper(values: "-u"))
    add("systemd-run", CommandWrapper(values: "-p -u --unit"))
    add("scl", CommandWrapper("enable", own: 1))
    add("nix", CommandWrapper("develop", marks: "-c --command"), CommandWrapper("shell", marks: "-c --command"))
    add("nix-shell", CommandWrapper(values: "-p -A", texts: "--run --command"))
    add("eval", CommandWrapper(isText: true))
    add("ssh", CommandWrapper(values: "-p -i -o -l", own: 1, isText: true))
    add("adb", CommandWrapper("shell", values: "-s", isText: true))
    add("wsl", CommandWrapper(values: "-d -u --distribution --user --cd"))
    add("vagrant", CommandWrapper("ssh", texts: "-c --command"))
    addContainers(to: &all)
    addTools(to: &all)
    return all
  }()

  private static func addContainers(to all: inout [String: [CommandWrapper]]) {
    let run =
      "-v --volume -w --workdir -e --env --env-file --name -u --user --platform --entrypoint --network --net -p --publish "
      + "--mount --hostname -h --memory -m --cpus --shm-size --cap-add --security-opt --device --ulimit --label -l --gpus "
      + "--volumes-from --add-host --ipc --pid --pull -a --attach --cpuset-cpus --tmpfs --arch"
    let compose = "-f --file -p --project-name --profile --env-file -e --env -u --user -w --workdir -v --volume --name"
    for name in ["docker", "podman", "nerdctl", "container"] {
      all[name] = [
        CommandWrapper("run", values: run, own: 1), CommandWrapper("container run", values: run, own: 1),
        CommandWrapper("exec", values: "-e --env -w --workdir -u --user --env-file", own: 1),
        CommandWrapper("compose run", values: compose, own: 1), CommandWrapper("compose exec", values: compose, own: 1),
      ]
    }
    all["docker-compose"] = [
      CommandWrapper("run", values: compose, own: 1), CommandWrapper("exec", values: compose, own: 1),
    ]
    all["lxc"] = [CommandWrapper("exec", values: "--env --cwd", own: 1)]
  }

  private static func addTools(to all: inout [String: [CommandWrapper]]) {
    let uv =
      "--with --extra --group --only-group --no-group --no-extra -p --python --package --directory --project --index "
      + "--default-index --index-url --extra-index-url --resolution --env-file --with-requirements --with-editable "
      + "--find-links --config-file --color --prerelease --exclude-newer --link-mode --python-platform --from -m"
    all["uv"] = [CommandWrapper("run", values: uv), CommandWrapper("tool run", values: uv)]
    all["uvx"] = [CommandWrapper(values: uv)]
    all["pipx"] = [CommandWrapper("run", values: "--spec --python --index-url --pip-args")]
    all["poetry"] = [CommandWrapper("run", values: "-C -P --directory --project", isTask: true)]
    all["pdm"] = [CommandWrapper("run", values: "-p --project --venv", isTask: true)]
    all["pipenv"] = [CommandWrapper("run", isTask: true)]
    all["rye"] = [CommandWrapper("run", values: "--pyproject", isTask: true)]
    all["hatch"] = [
      CommandWrapper("run", values: "-e --env -p --project", isTask: true),
      CommandWrapper("env run", values: "-e --env -i --include -x --exclude", isTask: true),
    ]
    all["pixi"] = [CommandWrapper("run", values: "-e --environment --manifest-path --color -p", isTask: true)]
    for name in ["conda", "mamba", "micromamba"] {
      all[name] = [
        CommandWrapper("run", values: "-n --name -p --prefix -r --root-prefix -a --attach --cwd -e --env")
      ]
    }
    all["coverage"] = [
      CommandWrapper(
        "run",
        values: "--source --rcfile --omit --include --concurrency --context --data-file --source-pkgs --debug",
        isPython: true)
    ]
    all["slipcover"] = [CommandWrapper(values: "--source --omit --out", isPython: true)]
    all["bundle"] = [CommandWrapper("exec")]
    all["npx"] = [CommandWrapper(values: "-p --package", texts: "-c --call")]
    all["bunx"] = [CommandWrapper()]
    all["rustup"] = [CommandWrapper("run", own: 1)]
    all["opam"] = [CommandWrapper("exec", values: "--switch")]
    all["xcrun"] = [CommandWrapper(values: "--sdk")]
    all["direnv"] = [CommandWrapper("exec", own: 1)]
    all["spin"] = [CommandWrapper("run", values: "--build-dir -C")]
    all["cmake"] = [CommandWrapper("env", values: "")]
    all["pnpm"] = [CommandWrapper("exec")]
    all["yarn"] = [CommandWrapper("exec")]
    all["npm"] = [CommandWrapper("exec")]
  }
}
