extension CommandList {
  /// More of all of the tests, as scripts of workflows have them.
  static let moreWhole = #"""
    linux32 python -m pytest
    pytest; if [ $? = 5 ]; then exit 0; fi
    python -m pytest --pyargs scipy -n auto --durations 10
    spin test -j3 -- --durations 10 --timeout=60
    python dev.py --no-build test -j2 --mode full -- --durations 10
    export OMP_NUM_THREADS=2⏎python -m pytest -n2 scipy
    pytest -r fE -n 4 --dist=worksteal --junitxml=test-data.xml pandas
    python -m pytest -nauto --color=yes pandas --no-strict-data-files
    source activate pandas-dev⏎pytest -v -n auto pandas
    cd pandas-src && python -m pytest pandas
    cargo test --locked --workspace -- --nocapture
    cargo test --verbose --all-features
    RUST_BACKTRACE=1 cargo test --all --locked
    cargo build --verbose && cargo test --verbose
    cargo nextest run --locked --workspace --no-fail-fast
    make -j4 test-ci
    make test-all
    make -s test
    go test -v -race ./...
    go test -timeout=30m -count=1 ./...
    CGO_ENABLED=0 go test ./...
    GOFLAGS=-mod=vendor go test ./... -v
    gotestsum -- ./...
    ./python.exe -m test -j0 --slow-ci
    make buildbottest TESTOPTS="-j4 -uall,-cpu"
    xvfb-run make test
    ./python -m test --fast-ci --timeout=900
    PYTHONDEVMODE=1 ./python -m test -w -j2
    python3 -m pytest -vv -W always --cov --cov-report=term Tests
    python3 -bb -X dev -m pytest -vx -W always Tests
    xvfb-run -s '-screen 0 1024x768x24' python3 -m pytest -vv Tests
    nox -e tests -- --color=yes --wycheproof-root=wycheproof
    nox --no-install -e tests
    uv run --no-project pytest tests/
    make test⏎echo done
    python runtests.py -j 4
    make install && make test
    python -m pytest -s -x psutil
    make PYTHON=python3 install-pydeps-test build test
    hatch run +py=3.12 test:all
    tox -e py311 -- -n auto
    tox run -e py -- --cov
    tox -e py -vv
    uvx --python 3.13 --with tox-uv tox -e py313
    uv run --python cpython-3.13 pytest
    nox -s tests-3.13 --verbose
    nox -s test --force-python 3.12
    poetry install && poetry run pytest tests -q
    pdm run pytest
    pip install .[test] && python -m pytest
    pip install -e . ; pip install pytest ; pytest -vv
    bash -exc "python -m pip install . && python -m pytest tests"
    set -xe⏎cmake -B build⏎cmake --build build -j2⏎ctest --test-dir build --output-on-failure
    set -euo pipefail⏎cd build⏎ctest -V
    if ! command -v pytest; then pip install pytest; fi⏎pytest
    if [ -z "$TOKEN" ]; then exit 1; fi⏎pytest
    [ -f setup.py ] || exit 1⏎pytest tests
    test -d tests || { echo missing; exit 1; }⏎pytest tests
    case "$OS" in linux) export X=1;; *) export X=2;; esac⏎pytest
    trap 'rm -rf tmp' EXIT⏎pytest
    trap "kill $PID" EXIT⏎make check
    exec > >(tee log) 2>&1⏎pytest
    for i in 1 2; do pytest; done
    retry() { "$@" || "$@"; }⏎pytest
    cd "$GITHUB_WORKSPACE"⏎pytest
    pushd build⏎ctest⏎popd
    source .venv/bin/activate⏎python -m pytest
    . venv/bin/activate && pytest
    npm ci⏎npm run build --if-present⏎npm test
    corepack enable && yarn install --immutable && yarn test
    npx --yes jest --ci
    pnpm install --frozen-lockfile && pnpm test
    dotnet test --configuration Release --no-restore
    dotnet test -c Release --logger trx --results-directory out
    swift test -v
    swift build -v⏎swift test -v
    ./mvnw -B verify
    mvn -B -V clean install
    ./gradlew --no-daemon check
    gradle test --stacktrace
    bundle exec rake spec
    bin/rails test:all
    mix deps.get⏎mix test
    zig build test --summary all
    meson test -C build --no-rebuild --print-errorlogs
    meson compile -C build && meson test -C build
    ninja -C build check
    bazel test --test_output=errors //...
    R CMD check --as-cran *.tar.gz
    julia --project -e 'using Pkg; Pkg.test()'
    python -c "import sys, scipy; sys.exit(not scipy.test())"
    python -c "import numpy as np; np.test()"
    python -c "from numba import cuda; import sys; import pytest; sys.exit(pytest.main(['tests']))"
    sudo -E env "PATH=$PATH" pytest
    coverage run -m pytest tests⏎coverage report
    nix-shell --run "cargo test"
    conda run -n ci pytest
    echo "PYTEST_ADDOPTS=--color=yes" >> $GITHUB_ENV⏎pytest
    export PYTEST_ADDOPTS="-v --color=yes"⏎pytest
    echo "CARGO_BUILD_TARGET=i686-unknown-linux-musl" >> $GITHUB_ENV⏎cargo test --locked
    """#

  /// More of a part.
  static let morePart = #"""
    pytest -o addopts="-k fast"
    pytest --noconftest
    pytest --ignore-glob=none tests || exit 2
    export PYTEST_ADDOPTS="-k simd"⏎pytest
    export PYTEST_ADDOPTS="-m 'not slow'"⏎python -m pytest tests
    PYTEST_ADDOPTS="--lf" pytest
    pytest -r fE -m "not network and not single_cpu" pandas
    pytest -m "not slow and not db" -n auto
    python test/run_test.py -i test_autograd
    cargo test -p pyo3 --features full
    cargo test --lib --bins
    cargo test --test '*'
    cargo test --workspace --exclude cryptography-fuzz
    go test ./internal/...
    go test -short ./...
    go test std
    ctest -R unit --output-on-failure
    ctest -LE gpu
    python -m pytest tests/hazmat
    python -m pytest Tests/test_file_webp.py
    python -m unittest lxml.tests.test_etree
    python -m pytest psutil/tests/test_process.py
    ./python -m test test_ssl test_hashlib
    ./python -m test -x test_gdb -j4
    python -c "import numpy.random as r; r.test()"
    python -c "from numpy import linalg; linalg.test()"
    python -c "import scipy.stats as st, sys; sys.exit(not st.test())"
    python -c "import scipy; scipy.linalg.test()"
    python -c "import numpy; numpy.test('fast', tests=['numpy.core'])"
    spin test -s linalg
    python dev.py test -s optimize
    pytest --last-failed --last-failed-no-failures all
    pytest --ignore=tests/gpu tests
    npm test -- --grep unit
    npx jest --testPathPattern unit
    npx vitest run src/core
    dotnet test --filter "Category!=Slow"
    mvn test -pl core
    ./gradlew :lib:test
    swift test --filter CoreTests
    bundle exec rspec spec/unit
    bazel test //core/...
    meson test -C build --suite unit
    nox -s tests -- tests/unit
    tox -e py312 -- tests/unit
    cd crates/core && cargo test
    """#

  /// More of which nothing is certain.
  static let moreOther = #"""
    make -C lib test
    python test/run_test.py --shard 1 5 --verbose
    python -m numba.runtests numba.tests.test_array
    if [ -n "$SKIP" ]; then exit 0; fi⏎pytest
    if [ "${{ github.event.label }}" = skip ]; then echo skipped; exit 0; fi⏎pytest tests
    [ -f tests/ok ] || exit 0⏎pytest
    command -v pytest >/dev/null || { echo skip; exit 0; }⏎pytest
    git diff --quiet HEAD^ -- src && exit 0⏎pytest
    if ! ls dist/*.whl; then exit; fi⏎pytest
    exit 0⏎pytest
    exit 1⏎pytest
    false⏎pytest
    exec make install⏎pytest
    exec ./other⏎make check
    [ -x run ] && exec ./run⏎pytest
    trap 'exit 0' EXIT⏎pytest
    trap "exit 0" EXIT INT TERM⏎make check
    cleanup() { rm -rf tmp; exit 0; }⏎trap cleanup EXIT⏎pytest
    trap 'echo failed; exit 0' ERR⏎pytest
    case "$OS" in freebsd) exit 0;; esac⏎pytest
    check() { [ -d tests ] || exit 0; }⏎check⏎pytest
    for f in a b; do [ -f $f ] || continue; pytest; done
    for f in a b; do if [ ! -d $f ]; then break; fi; make test; done
    run() { [ -n "$1" ] || return 0; pytest; }⏎run $X
    while read line; do exit 0; done < list⏎pytest
    make && make check⏎echo done
    ssh host pytest
    ssh -p 2222 user@host "cd src && pytest"
    ssh -o StrictHostKeyChecking=no root@localhost 'cd /src; make check'
    vagrant ssh -c "cd /vagrant && pytest"
    vagrant ssh freebsd -c 'make test'
    wine python -m pytest
    wine64 python.exe -m pytest tests
    docker exec container pytest
    docker exec -t build bash -c "cd /src && make check"
    docker compose run web pytest
    docker compose exec -T app python -m pytest
    docker-compose run --rm tests pytest
    lxc exec c1 -- pytest
    chroot /mnt pytest
    sudo chroot rootfs make check
    wsl pytest
    wsl -d Alpine python3 -m pytest
    pytest -o testpaths=tests/unit
    pytest -o python_files=test_a.py
    pytest -c ci/pytest-fast.ini
    pytest --config-file=ci/other.ini tests
    pytest --override-ini=testpaths=smoke
    pytest --co -q
    python -m pytest --collect-only tests
    PYTEST_ADDOPTS="$OPTS" pytest
    export PYTEST_ADDOPTS=$OPTS⏎pytest
    PYTEST_ADDOPTS=--co pytest
    cargo test --target $TARGET
    cargo test --target unknown-thing
    GOARCH=$ARCH go test ./...
    CARGO_BUILD_TARGET=$T cargo test
    docker run --rm image sh -c "pytest || true"
    uv run --python $PY pytest
    gh workflow run tests.yml
    gh pr checks --watch
    apt-get install -y python3-pytest
    pip download pytest
    echo "make test" > run.sh
    sed -i s/pytest/unittest/ tox.ini
    nox -s docs lint
    cargo test --no-run --target x86_64-unknown-linux-gnu
    go test -c ./...
    cmake --build build --target install
    ctest --test-dir build -N
    timeout 30 pytest || [ $? -eq 124 ]
    pytest || test $? = 5
    set +e⏎pytest⏎rc=$?⏎echo "rc=$rc"
    ( pytest ) || true
    { pytest || :; }
    pytest || { cat log; }
    pytest & 
    nohup pytest &
    time pytest || echo "::warning::tests failed"
    make check || make report-failures || true
    cmd /c "pytest & exit 0"
    pytest || (exit 0)
    """#

  /// All of the tests in truth, and nothing that words alone tell.
  static let missed = #"""
    python setup.py build_ext -i⏎python test.py
    python -m numba.runtests -m 2 -v
    python -m tox -e py$(echo ${{ matrix.python-version }} | tr -d .) || exit 1
    if [ "$(uname)" = Linux ]; then exec xvfb-run pytest; fi⏎exec pytest
    bundle exec rake
    """#
}
