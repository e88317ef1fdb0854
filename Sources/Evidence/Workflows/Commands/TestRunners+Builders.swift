extension TestRunner {
  static func addBuilders(_ add: Adding) {
    addMakers(add)
    addBuildSystems(add)
  }

  /// Make, Ninja, Meson and CTest.
  private static func addMakers(_ add: Adding) {
    let make: Set<String> = [
      "check", "distcheck", "installcheck", "check-all", "check-world", "buildbottest", "test-all", "testall",
      "checkall",
    ]
    add(
      "make gmake nmake bmake jom mingw32-make",
      TestRunner(
        values: words("-C -f -I -o -W --directory --file --makefile"),
        none: words("-n --dry-run --just-print --recon -q --question -p --version --help -h -t --touch"),
        forgiving: words("-i --ignore-errors"), folders: words("-C --directory"),
        rest: .targets(whole: make)))
    add(
      "ninja samu ninja-build",
      TestRunner(
        values: words("-C -f -j -k -l -d -t -w"), none: words("-n -t --version -h"),
        folders: ["-C"], rest: .targets(whole: make)))
    add(
      "meson",
      TestRunner(
        verbs: [["test"]],
        values: words(
          "-C -t -j --suite --no-suite --timeout-multiplier --num-processes --repeat --setup --wrapper --wrap --logbase "
            + "--maxfail --test-args --gdb-path --slice --interactive"),
        part: words("--suite --no-suite --slice --test-args"), none: words("--list --benchmark --help -h")))
    add(
      "ctest",
      TestRunner(
        values: words(
          "-C -j -O -S -T -D -M -R -E -L -LE -I -FA -FS -FC --build-config --parallel --test-dir --timeout --output-junit "
            + "--output-log --repeat --preset --resource-spec-file --tests-regex --exclude-regex --label-regex "
            + "--label-exclude --tests-information --repeat-until-fail --stop-time --test-load --max-width"),
        part: words(
          "-R -E -L -LE -I --tests-regex --exclude-regex --label-regex --label-exclude --tests-information --rerun-failed "
            + "--tests-from-file --exclude-from-file"),
        none: words("-N --show-only --print-labels --version --help -h"),
        forgiving: words("-S -T -D -M --build-and-test --preset --script --dashboard"), hasLongNames: false,
        rest: .ignored))
  }

  /// Bazel, Gradle, Maven, and runners of tasks.
  private static func addBuildSystems(_ add: Adding) {
    add(
      "bazel bazelisk",
      TestRunner(
        verbs: [["test"], ["coverage"]],
        part: words(
          "--test_tag_filters --test_filter --test_size_filters --test_lang_filters"),
        none: words("--nobuild --help"), rest: .only(["//..."], missing: .none), inner: nil))
    let gradle: Set<String> = ["check", "build", "allTests", "testAll"]
    add(
      "gradle gradlew",
      TestRunner(
        values: words("-x --tests -p -b -P -D --exclude-task --project-dir --build-file -c -I --console --max-workers"),
        part: words("--tests -p --project-dir"), none: words("-m --dry-run --version -v --help -h"),
        forgiving: ["--continuous"], hasLongNames: true, rest: .targets(whole: gradle)))
    add(
      "mvn mvnw",
      TestRunner(
        values: words("-f --file -P -pl --projects -s --settings -T --threads -rf --resume-from"),
        part: words("-Dtest -Dit.test -pl --projects -Dgroups -DexcludedGroups -rf --resume-from -N"),
        none: words("-DskipTests -Dmaven.test.skip --version -v -h --help"),
        forgiving: words("-Dmaven.test.failure.ignore -DtestFailureIgnore -fn --fail-never"),
        folders: words("-f --file"),
        hasLongNames: true,
        rest: .targets(whole: ["test", "verify", "install", "package", "integration-test", "deploy"])))
    add(
      "just task invoke inv poe doit",
      TestRunner(
        values: words("-f -d -t --justfile --working-directory --taskfile --dir -c -C"),
        none: words("--list -l --dry -n --dry-run --help"),
        forgiving: words("--warn-only -w"), rest: .targets(whole: [])))
    add(
      "rake ant scons",
      TestRunner(values: words("-f -C"), none: words("-n -T --tasks --dry-run -P"), rest: .targets(whole: ["check"])))
  }
}
