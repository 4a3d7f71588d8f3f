/// A split as it is written: `50:50` in the order of the arms, or `A=50,B=25,C=25` by their names.
public struct WrittenSplit: Sendable, Equatable {
  /// By arm, in any scale; empty where ``inOrder`` says it.
  public var named: [String: Double]
  /// In the order of the arms, the control first, in any scale.
  public private(set) var inOrder: [Double]

  /// Nothing said: equal shares.
  init() { (named, inOrder) = ([:], []) }

  /// Reads one.
  ///
  /// - Throws: Where it is neither.
  public init(_ text: String) throws(PlanProblem) {
    let wrong = PlanProblem("a split is like 50:50 or A=50,B=25,C=25, not \(text)")
    guard text.contains("=") else {
      guard let shares = Self.shares(text), shares.allSatisfy({ $0 >= 0 }) else { throw wrong }
      (named, inOrder) = ([:], shares)
      return
    }
    var named: [String: Double] = [:]
    for part in QuotedNames.list(text) {
      guard let equals = part.lastIndex(of: "="),
        let share = Self.share(part[part.index(after: equals)...]), share >= 0
      else { throw wrong }
      named[MetricSpecification.trimmed(part[..<equals])] = share
    }
    (self.named, inOrder) = (named, [])
  }

  /// Shares in their order, such as 50:50 or 80,10,10; `nil` where one is no number.
  public static func shares(_ text: String) -> [Double]? {
    let parts = text.split(omittingEmptySubsequences: false) { ":,/".contains($0) }
    let shares = parts.compactMap { share($0) }
    return shares.count == parts.count ? shares : nil
  }

  private static func share(_ text: Substring) -> Double? {
    guard let share = Double(text.filter { !$0.isWhitespace && $0 != "%" }), share.isFinite else {
      return nil
    }
    return share
  }
}

extension AnalysisPlan {
  /// Intends a split for all days.
  public mutating func take(_ written: WrittenSplit) {
    (split, splitInOrder) = (written.named, written.inOrder)
  }
}
