import Statistics
import Testing

@testable import Experiments

@Suite struct AssuranceTests {
  private func analysis(_ baseline: Baseline) throws -> PowerAnalysis {
    try PowerAnalysis(baseline, allocation: Allocation())
  }

  /// With one possibility it is power, to the last bit.
  @Test func whatIsKnownIsPower() throws {
    for baseline in [Baseline.mean(2, standardDeviation: 3), .rate(0.1)] {
      let known = try analysis(baseline)
      let assurance = Assurance([known])
      let effect = 0.1 * baseline.level
      let control = try known.controlUnits(effect: effect, power: 0.8)
      #expect(try assurance.controlUnits(.lift(0.1), power: 0.8) == control)
      #expect(
        try assurance.power(.effect(effect), control: control)
          == known.power(effect: effect, control: control))
      #expect(
        try assurance.detectable(control: control, power: 0.8)
          == .effect(known.detectableEffect(control: control, power: 0.8)))
    }
  }

  /// A lift of a level that is Normal(m, τ) is an effect that is normal too, whose assurance has a closed form:
  /// Φ((m/σₙ − z) / √(1 + (τ/σₙ)²)), O'Hagan, Stevens & Campbell 2005, for a variance that is known.
  @Test func normalLevelsHaveTheClosedForm() throws {
    let (level, spread, deviation, control, lift) = (10.0, 3.0, 20.0, 20_000.0, 0.05)
    let count = 2_000
    let assurance = Assurance(
      try (0..<count).map { place in
        let score = Double.normalQuantile((Double(place) + 0.5) / Double(count))
        return try analysis(.mean(level + spread * score, standardDeviation: deviation))
      })
    let error = deviation * (2 / control).squareRoot()
    let (mean, tau) = (lift * level / error, lift * spread / error)
    let expected = Double.normalCDF((mean - 1.959_963_984_540_054) / (1 + tau * tau).squareRoot())
    // Of the two sides only one counts here; t has 40,000 degrees of freedom; 2,000 quantiles are an integral.
    #expect(abs(try assurance.power(.lift(lift), control: control) - expected) < 1e-3)
  }

  /// What is solved for gives back what was given, as an average and at no single possibility.
  @Test(arguments: [[0.02, 0.05, 0.1], [0.3, 0.6]])
  func sizesAndLiftsAreThoseOfTheAverage(_ rates: [Double]) throws {
    let assurance = Assurance(try rates.map { try analysis(.rate($0)) })
    let control = try assurance.controlUnits(.lift(0.2), power: 0.8)
    #expect(try agrees(assurance.power(.lift(0.2), control: control), 0.8, relative: 1e-9))
    let powers = try assurance.powers(.lift(0.2), control: control)
    #expect((powers.min() ?? 1) < 0.8 && (powers.max() ?? 0) > 0.8)
    guard case .lift(let lift) = try assurance.detectable(control: control, power: 0.8) else {
      Issue.record("levels above 0 have lifts")
      return
    }
    #expect(agrees(lift, 0.2, relative: 1e-9))
    guard
      case .lift(let fall) = try assurance.detectable(
        control: control, power: 0.8, downward: true)
    else {
      Issue.record("levels above 0 have lifts")
      return
    }
    #expect(try agrees(assurance.power(.lift(fall), control: control), 0.8, relative: 1e-9))
    #expect(fall < 0)
  }
}
