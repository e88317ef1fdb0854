import Testing
@testable import Evidence

@Suite("Words of scripts")
struct ShellWordsTests {
  @Test func commands() {
    let script = "set -e; cd build && pytest -k x \\\n  numpy/linalg\n# pytest\nmake test | tee log; echo 'spin test'\n"
    #expect(
      ShellWords.commands(of: script).map { $0.joined(separator: " ") } == [
        "set -e", "cd build", "pytest -k x numpy/linalg", "make test", "tee log", "echo spin test",
      ])
  }

  @Test func variables() {
    let values = ["ARCH": "riscv64", "A": "x"]
    #expect(ShellWords.expanding("a $ARCH ${ARCH}/$A-${B} $$ ${", { values[$0] }) == "a riscv64 riscv64/x-${B} $$ ${")
  }

  @Test("a short script cannot repeat a long value for ever")
  func growth() {
    let long = String(repeating: "x", count: 100_000)
    let script = String(repeating: "$A ", count: 50_000)
    #expect(ShellWords.expanding(script, { _ in long }).utf8.count < 10 * script.utf8.count)
  }

  @Test(arguments: [
    ("pytest", false), ("python -m pytest --pyargs numpy -m 'not slow' -n2", false),
    ("spin test -- --timeout=600 --durations=10", false),
    ("spin test -- -k \"test_simd or x\"", true), ("spin test -j2 -- numpy/linalg --timeout=600", true),
    ("pytest $SITE/numpy/_core/tests/test_simd*", true), ("pytest a.py::test_x", true),
    ("pytest --xfails-file tools/x.txt", false),
    ("make check", false), ("python dev.py test -n", false), ("python -m unittest", false),
    ("python -c 'import numpy; numpy.test()'", false),
  ])
  func tests(command: String, isPartial: Bool) throws {
    #expect(TestCommand(try #require(ShellWords.commands(of: command).last))?.isPartial == isPartial)
  }

  @Test(arguments: ["pip install pytest", "spin build", "apt-get install tox", "echo done", "make", "cargo build"])
  func noTests(command: String) throws {
    #expect(TestCommand(try #require(ShellWords.commands(of: command).first)) == nil)
  }
}
