import Documents
import Testing

@testable import Market

/// What is offered instead of a text that names nothing of this market.
@Suite struct MarketKindTests {
  @Test func suggestionsAreAlwaysValid() {
    #expect(suggestion(Kind<Offer.Orders>.word, "repeat") == "repeats")
    #expect(suggestion(Kind<Int>.segment, "student") == "students")
    #expect(suggestion(.bound(on: .deadWeight), "40%") == "at most 40%")
    #expect(suggestion(.couponValue, "15 percent") == "15%")
  }

  private func suggestion<Value>(_ kind: Kind<Value>, _ text: String) -> String? {
    let element = Element(place: Place(line: 1, column: 1), path: "x", content: .scalar(text))
    var reading = Reading(root: element)
    reading.context.currency = Currency(code: "CNY")
    reading.context.segments = ["students", "residents"]
    #expect(kind.read(element, &reading) == nil)
    #expect(reading.problems.count == 1)
    return reading.problems.first?.suggestion
  }
}
