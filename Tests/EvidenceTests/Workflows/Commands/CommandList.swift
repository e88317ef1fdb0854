/// Commands of real projects, and what each runs of the project's tests. One a line; `⏎` stands for the end of a line.
enum CommandList {
  static func commands(_ list: String) -> [String] {
    list.split(separator: "\n").map { String($0).replacing("⏎", with: "\n") }
  }

  /// All of the tests, by what Python projects use, and a failure of one fails the step.
  static let wholeOfPython = #"""
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
    """#
}
