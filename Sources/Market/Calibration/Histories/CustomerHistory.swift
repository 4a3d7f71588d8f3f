/// What a purchase log says about one customer up to the end of observation.
///
/// Several purchases on one day count as one. Fader, Hardie and Lee (2005), "Counting your customers
/// the easy way", Marketing Science 24, section 3: (x, tₓ, T).
public struct CustomerHistory: Sendable, Equatable {
  /// x, purchases after the first.
  public var repeats: Int
  /// tₓ, days from the first to the last purchase.
  public var recency: Int
  /// T, days from the first purchase to the end of observation.
  public var age: Int
  /// What the purchases after the first brought together, in minor units.
  public var repeatSpend: Int64
  /// Of the purchases after the first, those whose amount is known.
  public var pricedRepeats: Int

  /// - Parameters:
  ///   - repeats: x.
  ///   - recency: tₓ in days.
  ///   - age: T in days.
  ///   - repeatSpend: What the purchases after the first brought, in minor units.
  ///   - pricedRepeats: How many of them have an amount; nil where all have.
  public init(
    repeats: Int, recency: Int, age: Int, repeatSpend: Int64 = 0, pricedRepeats: Int? = nil
  ) {
    self.repeats = repeats
    self.recency = recency
    self.age = age
    self.repeatSpend = repeatSpend
    self.pricedRepeats = pricedRepeats ?? repeats
  }

  /// What a repeat purchase brought on average, in minor units; nil where none brought anything.
  public var meanBasket: Double? {
    pricedRepeats > 0 && repeatSpend > 0 ? Double(repeatSpend) / Double(pricedRepeats) : nil
  }
}
