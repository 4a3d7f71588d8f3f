import RealModule
import Statistics

/// What makes one market differ from the next: luck, and what is not known.
///
/// More simulation shrinks neither; finding out shrinks the second. Squared units of the quantity.
public struct VarianceSources: Sendable, Equatable {
  /// w/k, the variance of markets of the real size that are alike in everything assumed.
  public let luck: Double
  /// Its standard error.
  public let luckError: Double
  /// max(0, M − w/R), the variance of what is expected of a market as the assumptions are drawn.
  public let ignorance: Double
  /// Its standard error.
  public let ignoranceError: Double

  /// The part of a market's variance that is ignorance, 0 … 1; 0 where nothing varies.
  public var ignoranceShare: Double {
    ignorance + luck > 0 ? ignorance / (ignorance + luck) : 0
  }

  /// From M and w, normal theory giving the errors; none where nothing is drawn, or luck not told apart.
  init?(between: Double, within: Double?, _ components: VarianceComponents) {
    guard components.design.replicationsPerDraw != nil, let within, components.draws.count > 1
    else { return nil }
    let share = within * components.perReplication
    let withinError = (2 / components.freedomWithin).squareRoot()
    let betweenError = (2 / Double(components.draws.count - 1)).squareRoot() * between
    let size = Double(components.design.standsFor)
    luck = within / size
    luckError = luck * withinError
    ignorance = max(0, between - share)
    ignoranceError = .hypot(betweenError, share * withinError)
  }

  /// Of a multiple of the quantity.
  func scaled(by factor: Double) -> VarianceSources { VarianceSources(self, factor * factor) }

  private init(_ other: VarianceSources, _ square: Double) {
    luck = square * other.luck
    luckError = square * other.luckError
    ignorance = square * other.ignorance
    ignoranceError = square * other.ignoranceError
  }
}
