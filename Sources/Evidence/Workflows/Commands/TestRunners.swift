extension TestRunner {
  /// What a script of a project's own gets, of which nothing is known but that words which name or choose something may
  /// leave the rest out.
  static let task = TestRunner(
    values: words(
      "-n -j -p -c -o -r -W --tb --maxWorkers -w --reporter --timeout --durations --numprocesses --dist --maxfail --cov"
    ),
    part: words(
      "-k -m -t -s -R -E -L -g --grep --testNamePattern --testPathPattern --filter --only --run --lf --ignore --deselect "
        + "--spec --shard -x"),
    none: words("--help --collect-only --version --list"))

  static let pytest = TestRunner(
    values: words(
      "-k -m -n -p -c -o -W -r --maxfail --tb --cov-report --cov-config --junitxml --junit-xml --junit-prefix "
        + "--durations --durations-min --timeout --timeout-method --session-timeout --rootdir --confcutdir --basetemp "
        + "--dist --numprocesses --maxprocesses --tx --color --capture --log-level --log-cli-level --log-file "
        + "--log-file-level --import-mode --reruns --reruns-delay --count --html --alluredir --override-ini "
        + "--hypothesis-profile --hypothesis-seed --ignore --ignore-glob --deselect --pythonwarnings --parallel-threads "
        + "--iterations --workers --tests-per-worker --verbosity --assert --show-capture --max-worker-restart "
        + "--randomly-seed --splits --group --xfails-file --max-examples --config-file --report-log --doctest-glob "
        + "--shard-id --num-shards --keyword --test-group --test-group-count --splitting-algorithm --json-report-file "
        + "--mpl-results-path --benchmark-json --asyncio-mode --cov"),
    part: words(
      "-k -m --lf --last-failed --sw --stepwise --stepwise-skip --deselect --ignore --ignore-glob --splits --group "
        + "--shard-id --testmon --picked --codspeed --benchmark-only --test-group --keyword "
        + "--mpl-generate-path --noconftest"),
    none: words(
      "--version -V --help -h --collect-only --collectonly --co --fixtures --fixtures-per-test --markers --setup-plan --setup-only "
        + "--cache-show --funcargs --trace-config"),
    forgiving: words("--suppress-tests-failed-exit-code --suppress-no-test-exit-code"),
    configurations: words("-c --config-file"), overrides: words("-o --override-ini"),
    rest: .paths, inner: "pytest", variable: "PYTEST_ADDOPTS")

  /// By the name of the program.
  static let all: [String: TestRunner] = {
    var all: [String: TestRunner] = [:]
    func add(_ names: String, _ runner: TestRunner) {
      for name in names.split(separator: " ") { all[String(name)] = runner }
    }
    add("pytest py.test pytest-3 pytest3", pytest)
    addPython(add)
    addBuilders(add)
    addLanguages(add)
    addScripts(add)
    return all
  }()

  typealias Adding = (_ names: String, _ runner: TestRunner) -> Void

  private static func addPython(_ add: Adding) {
    addSessions(add)
    addFrameworks(add)
    addPythonScripts(add)
  }

  /// What makes an environment and runs a project's tests in it.
  private static func addSessions(_ add: Adding) {
    add(
      "spin dev.py",
      TestRunner(
        verbs: [["test"]],
        values: words(
          "-m -t -k -j -p -s -b --markexpr --mode --tests --submodule --build-dir -C --parallel-threads --durations --timeout"
        ),
        part: words("-m -t -k -s --markexpr --mode --tests --submodule"), none: words("--help -h"),
        everything: ["full"], inner: "pytest"))
    add(
      "tox",
      TestRunner(
        optionalVerbs: words("run r run-parallel p legacy le"),
        values: words(
          "-e -f -m -c -x --conf --workdir --root --result-json --installpkg --skip-env --override --parallel -p "
            + "--discover --hashseed --runner --develop-package --index-url -i"),
        none: words(
          "--notest -l --listenvs -a --listenvs-all --showconfig --version --help -h list l config c devenv d depends de "
            + "exec e quickstart q schema man --devenv"),
        names: words("-e -f -m"), nameVariable: "TOXENV", rest: .paths, inner: "pytest"))
    add(
      "nox",
      TestRunner(
        values: words(
          "-s -e -p -k -t -f -fb -db --session --sessions --python --pythons --keywords --tags --noxfile --envdir "
            + "--default-venv-backend --force-python -P --extra-pythons --report --color -fp"),
        part: words("-k --keywords"),
        none: words("-l --list --list-sessions --install-only --version --help -h --usage"),
        names: words("-s -e --session --sessions -t --tags"), nameVariable: "NOXSESSION", inner: "pytest",
        hosts: HostWords(pythons: words("-p -P --python --pythons --force-python --extra-pythons"))))
  }

  /// What collects tests and runs them.
  private static func addFrameworks(_ add: Adding) {
    let unittest = words("-k -s -p -t --start-directory --pattern --top-level-directory --locals")
    add(
      "unittest",
      TestRunner(
        values: unittest, part: words("-k -p --pattern"), none: words("-h --help"),
        rest: .only(["tests", "test"], missing: .whole)))
    add(
      "unittest-discover",
      TestRunner(
        verbs: [["discover"]], values: unittest, part: words("-k -p --pattern"), none: words("-h --help"),
        folders: words("-s --start-directory"),
        everything: ["test*.py", "test_*.py", "*_test.py", "*test*.py", "*.py"],
        rest: .paths))
    add(
      "regrtest",
      TestRunner(
        values: words(
          "-u -j -m -i -s -f --timeout --memlimit -M --huntrleaks -R --fromfile --match --ignore --junit-xml"),
        part: words("-m -i -x -f -s --match --ignore --exclude --fromfile --pgo --single --matchfile --start"),
        none: words("--list-tests --list-cases -h --help"), hasLongNames: false))
    add("doctest xdoctest", TestRunner(part: words("-v"), rest: .only([], missing: .part)))
    add(
      "nosetests nose2 green",
      TestRunner(
        values: pytest.values.union(words("-w -e -i -a -s -t")), part: words("-m -e -i -a -k"),
        none: words("--version -h --help --collect-only"),
        rest: .paths))
    add(
      "trial",
      TestRunner(values: words("-j --reporter --temp-directory"), none: words("--help --version"), rest: .paths))
    add(
      "stestr",
      TestRunner(
        verbs: [["run"]], values: words("--concurrency"),
        part: words("--failing --include-list -w --exclude-list -E --exclude-regex -n --no-discover -L --load-list -b"))
    )
    add(
      "zope-testrunner",
      TestRunner(
        values: words("--test-path -j"), part: words("-t -m -u -f --test --module -s"), none: words("--list-tests")))
  }

  /// Scripts of a project, and commands of its build tool.
  private static func addPythonScripts(_ add: Adding) {
    add(
      "setup.py",
      TestRunner(
        verbs: [["test"], ["pytest"], ["nosetests"]], values: words("-a --addopts --pytest-args"),
        part: words("-a --addopts --pytest-args -s --test-suite -m"), none: words("--help")))
    add(
      "manage.py",
      TestRunner(
        verbs: [["test"]],
        values: words(
          "--settings --testrunner --parallel --pattern -p -k --tag --exclude-tag --verbosity -v --pythonpath -j"),
        part: words("-k --tag --exclude-tag --pattern -p"), none: words("--help")))
    add(
      "runtests.py run_tests.py run-tests.py runtest.py run_test.py",
      TestRunner(
        values: words(
          "-m -s -t -k -j --submodule --tests --parallel --settings --mode -n --build-dir --shard_num --shard_count"),
        part: words("-m -s -t -k --submodule --tests --mode --shard_num --exclude --no-cpp --no-c --tag"),
        none: words("--build-only -b --help -h --bench --python --ipython --shell --doc --list"), everything: ["full"]))
    add(
      "hatch",
      TestRunner(
        verbs: [["test"]], values: words("-i -x --include --exclude -py --python -e --env -p"),
        none: words("-s --show -h --help"), hasLongNames: true, rest: .paths, inner: "pytest",
        hosts: HostWords(pythons: words("-py --python"))))
    add(
      "rye", TestRunner(verbs: [["test"]], values: words("-p --package"), part: words("-p --package"), inner: "pytest"))
  }
}
