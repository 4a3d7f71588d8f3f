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
    func label(_ count: Double) -> String { Readable.number(count, decimals: count < 10 ? 1 : 0) }
    let won = flips.reduce(0) { $0 + $1.persuaded }
    let anyway = flips.reduce(0) { $0 + $1.anyway }
    return Squares(
      title: "Who buys in the campaign of \(quoted(plan.plan)), against their twins",
      sentence:
        "\(label(won)) people buy because of \(quoted(plan.plan)), and \(label(anyway)) would"
        + " have anyway.",
      parts: [
        Squares.Part(name: "won over", style: "gain"),
        Squares.Part(name: "would have anyway", style: "anyway"),
        Squares.Part(name: "put off", style: "loss"),
        Squares.Part(name: "not reached, or not interested", style: "untouched"),
      ],
      rows: flips.map { flip in
        let counts = [flip.persuaded, flip.anyway, flip.putOff, flip.untouched]
        return Squares.Row(
          name: flip.segment, note: "\(label(counts.reduce(0, +))) people", counts: counts,
          labels: counts.map(label))
      })
  }
}
