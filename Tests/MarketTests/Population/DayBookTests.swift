import Testing

@testable import Market

@Suite struct DayBookTests {
  private func all(_ day: Int, of book: inout DayBook) -> Set<Int> {
    var taken: [UInt16] = []
    book.take(day, into: &taken)
    #expect(taken == taken.sorted())
    return Set(taken.map { Int($0) })
  }

  @Test func keepsOneEntryPerCustomer() {
    var book = DayBook(customers: 5, days: 10)
    for customer in 0..<5 { book.enter(customer, on: customer % 2) }
    book.enter(2, on: 7)
    book.enter(4, on: 10)
    book.enter(3, on: 10)
    #expect(all(0, of: &book) == [0])
    #expect(all(0, of: &book).isEmpty)
    #expect(all(1, of: &book) == [1])
    #expect(all(7, of: &book) == [2])
    #expect(all(9, of: &book).isEmpty)
  }

  /// A book and a plain dictionary, moved alike by a fixed sequence of numbers.
  private struct Pair {
    var book: DayBook
    var plain: [Int: Int] = [:]
    let people: Int
    let days: Int
    var state: UInt64

    init(people: Int, days: Int, seed: UInt64) {
      (self.people, self.days, state) = (people, days, seed)
      book = DayBook(customers: people, days: days)
    }

    /// So many moves, some to days that are not played.
    mutating func move(_ times: Int) {
      for _ in 0..<times {
        let (customer, day) = (next(people), next(days + 2))
        book.enter(customer, on: day)
        plain[customer] = day < days ? day : nil
      }
    }

    /// Takes out who is due by the dictionary.
    mutating func takePlainly(_ day: Int) -> Set<Int> {
      defer { plain = plain.filter { $0.value != day } }
      return Set(plain.filter { $0.value == day }.keys)
    }

    private mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  /// Over a long sequence of moves, of more than one word of marks and not a whole number of them.
  @Test func agreesWithADictionary() {
    var pair = Pair(people: 150, days: 20, seed: 1)
    pair.move(5_000)
    for day in 0..<20 { #expect(all(day, of: &pair.book) == pair.takePlainly(day)) }
  }

  /// While days go by: who is entered on a day that is over is never due, and who is taken may come back.
  @Test func goesOnWhileItIsTakenFrom() {
    var pair = Pair(people: DayBook.most, days: 40, seed: 7)
    for today in 0..<40 {
      pair.move(3_000)
      #expect(all(today, of: &pair.book) == pair.takePlainly(today))
    }
  }
}
