import Charts
import Market
import Planning
import Takeaways

extension RunResult {
  /// Who buys because of a plan, by segment; nil where nobody meets it.
  func peopleSquares(_ plan: Standing) -> Squares? {
    guard let flips = comparison.plans[plan.place].difference?.flips,
      flips.contains(where: { $0.persuaded + $0.putOff > 0 })
    else { return nil }
    let kinds: [Figure] = [.persuaded, .anyway, .putOff, .untouched]
    let shown = kinds.map { self.flips($0, plan: plan.place) }
    func label(_ count: Double, _ kind: Figure) -> String {
      Readable.number(count, decimals: statement.decimals([kind]))
    }
    func all(_ kind: Figure) -> String { label(statement.total([kind], plan: plan.place), kind) }
    return Squares(
      title: "Who buys in the campaign of \(quoted(plan.plan)), against their twins",
      sentence:
        "\(all(.persuaded)) people buy because of \(quoted(plan.plan)), and \(all(.anyway)) would"
        + " have anyway.",
      parts: [
        Squares.Part(name: "won over", style: "gain"),
        Squares.Part(name: "would have anyway", style: "anyway"),
        Squares.Part(name: "put off", style: "loss"),
        Squares.Part(name: "not reached, or not interested", style: "untouched"),
      ],
      rows: flips.indices.map { segment in
        let counts = shown.map { $0[segment] }
        return Squares.Row(
          name: flips[segment].segment,
          note: "\(Readable.number(counts.reduce(0, +), decimals: 0)) people", counts: counts,
          labels: zip(counts, kinds).map(label))
      })
  }
}
