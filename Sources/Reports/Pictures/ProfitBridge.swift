import Charts
import Documents
import Market
import Planning
import Takeaways

extension RunResult {
  /// From the baseline's profit to a plan's, by account; the parts add up to what is printed.
  func profitBridge(_ plan: Standing) -> Bridge? {
    let profit = Objective.profit.measure
    let (from, to) = (
      statement.total(profit.summands, plan: 0), statement.total(profit.summands, plan: plan.place)
    )
    func label(_ amount: Double, isSigned: Bool = false) -> String {
      Readable.number(
        amount / currency.scale, decimals: statement.money.decimals, isSigned: isSigned)
    }
    func part(_ name: String, _ amount: Double, isSigned: Bool = false) -> Bridge.Part {
      Bridge.Part(
        name: name, amount: amount / currency.scale, label: label(amount, isSigned: isSigned))
    }
    let parts = reasons(plan: plan.place).filter { $0.amount != 0 }
    guard !parts.isEmpty else { return nil }
    return Bridge(
      title: "From the baseline's profit to that of \(quoted(plan.plan)), in \(currency.code)",
      sentence: parts.prefix(3).map { "\($0.part.rawValue) \(label($0.amount, isSigned: true))" }
        .joined(separator: ", ").withCapital + ".",
      start: part(scenario.plans[0].name, from),
      parts: parts.map { part($0.part.rawValue, $0.amount, isSigned: true) },
      end: part(plan.plan, to))
  }
}
