extension PolicyEdit {
  /// `@` a title, `-` a row's name, `+` section | cells, `~` cells in place of a row's, `>` section | what stands above a
  /// second table | its rows, `/` old => new text (`¶` ends a line), `.` a target, `!` who agreed, `=` what is reported.
  static let table = #"""
    @ a row redrawn
    ~ Windows x86 | 32-bit Python, see the `discussion board`_ for more details | Nathan Goldbaum
    =
    @ demoted below a sub-heading
    > tier 1 | No longer built | macOS x86-64
    = divided-tier
    @ provisional platforms of Tier 3
    > tier 3 | Provisional | iOS, Android
    = divided-tier
    @ dropped under a lead-in
    > tier 1 | Dropped since 2.6.0: | macOS x86-64, Windows arm64
    = divided-tier
    @ tier 2 on its way out
    > tier 2 | On the way out | Linux aarch64 (musllinux)
    = divided-tier
    @ a heading above all of a tier's rows
    / Tier 3 platforms: => Best effort¶'''''''''''
    = divided-tier
    @ wheels elsewhere only
    ~ macOS x86-64 | Wheels on conda-forge only
    = contradicting-note
    @ wheels stopped, in words
    ~ macOS x86-64 | The project has stopped releasing wheels for it
    = contradicting-note
    @ wheels end
    ~ Linux aarch64 (musllinux) | wheels until 2.5.x | Ralf Gommers
    = contradicting-note
    @ not tested any more
    ~ Linux aarch64 (manylinux) | No longer tested
    = contradicting-note
    @ tests switched off
    ~ Windows arm64 | CI is switched off for now
    = contradicting-note
    @ tier 3 without tests
    ~ iOS | Builds only; the tests are not run | Russell Keith-Magee
    = contradicting-note
    @ wheels behind Python versions
    ~ Windows arm64 | Wheels for Python 3.12 and later only
    = doubtful-note
    @ unmaintained
    ~ macOS x86-64 | Unmaintained, best effort
    = doubtful-note
    @ a harmless note
    ~ Windows arm64 | Built with MSVC, tested on windows-11-arm runners
    =
    @ promoted with the council's refusal
    - Linux ppc64le
    + tier 2 | Linux ppc64le | Runs on regular runners, `discussed`_, `rejected by the Steering Council`_ | Sandeep Gupta
    . discussed: https://mail.python.org/archives/list/numpy-discussion@python.org/thread/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/
    . rejected by the Steering Council: https://github.com/numpy/numpy/issues/33001
    = undecided-promotion
    @ promoted with a council's blog
    - Linux ppc64le
    + tier 2 | Linux ppc64le | Runs on regular runners, `discussed`_, `Steering Council`_ | Sandeep Gupta
    . discussed: https://mail.python.org/archives/list/numpy-discussion@python.org/thread/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/
    . Steering Council: https://blog.example.org/steering-council
    = undecided-promotion
    @ promoted with the council's page
    - Linux ppc64le
    + tier 2 | Linux ppc64le | Runs on regular runners, `discussed`_, `the Steering Council's list`_ | Sandeep Gupta
    . discussed: https://mail.python.org/archives/list/numpy-discussion@python.org/thread/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/
    . the Steering Council's list: https://numpy.org/about/
    = undecided-promotion
    @ promoted rightly
    - Linux ppc64le
    + tier 2 | Linux ppc64le | Runs on regular runners, `discussed`_, `approved by the Steering Council`_ | Sandeep Gupta
    . discussed: https://mail.python.org/archives/list/numpy-discussion@python.org/thread/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/
    . approved by the Steering Council: https://github.com/numpy/numpy/issues/33001
    =
    @ council asked and not heard
    - Linux ppc64le
    + tier 2 | Linux ppc64le | Runs on regular runners, `discussed`_, pending approval by the `Steering Council`_ | Sandeep Gupta
    . discussed: https://mail.python.org/archives/list/numpy-discussion@python.org/thread/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/
    . Steering Council: https://github.com/numpy/numpy/issues/33001
    = undecided-promotion
    @ a company of one word
    + tier 3 | LoongArch | Runs on donated runners | Quansight
    = incomplete-addition placeholder-contact
    @ a company of two words
    ~ Linux ppc64le | Runs on IBM-provided self-hosted runners, see gh-22318_ | Red Hat
    = last-contact-removed placeholder-contact
    @ the organisation's handle
    ~ RISC-V | Runs on RISE-provided self-hosted runners, see gh-30216_ | @numpy
    = placeholder-contact unacknowledged-contact
    @ a team's handle
    ~ RISC-V | Runs on RISE-provided self-hosted runners, see gh-30216_ | @numpy/release-team
    = last-contact-removed placeholder-contact
    @ a person, with an agreement
    ~ RISC-V | Runs on RISE-provided self-hosted runners, see gh-30216_ | Ludovic Henry, Grace Hopper
    ! Grace Hopper
    =
    @ a person who was not asked
    ~ RISC-V | Runs on RISE-provided self-hosted runners, see gh-30216_ | Ludovic Henry, Grace Hopper
    = unacknowledged-contact
    @ initials
    ~ Linux x86-64 (musllinux) | | R. Gommers
    = misread-cell misspelt-contact
    @ a handle
    ~ Linux x86-64 (musllinux) | | rgommers
    = misspelt-contact
    @ another spelling of a first name
    ~ Linux x86-64 (musllinux) | | Ralph Gommers
    = misspelt-contact
    @ swapped letters
    ~ Linux x86-64 (musllinux) | | Rafl Gommers
    = misspelt-contact
    @ swapped letters of a person named once
    ~ iOS | Runs on regular macOS arm64 runners, cibuildwheel cross-compiles | Russel Kieth-Magee
    = misspelt-contact
    @ heading with a word more
    / Tier 2¶~~~~~~ => Tier 2 platforms¶~~~~~~~~~~~~~~~~
    = unknown-tier
    @ heading with a colon
    / Tier 2¶~~~~~~ => Tier 2:¶~~~~~~~
    = unknown-tier
    @ heading that takes the tier's promise back
    / Tier 2¶~~~~~~ => Tier 2 (best effort)¶~~~~~~~~~~~~~~~~~~~~
    = unknown-tier
    @ a move below a renamed heading
    / Tier 2¶~~~~~~ => Tier 2 platforms¶~~~~~~~~~~~~~~~~
    - Linux aarch64 (musllinux)
    + tier 3 | Linux aarch64 (musllinux) | Runs on regular runners | Ralf Gommers
    = dropped-wheels undecided-demotion unknown-tier
    @ tier 2 loses its wheels
    / - The NumPy team releases wheels on PyPI for this platform.¶- CI failures block releases.¶- Must have at least one maintainer who => - No wheels are released on PyPI for this platform.¶- CI failures block releases.¶- Must have at least one maintainer who
    = weakened-policy
    @ tier 2 gets its wheels elsewhere
    / - The NumPy team releases wheels on PyPI for this platform.¶- CI failures block releases.¶- Must have at least one maintainer who => - Wheels are released on conda-forge only.¶- CI failures block releases.¶- Must have at least one maintainer who
    = weakened-policy
    @ the same duty in other words
    / - CI failures block releases.¶- Must have at least one maintainer who => - Releases wait until CI is green.¶- Must have at least one maintainer who
    =
    @ blocking made soft
    / - CI failures block releases.¶- Must have at least one maintainer who => - CI failures may block releases.¶- Must have at least one maintainer who
    = weakened-policy?
    @ one maintainer, optional
    / - Must have at least one maintainer who => - Should ideally have at least one maintainer who
    = weakened-policy?
    @ renamed: Pyodide
    - Emscripten/Pyodide
    + tier 3 | Pyodide | We currently provide nightly wheels, used for interactive docs | Agriya Khetarpal, Gyeongjae Choi
    =
    @ renamed: Windows 32-bit
    - Windows x86
    + tier 3 | Windows 32-bit | 32-bit Python, see the `discussion board`_ for more details | Nathan Goldbaum
    =
    @ renamed: Linux riscv64
    - RISC-V
    + tier 3 | Linux riscv64 | Runs on RISE-provided self-hosted runners, see gh-30216_ | Ludovic Henry, Bruno Verachten
    =
    @ demoted with an old thread
    - macOS x86-64
    + tier 3 | macOS x86-64 | No wheels from 2.7.0 on, runs on regular runners, see the `discussion board`_ | Ralf Gommers
    = unacknowledged-contact undecided-demotion
    @ demoted rightly
    - macOS x86-64
    + tier 3 | macOS x86-64 | No wheels from 2.7.0 on, runs on regular runners, `discussion`_ | Ralf Gommers
    . discussion: https://mail.python.org/archives/list/numpy-discussion@python.org/thread/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/
    ! Ralf Gommers
    =
    @ gone without a word
    - Android
    = vanished-platform
    @ note and contact swapped
    ~ Linux ppc64le | Sandeep Gupta | Runs on IBM-provided self-hosted runners
    = last-contact-removed placeholder-contact
    @ twice listed
    + former | iOS | Was Tier 3
    = lingering-entry undecided-demotion
    @ the last contact leaves
    ~ Android | Runs on regular Linux x86-64 runners, cibuildwheel cross-compiles | TBD
    = last-contact-removed placeholder-contact
    @ a version floor in words
    ~ Linux x86-64 (musllinux) | glibc 2.28 or newer | Ralf Gommers
    =
    @ back into tier 3
    - WASI
    + interest | Haiku
    + tier 3 | WASI | See gh-25859_ | Agriya Khetarpal
    ! Agriya Khetarpal
    = incomplete-addition
    @ a table in a note
    / Tier 3 platforms:¶ => .. note::¶¶   Tier 3 platforms are below.¶
    =
    @ a name that takes it back
    - macOS x86-64
    + tier 1 | macOS x86-64 (no longer built) | Expected to move to unsupported by 2027/28 once the platform is dropped by GitHub
    = doubtful-note
    @ an exception in the tier's definition
    / - CI failures (either => - macOS x86-64 gets no wheels after 2.7.¶- CI failures (either
    = weakened-policy?
    @ nobody is responsible
    / - All maintainers are responsible to keep => - Nobody in particular is responsible to keep
    = weakened-policy?
    @ a maintainer whom nobody asked
    ~ Linux ppc64le | Runs on IBM-provided self-hosted runners, see gh-22318_ | Nathan Goldbaum
    = unacknowledged-contact
    @ one tier down, with all that it asks
    - macOS x86-64
    + tier 2 | macOS x86-64 | Expected to move on, see the `discussion`_ | Ralf Gommers
    . discussion: https://mail.python.org/archives/list/numpy-discussion@python.org/thread/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/
    ! Ralf Gommers
    =
    @ out of all tiers into known interest
    - iOS
    + interest | iOS | Looking for CI
    = undecided-demotion
    @ an introduction in other words
    / Tier 2 platforms: => The Tier 2 platforms are:
    =
    @ an introduction that takes it back
    / Tier 2 platforms: => Tier 2 platforms, no longer tested:
    = divided-tier
    @ wheels that others provide
    ~ macOS x86-64 | Wheels are provided by conda-forge
    = doubtful-note
    @ users have to compile
    ~ Windows arm64 | Install it from source
    = doubtful-note
    @ another tier in a note
    ~ Windows arm64 | Tier 3 in practice
    = doubtful-note
    @ frozen
    ~ macOS x86-64 | Frozen at 2.5.x
    = doubtful-note
    @ a contact who has stepped down
    ~ Linux x86-64 (musllinux) | | Ralf Gommers (stepped down)
    = doubtful-note
    @ a condition on wheels
    / - The NumPy team releases wheels on PyPI for this platform.¶- CI failures block releases.¶- Must have at least one maintainer who => - The NumPy team releases wheels on PyPI for this platform when time permits.¶- CI failures block releases.¶- Must have at least one maintainer who
    = weakened-policy?
    @ a condition on what blocks a release
    / - CI failures block releases.¶- Must have at least one maintainer who => - CI failures block releases unless the release manager decides otherwise.¶- Must have at least one maintainer who
    = weakened-policy?
    @ wheels that may be released
    / - The NumPy team releases wheels on PyPI for this platform.¶- CI failures block releases.¶- Must have at least one maintainer who => - The NumPy team may release wheels on PyPI for this platform.¶- CI failures block releases.¶- Must have at least one maintainer who
    = weakened-policy
    @ CI that is nice to have
    / - Must have regular CI support, either as defined for Tier 1 or through a¶  reliable self-hosted service. => - Regular CI is nice to have.
    = weakened-policy?
    @ roman numerals
    / Tier 2¶~~~~~~ => Tier II¶~~~~~~~
    = unknown-tier
    """#
}
