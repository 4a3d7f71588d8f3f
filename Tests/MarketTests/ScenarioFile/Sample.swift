import Documents
import Market

/// A small valid scenario to change one thing of at a time.
enum Sample {
  static let text = """
    name: Noodle shop
    currency: CNY
    start: 2026-03-02
    horizon: 100 days
    people: 1000
    discount: 8% per year
    segments:
      students:
        begin as: customers
        purchases: {average: 1.5 per month, variation: 80%}
        lapse: {average: 20%, variation: 60%}
        basket: {average: 31 CNY, between customers: 40%, within customers: 30%}
    channels:
      flyers: {kind: offline, price: 0.6 CNY, reach: 5%, budget: 70 CNY per week}
    plans:
      - name: today
      - name: coupon
        coupons:
          second visit: {value: 10 CNY, orders: second, window: day 1..30, attention: {chance: 40%}}

    """

  /// The sample with some text replaced by other text.
  static func resolve(
    _ changes: KeyValuePairs<String, String> = [:], files: [String: String] = [:],
    simulated: Int? = nil
  ) throws -> Scenario {
    let text = changes.reduce(text) { $0.replacing($1.key, with: $1.value) }
    return try ScenarioFile(text).resolve(files: files, simulated: simulated).scenario
  }

  /// The problems of the sample with some text replaced by other text.
  static func problems(
    _ changes: KeyValuePairs<String, String>, files: [String: String] = [:]
  ) -> [DocumentProblem] {
    let text = changes.reduce(text) { $0.replacing($1.key, with: $1.value) }
    do {
      return try ScenarioFile(text).resolve(files: files).warnings.problems
    } catch {
      return error.problems
    }
  }
}
