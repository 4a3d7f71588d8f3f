import Documents
import Market
import Planning
import Takeaways

/// A ratio of two differences with the baseline, and of what kind it is.
struct ExtraRatioPart: Encodable {
  let kind: String
  let ratio: EstimatePart
  /// What is above the line and below it.
  let above: Double?
  let below: Double?

  init(_ extra: ExtraRatio, _ unit: Measure.Unit, _ currency: Currency) {
    kind = extra.kind
    ratio = EstimatePart(extra.estimated, unit, currency)
    above = Measure.Unit.money.plain(extra.above.value, currency)
    // What customers and orders cost is per person or order, what money brings is per money.
    below = (unit == .money ? Measure.Unit.count : .money).plain(extra.below.value, currency)
  }
}

/// When what a plan advanced came back.
struct PaidBackPart: Encodable {
  let words: String
  let day: Int?
  let chanceWithinHorizon: Double?

  init(_ paidBack: PaidBack) {
    words = paidBack.words
    day = paidBack.day
    chanceWithinHorizon = paidBack.chanceWithinHorizon
  }
}
