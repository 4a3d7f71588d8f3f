import RealModule
import Statistics
import Testing

@testable import Analyses
@testable import Experiments

/// Means that stand on skewed values, and on single units.
struct TailChecksTests {
  private func cautions(
    _ control: [Double], _ arm: [Double], change: (inout AnalysisPlan) -> Void = { _ in }
  ) async throws -> [Caution] {
    try await WrittenExperiment.result(
      ["x"], [("x", control + arm)],
      arm: control.map { _ in 0 } + arm.map { _ in 1 }
    ) {
      $0.split = ["A": Double(control.count), "B": Double(arm.count)]
      change(&$0)
    }.cautions
  }

  /// The quantiles of an exponential: their skewness comes near 2.
  private func exponentials(_ count: Int) -> [Double] {
    (0..<count).map { -Double.log(1 - (Double($0) + 0.5) / Double(count)) }
  }

  private func skewed(_ cautions: [Caution]) -> SkewedEffect? {
    cautions.lazy.compactMap { if case .skewed(let effect) = $0 { effect } else { nil } }.first
  }

  private func influential(_ cautions: [Caution]) -> InfluentialUnit? {
    cautions.lazy.compactMap {
      if case .influentialUnit(let unit) = $0 { unit } else { nil }
    }.first
  }

  @Test func fewAgainstManySkewedValuesAreWarnedOf() async throws {
    let found = try #require(
      skewed(try await cautions(exponentials(5_000), exponentials(20))))
    #expect(found.skewedArm == "B")
    #expect(found.units == 20)
    #expect(abs(found.skewness - 2) < 0.1)
    #expect(abs(found.unitsNeeded - 355 * found.skewness * found.skewness) < 1e-9)
    let bootstrap = try #require(found.bootstrap)
    #expect(bootstrap.interval.low < 0 && bootstrap.interval.high > 0)
    #expect(bootstrap.pValue > 0.05)
  }

  /// Arms of one shape and size take each other's skewness away, and many units their own.
  @Test func whatIsNearEnoughToNormalIsNot() async throws {
    #expect(skewed(try await cautions(exponentials(60), exponentials(60))) == nil)
    #expect(skewed(try await cautions(exponentials(9_000), exponentials(3_000))) == nil)
    let even = (0..<40).map(Double.init)
    #expect(skewed(try await cautions(even + even, even)) == nil)
  }

  @Test func whereTheDesignForbidsResamplesThereAreNone() async throws {
    let found = skewed(
      try await cautions(exponentials(5_000), exponentials(20)) {
        $0.sequential = .asymptotic
      })
    #expect(found != nil)
    #expect(found?.bootstrap == nil)
    let asked = try await cautions(exponentials(5_000), exponentials(20)) {
      $0.resampling.bootstrap = .poisson
    }
    #expect(skewed(asked) == nil)
  }

  /// Without the 10⁷ both arms are 0 … 49, and the difference is 0 but for the 25th.
  @Test func oneUnitThatDecidesIsNamed() async throws {
    let plain = (0..<50).map(Double.init)
    var odd = plain
    odd[25] = 1e7
    let unit = try #require(influential(try await cautions(plain, odd)))
    #expect(unit.ownArm == "B")
    #expect(unit.value == 1e7)
    // All there can be: one value against 49 others that are alike has 49/50 of the deviations.
    #expect(abs(unit.share - 0.98) < 1e-6)
    let rest = plain.enumerated().filter { $0.offset != 25 }.map(\.element)
    let expected = try Effect.difference(Moments(rest), from: Moments(plain))
    let without = try #require(unit.without)
    #expect(abs(without.estimate - expected.estimate) < 1e-7)
    #expect(abs(without.standardError / expected.standardError - 1) < 1e-6)
    #expect(skewed(try await cautions(plain, odd)) == nil)
    #expect(influential(try await cautions(plain, plain)) == nil)
    #expect(influential(try await cautions(exponentials(200), exponentials(200))) == nil)
  }
}
