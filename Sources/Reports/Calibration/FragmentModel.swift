import Market
import Takeaways

/// A fitted model as blocks of a scenario say it: each figure by name where it has a range, else itself.
struct FragmentModel<Model: Sendable> {
  let fitted: FittedModel<Model>
  let ranges: MeasuredAssumptions
  private let units: [String: String]

  /// - Parameters:
  ///   - fitted: The model.
  ///   - model: What it is called.
  ///   - names: What its parameters are called where they have ranges.
  ///   - units: The units of parameters that have one, after a space.
  ///   - floors: What parameters must exceed.
  init(
    _ fitted: FittedModel<Model>, _ model: String, names: [String: String],
    units: [String: String], floors: [String: Double] = [:]
  ) {
    self.fitted = fitted
    self.units = units
    ranges = MeasuredAssumptions(
      fitted, model: model, names: names, units: units, floors: floors)
  }

  /// A parameter with its estimate and what is known of its error.
  func line(_ name: String) -> String {
    guard let estimate = fitted.estimates.first(where: { $0.name == name }) else { return "" }
    let places = Decimals.places(estimate.value, digits: 6)
    let figure = Decimals.trimmed(estimate.value, places) + (units[name] ?? "")
    let error =
      estimate.standardError.map { "standard error \(Decimals.significant($0, 3))" }
      ?? "no standard error: it lies at a limit of the search"
    guard let range = ranges[name] else { return "      \(name): \(figure)".remarked(error) }
    return "      \(name): \(range)".remarked("\(figure), \(error)")
  }
}

extension String {
  /// With a remark where the remarks of a fragment stand.
  func remarked(_ remark: String) -> String {
    padded(to: max(count + 1, 31)) + "# " + remark
  }
}
