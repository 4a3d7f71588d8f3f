import Market
import Planning
import Takeaways

/// How much has to be played to know a difference better.
struct MorePlay {
  /// Such as `about 496 draws`.
  let words: String
  /// How that is asked for, such as `--replications 500`.
  let option: String
}

extension RunResult {
  /// Replications beyond which nobody would wait.
  private static let mostReplications = 10_000.0

  /// So many times what was played; `nil` where nobody would wait for that.
  func morePlay(times factor: Double) -> MorePlay? {
    let needed = factor * Double(comparison.summary.replications)
    guard needed.isFinite, needed <= Self.mostReplications else { return nil }
    if let each = comparison.summary.design.replicationsPerDraw {
      let draws = Int((needed / Double(each) / 16).rounded(.up)) * 16
      return MorePlay(
        words: "about \(Readable.count(draws)) draws",
        option: "draws: {minimum: \(draws), maximum: \(draws)}")
    }
    let step = Readable.step([needed], digits: 1)
    let replications = Int((needed / step).rounded(.up) * step)
    return MorePlay(
      words: "about \(Readable.count(replications)) replications",
      option: "--replications \(replications)")
  }
}
