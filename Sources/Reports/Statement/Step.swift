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

  /// A hundredth of it, as files hold what is summed up or compared further.
  var finer: Step { Step(width: width, perUnit: perUnit * 100, decimals: decimals + 2) }

  /// A sum over so many replications as a mean, in steps and parts of one.
  ///
  /// Sums of whole numbers are exact and divided once, so that the same sum in another order is the same step.
  func steps(_ sum: Double, over replications: Double) -> Double {
    sum * perUnit / (replications * width)
  }

  func value(_ steps: Double) -> Double { steps * width / perUnit }

  /// The nearest whole number of steps: sums of tenths in binary are not quite tenths.
  func rounding(_ value: Double) -> Double { self.value((value * perUnit / width).rounded()) }

  /// Parts in steps that add up to a rounded whole: each rounded, and those that are nearest to the next step moved to it.
  ///
  /// What is a whole number of steps stays that, unless all parts are. Amounts that are no parts of the whole, being
  /// farther from it than rounding goes, are left as they come.
  ///
  /// - Parameters:
  ///   - exact: The parts, in steps.
  ///   - whole: What they add up to.
  ///   - aims: What a part is to come to rather than to its nearest step.
  /// - Returns: Whole numbers of steps.
  func apportioned(_ exact: [Double], to whole: Double, aims: [Double?] = []) -> [Double] {
    let aims = exact.indices.map { aims.indices.contains($0) ? aims[$0] : nil }
    var steps = zip(exact, aims).map { $1 ?? $0.rounded() }
    func isKept(_ part: Int) -> Bool {
      aims[part] != nil || exact[part] == exact[part].rounded()
    }
    // Largest remainders, in turns where one step each is not enough.
    while true {
      let missing = whole - steps.reduce(0, +)
      guard missing.magnitude >= 0.5, missing.magnitude <= Double(exact.count + 1) else {
        return steps
      }
      let direction: Double = missing < 0 ? -1 : 1
      let open = exact.indices.filter { !isKept($0) }
      let moved = open.isEmpty ? exact.indices.filter { exact[$0] != 0 } : open
      guard !moved.isEmpty else { return steps }
      let next = moved.sorted {
        let (one, other) = (
          (exact[$0] - steps[$0]) * direction, (exact[$1] - steps[$1]) * direction
        )
        return one == other ? exact[$0].magnitude > exact[$1].magnitude : one > other
      }
      for part in next.prefix(Int(missing.magnitude.rounded())) { steps[part] += direction }
    }
  }

  /// Amounts one after the other from their running sums in steps: cut where those, rounded, stand.
  ///
  /// Any stretch that is a whole number of steps comes out as that; what the whole is rounded by beyond it goes to the
  /// largest amount that is none.
  func series(_ running: [Double], to whole: Double? = nil) -> [Double] {
    var before = 0.0
    var steps = running.map { sum in
      // Halves upwards, below 0 too: a stretch is then as long wherever it begins.
      let upTo = (sum + 0.5).rounded(.down)
      defer { before = upTo }
      return upTo - before
    }
    let exact = running.indices.map { $0 == 0 ? running[0] : running[$0] - running[$0 - 1] }
    let rest = whole.map { $0 - before } ?? 0
    if rest != 0 {
      let open = exact.indices.filter { exact[$0] != exact[$0].rounded() }
      let among = open.isEmpty ? Array(exact.indices) : open
      if let largest = among.max(by: { exact[$0].magnitude < exact[$1].magnitude }) {
        steps[largest] += rest
      }
    }
    return steps.map(value)
  }
}
