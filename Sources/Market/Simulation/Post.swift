/// Letters on their way, by the day on which they are read.
struct Post: Sendable {
  private var due: [[Letter]]

  init(days: Int) { due = Array(repeating: [], count: days) }

  /// Sends letters, empties the outbox, and forgets those that would come after the last day.
  mutating func send(_ outbox: inout [Letter]) {
    for letter in outbox where letter.day < due.count { due[letter.day].append(letter) }
    outbox.removeAll(keepingCapacity: true)
  }

  /// Those of a day, by reader, writer and the order of writing, whoever was played first.
  mutating func take(_ day: Int) -> [Letter] {
    guard !due.isEmpty, !due[day].isEmpty else { return [] }
    let letters = due[day].enumerated().sorted {
      ($0.element.to, $0.element.from, $0.offset) < ($1.element.to, $1.element.from, $1.offset)
    }
    due[day] = []
    return letters.map(\.element)
  }
}
