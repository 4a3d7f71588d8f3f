public import Analyses
import Experiments
import Statistics
import Takeaways

extension LostUnits {
  /// How the lost rows differ from those kept, as far as they can be read, a sentence each.
  public var differences: [String] { [byArm, means].compactMap(\.self) }

  /// Where one arm loses more than another, what is left of them may no longer be alike.
  private var byArm: String? {
    guard let most = arms.max(by: { $0.share < $1.share }),
      let least = arms.min(by: { $0.share < $1.share }), most.name != least.name
    else { return nil }
    return "Lost are \(Readable.share(most.share, decimals: 1)) of the rows of “\(most.name)” and"
      + " \(Readable.share(least.share, decimals: 1)) of “\(least.name)”."
  }

  private var means: String? {
    guard let figure, lost.count > 0, kept.count > 0 else { return nil }
    let rows = lost.count == 1 ? "the lost row" : "the \(Readable.count(lost.count)) lost rows"
    return "“\(figure)” averages \(Decimals.significant(lost.mean, 4)) in \(rows) that"
      + " \(lost.count == 1 ? "has" : "have") it and \(Decimals.significant(kept.mean, 4)) in those kept."
  }
}
