extension CommandList {
  /// All of the tests, by what others use and in scripts, and a failure of one fails the step.
  static let wholeOfOthers = #"""
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
    cargo test -- --test-threads=1 --nocapture
    cargo +nightly test --verbose
    cargo nextest run
    cargo nextest run --workspace --profile ci --retries 2
    cargo llvm-cov nextest --lcov --output-path lcov.info
    cargo hack test --feature-powerset
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
    sde64 -spr -- python -m pytest --pyargs numpy
    nix develop --command cargo test
    script -q -e -c "pytest"
    conda activate dev⏎pytest -n 2
    mpirun -n 2 python -m pytest
    bash <<EOF⏎set -e⏎pytest⏎EOF
    """#
}
