import ArgumentParser
import Experiments
import ExperimentReports
import Reports
import Takeaways

/// What is asked: two of effect, people and power; the third is found.
struct PowerQuestion: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "The effect as a share of today's level, such as 5%; a fall as −5%.",
    transform: ShareArgument.init)
  var lift: ShareArgument?

  @Option(parsing: .unconditional, help: "The effect in the metric's unit, arm minus control.")
  var effect: Double?

  @Option(help: "People in the control; with equal arms in each arm.")
  var n: Int?

  @Option(help: "Days the experiment lasts, with --daily, instead of --n.")
  var days: Int?

  @Option(help: "People a day who enter the experiment, in all arms together.")
  var daily: Double?

  @Option(
    help: "The chance to find the effect. (default: 80%, unless it is what is asked for)",
    transform: ShareArgument.init)
  var power: ShareArgument?

  func validate() throws {
    if lift != nil, effect != nil {
      throw ValidationError("--lift and --effect say the same; give one of them.")
    }
    if n != nil, days != nil {
      throw ValidationError("--n and --days both say how many people; give one of them.")
    }
    if let daily, !(daily > 0 && daily <= 1e12) {
      throw ValidationError("--daily is the number of people a day, above 0 and up to 10^12.")
    }
    if days != nil, daily == nil {
      throw ValidationError("--days needs --daily, the people who enter each day.")
    }
    if let n, !(2...1_000_000_000_000).contains(n) {
      throw ValidationError("--n is the number of people in the control, 2 or more.")
    }
    if let days, !(1...100_000).contains(days) {
      throw ValidationError("--days is a number of days, 1 or more.")
    }
    if let power, !(power.value > 0 && power.value < 1) {
      throw ValidationError("--power lies between 0 and 1, such as 80%.")
    }
    if lift?.value == 0 || effect == 0 {
      throw ValidationError("No number of people shows an effect of 0.")
    }
    let hasEffect = lift != nil || effect != nil
    let hasSize = n != nil || days != nil
    if !hasEffect, !hasSize {
      throw ValidationError(
        "Give the effect you want to see (--lift 5%), or the people you have (--n 10000, or --daily"
          + " and --days), or both.")
    }
    if hasEffect, hasSize, power != nil {
      throw ValidationError(
        "Effect, people and power are all given, so that nothing is left to find; leave one out.")
    }
  }

  /// The effect, if it is given.
  func sought(on baseline: Baseline) throws(NotEstimable) -> Assurance.Sought? {
    guard let lift else {
      if let effect { _ = try baseline.changed(by: effect) }
      return effect.map { .effect($0) }
    }
    guard baseline.level > 0 else {
      throw NotEstimable(
        "a lift is a share of the metric's level, which is not above 0; give --effect instead")
    }
    _ = try baseline.changed(by: lift.value * baseline.level)
    return .lift(lift.value)
  }

  /// Finds what was left out.
  func answer(
    _ analysis: PowerAnalysis, _ assurance: Assurance, _ source: PowerResult.Source,
    sought: Assurance.Sought?
  ) throws(NotEstimable) -> PowerResult {
    let aim = power?.value ?? 0.8
    let control = control(analysis)
    if let control, control < 2 {
      throw NotEstimable("so short a time brings fewer than two people into the control")
    }
    guard let control else {
      guard let sought else { throw NotEstimable("neither the effect nor the people are given") }
      return try PowerResult(
        analysis, assurance, source: source, sought: sought, power: aim, daily: daily)
    }
    guard let sought else {
      return try PowerResult(
        analysis, assurance, source: source, control: control, power: aim, daily: daily)
    }
    return try PowerResult(
      analysis, assurance, source: source, sought: sought, control: control, daily: daily)
  }

  private func control(_ analysis: PowerAnalysis) -> Int? {
    if let n { return n }
    guard let days, let daily else { return nil }
    return Int(Double(days) * daily * analysis.allocation.controlShare)
  }
}
