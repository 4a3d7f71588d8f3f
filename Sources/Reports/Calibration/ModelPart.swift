import Market
import Takeaways

/// A fitted model in JSON: a key per parameter, then the quality of the fit; or why there is none.
struct ModelPart: Encodable {
  private let values: [String: Double]
  private let standardErrors: [String: Double]
  private let counts: [String: Int]
  private let converged: Bool?
  private let boundaries: [String]?
  private let notFitted: String?

  init<Model>(_ fit: ModelFit<Model>, further: (Model) -> [String: Double]) {
    guard let fitted = fit.fitted else {
      (values, standardErrors, counts, converged, boundaries) = ([:], [:], [:], nil, nil)
      notFitted = fit.obstacle?.description
      return
    }
    var values = further(fitted.model)
    for estimate in fitted.estimates { values[estimate.name] = estimate.value }
    values["logLikelihood"] = fitted.logLikelihood
    values["aic"] = fitted.aic
    self.values = values.filter { $0.value.isFinite }
    standardErrors = Dictionary(
      uniqueKeysWithValues: fitted.estimates.compactMap { estimate in
        estimate.standardError.flatMap { $0.isFinite ? (estimate.name, $0) : nil }
      })
    counts = ["customers": fitted.customers, "iterations": fitted.iterations]
    converged = fitted.isConverged
    boundaries = fitted.boundaries
    notFitted = nil
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for (name, value) in values { try container.encode(value, forKey: Key(name)) }
    for (name, count) in counts { try container.encode(count, forKey: Key(name)) }
    if notFitted == nil { try container.encode(standardErrors, forKey: Key("standardErrors")) }
    try container.encodeIfPresent(converged, forKey: Key("converged"))
    try container.encodeIfPresent(boundaries, forKey: Key("boundaries"))
    try container.encodeIfPresent(notFitted, forKey: Key("notFitted"))
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }
}
