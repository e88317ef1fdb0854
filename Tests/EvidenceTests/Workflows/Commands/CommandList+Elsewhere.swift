extension CommandList {
  /// All of the tests, by another interpreter, for another machine, or in a container: `COMMAND => WHERE`.
  static let elsewhere = #"""
    pypy3 -m pytest => pypy
    tox -e=pypy3 => pypy
    cargo test --release --locked --target x86_64-unknown-linux-musl => linux x86-64 musl
    cross test --target aarch64-unknown-linux-gnu => emulated linux arm64 glibc
    qemu-aarch64 -L /usr/aarch64-linux-gnu ./python -m test => emulated arm64
    arch -x86_64 python -m pytest => x86-64
    docker run --rm -v $(pwd):/src image bash -c "cd /src && pytest" => container linux glibc
    docker run --rm -t -e CI=1 -w /work python:3.12 pytest tests => container linux glibc
    podman run --rm image make check => container linux glibc
    docker run --platform=linux/arm64 --name c --interactive -v /:/host ${IMAGE} /bin/bash -c "⏎  source venv/bin/activate &&⏎  cd /numpy && spin test -- --timeout=600⏎" => container linux arm64 glibc
    pypy3 -m pytest => pypy
    pypy3.10 -m pytest tests => pypy
    /opt/pypy/bin/pypy3 -m unittest => pypy
    graalpy -m pytest => graalpy
    tox -e pypy3 => pypy
    tox -e=pypy310 => pypy
    tox run -e pypy3.11 => pypy
    nox -s tests-pypy3.10 => pypy
    nox -s tests -p pypy3.10 => pypy
    nox -s tests --python pypy3.11 => pypy
    uv run --python pypy3.11 pytest => pypy
    uv run -p pypy@3.10 pytest tests => pypy
    UV_PYTHON=pypy3.11 uv run pytest => pypy
    export UV_PYTHON=pypy3.11⏎uv run pytest => pypy
    uvx --python pypy3.10 nox -s tests => pypy
    hatch run +py=pypy3 test:run => pypy
    hatch test -py pypy3.10 => pypy
    hatch run test.pypy3.10:run => pypy
    TOXENV=pypy3 tox => pypy
    cargo test --target i686-unknown-linux-gnu => linux x86 glibc
    cargo test --target=i686-pc-windows-msvc --workspace => windows x86
    cargo test --target x86_64-unknown-linux-musl => linux x86-64 musl
    cargo test --target aarch64-apple-darwin => macos arm64
    cross test --target aarch64-unknown-linux-gnu => emulated linux arm64 glibc
    cross test --workspace --target s390x-unknown-linux-gnu => emulated linux s390x glibc
    CARGO_BUILD_TARGET=armv7-unknown-linux-gnueabihf cross test => emulated linux armv7 glibc
    export CARGO_BUILD_TARGET=i686-unknown-linux-gnu⏎cargo test => linux x86 glibc
    cargo nextest run --target wasm32-wasip1 => wasi wasm32
    cargo test --target x86_64-unknown-freebsd => freebsd x86-64
    GOARCH=386 go test ./... => x86
    GOOS=js GOARCH=wasm go test ./... => js wasm32
    export GOARCH=arm64⏎go test -v ./... => arm64
    env GOARCH=386 go test -race ./... => x86
    arch -x86_64 python -m pytest => x86-64
    arch -arm64 python3 -m pytest => arm64
    qemu-aarch64 -L /usr/aarch64-linux-gnu ./python -m test => emulated arm64
    qemu-s390x-static ./python -m test -j2 => emulated s390x
    docker run --rm -v $PWD:/w python:3.12 pytest /w => container linux glibc
    docker run --rm -v $PWD:/w python:3.12-alpine pytest => container linux musl
    docker run --platform linux/arm64 --rm debian make check => container linux arm64 glibc
    docker run --rm --platform=linux/s390x -v $PWD:/src s390x/ubuntu bash -c "cd /src && make test" => container linux s390x glibc
    podman run --rm --arch ppc64le fedora make check => container linux ppc64le glibc
    docker run --rm i386/debian bash -c "cd /src && python3 -m pytest" => container linux x86 glibc
    docker run -v $(pwd):/io quay.io/pypa/musllinux_1_2_x86_64 python3.12 -m pytest => container linux x86-64 musl
    docker run image pypy3 -m pytest => container linux glibc pypy
    dotnet test -a x86 => x86
    swift test --triple wasm32-unknown-wasi => wasi wasm32
    adb shell pytest => android
    adb shell "cd /data/local/tmp && ./python -m test" => android
    docker run -e PYTEST_ADDOPTS=-v -t image pytest => container linux glibc
    """#
}
