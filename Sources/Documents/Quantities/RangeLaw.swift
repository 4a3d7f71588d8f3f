internal import RealModule
internal import Statistics

/// The scale on which the figures of a kind scatter alike upwards and downwards.
package enum RangeScale: Sendable, Equatable {
  /// Log-odds of a share written in per cent.
  case share
  /// The logarithm of a figure above 0.
  case positive
  /// The figure itself.
  case any

  /// How a report names figures of this scale.
  var words: String {
    switch self {
    case .share: "a share between 0% and 100%"
    case .positive: "a figure above 0"
    case .any: "a number of any sign"
    }
  }
}

/// How the figure of a range is distributed: normal on its scale with the range as central 90 %
/// interval, or uniform on the range.
package struct RangeLaw: Sendable, Equatable {
  /// `nil` where the figure is uniform.
  package let scale: RangeScale?
  package let low: Double
  package let high: Double

  /// The law of a range on a scale.
  ///
  /// - Throws: Where a normal law on that scale would never reach an end.
  package init(_ range: QuantityRange, _ scale: RangeScale) throws(Mismatch) {
    (low, high) = (range.low.number, range.high.number)
    guard !range.isUniform else {
      self.scale = nil
      return
    }
    self.scale = scale
    let isOpen =
      switch scale {
      case .share: low > 0 && high < 100
      case .positive: low > 0
      case .any: true
      }
    guard isOpen else {
      throw Mismatch(
        reason: "A range that begins at 0\(scale == .share ? "% or ends at 100%" : "") is uniform:"
          + " write `uniform` after it.",
        repairs: [range.text + " uniform"])
    }
  }

  package var median: Double { number(at: 0) }

  /// The figure with a given standard normal score: the median at 0, the ends at ∓1.645.
  package func number(at score: Double) -> Double {
    switch scale {
    case nil: low + (high - low) * .normalCDF(score)
    case .any: normal(low, high, score)
    case .positive: .exp(normal(.log(low), .log(high), score))
    case .share:
      100 / (1 + .exp(-normal(.log(low / (100 - low)), .log(high / (100 - high)), score)))
    }
  }

  /// A normal law by its 5 % and 95 % points.
  private func normal(_ low: Double, _ high: Double, _ score: Double) -> Double {
    (low + high) / 2 + score * (high - low) / (2 * Self.end)
  }

  /// The 95 % point of the standard normal law.
  package static let end = Double.normalQuantile(0.95)
}
