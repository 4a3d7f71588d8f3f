import Experiments

/// How large effects are believed to be before the data: the standard deviation of a normal prior about 0.
///
/// Written as `10%` for every metric, a share of the control's value, or for one as `revenue=5%` or, in the
/// metric's unit, `revenue=0.5`.
public struct PriorSpread: Sendable, Equatable {
  /// nil for every metric that has none of its own.
  public let metric: String?
  /// Above 0, in the metric's unit, or a share of the control's value.
  public let size: Double
  public let isShare: Bool

  public init(metric: String?, size: Double, isShare: Bool) {
    self.metric = metric
    self.size = size
    self.isShare = isShare
  }

  /// - Throws: What is wrong with the text.
  public init(_ text: String) throws(PlanProblem) {
    guard let equals = text.lastIndex(of: "=") else {
      try self.init(metric: nil, spread: text)
      return
    }
    try self.init(
      metric: String(text[..<equals]), spread: String(text[text.index(after: equals)...]))
  }

  /// - Throws: What is wrong with the spread.
  public init(metric: String?, spread: String) throws(PlanProblem) {
    let written = spread.filter { $0 != " " }
    let isShare = written.hasSuffix("%")
    guard let number = Double(isShare ? written.dropLast() : written[...]), number > 0,
      number.isFinite, metric != ""
    else {
      throw PlanProblem(
        "“\(spread)” is no prior; it is a standard deviation such as 10%, or for one metric"
          + " revenue=5% or revenue=0.5", key: "prior")
    }
    guard isShare || metric != nil else {
      throw PlanProblem(
        "the prior “\(spread)” is in no unit; for every metric it is a percentage such as 10%, for one"
          + " it is like revenue=\(spread)", key: "prior")
    }
    self.init(metric: metric, size: isShare ? number / 100 : number, isShare: isShare)
  }
}

extension AnalysisPlan {
  /// What is wrong with its priors.
  var priorProblems: [PlanProblem] {
    var problems: [PlanProblem] = []
    for (place, prior) in priors.enumerated() {
      if let metric = prior.metric, !metrics.contains(where: { $0.name == metric }) {
        problems.append(
          PlanProblem(
            "the prior is for “\(metric)”, which is no metric of this analysis", key: "prior"))
      }
      if priors[..<place].contains(where: { $0.metric == prior.metric }) {
        let metric = prior.metric.map { "“\($0)”" } ?? "every metric"
        problems.append(PlanProblem("the prior for \(metric) is given twice", key: "prior"))
      }
    }
    return problems
  }
}
