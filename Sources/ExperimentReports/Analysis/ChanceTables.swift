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
      guard let posterior = effect.posterior else { continue }
      let digits = Digits(effect)
      table.append([
        .text(effect.metric), .text(effect.arm), Self.chance(posterior),
        digits.cell(posterior.expectedLoss.ofArm), digits.cell(posterior.expectedLoss.ofControl),
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
  private static func chance(_ posterior: EffectPosterior) -> Cell {
    if posterior.chanceToLose < 0.0005 { return .text(">99.9%") }
    if posterior.chanceToWin < 0.0005 { return .text("<0.1%") }
    return .share(posterior.chanceToWin)
  }
}
