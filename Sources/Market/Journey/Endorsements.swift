/// The last contact of each person by a channel that makes taking part easier; empty until first needed.
struct Endorsements: Sendable {
  /// Days for which a contact makes taking part easier, its own included, unless a channel says otherwise.
  static let days = Channel.daysOfEasing

  private var last: [Contact?] = []

  private struct Contact: Sendable {
    let source: UInt8
    let day: UInt16
  }

  mutating func note(_ source: Int, to customer: Int, on day: Int, among people: Int) {
    if last.isEmpty { last = Array(repeating: nil, count: people) }
    last[customer] = Contact(
      source: UInt8(truncatingIfNeeded: source), day: UInt16(truncatingIfNeeded: day))
  }

  /// Which channel's contact makes it easier for somebody on a day.
  func source(for customer: Int, on day: Int, within days: Int = days) -> Int? {
    guard !last.isEmpty, let contact = last[customer], day - Int(contact.day) < days else {
      return nil
    }
    return Int(contact.source)
  }
}
