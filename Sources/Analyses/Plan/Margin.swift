import Experiments

/// How much worse than the control a metric may be and still count as no worse.
///
/// Written as `revenue=0.2` or `revenue=2%`, the fall that is put up with; with a plus sign, as in
/// `latency=+20`, the rise that is put up with where less is better.
public struct Margin: Sendable, Equatable {
  /// The metric's name.
  public let metric: String
  /// Above 0, in the metric's unit, or a share of the control's value.
  public let size: Double
  public let isShare: Bool
  /// Whether it is a rise that is put up with, not a fall.
  public let isRise: Bool

  public init(metric: String, size: Double, isShare: Bool = false, isRise: Bool = false) {
    self.metric = metric
    self.size = size
    self.isShare = isShare
    self.isRise = isRise
  }

  /// - Throws: What is wrong with the text.
  public init(_ text: String) throws(PlanProblem) {
    let example = "it is like revenue=0.2, revenue=2% or latency=+20"
    guard let equals = text.lastIndex(of: "="), equals > text.startIndex else {
      throw PlanProblem("“\(text)” is no metric and margin; \(example)")
    }
    try self.init(
      metric: String(text[..<equals]), margin: String(text[text.index(after: equals)...]))
  }

  /// - Throws: What is wrong with the margin.
  public init(metric: String, margin: String) throws(PlanProblem) {
    let written = margin.filter { $0 != " " }
    let isShare = written.hasSuffix("%")
    let digits = isShare ? written.dropLast() : written[...]
    let bare = digits.drop { $0 == "+" || $0 == "-" || $0 == "−" }
    guard digits.count - bare.count <= 1, let number = Double(bare), number > 0, number.isFinite
    else {
      throw PlanProblem(
        "“\(margin)” is no margin; it is a number or a percentage such as 0.2, 2% or +20")
    }
    self.init(
      metric: metric, size: isShare ? number / 100 : number, isShare: isShare,
      isRise: written.first == "+")
  }
}
