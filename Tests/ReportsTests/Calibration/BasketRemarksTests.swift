import Documents
import Market
import Testing

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

/// What would mislead about baskets is said beside the models.
struct BasketRemarksTests {
  /// Customers who come 2 to 9 times and spend per order by the given law.
  private func log(_ basket: (_ visits: Int, _ customer: Int) -> Int) -> String {
    var rows = ["customer,date,amount"]
    for customer in 0..<80 {
      let visits = 2 + customer % 8
      for visit in 0..<visits {
        let day = CalendarDate(dayNumber: 20_454 + customer % 28) + visit * (5 + customer % 3)
        rows.append("\(customer),\(day.iso),\(basket(visits, customer) + visit % 3)")
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }

  private func remarks(_ log: String) throws -> [String] {
    try SmallShop.result(log, until: nil).modelRemarks.filter {
      $0.contains("rank correlation")
    }
  }

  @Test func whoBuysMoreOftenAndSpendsMore() throws {
    let more = try #require(
      try remarks(log { visits, customer in 10 * visits + customer % 7 }).first)
    #expect(more.hasPrefix("Who buys more often spends more per order (rank correlation 0.9"))
    #expect(
      more.hasSuffix(
        ", over 80 repeat buyers): Gamma-Gamma takes them for independent and undervalues the most"
          + " frequent."))
    let less = try #require(
      try remarks(log { visits, customer in 200 - 10 * visits + customer % 7 }).first)
    #expect(less.hasPrefix("Who buys more often spends less per order (rank correlation −0.9"))
  }

  @Test func whereOneSaysNothingOfTheOther() throws {
    let none = try #require(try remarks(log { _, customer in 20 + (customer * 37) % 23 }).first)
    #expect(none.hasPrefix("Gamma-Gamma takes for independent how often customers buy"))
    // √(1/77) where there is next to nothing.
    #expect(none.contains(", standard error 0.11, over 80 repeat buyers)"))
  }
}
