import Analyses
import Experiments
import Statistics
import Takeaways

extension SkewedEffect {
  /// What to mind, and what the bootstrap says.
  var words: String {
    let beside =
      bootstrap.map {
        "; the bootstrap-t, which follows the skewness, has it from"
          + " \(figure($0.interval.low)) to \(figure($0.interval.high)),"
          + " \(Readable.pPhrase($0.pValue))"
      }
      ?? "; the bootstrap of plain means (--bootstrap poisson, without covariates, strata and looks) tells how far"
    return
      "\(metric), \(quoted(arm)): values are skewed (\(Readable.number(skewness, decimals: 1)) in"
      + " \(quoted(skewedArm))) and the arms not alike, so that with \(Readable.count(units)) units, where"
      + " about \(Readable.count(Int(unitsNeeded.rounded(.up)))) would be enough, the interval above may lie off to"
      + " one side" + beside
  }
}

extension InfluentialUnit {
  /// What one unit does.
  var words: String {
    let unit =
      "\(metric), \(quoted(arm)): one unit of \(quoted(ownArm)), with \(figure(value)), makes up"
      + " \(Readable.share(share, decimals: 0)) of what varies in its arm"
    guard let without else { return unit + "; without it nothing varies" }
    let interval = without.interval(confidence: confidence)
    return unit
      + "; without it the plain difference is \(figure(without.estimate)), from"
      + " \(figure(interval.low)) to \(figure(interval.high))"
  }
}

private func figure(_ value: Double) -> String {
  Readable.number(value, decimals: Decimals.places(value, digits: 3))
}
