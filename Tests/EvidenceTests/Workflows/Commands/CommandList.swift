/// Commands of real projects, and what each runs of the project's tests. One a line; `⏎` stands for the end of a line.
enum CommandList {
  static func commands(_ list: String) -> [String] {
    list.split(separator: "\n").map { String($0).replacing("⏎", with: "\n") }
  }

  /// All of the tests, and a failure of one fails the step.
  static let whole = #"""
    pytest
    pytest .
    py.test -v
    pytest tests
    pytest tests/
    pytest ./tests
    pytest Tests
    pytest test
    pytest testing
    pytest src
    pytest numpy
    pytest src/numpy/tests
    pytest {project}/tests
    pytest {package}
    pytest ${GITHUB_WORKSPACE}/tests
    pytest ./numpy/tests
    pytest -x
    pytest -rA -vv --tb=short
    pytest -r fE -v
    pytest tests/ -n auto --cov=x
    pytest -n auto --dist loadfile tests
    pytest -p xdist -n 4 -v
    pytest --pyargs numpy
    pytest --pyargs numpy -n2 --timeout=600 --durations=10
    pytest numpy --durations=10 --timeout=600 --cov-report=html:build/coverage
    pytest --cov pandas --cov-report xml --junitxml=junit.xml
    pytest --cov=astropy --cov-report xml:coverage.xml tests
    pytest -W error -o addopts= -c pyproject.toml
    pytest -n logical --maxfail 5 --reruns 2
    pytest -m ""
    pytest --run-slow
    pytest --runslow tests
    pytest --color=yes --hypothesis-profile ci
    PYTHONWARNINGS=error pytest -q
    PYTHONPATH=. OMP_NUM_THREADS=1 pytest tests
    env PYTHONHASHSEED=0 pytest
    env -u DISPLAY QT_QPA_PLATFORM=offscreen pytest -v
    python -m pytest
    python3 -m pytest -v tests
    python3.12 -X dev -m pytest
    python -X faulthandler -W error -m pytest tests
    python -We -bb -m pytest
    python -Im pytest
    pypy3 -m pytest
    py -3.12 -m pytest
    ./venv/bin/python -m pytest tests
    $PYTHON -m pytest --pyargs scipy
    ${{ steps.python.outputs.python-path }} -m pytest
    /usr/bin/python3.9 -m pytest --pyargs numpy -n2
    /opt/python/cp312-cp312/bin/python -m pytest
    xvfb-run pytest
    xvfb-run -a --server-args="-screen 0 1024x768x24" pytest tests
    xvfb-run --auto-servernum python -m pytest
    uv run pytest
    uv run --no-sync --python 3.13 pytest -v
    uv run --with pytest --extra test pytest tests
    uv run --group test --frozen -m pytest
    uv run python -m pytest
    uvx --with tox-uv tox -e py312
    uvx nox -s test
    uvx tox@4 run -e py313
    uv tool run tox
    pipx run nox
    pipx run --spec tox tox -e py39
    poetry run pytest
    poetry run python -m pytest --cov
    pdm run pytest -n auto
    pdm run test
    pipenv run pytest
    rye run test
    hatch run pytest
    hatch run test
    hatch run test:run
    hatch run +py=3.12 test:run
    hatch run test.py3.12:pytest
    hatch run cov
    hatch -e test run pytest
    hatch env run -e test test
    hatch test
    hatch test -py 3.12 --cover --randomize
    hatch test --all --parallel
    pixi run test
    pixi run -e py312 test
    pixi run --environment default --locked pytest tests
    conda run -n test pytest
    conda run --no-capture-output -n dev python -m pytest
    micromamba run -n test-env pytest -v
    mamba run -n test python -m unittest
    coverage run -m pytest
    coverage run --source pkg -p -m pytest tests
    coverage run --parallel-mode -m unittest discover
    coverage run -m unittest
    python -m coverage run --branch -m pytest
    python -m test
    ./python -m test -j0 --timeout=600 -u all -r -w
    python -m unittest
    python -m unittest -v
    python -m unittest discover
    python -m unittest discover -s tests -v
    python -m unittest discover -s tests -p "test_*.py"
    python -m unittest discover tests
    python setup.py test
    python runtests.py
    python runtests.py -v --no-build
    python runtests.py -m full
    python3 ./tests/runtests.py --parallel 2
    python tests/run_tests.py
    python manage.py test
    python manage.py test --noinput --parallel 4
    python -c "import numpy; numpy.test()"
    python -c "import numpy, sys; sys.exit(numpy.test() is False)"
    python -c "import sys, numpy; sys.exit(not numpy.test('full', verbose=2))"
    python -c 'import pandas as pd; pd.test()'
    python -c "import pytest, sys; sys.exit(pytest.main(['--pyargs', 'scipy', '-n', '4']))"
    nosetests
    nose2 -v
    trial twisted
    stestr run
    spin test
    spin test -v
    spin test -j auto -- --timeout=600 --durations=10
    spin test -- -n auto
    spin test -p 4 -- -sv --timeout=600
    spin test -m full
    cd /numpy && source venv/bin/activate && spin test -m full -- --timeout=600 --durations=10
    python -m spin test -- -v -s --timeout=600
    python dev.py test
    python dev.py test -n -j4
    tox
    tox -p auto
    tox run
    tox -e py
    tox -e py312
    tox -e py312,lint
    tox -epy39
    tox -e=pypy3
    tox run -e py3.12
    tox -e py312-django42 -- -v
    tox run-parallel --skip-missing-interpreters
    tox -e test
    tox -e tests-py311
    python -m tox -e py -r
    python -m tox run -f py312
    TOXENV=py38 tox
    nox
    nox -s tests
    nox -s "tests-3.12"
    nox -s "tests(3.11)"
    nox -s tests-3.12 lint
    nox --session tests --python 3.12 -- -v
    nox -r -s test -- --cov
    nox --error-on-missing-interpreters -s tests
    ctest
    ctest --test-dir build
    ctest --test-dir build --output-on-failure -j 4
    ctest -C Release -V --parallel 8
    cd build && ctest -j2 --output-on-failure
    cmake --build build --target test
    cmake --build build -j 4 --target check
    cargo test
    cargo test --all
    cargo test --workspace --all-features --no-fail-fast
    cargo test --release --locked --target x86_64-unknown-linux-musl
    cargo test -- --test-threads=1 --nocapture
    cargo +nightly test --verbose
    cargo nextest run
    cargo nextest run --workspace --profile ci --retries 2
    cargo llvm-cov nextest --lcov --output-path lcov.info
    cargo hack test --feature-powerset
    cross test --target aarch64-unknown-linux-gnu
    rustup run nightly cargo test
    make test
    make check
    make -j4 test
    make -j 4 check VERBOSE=1
    make -C build test
    make -j$(nproc) check
    gmake test
    make all test
    make distcheck
    make -k check
    ninja -k 0 test
    pytest | tee log⏎exit ${PIPESTATUS[0]}
    pytest 2>&1 | tee log; test ${PIPESTATUS[0]} -eq 0
    cargo test --no-fail-fast
    make check || (cat tests.log && false)
    tox -e py311-test-oldestdeps-cov
    spin test --mode full
    pytest --pyargs pkg.tests
    su user -c "pytest"
    nix develop .#ci --command pytest
    make test TESTOPTS="-j4 -v"
    nmake test
    mingw32-make check
    ninja test
    ninja -C build test
    ninja -C build -j4 check
    meson test
    meson test -C build
    meson test -C build --print-errorlogs --timeout-multiplier 3
    ./configure && make && make test
    ./configure --prefix=/usr⏎make -j4⏎make check
    npm test
    npm t
    npm run test
    npm test -- --coverage
    npm run test:ci
    npm ci && npm test
    npm run test --workspaces
    yarn test
    yarn run test
    yarn test --ci --coverage
    pnpm test
    pnpm -r test
    pnpm run test
    bun test
    npx jest
    npx jest --ci --coverage
    npx vitest run
    npx mocha
    node --test
    deno test -A
    go test ./...
    go test -race -v -count=1 ./...
    go test -tags integration -timeout 20m -coverprofile=c.out ./...
    gotestsum --format testname -- -race ./...
    dotnet test
    dotnet test --no-build --configuration Release --verbosity normal
    dotnet test MySolution.sln -c Release
    swift test
    swift test --parallel -c release
    swift build && swift test
    xcodebuild test -scheme App -destination 'platform=iOS Simulator,name=iPhone 15'
    mvn test
    mvn verify
    mvn -B -ntp verify --file pom.xml
    mvn -B package --file pom.xml
    ./mvnw clean verify
    gradle test
    gradle check
    ./gradlew check
    ./gradlew clean test --no-daemon --info
    ./gradlew build
    sbt test
    bundle exec rspec
    bundle exec rake test
    bundle exec rspec spec
    bin/rails test
    rake test
    rake spec
    crystal spec
    mix test
    just test
    task test
    invoke test
    poe test
    bazel test //...
    bazelisk test --config=ci //...
    prove -r t
    prove -l
    prove -lr -j4 t/
    julia -e 'using Pkg; Pkg.test()'
    julia --project=. -e 'using Pkg; Pkg.test(coverage=true)'
    R CMD check pkg_1.0.tar.gz
    R CMD check --no-manual --as-cran pkg.tar.gz
    Rscript -e 'devtools::test()'
    composer test
    vendor/bin/phpunit
    ./vendor/bin/phpunit --coverage-text
    stack test
    cabal test all
    dune runtest
    opam exec -- dune test
    zig build test
    flutter test
    dart test
    bash -c "pytest"
    bash -c "cd /src && pytest -v"
    sh -lc 'python -m pytest tests'
    bash -ec "pip install .; pytest; echo done"
    timeout 30 pytest
    timeout -k 10 20m pytest tests
    time pytest
    nice -n 10 make check
    sudo -E pytest
    sudo make test
    exec pytest
    if [ "$RUNNER_OS" = Linux ]; then xvfb-run pytest; else pytest; fi
    if ! pytest; then cat log; exit 1; fi
    for v in 3.11 3.12; do uv run --python $v pytest; done
    for v in 3.11 3.12⏎do⏎  tox -e py$v⏎done
    ( cd build && ctest )
    { pytest; }
    pip install pytest && pytest
    pip install pytest; pytest
    pytest || exit 1
    pytest || { cat log; exit 1; }
    pytest \⏎  -v \⏎  tests
    # the tests⏎pytest  # all of them
    pytest 'tests' "-v"
    set -o pipefail⏎pytest | tee log
    set -euxo pipefail⏎pytest 2>&1 | tee pytest.log
    set +e⏎set -o errexit⏎pytest⏎echo done
    pytest > log 2>&1
    set +e⏎pytest⏎STATUS=$?⏎cat log⏎exit $STATUS
    pytest || RESULT=$?⏎cat log⏎exit $RESULT
    run_tests() {⏎  pytest tests⏎}⏎run_tests
    yes | ctest
    docker run --rm -v $(pwd):/src image bash -c "cd /src && pytest"
    docker run --rm -t -e CI=1 -w /work python:3.12 pytest tests
    docker run --platform=linux/arm64 --name c --interactive -v /:/host ${IMAGE} /bin/bash -c "⏎  source venv/bin/activate &&⏎  cd /numpy && spin test -- --timeout=600⏎"
    podman run --rm image make check
    docker exec -t container python -m pytest
    docker compose run --rm web pytest
    docker-compose run web python manage.py test
    qemu-aarch64 -L /usr/aarch64-linux-gnu ./python -m test
    arch -x86_64 python -m pytest
    sde64 -spr -- python -m pytest --pyargs numpy
    nix develop --command cargo test
    script -q -e -c "pytest"
    conda activate dev⏎pytest -n 2
    mpirun -n 2 python -m pytest
    bash <<EOF⏎set -e⏎pytest⏎EOF
    """#

  /// A chosen part of them.
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
    """#

  /// No tests, or tests of which no failure counts, or nobody can tell what.
  static let other = #"""
    pip install pytest
    pip list | grep pytest
    pip freeze | grep tox
    pip show pytest
    pip uninstall -y pytest-xdist
    python -m pip install -U pytest tox nox
    poetry add pytest
    poetry add --group dev pytest
    uv add --dev pytest
    uv pip install pytest
    uv sync --group test
    uv tool install tox
    pipx install nox
    pdm add -dG test pytest
    conda install -y pytest
    mamba create -n test python=3.12 pytest
    mamba install pytest
    micromamba create -n pytest -c conda-forge pytest
    pixi add pytest
    apt-get install -y tox
    brew install pytest
    choco install make
    pacman -S --noconfirm mingw-w64-x86_64-python-pytest
    git clone https://github.com/pytest-dev/pytest
    git clone --depth 1 https://example.org/x/pytest
    git checkout pytest
    echo pytest
    echo "run pytest"
    printf 'make test\n'
    which pytest
    command -v pytest
    type tox
    ls tests
    cat pytest.ini
    rm -rf .pytest_cache
    mkdir -p test
    cp -r tests build/pytest
    cd tests
    test -f pytest.ini
    [ -d tests ]
    grep -r pytest tests
    export PYTEST_ADDOPTS="-v"
    export CMD="pytest tests"
    CMD="make test"
    pytest --version
    pytest -V
    pytest --help
    pytest --collect-only
    pytest --co -q
    pytest --fixtures
    pytest --markers
    python -m pytest --version
    nox -s ruff
    nox -s docs
    nox -s lint
    nox -l
    nox --list
    nox --install-only
    uvx nox -s clippy-all
    tox -e stubtest
    tox -e lint
    tox -e docs
    tox -e py312-lint
    tox -e mypy,docs
    tox --notest
    tox -e py312 --notest
    tox -l
    tox list
    tox config
    tox devenv
    TOXENV=docs tox
    hatch run lint:all
    hatch run docs:build
    hatch run types:check
    hatch build
    hatch env create test
    hatch env show test
    pixi run lint
    pixi install -e test
    cargo check
    cargo check --tests
    cargo build --tests
    cargo clippy --all-targets
    cargo fmt --check
    cargo bench
    cargo test --no-run
    cargo nextest list
    cargo install cargo-nextest
    ctest -N
    ctest --show-only
    ctest --version
    cmake -S . -B build -DBUILD_TESTING=ON
    cmake --build build
    make
    make -j4
    make install
    make docs
    make -n test
    make lint
    make -C docs html
    ninja -C build
    meson setup build
    meson compile -C build
    meson test --list
    spin build
    spin lint
    spin mypy
    spin stubtest
    spin bench
    spin test --help
    spin python tools/check_version.py
    npm ci
    npm install
    npm run lint
    npm run build
    yarn install
    yarn workspace core test
    go build ./...
    go vet ./...
    go test -c ./...
    go test -list . ./...
    dotnet build
    dotnet test --list-tests
    swift build
    swift build --build-tests
    mvn compile
    mvn package -DskipTests
    mvn install -Dmaven.test.skip=true
    ./gradlew assemble
    ./gradlew build -x test
    gradle test --dry-run
    bazel build //...
    R CMD build .
    R CMD check --no-tests pkg.tar.gz
    docker build -t pytest .
    docker pull pytest
    docker run --rm pytest-image
    cibuildwheel --print-build-identifiers
    python -m cibuildwheel --output-dir dist
    twine check dist/*
    flake8 tests
    mypy tests
    ruff check tests
    codecov -F pytest
    coverage report
    coverage xml
    coverage combine
    pre-commit run --all-files pytest
    gh run list -w tests
    pytest -x || true
    pytest || :
    pytest || echo failed
    pytest || exit 0
    pytest && echo ok || true
    make check || cat tests/log
    pytest; exit 0
    pytest⏎exit 0
    set +e⏎pytest⏎echo done
    set +e; pytest; true
    set +o errexit⏎pytest⏎echo done
    set -o pipefail⏎set +o pipefail⏎pytest | tee log
    pytest | tee log
    pytest 2>&1 | tee log
    make check | cat
    ! pytest
    pytest &
    pytest && coverage xml⏎echo done
    bash -c "pytest; echo done"
    bash -c "pytest || true"
    sh -c 'pytest | tee log'
    if pytest; then echo ok; fi
    if pytest; then echo ok; else echo bad; fi
    while ! pytest; do sleep 1; done
    make -i test
    ./gradlew test || true
    npm test --if-present
    mvn verify -Dmaven.test.failure.ignore=true
    cat <<EOF > run.sh⏎pytest⏎EOF
    cat > run.sh <<'EOF'⏎#!/bin/bash⏎pytest tests⏎EOF⏎chmod +x run.sh
    cat <<-EOT⏎  make test⏎  EOT
    # pytest
    echo ok # && pytest
    : pytest
    true || pytest
    false && pytest
    if false; then pytest; fi
    if [ -n "$FULL" ]; then pytest; fi
    if [ "$X" = 1 ]; then pytest; else pytest -k fast; fi
    [ -d tests ] && pytest
    case $X in a) pytest;; b) pytest -k x;; esac
    run_tests() { pytest; }
    echo $(pytest)
    OUT=$(pytest --co)
    git clone https://example.org/x/y && cd y && pytest
    git clone --depth 1 https://example.org/x/y.git z; cd z; make test
    pytest $ARGS
    pytest --quick
    spin test --quick
    pytest --suite=unit
    pytest --skip-slow tests
    pytest --collectonly
    python runtests.py --fast
    npm test -- --only-changed
    pytest "$TEST_FILES"
    pytest ${{ matrix.tests }}
    spin test ${{ matrix.selection }}
    python -m spin test `find numpy -name "test*.py"` -- -v
    tox -e ${{ matrix.toxenv }}
    nox -s ${{ matrix.session }}
    make ${TARGET}
    cargo test $FEATURES
    bash ci/test.sh
    ./test.sh
    ./runtests.sh
    pytest `cat files`
    npx playwright install
    go test
    tox -e integration-docs
    docker run --rm myimage /io/ci/test.sh
    make check || cat log; exit 1
    for f in tests/*.py; do python $f; done
    .ci/test.sh
    bash tools/wheels/cibw_test_command.sh {project}
    ./Tools/ci-run.sh
    npm run everything
    just ci
    nox -s ffi-check
    python tools/check.py
    python -c "import numpy"
    python -c "import numpy; print(numpy.__version__)"
    python -c "print('numpy.test()')"
    python -m build
    python -m compileall tests
    python -m venv pytest
    uv venv test
    uv run
    uv run python
    xargs echo pytest
    curl https://example.org/pytest | sh
    env
    sudo
    timeout 30
    bash
    """#
}
