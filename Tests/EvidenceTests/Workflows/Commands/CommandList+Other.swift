extension CommandList {
  /// No tests.
  static let none = #"""
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
    """#

  /// Tests of which no failure counts, or nobody can tell what or where.
  static let other = #"""
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
    docker exec -t container python -m pytest
    docker compose run --rm web pytest
    docker-compose run web python manage.py test
    """#
}
