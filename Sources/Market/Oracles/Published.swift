/// Figures published for the CDNOW sample, in weeks and dollars.
enum Published {
  /// BG/NBD by maximum likelihood: Fader, Hardie and Lee (2005), table 2.
  static let habits = PurchaseHabits(
    shape: 0.2425945, rate: 4.4136019 * 7, lapseA: 0.7929199, lapseB: 2.4258881)

  /// Gamma–Gamma on the 946 repeat buyers: Fader and Hardie (2013), in cents.
  static let baskets = Baskets(p: 6.25, q: 3.74, gamma: 1_544)
}
