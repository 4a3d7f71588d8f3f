import Analyses
import Experiments
import Statistics
import Takeaways

extension AnalysisTables {
  /// What the data and what was believed before say of each effect; with what fits on a terminal.
  var chancesShown: Table {
    var table = Table(
      none,
      columns: [
        Column("metric"), Column("arm"), Column("chance to be higher", unit: "share"),
        Column("expected loss with the arm"), Column("expected loss with the control"),
      ])
    for effect in result.effects {
      guard let chances = effect.chances else { continue }
      let digits = Digits(effect)
      table.append([
        .text(effect.metric), .text(effect.arm), Self.chance(chances),
        chances.expectedLoss.map { digits.cell($0.ofArm) } ?? .empty,
        chances.expectedLoss.map { digits.cell($0.ofControl) } ?? .empty,
      ])
    }
    return table
  }

  /// Permutation tests beside the p-values of the effects.
  var permutationsShown: Table {
    var table = Table(
      none,
      columns: [Column("metric"), Column("arm"), Column("p"), Column("permutation p")])
    for effect in result.effects {
      guard let pValue = effect.permutationPValue else { continue }
      table.append([
        .text(effect.metric), .text(effect.arm), .pValue(effect.pValue), .pValue(pValue),
      ])
    }
    return table
  }

  /// A chance of 99.97 % is not to be read as certainty.
  private static func chance(_ chances: EffectChances) -> Cell {
    if chances.chanceToLose < 0.0005 { return .text(">99.9%") }
    if chances.chanceToWin < 0.0005 { return .text("<0.1%") }
    return .share(chances.chanceToWin)
  }
}
