import Documents
import Market
import Takeaways

/// The holdout check in JSON; under the name of each law stands what it expected, given each customer's history.
struct HoldoutPart: Encodable {
  /// By each customer's age alone.
  struct Unconditional: Encodable {}

  struct Week: Encodable {
    var start: String
    var days: Int
    var actual: Int
  }

  struct Frequency: Encodable {
    var repeats: Int
    var orMore: Bool
    var customers: Int
    var actual: Int
  }

  struct Whole: Encodable {
    var start: String
    var days: Int
    var actual: Int
    var unconditional: ByLaw<Unconditional, Double>
    var weeks: [ByLaw<Week, Double>]
    var frequencies: [ByLaw<Frequency, Double>]
  }

  private let whole: ByLaw<Whole, Double>

  init(_ check: HoldoutCheck) {
    func expected<Part>(
      _ part: Part, _ value: (HoldoutForecast) -> Double
    ) -> ByLaw<Part, Double> {
      ByLaw(
        part: part,
        values: Dictionary(
          uniqueKeysWithValues: check.forecasts.compactMap { law, forecast in
            // JSON has no other numbers; a forecast that cannot be computed is left out.
            value(forecast).isFinite ? (law, value(forecast)) : nil
          }))
    }
    whole = expected(
      Whole(
        start: check.start.iso, days: check.days, actual: check.actual,
        unconditional: expected(Unconditional()) { $0.unconditional },
        weeks: check.actualByWeek.indices.map { week in
          expected(
            Week(
              start: (check.start + 7 * week).iso, days: min(7, check.days - 7 * week),
              actual: check.actualByWeek[week])
          ) { $0.byWeek[week] }
        },
        frequencies: check.groups.indices.map { index in
          let group = check.groups[index]
          return expected(
            Frequency(
              repeats: group.repeats, orMore: group.isOpenEnded, customers: group.customers,
              actual: group.actual)
          ) { $0.byFrequency[index] }
        })
    ) { $0.conditional }
  }

  func encode(to encoder: any Encoder) throws { try whole.encode(to: encoder) }
}
