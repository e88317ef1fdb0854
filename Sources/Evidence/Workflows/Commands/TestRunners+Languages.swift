extension TestRunner {
  static func addLanguages(_ add: Adding) {
    addRust(add)
    addGo(add)
    addApplications(add)
    addScripting(add)
    addFunctional(add)
  }

  /// Cargo, and what stands in for it.
  private static func addRust(_ add: Adding) {
    let cargo =
      "-p --package --exclude --features -F --target --profile -j --jobs --manifest-path --target-dir --message-format "
      + "--color --config -Z --partition -E -P --retries --test --bin --example --bench --output-path --test-threads "
      + "--depth --filter-expr --ignore-filename-regex --engine --out -C"
    var rust =
      TestRunner(
        verbs: [
          ["test"], ["t"], ["nextest", "run"], ["nextest", "r"], ["llvm-cov"], ["llvm-cov", "nextest"],
          ["llvm-cov", "test"],
          ["hack", "test"], ["hack", "nextest", "run"], ["careful", "test"], ["miri", "test"], ["tarpaulin"],
          ["make", "test"],
        ],
        values: words(cargo),
        part: words(
          "-p --package --exclude --lib --bin --bins --example --examples --test --bench --benches --doc --partition -E "
            + "--filter-expr"),
        none: words("--no-run --list --help -h --version"), folders: ["--manifest-path"], inner: "libtest",
        hosts: HostWords(triples: ["--target"], tripleVariable: "CARGO_BUILD_TARGET"))
    add("cargo", rust)
    // Its containers bring emulators along.
    rust.hosts.isEmulating = true
    add("cross", rust)
    add(
      "libtest",
      TestRunner(
        values: words("--skip --test-threads --format --color -Z --logfile"), part: words("--skip --ignored --exact"),
        none: words("--list --help")))
  }

  /// `go test`, and its wrapper.
  private static func addGo(_ add: Adding) {
    var go =
      TestRunner(
        verbs: [["test"]],
        values: words(
          "-run -skip -count -timeout -coverprofile -coverpkg -covermode -tags -p -parallel -cpu -shuffle -mod -ldflags "
            + "-gcflags -exec -bench -vet -o -list -benchtime -C -fuzz -fuzztime -asmflags -outputdir -cpuprofile -modfile"
        ),
        part: words("-run -skip -short -fuzz"), none: words("-c -list -n"), folders: ["-C"], hasLongNames: true,
        rest: .only(
          ["./...", "all", "..."], missing: .unknown("without './...' it tests one package")), inner: nil,
        hosts: HostWords(areGo: true))
    add("go", go)
    go.verbs = []
    go.rest = .only(["./...", "all", "..."], missing: .whole)
    add("go-test", go)
    add(
      "gotestsum",
      TestRunner(
        values: words("--format -f --junitfile --jsonfile --packages --rerun-fails-max-failures"),
        part: words("--packages"),
        rest: .only(["./..."], missing: .whole), inner: "go-test", hosts: HostWords(areGo: true)))
  }

  /// .NET, Swift, Xcode and Scala.
  private static func addApplications(_ add: Adding) {
    add(
      "dotnet",
      TestRunner(
        verbs: [["test"]],
        values: words(
          "-c --configuration -f --framework -r --runtime -v --verbosity -l --logger -o --output -s --settings --filter --collect --results-directory -a --arch --os -m --diag --blame-hang-timeout"
        ),
        part: words("--filter"), none: words("-t --list-tests -h --help"), hasLongNames: true, rest: .paths, inner: nil,
        hosts: HostWords(architectures: words("-a --arch"))))
    add(
      "swift",
      TestRunner(
        verbs: [["test"]],
        values: words(
          "-c --configuration --package-path --filter --skip --triple --swift-sdk --sanitize --num-workers -Xswiftc -Xcc -Xlinker -Xcxx --scratch-path --build-path --jobs -j --toolchain --sdk --specifier -s --xunit-output --traits --build-system"
        ),
        part: words("--filter --skip --specifier -s"),
        none: words("--list-tests -l list --help --show-codecov-path --version"),
        folders: ["--package-path"], hasLongNames: true, hosts: HostWords(triples: ["--triple"])))
    add(
      "xcodebuild",
      TestRunner(
        verbs: [
          ["test"], ["test-without-building"], ["clean", "test"], ["build", "test"], ["clean", "build", "test"],
        ],
        values: words(
          "-scheme -destination -project -workspace -configuration -sdk -derivedDataPath -resultBundlePath -testPlan -enableCodeCoverage -arch -xctestrun"
        ),
        part: words("-only-testing -skip-testing -testPlan -only-testing: -skip-testing:"),
        none: words("-list -showdestinations"), hasLongNames: true,
        rest: .ignored))
    add("sbt", TestRunner(values: [], rest: .targets(whole: [])))
  }

  /// Ruby, Crystal, Elixir, Perl and PHP.
  private static func addScripting(_ add: Adding) {
    add(
      "rspec",
      TestRunner(
        values: words("-f --format -o --out -r --require -t --tag -e --example -P --pattern -c -I --seed --order"),
        part: words("-t --tag -e --example -P --pattern --only-failures --next-failure"),
        none: words("--dry-run --version --help"), rest: .paths))
    add(
      "rails",
      TestRunner(
        verbs: [["test"], ["test:all"], ["spec"]], values: words("-n -s -e --name"), part: words("-n --name"),
        rest: .paths))
    add(
      "crystal shards",
      TestRunner(
        verbs: [["spec"]], values: words("-e --example --tag -D --order --junit_output -l -p"),
        part: words("-e --example --tag -l --location"), rest: .paths))
    add(
      "mix",
      TestRunner(
        verbs: [["test"], ["coveralls"]],
        values: words("--only --exclude --include --seed --partitions --max-failures --formatter"),
        part: words("--only --exclude --failed --stale --partitions"), rest: .paths))
    add(
      "prove",
      TestRunner(
        values: words("-I -j -e --exec -P -M -a --archive --state --formatter --source --jobs"), part: words("--state"),
        none: words("-D --dry --version -V -h --help"), rest: .paths))
    add("composer", TestRunner(verbs: [["test"], ["tests"]], scripts: words("run run-script"), inner: nil))
    add(
      "phpunit pest paratest",
      TestRunner(
        values: words(
          "-c --configuration --filter --testsuite --group --exclude-group --coverage-clover --coverage-html --log-junit --bootstrap -p --processes --order-by --cache-directory --coverage-xml"
        ),
        part: words("--filter --testsuite --group --exclude-group --exclude-testsuite"),
        none: words("--list-tests --version --help --list-suites"), rest: .paths))
  }

  /// Haskell, OCaml, and smaller ones.
  private static func addFunctional(_ add: Adding) {
    add(
      "stack",
      TestRunner(
        verbs: [["test"]], values: words("--stack-yaml --test-arguments --ta --jobs --resolver --flag --ghc-options"),
        part: words("--test-arguments --ta"), none: words("--no-run-tests --dry-run")))
    add(
      "cabal",
      TestRunner(
        verbs: [["test"]], values: words("--project-file --test-options --test-option -w --builddir -f --ghc-options"),
        part: words("--test-options --test-option"), none: words("--dry-run"), rest: .only(["all"], missing: .whole)))
    add(
      "dune",
      TestRunner(
        verbs: [["runtest"], ["test"], ["build", "@runtest"]], values: words("--profile -p -j --root --build-dir"),
        part: words("-p"), rest: .only(["@all", "."], missing: .whole)))
    add("zig", TestRunner(verbs: [["build", "test"]], values: words("-D"), rest: .ignored))
    add(
      "flutter dart",
      TestRunner(
        verbs: [["test"]],
        values: words(
          "-j -p -t -x -n --concurrency --platform --tags --exclude-tags --name --plain-name --reporter -r --file-reporter --coverage"
        ), part: words("-t -x -n --tags --exclude-tags --name --plain-name --total-shards"), rest: .paths))
    add("nimble dub", TestRunner(verbs: [["test"]], values: words("--compiler --build -b -c --config -a --arch")))
    add("raco lein", TestRunner(verbs: [["test"]], values: words("-j"), part: words(":only"), rest: .paths))
    add(
      "rebar3", TestRunner(verbs: [["eunit"], ["ct"]], values: [], part: words("--suite --case --group --module -m")))
  }

  static func addScripts(_ add: Adding) {
    let values = words(
      "-w --workspace --filter -F --prefix -C --cwd --dir --loglevel --scope --reporter -c --config --maxWorkers --project --ignore"
    )
    let part = words(
      "-w --workspace --filter -F --scope -t --testNamePattern --testPathPattern --shard --grep --changed --ignore --since"
    )
    for (name, verbs) in [
      ("npm", [["test"], ["t"], ["tst"]]), ("pnpm", [["test"], ["t"]]),
      (
        "yarn",
        [
          ["test"], ["workspaces", "run", "test"], ["workspaces", "foreach", "test"],
          ["workspaces", "foreach", "run", "test"],
        ]
      ),
    ] {
      add(
        name,
        TestRunner(
          verbs: verbs, scripts: words("run run-script"), values: values, part: part, none: words("--help --version"),
          forgiving: words("--if-present"), folders: words("--prefix -C --cwd --dir"), inner: nil))
    }
    add(
      "bun deno",
      TestRunner(
        verbs: [["test"]], scripts: ["run"],
        values: words("-t --test-name-pattern --timeout --filter --config --reporter --coverage-reporter"),
        part: words("-t --test-name-pattern --filter --ignore"), none: words("--no-run --help"), rest: .paths))
    add(
      "jest vitest mocha ava tap",
      TestRunner(
        optionalVerbs: words("run test"),
        values: words(
          "-t -c -w -i -g -f --config --maxWorkers --reporter --reporters --testNamePattern --testPathPattern --grep --shard --project --coverage.reporter --require -r --timeout --selectProjects --changedSince --environment"
        ),
        part: words(
          "-t -g -f --testNamePattern --testPathPattern --testPathPatterns --grep --shard --project --selectProjects --changedSince -o --onlyChanged --findRelatedTests --onlyFailures --changed"
        ),
        none: words("--listTests --version --help list related bench typecheck"),
        rest: .only(words(". test tests ./test ./tests test/ tests/ spec"), missing: .whole)))
    add(
      "node-test",
      TestRunner(
        values: words(
          "--test-name-pattern --test-reporter --import -r --require --test-concurrency --loader --test-shard"),
        part: words("--test-name-pattern --test-only --test-shard --test-skip-pattern"), rest: .paths))
    add(
      "turbo lerna",
      TestRunner(
        verbs: [["run", "test"], ["test"]], values: words("--scope --filter --concurrency --since"),
        part: words("--scope --filter --since --affected"), none: words("--dry-run --dry"), inner: nil))
    add(
      "nx",
      TestRunner(
        verbs: [["run-many"]],
        values: words("-t --target --targets -p --projects --exclude --configuration -c --parallel"),
        part: words("-p --projects --exclude"), names: words("-t --target --targets")))
  }
}
