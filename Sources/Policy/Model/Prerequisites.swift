/// Whether a duty is met that the policy states in words alone, and where that can be read.
package struct StatedFact: Hashable, Sendable {
  package var isMet: Bool
  package var source: Prerequisites.Source
}

/// What has to be there before a project can support a platform: NEP 57's fifth general principle.
package struct Prerequisites: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable {
    case met
    case unmet
    /// The platform does without: an Apple one needs no manylinux.
    case notNeeded = "not-needed"
  }

  /// The interpreter runs there.
  package var cpython: Known<State>
  /// The index takes wheels for it.
  package var index: Known<State>
  package var cibuildwheel: Known<State>
  /// An image and policy of manylinux or musllinux.
  package var manylinux: Known<State>
  /// `scipy-openblas64` or another BLAS that is easy to integrate.
  package var blas: Known<State>

  /// Where what is recorded can be read, by the key of a platform's file: `cpython`.
  package var sources: [String: Source] = [:]

  package struct Source: Hashable, Sendable {
    package var url: String
    /// When somebody looked there.
    package var lookedAt: CalendarDate?

    package init(url: String, lookedAt: CalendarDate? = nil) {
      self.url = url
      self.lookedAt = lookedAt
    }
  }

  package init(
    cpython: Known<State> = .unknown, index: Known<State> = .unknown, cibuildwheel: Known<State> = .unknown,
    manylinux: Known<State> = .unknown, blas: Known<State> = .unknown
  ) {
    self.cpython = cpython
    self.index = index
    self.cibuildwheel = cibuildwheel
    self.manylinux = manylinux
    self.blas = blas
  }
}
