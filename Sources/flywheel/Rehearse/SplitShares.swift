import Analyses
import ArgumentParser

/// The shares of people in each arm, such as 50:50 or 80,10,10, in percent.
struct SplitShares: ExpressibleByArgument, Equatable {
  let percents: [Double]

  init?(argument: String) {
    guard let percents = WrittenSplit.shares(argument) else { return nil }
    self.percents = percents
  }

  var defaultValueDescription: String { "equal" }

  /// What is wrong with it for so many arms.
  func problem(arms: Int) -> String? {
    let sum = percents.reduce(0, +)
    if percents.contains(where: { $0 <= 0 }) {
      return "every share of --split is above 0%; leave out the arms that nobody is in."
    }
    if abs(sum - 100) > 1e-6 {
      let shown = sum == sum.rounded() ? "\(Int(min(sum, 1e15)))" : "\(sum)"
      return "the shares of --split add up to \(shown)%, not 100%; without --split they are equal."
    }
    guard percents.count == arms else {
      return "--split has \(percents.count) shares for \(arms) arms."
    }
    return nil
  }

  var shares: [Double] {
    let sum = percents.reduce(0, +)
    return percents.map { $0 / sum }
  }
}
