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

  /// Against a plain dictionary, over a long fixed sequence of moves.
  @Test func agreesWithADictionary() {
    // Of more than one word of marks, and not a whole number of them.
    let people = 150
    var book = DayBook(customers: people, days: 20)
    var plain: [Int: Int] = [:]
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<5_000 {
      let (customer, day) = (next(people), next(22))
      book.enter(customer, on: day)
      plain[customer] = day < 20 ? day : nil
    }
    for day in 0..<20 {
      #expect(all(day, of: &book) == Set(plain.filter { $0.value == day }.keys))
    }
  }

  /// While days go by: who is entered on a day that is over is never due, and who is taken may come back.
  @Test func goesOnWhileItIsTakenFrom() {
    var book = DayBook(customers: DayBook.most, days: 40)
    var plain: [Int: Int] = [:]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for today in 0..<40 {
      for _ in 0..<3_000 {
        let (customer, day) = (next(DayBook.most), next(42))
        book.enter(customer, on: day)
        plain[customer] = day < 40 ? day : nil
      }
      #expect(all(today, of: &book) == Set(plain.filter { $0.value == today }.keys))
      plain = plain.filter { $0.value != today }
    }
  }
}
