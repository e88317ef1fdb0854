extension CommandList {
  /// A chosen part of the tests.
  static let part = #"""
    pytest -v tests/test_x.py
    pytest test_a.py
    pytest a.py::test
    pytest numpy/linalg
    pytest numpy/linalg/tests
    pytest tests/unit
    pytest tests/unit tests/integration
    pytest tests/test_*.py
    pytest -m simd
    pytest -m "not slow"
    pytest --pyargs numpy -m "not slow" -n2
    python -m pytest --pyargs numpy.linalg
    pytest -k simd
    pytest -ksimd
    pytest -k "not test_casting"
    pytest --lf
    pytest --last-failed
    pytest --sw
    pytest --deselect tests/test_a.py::test_b
    pytest --ignore=tests/slow
    pytest --ignore tests/slow
    pytest --splits 4 --group 1
    pytest --runslow tests/test_x.py
    pytest -vv --codspeed Tests/benchmarks.py
    pytest unit
    pytest examples
    pytest docs
    python -m pytest $NUMPY_SITE/numpy/_core/tests/test_simd*
    sde -skx -- python -m pytest $NUMPY_SITE/numpy/_core/tests/test_simd*
    PYTEST_ADDOPTS="-k simd" pytest
    python -m doctest README.md
    python -m test test_os test_io
    python -m test -x test_gdb
    python -m test --pgo
    python -m unittest tests.test_x
    python -m unittest test_x
    pytest pkg tests/test_a.py
    pytest -- tests/unit
    make check TESTS='a b'
    make test T=test_x.py
    make check SUBDIRS=src
    vendor/bin/phpunit tests/Unit
    python -m unittest tests/test_x.py
    python -m unittest discover -p "test_a*.py"
    python -m unittest -k simd
    python tests/test_x.py
    python manage.py test app
    python -c "import numpy; numpy.linalg.test()"
    python -c "import numpy; numpy.test(tests=['numpy.linalg'])"
    python -c "import pytest; pytest.main(['-k', 'simd'])"
    python runtests.py -s linalg
    python runtests.py -t numpy/linalg/tests/test_x.py
    spin test -t numpy.linalg
    spin test numpy/linalg
    spin test -j2 -- numpy/linalg --timeout=600
    spin test -- -k "test_simd or test_umath"
    spin test -m slow
    spin test -- -m "not slow"
    cd /numpy && spin test -- --timeout=600 --durations=10 -k \"${FILTER}\"
    tox -e unit
    tox -e py312 -- tests/test_x.py
    tox -e py312 -- -k simd
    nox -s tests -- tests/test_x.py
    nox -s unit
    ctest -R simd
    ctest -L fast
    ctest -LE slow -j4
    ctest -E flaky
    ctest --rerun-failed
    cargo test -p core
    cargo test --lib
    cargo test --doc
    cargo test parser
    cargo test --test integration
    cargo test -- --ignored
    cargo test -- --skip slow
    cargo nextest run -E 'test(simd)'
    cargo test --manifest-path crates/core/Cargo.toml
    cd crates/core && cargo test
    make test-unit
    make check-unit
    make -C tools/swig/test test
    meson test --suite fast
    meson test -C build simd
    npm run test:unit
    npm test -- src/a.test.js
    npm test --workspace core
    pnpm --filter core test
    npx jest src/a.test.js
    npx jest -t name
    go test ./pkg/core
    go test -short ./...
    go test -run TestX ./...
    dotnet test --filter Category=Fast
    dotnet test tests/Core.Tests/Core.Tests.csproj
    swift test --filter Core
    swift test --skip Slow
    mvn test -Dtest=CoreTest
    mvn -pl core test
    ./gradlew :core:test
    ./gradlew test --tests '*Core*'
    bundle exec rspec spec/models
    bundle exec rspec --tag fast
    crystal spec spec/core_spec.cr
    mix test test/core_test.exs
    bazel test //core/...
    bazel test //core:tests
    bazel test --test_tag_filters=-slow //...
    prove t/00-load.t
    vendor/bin/phpunit --testsuite unit
    find . -name 'test_*.py' | xargs pytest
    cd numpy/linalg && pytest
    hatch test tests/test_x.py
    pixi run test-unit
    pixi run pytest -k simd
    stestr run linalg
    cabal test core
    xcodebuild test -scheme App -only-testing:AppTests
    env PYTEST_ADDOPTS=-kx pytest
    docker run -e PYTEST_ADDOPTS=-kx image pytest
    """#
}
