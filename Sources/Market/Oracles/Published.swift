import Statistics

/// Figures published for the CDNOW sample, in weeks and dollars.
enum Published {
  /// BG/NBD by maximum likelihood: Fader, Hardie and Lee (2005), table 2.
  static let habits = PurchaseHabits(
    shape: 0.2425945, rate: 4.4136019 * 7, lapseA: lapses.a, lapseB: lapses.b)
  static let lapses = Beta(uncheckedA: 0.7929199, b: 2.4258881)

  /// Pareto/NBD by maximum likelihood: Fader and Hardie (2005), in weeks.
  static let leaving = PurchaseHabits(
    shape: 0.553, rate: 10.578 * 7, lapse: .inTime(s: 0.606, beta: 11.669 * 7))

  /// Gamma–Gamma on the 946 repeat buyers: Fader and Hardie (2013), in cents.
  static let baskets = Baskets(p: 6.25, q: 3.74, gamma: 1_544)
}
