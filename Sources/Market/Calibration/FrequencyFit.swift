/// Customers by how often they bought again, as the log has them and as a law expects of customers of their ages.
public struct FrequencyFit: Sendable, Equatable {
  /// The last group also holds everybody with more repeat purchases.
  public static let lastGroup = 10

  /// By repeat purchases from 0 on.
  public let actual: [Double]
  /// The same customers if the law were true; nil where it was not fitted.
  public let expected: [Double]?
}

extension Calibration {
  /// Repeat purchases up to the end of observation against what one of the laws expects.
  public func frequencies(by law: PurchaseLaw) -> FrequencyFit {
    let last = FrequencyFit.lastGroup
    var actual = [Double](repeating: 0, count: last + 1)
    for history in summary.histories { actual[min(history.repeats, last)] += 1 }
    guard let model = fit(of: law).model else { return FrequencyFit(actual: actual, expected: nil) }
    var expected = [Double](repeating: 0, count: last + 1)
    for (age, customers) in customersByAge {
      var rest = 1.0
      for repeats in 0..<last {
        let chance = model.probability(of: repeats, within: age)
        expected[repeats] += customers * chance
        rest -= chance
      }
      expected[last] += customers * max(0, rest)
    }
    return FrequencyFit(actual: actual, expected: expected)
  }
}
