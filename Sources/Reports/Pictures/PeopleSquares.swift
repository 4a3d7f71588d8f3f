import Charts
import Market
import Planning
import Takeaways

extension RunResult {
  /// Who buys because of a plan, by segment; nil where it moves hardly anybody who would not buy at all.
  func peopleSquares(_ plan: Standing) -> Squares? {
    guard movesPeople(plan) else { return nil }
    let (segments, kinds) = (
      scenario.market.segments, [Figure.persuaded, .anyway, .putOff, .untouched]
    )
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
      // Hunters are nobody's customers, and nobody is won of them.
      rows: segments.indices.filter { segments[$0].hunters == nil }.map { segment in
        let counts = shown.map { $0[segment] }
        return Squares.Row(
          name: segments[segment].name,
          note: "\(Readable.number(counts.reduce(0, +), decimals: 0)) people", counts: counts,
          labels: zip(counts, kinds).map(label))
      })
  }

  /// Whether at least one in a hundred of those who buy in a plan's campaign is moved: over a long time nearly everybody
  /// buys anyway, and what it moves is how often.
  func movesPeople(_ plan: Standing) -> Bool {
    let flips = comparison.plans[plan.place].difference?.flips ?? []
    let moved = flips.reduce(0) { $0 + $1.persuaded + $1.putOff }
    let buyers = flips.reduce(moved) { $0 + $1.anyway }
    return moved > 0 && moved >= buyers / 100
  }
}
