import Documents
import Market
import Takeaways

/// What a printed figure is a whole multiple of.
struct Step: Sendable, Equatable {
  /// Units a step is worth: minor units of money.
  private let width: Double
  /// Steps in a unit: of people or events.
  private let perUnit: Double
  /// Decimals that show it, of money in major units.
  let decimals: Int

  /// Whole units of a currency once amounts have five digits before the decimals, else its minor units.
  ///
  /// Differences between plans are sums of a dozen rounded figures, off by a few steps: where one is less than ten
  /// units, figures stay in minor units.
  static func money(
    largest: Double, smallestDifference: Double? = nil, _ currency: Currency
  ) -> Step {
    let isLarge =
      largest >= 10_000 * currency.scale
      && (smallestDifference.map { $0 >= 10 * currency.scale } ?? true)
    return Step(
      width: isLarge ? currency.scale : 1, perUnit: 1, decimals: isLarge ? 0 : currency.decimals)
  }

  /// Whole people and events, and tenths of them where there are fewer than ten.
  static func count(largest: Double) -> Step {
    let decimals = largest == 0 || largest >= 10 ? 0 : 1
    return Step(width: 1, perUnit: Decimals.power(decimals), decimals: decimals)
  }

  /// A sum over so many replications as a mean, in steps.
  ///
  /// Sums of whole numbers are exact and divided once, so that the same sum in another order is the same step.
  func steps(_ sum: Double, over replications: Double) -> Double {
    (sum * perUnit / (replications * width)).rounded()
  }

  func value(_ steps: Double) -> Double { steps * width / perUnit }

  /// The nearest whole number of steps: sums of tenths in binary are not quite tenths.
  func rounding(_ value: Double) -> Double { self.value((value * perUnit / width).rounded()) }

  /// Parts that add up to a rounded whole, each to a hundredth of a step.
  ///
  /// What rounding did to the whole is spread over its parts by their size; they are then cut where their
  /// running sum, rounded, stands.
  func parts(_ exact: [Double], of whole: Double) -> [Double] {
    let size = exact.reduce(0) { $0 + $1.magnitude }
    guard size > 0 else { return exact.map { _ in 0 } }
    let correction = (whole - exact.reduce(0, +)) / size
    let fine = width / Self.fineness
    var running = 0.0
    var before = 0.0
    return exact.map { part in
      running += part + part.magnitude * correction
      let upTo = (running * perUnit / fine).rounded()
      defer { before = upTo }
      return (upTo - before) * fine / perUnit
    }
  }

  /// Amounts that add up, each to a hundredth of a step, where their sum is printed as it comes.
  func parts(_ exact: [Double]) -> [Double] { parts(exact, of: exact.reduce(0, +)) }

  /// Parts are rounded this much finer than their whole.
  private static let fineness = 100.0
  static let furtherDecimals = 2
}
