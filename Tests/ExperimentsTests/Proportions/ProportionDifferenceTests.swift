import Statistics
import Testing

@testable import Experiments

/// Newcombe, Statistics in Medicine 17, 1998, table II (four decimals); more digits of Miettinen and
/// Nurminen's interval by maximising the likelihood numerically, scipy 1.17.1.
@Suite struct ProportionDifferenceTests {
  private struct Case: Sendable {
    let treatment: (Double, Double)
    let control: (Double, Double)
    let newcombe: (Double, Double)
    let score: (Double, Double)
    let z: Double
  }

  private static let cases = [
    Case(
      treatment: (56, 70), control: (48, 80), newcombe: (0.0524, 0.3339),
      score: (0.052829713234561884, 0.33817294004820714), z: 2.6501719512585336),
    Case(
      treatment: (9, 10), control: (3, 10), newcombe: (0.1705, 0.8090),
      score: (0.17002501671381468, 0.8406495439446833), z: 2.738612787525831),
    Case(
      treatment: (6, 7), control: (2, 7), newcombe: (0.0582, 0.8062),
      score: (0.0341755442968699, 0.8534052598935239), z: 2.160246899469287),
    Case(
      treatment: (5, 56), control: (0, 29), newcombe: (-0.0381, 0.1926),
      score: (-0.03259656163335284, 0.19333097669125188), z: 1.6586488692392285),
  ]

  private func difference(_ one: Case) throws -> ProportionDifference {
    ProportionDifference(
      try Proportion(successes: one.treatment.0, trials: one.treatment.1),
      from: try Proportion(successes: one.control.0, trials: one.control.1))
  }

  @Test func newcombesIntervalsAreThePublished() throws {
    for one in Self.cases {
      let interval = try difference(one).newcombeInterval()
      #expect((interval.low - one.newcombe.0).magnitude < 0.5e-4 + 1e-9)
      #expect((interval.high - one.newcombe.1).magnitude < 0.5e-4 + 1e-9)
    }
  }

  /// The reference's numerical maximum leaves it six digits.
  @Test func miettinenAndNurminensIntervalsAgree() throws {
    for one in Self.cases {
      let interval = try difference(one).miettinenNurminenInterval()
      #expect(agrees(interval.low, one.score.0, relative: 1e-6))
      #expect(agrees(interval.high, one.score.1, relative: 1e-6))
    }
  }

  @Test func pooledTestAgrees() throws {
    for one in Self.cases {
      let test = try difference(one).pooledTest()
      #expect(agrees(test.statistic, one.z, relative: 1e-13))
    }
    #expect(
      agrees(
        try difference(Self.cases[0]).pooledTest().pValue(), 0.00804508136819656, relative: 1e-11))
  }

  /// Exchanged arms have the mirrored interval, and no interval leaves what is possible.
  @Test func scoreIntervalsAreMirroredAndPossible() throws {
    for (x, y) in [(0, 0), (10, 0), (10, 10), (3, 7), (0, 1)] {
      let a = try Proportion(successes: Double(x), trials: 10)
      let b = try Proportion(successes: Double(y), trials: 13)
      let one = ProportionDifference(a, from: b).miettinenNurminenInterval()
      let other = ProportionDifference(b, from: a).miettinenNurminenInterval()
      #expect((one.low + other.high).magnitude < 1e-9)
      #expect((one.high + other.low).magnitude < 1e-9)
      #expect(one.low >= -1 && one.high <= 1 && one.low < one.high)
      #expect(one.contains(a.estimate - b.estimate))
    }
  }

  @Test func nothingToTestIsSaid() throws {
    let none = try Proportion(successes: 0, trials: 10)
    #expect(throws: NotEstimable("all units succeeded, or none")) {
      try ProportionDifference(none, from: none).pooledTest()
    }
  }
}
