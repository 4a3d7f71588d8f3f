import Experiments
import RealModule
import Statistics
import Testing

/// Tests against margins, where the effect lies on the margin itself: the worst case of what they rule out.
@Suite(.releaseOnly) struct MarginErrorTests {
  /// Exponential units, so skewed, moved up by the effect in arm B.
  private func effect(_ draws: Draws, units: Int, of effect: Double) throws -> Effect {
    try .difference(
      draws.moments(arm: 1, units: units) { $0.exponential() + effect },
      from: draws.moments(arm: 0, units: units) { $0.exponential() })
  }

  @Test func nonInferiority() throws {
    try Repeated.check("non-inferiority, effect at the margin, error", nominal: 0.05) { draws in
      try effect(draws, units: 200, of: -0.2).nonInferiority(margin: -0.2) < 0.05
    }
    try Repeated.check("non-inferiority where less is better, error", nominal: 0.05) { draws in
      try effect(draws, units: 200, of: 0.2).nonInferiority(margin: 0.2, .less) < 0.05
    }
  }

  /// Margins six errors apart: the other test always rejects.
  @Test func equivalence() throws {
    try Repeated.check("TOST, effect at a wide margin, error", nominal: 0.05) { draws in
      try effect(draws, units: 200, of: 0.3).equivalence(above: -0.3, below: 0.3) < 0.05
    }
  }

  /// Margins four errors apart: only estimates between −m + 1.645 and m − 1.645 errors pass both tests.
  @Test func equivalenceWithinNarrowMargins() throws {
    let halfWidth = 2 - 1.644854
    try Repeated.check(
      "TOST, effect at a narrow margin, error",
      nominal: .normalCDF(halfWidth - 2) - .normalCDF(-halfWidth - 2), allowance: 0.002
    ) { draws in
      try effect(draws, units: 200, of: 0.2).equivalence(above: -0.2, below: 0.2) < 0.05
    }
  }
}
