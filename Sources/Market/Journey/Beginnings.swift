import Statistics

/// How the people of one crowd begin, for all plans that are played on them.
///
/// Who somebody is and what they wait for first is drawn of them, not of a plan: where a plan leaves alone what that
/// hangs on, it is drawn once. A draw is the same whenever it is made, so this changes nothing but the time it takes.
struct Beginnings: Sendable {
  /// Whether anything is kept: other plans are still to be played.
  var isShared: Bool
  private var begun: [Begun] = []
  /// By purpose, and by person: where the first contact waits.
  private var contacts: [Purpose: [Float]] = [:]

  /// What a beginning hangs on.
  struct Kind: Sendable, Equatable {
    let begins: Segment.Beginning
    let purchases: PurchaseHabits
    let baskets: Baskets
    /// Who is there from the start has come by this source.
    let source: Int

    init(_ setting: SegmentSetting) {
      begins = setting.segment.begins
      purchases = setting.segment.purchases
      baskets = setting.segment.baskets
      source = setting.sources.before
    }
  }

  /// A crowd as it begins.
  private struct Begun: Sendable {
    let kind: Kind
    var customers: [Customer]
    let aware: [Int]

    mutating func learn(from played: [Customer], ratesAreTraits: Bool) {
      for index in customers.indices {
        var customer = customers[index]
        customer.lapse = played[index].lapse
        customer.basketRate = played[index].basketRate
        if ratesAreTraits { customer.rate = played[index].rate }
        customers[index] = customer
      }
    }
  }

  init(isShared: Bool) { self.isShared = isShared }

  /// A crowd that is known from another plan, with those who know us from the start; `nil` where it is not.
  func crowd(_ kind: Kind) -> (customers: [Customer], aware: [Int])? {
    begun.first { $0.kind == kind }.map { ($0.customers, $0.aware) }
  }

  /// Keeps a crowd as it begins.
  mutating func keep(_ customers: [Customer], aware: [Int], _ kind: Kind) {
    guard isShared else { return }
    begun.append(Begun(kind: kind, customers: customers, aware: aware))
  }

  /// Where everybody's first contact waits, drawn unless it is known.
  mutating func firstContacts(_ purpose: Purpose, draw: () -> [Float]) -> [Float] {
    if let known = contacts[purpose] { return known }
    let drawn = draw()
    if isShared { contacts[purpose] = drawn }
    return drawn
  }

  /// Takes in the traits that were drawn while a crowd was played, for the plans after it.
  ///
  /// Rates are traits only where no offer won anybody: whoever a reward has won buys at a share of theirs.
  mutating func learn(from played: [Customer], _ kind: Kind, ratesAreTraits: Bool) {
    guard isShared, let place = begun.firstIndex(where: { $0.kind == kind }) else { return }
    begun[place].learn(from: played, ratesAreTraits: ratesAreTraits)
  }
}
