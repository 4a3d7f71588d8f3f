import Statistics

/// When somebody has something due next.
extension JourneyRules {
  /// Sets when somebody tries next, from a reading of the trial clock on.
  @inline(__always)
  func waitForTrial(_ customer: inout Customer, _ who: Individual, reading: Double) {
    var stream = draws.stream(who, JourneyPurpose.trial, index: Int(customer.trials))
    customer.target = reading + stream.exponential() / Double(customer.ownFactor)
  }

  /// Where on the clock of their purchases somebody orders next after this order, counted from it, at intensity 1.
  @inline(__always)
  func thresholdAfter(_ number: Int, _ who: Individual) -> Double {
    var stream = draws.stream(who, JourneyPurpose.purchase, index: number)
    return stream.exponential()
  }

  /// Sets where somebody orders next: at a threshold, Exponential(1), from a time of today on.
  @inline(__always)
  func waitForOrder(
    _ customer: inout Customer, _ threshold: Double, at time: Double, _ today: Today
  ) {
    let intensity =
      Double(customer.rate) * Double(customer.offerFactor * customer.ownFactor)
    customer.target =
      setting.purchaseClock.reading(at: time, on: today.day) + threshold / intensity
  }

  /// The first day from `day` on, on which somebody may have something due.
  @inline(__always)
  func nextDay(
    _ customer: Customer, _ index: Int, _ contacts: ContactColumns, from day: Int,
    _ today: Today
  ) -> Int {
    switch customer.stage {
    case .lapsed, .pending: return setting.days
    case .customer: return setting.purchaseClock.firstDay(reaching: customer.target, from: day)
    case .unaware, .aware, .pausing, .deciding:
      var due = max(day, contacts.earliest(index, before: setting.days))
      if customer.stage == .aware {
        due = today.trials.firstDay(reaching: customer.target, from: day, before: due)
      } else if customer.stage == .pausing {
        due = min(due, max(day, Int(customer.pausedUntil)))
      } else if customer.stage == .deciding, customer.target < Double(due) {
        due = max(day, Int(customer.target))
      }
      return due
    }
  }
}
