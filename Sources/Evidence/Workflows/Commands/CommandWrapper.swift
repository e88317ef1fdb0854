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
  var place: Place

  /// Where a program runs another.
  enum Place: Hashable {
    /// Where it runs itself.
    case here
    /// Nobody can tell.
    case elsewhere
    /// In a container of the image that it is given.
    case container
    /// By translation from the code of an architecture.
    case translated(String)
    /// By the part of its machine that is of an architecture.
    case processor(String)
    /// On another system.
    case system(String)
  }

  init(
    _ verbs: String = "", _ place: Place = .here, values: String = "", own: Int = 0, texts: String = "",
    marks: String = "",
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
    self.place = place
  }

  init(_ place: Place, values: String = "") { self.init("", place, values: values) }

  enum Command {
    case words(ArraySlice<CommandWord>)
    case text(CommandWord)
  }

  struct Inner {
    /// The words that stand before the command.
    var own: ArraySlice<CommandWord>
    var command: Command
    var place: Place
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
        if texts.contains(word) {
          return index + 1 < words.count
            ? Inner(own: words[1..<index], command: .text(words[index + 1]), place: place) : nil
        }
        index += values.contains(word) && name == word ? 2 : 1
      } else if let verb = verbs.first {
        guard verb == word else { return nil }
        verbs.removeFirst()
        index += 1
      } else if words[index].assignment != nil || word.hasPrefix("+") && isTask, !isText, own == 0 {
        index += 1
      } else if own > 0 || !marks.isEmpty {
        own -= 1
        index += 1
      } else {
        break
      }
    }
    guard verbs.isEmpty, index < words.count else { return nil }
    let isModule = words[index].text.hasPrefix("-m")
    let command: Command =
      isText
      ? .text(CommandWord(text: words[index...].map { $0.text }.joined(separator: " ")))
      : .words((isPython || isModule ? [CommandWord(text: "python")] : []) + words[index...])
    return Inner(own: words[1..<index], command: command, place: place)
  }

  /// The variables with the version of Python that tools take where no option says it, by the tool.
  static let pythonVariables = [
    "uv": "UV_PYTHON", "uvx": "UV_PYTHON", "hatch": "HATCH_PYTHON", "pipx": "PIPX_DEFAULT_PYTHON", "pdm": "PDM_PYTHON",
    "pipenv": "PIPENV_PYTHON", "poetry": "POETRY_PYTHON", "rye": "RYE_PYTHON",
  ]

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
    add("steam-run winpty linux32 linux64 emmake ccache stdbuf unshare setpriv", CommandWrapper())
    add("wine wine64", CommandWrapper(.elsewhere))
    add("time gtime", CommandWrapper(values: "-f -o"))
    add("timeout gtimeout", CommandWrapper(values: "-s -k --signal --kill-after", own: 1))
    add("xvfb-run", CommandWrapper(values: "-s -n -e -f -p -w --server-num --error-file --auth-file"))
    add("taskset", CommandWrapper(own: 1))
    add("setarch", CommandWrapper("", .elsewhere, own: 1))
    add("numactl valgrind strace ltrace rr gdb", CommandWrapper(values: "-o -e"))
    add("sde sde64", CommandWrapper())
    add("mpirun mpiexec", CommandWrapper(values: "-n -np --np -host --host -H --bind-to --map-by"))
    add("script", CommandWrapper(texts: "-c -ec -qec -qefc --command"))
    add("su", CommandWrapper(own: 9, texts: "-c --command"))
    add("gosu su-exec", CommandWrapper(own: 1))
    add("chroot", CommandWrapper("", .elsewhere, own: 1))
    add("runuser", CommandWrapper(values: "-u"))
    add("systemd-run", CommandWrapper(values: "-p -u --unit"))
    add("scl", CommandWrapper("enable", own: 1))
    add("nix", CommandWrapper("develop", marks: "-c --command"), CommandWrapper("shell", marks: "-c --command"))
    add("nix-shell", CommandWrapper(values: "-p -A", texts: "--run --command"))
    add("eval", CommandWrapper(isText: true))
    add("ssh", CommandWrapper("", .elsewhere, values: "-p -i -o -l -F -E -L -R -b", own: 1, isText: true))
    add("adb", CommandWrapper("shell", .system("android"), values: "-s", isText: true))
    add("wsl", CommandWrapper(.elsewhere, values: "-d -u --distribution --user --cd"))
    add("vagrant", CommandWrapper("ssh", .elsewhere, texts: "-c --command"))
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
        CommandWrapper("run", .container, values: run, own: 1),
        CommandWrapper("container run", .container, values: run, own: 1),
        // What a container was made of is said elsewhere.
        CommandWrapper("exec", .elsewhere, values: "-e --env -w --workdir -u --user --env-file", own: 1),
        CommandWrapper("compose run", .elsewhere, values: compose, own: 1),
        CommandWrapper("compose exec", .elsewhere, values: compose, own: 1),
      ]
    }
    all["docker-compose"] = [
      CommandWrapper("run", .elsewhere, values: compose, own: 1),
      CommandWrapper("exec", .elsewhere, values: compose, own: 1),
    ]
    all["lxc"] = [CommandWrapper("exec", .elsewhere, values: "--env --cwd", own: 1)]
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
