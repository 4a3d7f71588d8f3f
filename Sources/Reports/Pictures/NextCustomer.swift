import Charts
import Documents
import Market
import Planning
import Takeaways

extension RunResult {
  /// What the next customer costs on each channel, beside what one costs on average and is worth; nil where the twin
  /// markets of channels were not asked for.
  func nextCustomer(_ plan: Standing) -> Pairs? {
    guard let studied = channelValues?.filter({ $0.plan == plan.plan }), !studied.isEmpty,
      let blended = Measure.named("blended CPA"), let clv = Measure.named("CLV")
    else { return nil }
    let own = comparison.summary.plans[plan.place]
    let names = scenario.sourceNames
    func read(_ measure: Measure, _ channel: String) -> Double {
      guard let source = names.firstIndex(of: channel), let slice = own.slice(.source(source)),
        let value = comparison.reader.read(measure, own.figures, slice: slice).estimate?.value
      else { return .nan }
      return value / currency.scale
    }
    func words(_ value: Double) -> String {
      value.isFinite ? Readable.number(value, decimals: currency.decimals) : "not known"
    }
    let rows = studied.map { value -> Pairs.Row in
      let next = (value.marginalCPA.estimate?.value ?? .nan) / currency.scale
      let average = read(blended, value.channel)
      return Pairs.Row(
        name: value.channel, first: next, second: average,
        notes: ["next \(words(next))", "on average \(words(average))"])
    }
    guard rows.contains(where: { $0.first.isFinite || $0.second.isFinite }) else { return nil }
    let worth = (printed(clv, plan: plan.place).estimate?.value).map { $0 / currency.scale }
    let dear = worth.map { worth in rows.filter { $0.first > worth }.map(\.name) } ?? []
    return Pairs(
      title: "What one more customer costs under \(quoted(plan.plan)), by channel",
      sentence: worth == nil
        ? "The next customer's cost by channel, beside the average."
        : dear.isEmpty
          ? "On every channel the next customer costs less than a customer is worth."
          : "The next customer costs more than a customer is worth on"
            + " \(dear.map(quoted).joined(separator: ", ")).",
      firstName: "the next customer", secondName: "a customer on average", rows: rows,
      rule: worth.map { (value: $0, name: "worth \(words($0))") },
      axis: "\(currency.code) a customer; the line is what a customer is worth (CLV)")
  }
}
