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

  /// MBG/NBD by maximum likelihood, in weeks: lifetimes 0.11.3 prints r 0.53, α 6.18, a 0.89 and b 1.61.
  static let leavingAtOnce = PurchaseHabits(
    shape: 0.525, rate: 6.183 * 7, lapse: .afterOrders(a: 0.891, b: 1.614, first: .own))

  /// Gamma–Gamma on the 946 repeat buyers: Fader and Hardie (2013), in cents.
  static let baskets = Baskets(p: 6.25, q: 3.74, gamma: 1_544)
}
