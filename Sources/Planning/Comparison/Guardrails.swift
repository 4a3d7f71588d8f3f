public import Market

/// Whether a plan keeps a guardrail.
public struct GuardrailVerdict: Sendable {
  public let guardrail: Guardrail
  public let value: Estimated
  /// `nil` where there is nothing to judge.
  public let isKept: Bool?
  /// Share of replications in which it was kept.
  public let chanceKept: Double?

  init?(_ guardrail: Guardrail, _ reader: MeasureReader, _ tables: [FigureTable]) {
    guard let measure = Measure.named(guardrail.measure.rawValue) else { return nil }
    self.guardrail = guardrail
    value = reader.read(measure, tables)
    isKept = value.estimate.map { guardrail.bound.admits($0.value) }
    let each = reader.scattered(
      tables.compactMap { reader.read(measure, [$0]).estimate?.value })
    chanceKept =
      each.isEmpty
      ? nil
      : Double(each.filter { guardrail.bound.admits($0) }.count) / Double(each.count)
  }
}

extension Guardrail.Bound {
  func admits(_ value: Double) -> Bool {
    switch self {
    case .atMost(let limit): value <= limit
    case .atLeast(let limit): value >= limit
    }
  }
}
