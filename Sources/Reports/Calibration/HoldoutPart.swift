import Documents
import Market
import Takeaways

/// The holdout check in JSON; `bgnbd` and `paretonbd` are forecasts given each customer's history.
struct HoldoutPart: Encodable {
  struct Unconditional: Encodable {
    var bgnbd: Double?
    var paretonbd: Double?
  }

  struct Week: Encodable {
    var start: String
    var days: Int
    var actual: Int
    var bgnbd: Double?
    var paretonbd: Double?
  }

  struct Frequency: Encodable {
    var repeats: Int
    var orMore: Bool
    var customers: Int
    var actual: Int
    var bgnbd: Double?
    var paretonbd: Double?
  }

  var start: String
  var days: Int
  var actual: Int
  var bgnbd: Double?
  var paretonbd: Double?
  /// By each customer's age alone.
  var unconditional: Unconditional
  var weeks: [Week]
  var frequencies: [Frequency]

  init(_ check: HoldoutCheck) {
    let (first, second) = (check.bgnbd, check.paretoNBD)
    start = check.start.iso
    days = check.days
    actual = check.actual
    bgnbd = first?.conditional.ifFinite
    paretonbd = second?.conditional.ifFinite
    unconditional = Unconditional(
      bgnbd: first?.unconditional.ifFinite, paretonbd: second?.unconditional.ifFinite)
    weeks = check.actualByWeek.indices.map { week in
      Week(
        start: (check.start + 7 * week).iso, days: min(7, check.days - 7 * week),
        actual: check.actualByWeek[week], bgnbd: first?.byWeek[week].ifFinite,
        paretonbd: second?.byWeek[week].ifFinite)
    }
    frequencies = check.groups.indices.map { index in
      let group = check.groups[index]
      return Frequency(
        repeats: group.repeats, orMore: group.isOpenEnded, customers: group.customers,
        actual: group.actual, bgnbd: first?.byFrequency[index].ifFinite,
        paretonbd: second?.byFrequency[index].ifFinite)
    }
  }
}

extension Double {
  /// JSON has no other numbers; a forecast that cannot be computed is left out.
  fileprivate var ifFinite: Double? { isFinite ? self : nil }
}
