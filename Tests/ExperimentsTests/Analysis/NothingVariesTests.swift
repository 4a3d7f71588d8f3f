import RealModule
import Statistics
import Testing

@testable import Analyses
@testable import Experiments

/// What never varies, or varies by nothing but rounding, gives no effect; what lies far from 0 keeps its digits.
struct NothingVariesTests {
  private static let arm = (0..<301).map { $0 % 2 }
  private static let x = (0..<301).map {
    (Double($0) * 7).truncatingRemainder(dividingBy: 11) + 0.12
  }

  static let changes: [(name: String, change: @Sendable (inout AnalysisPlan) -> Void)] = [
    ("Welch", { _ in }),
    ("Lin", { $0.covariates = ["x"] }),
    (
      "CUPED",
      {
        $0.covariates = ["x"]
        $0.adjustment = .cuped
      }
    ),
    ("HC3", { $0.standardError = .hc3 }),
    ("bootstrap", { $0.resampling.bootstrap = .poisson }),
    ("pocock", { $0.sequential = .pocock }),
  ]

  private func reasons(
    _ metric: String, _ y: [Double], _ change: (inout AnalysisPlan) -> Void
  ) async throws -> [String] {
    let result = try await WrittenExperiment.result(
      [metric], [("y", y), ("x", Self.x)], arm: Self.arm, change: change)
    #expect(result.effects.isEmpty)
    return result.notEstimable.map(\.reason)
  }

  @Test(arguments: changes.map(\.name), [0.04, 0.1, 5, 1e15 / 3, -7e-9])
  func constants(method: String, value: Double) async throws {
    let change = try #require(Self.changes.first { $0.name == method }).change
    let reasons = try await reasons("y", Self.arm.map { _ in value }, change)
    #expect(reasons == ["the metric does not vary in either arm"])
  }

  @Test(arguments: changes.map(\.name))
  func anArmsOwnConstant(method: String) async throws {
    let change = try #require(Self.changes.first { $0.name == method }).change
    let reasons = try await reasons("y", Self.arm.map { $0 == 0 ? 0.1 : 0.3 }, change)
    #expect(reasons == ["the metric does not vary in either arm"])
  }

  /// Every unit has the same ratio, as near as doubles hold it.
  @Test(arguments: ["Welch", "bootstrap", "pocock"])
  func aRatioThatIsTheSameForAll(method: String) async throws {
    let change = try #require(Self.changes.first { $0.name == method }).change
    let reasons = try await reasons("y/x", Self.x.map { 0.1 * $0 }, change)
    #expect(reasons == ["the metric does not vary in either arm"])
  }

  @Test(arguments: ["Lin", "CUPED"], [1.0, 1e9])
  func whatACovariateExplainsToTheLastBit(method: String, shift: Double) async throws {
    let change = try #require(Self.changes.first { $0.name == method }).change
    #expect(try await reasons("y", Self.x.map { 2 * $0 + shift }, change).count == 1)
  }

  /// Sums of whole numbers are exact in 128 bits: the figures are theirs.
  @Test func valuesFarFromZeroKeepTheirDigits() async throws {
    let whole = (0..<301).map { ($0 * 37) % 9 + ($0 % 2) * 2 }
    let far = try await WrittenExperiment.result(
      ["y"], [("y", whole.map { Double(1_000_000_000_000_000 + $0) })], arm: Self.arm)
    let near = try await WrittenExperiment.result(
      ["y"], [("y", whole.map(Double.init))], arm: Self.arm)
    let (one, other) = (try #require(far.effects.first), try #require(near.effects.first))
    // A mean near 10¹⁵ is known to an eighth; the spread about it is exact.
    #expect(abs(one.effect.estimate - other.effect.estimate) <= 0.125)
    let error = one.effect.standardError
    #expect(error.isApproximatelyEqual(to: other.effect.standardError, relativeTolerance: 1e-6))
  }
}
