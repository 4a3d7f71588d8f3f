import ArgumentParser
import Experiments

/// What a metric is today, told by hand.
struct MetricFigures: ParsableArguments {
  @Option(help: "The share of people today, such as 4%.", transform: ShareArgument.init)
  var rate: ShareArgument?

  @Option(parsing: .unconditional, help: "The mean per person today; of a ratio, of its numerator.")
  var mean: Double?

  @Option(help: "The standard deviation between people; of a ratio, of its numerator.")
  var sd: Double?

  @Option(help: "Of a ratio such as revenue per session: the mean of its denominator.")
  var denominatorMean: Double?

  @Option(help: "The standard deviation of a ratio's denominator.")
  var denominatorSd: Double?

  @Option(
    parsing: .unconditional,
    help: "The correlation between a ratio's numerator and denominator.")
  var correlation: Double?

  /// Whether any of it is told.
  var isGiven: Bool { rate != nil || mean != nil || sd != nil || isRatio }

  private var isRatio: Bool {
    denominatorMean != nil || denominatorSd != nil || correlation != nil
  }

  func validate() throws {
    if rate != nil, mean != nil || sd != nil || isRatio {
      throw ValidationError("--rate is all there is to say of a share; leave out --mean and --sd.")
    }
    if let rate, !(rate.value > 0 && rate.value < 1) {
      throw ValidationError("--rate lies between 0 and 1, such as 4% or 0.04.")
    }
    if (mean == nil) != (sd == nil) || (isRatio && mean == nil) {
      throw ValidationError(
        "--mean and --sd go together: the metric's level and how much people differ.")
    }
    if let mean, !mean.isFinite { throw ValidationError("--mean is a number.") }
    if let sd, !(sd > 0 && sd.isFinite) { throw ValidationError("--sd is a number above 0.") }
    guard isRatio else { return }
    guard let denominatorMean, let denominatorSd, let correlation else {
      throw ValidationError(
        "A ratio needs --denominator-mean, --denominator-sd and --correlation.")
    }
    guard denominatorMean > 0, denominatorMean.isFinite, denominatorSd >= 0,
      denominatorSd.isFinite
    else {
      throw ValidationError(
        "--denominator-mean is a number above 0, --denominator-sd one that is not below it.")
    }
    guard correlation.magnitude <= 1 else {
      throw ValidationError("--correlation lies between −1 and 1.")
    }
  }

  func baseline() throws(NotEstimable) -> Baseline {
    if let rate { return .rate(rate.value) }
    guard let mean, let sd else { throw NotEstimable("the metric's figures are not given") }
    guard let denominatorMean, let denominatorSd, let correlation else {
      return .mean(mean, standardDeviation: sd)
    }
    return try .ratio(
      numerator: (mean, sd), denominator: (denominatorMean, denominatorSd),
      correlation: correlation)
  }
}

extension Baseline {
  /// The level with an effect; a rate must stay one.
  func changed(by effect: Double) throws(NotEstimable) -> Double {
    guard case .rate(let rate) = self else { return level + effect }
    let changed = rate + effect
    guard changed > 0, changed < 1 else {
      throw NotEstimable(
        "with that effect the rate of \(Self.percent(rate)) would become \(Self.percent(changed)),"
          + " which no rate can be")
    }
    return changed
  }

  private static func percent(_ share: Double) -> String {
    let text = "\((share * 10_000).rounded() / 100)"
    return "\(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)%"
  }
}
