import Testing

@testable import Documents

/// How values are written, and what they are held as.
@Suite struct KindTests {
  enum Meal: String, CaseIterable, Sendable { case lunch, supper }

  static let context = {
    var context = Context()
    context.currency = Currency(code: "CNY")
    context.start = CalendarDate(year: 2026, month: 3, day: 2)
    context.horizon = 100
    return context
  }()

  private func value<Value>(_ kind: Kind<Value>, _ text: String) throws(Mismatch) -> Value {
    try kind.parse(text, Self.context)
  }

  @Test func moneyIsMinorUnits() throws {
    #expect(try value(Kind<Int64>.money(), "30 CNY") == 3_000)
    #expect(try value(Kind<Int64>.money(), "0.29 CNY") == 29)
    #expect(try value(Kind<Int64>.money(), "0") == 0)
    #expect(try value(Kind<Double>.price(), "0.125 CNY") == 12.5)
    #expect(throws: Mismatch.self) { try value(Kind<Int64>.money(), "0.295 CNY") }
    // However it is written, less than the smallest unit is not nothing.
    for tiny in ["0.001 CNY", "1e-9 CNY", "1e-12 CNY"] {
      #expect(throws: Mismatch.self) { try value(Kind<Int64>.money(), tiny) }
    }
    #expect(throws: Mismatch.self) { try value(Kind<Int64>.money(), "30 USD") }
    #expect(throws: Mismatch.self) { try value(Kind<Int64>.money(), "1e15 CNY") }
    var yen = Self.context
    yen.currency = Currency(code: "JPY")
    #expect(try Kind<Int64>.money().parse("30 JPY", yen) == 30)
  }

  @Test func spendingIsPerDay() throws {
    #expect(try value(.spending(), "70 CNY per week") == 1_000)
    #expect(try value(.spending(), "365 CNY per year") == 100)
    #expect(throws: Mismatch.self) { try value(.spending(), "70 CNY") }
  }

  @Test func sharesAreFractions() throws {
    #expect(try value(.share(), "5%") == 0.05)
    #expect(try value(.share(), "0") == 0)
    #expect(throws: Mismatch.self) { try value(.share(), "0.05") }
    #expect(throws: Mismatch.self) { try value(.share(), "101%") }
    #expect(throws: Mismatch.self) { try value(.share(.properShare), "100%") }
  }

  @Test func timesAreDays() throws {
    #expect(try value(.time(), "2 weeks") == 14)
    #expect(try value(.time(), "1 year") == 365)
    #expect(try value(.wholeDays(1...400, example: "1 day"), "3 months") == 91)
    #expect(throws: Mismatch.self) { try value(.wholeDays(1...400, example: "1 day"), "2 years") }
    #expect(try value(Kind<Double?>.timeOrNoEnd, "no end") == nil)
    #expect(try value(Kind<Double?>.timeOrNoEnd, "2 years") == 730)
  }

  @Test func ratesAreDaily() throws {
    #expect(try value(.rate(), "3 per week") == 3.0 / 7)
    #expect(abs(try value(.rate(), "1.5 per month") - 18.0 / 365) < 1e-15)
    #expect(try value(.hazard(example: "1% per day"), "7% per week") == 0.07 / 7)
    #expect(try value(.yearly(example: "8% per year"), "8% per year") == 0.08)
    #expect(throws: Mismatch.self) { try value(.yearly(example: "8% per year"), "1% per month") }
  }

  @Test func windowsIncludeBothEndsAndCountFromDayOne() throws {
    #expect(try value(.window, "day 30..43") == 29..<43)
    #expect(try value(.window, "day 1..end") == 0..<100)
    #expect(try value(.window, "day 100") == 99..<100)
    #expect(try value(.window, "2026-03-02..2026-03-14") == 0..<13)
    #expect(try value(.window, "2026-03-14..end") == 12..<100)
    // What has no stated end says so.
    #expect(try value(.window, "2026-03-14..end") == Window(12..<100, isOpenEnded: true))
    #expect(try value(.window, "day 13..100") == Window(12..<100))
    for wrong in [
      "day 0..3", "day 90..101", "day 5..4", "30..43", "day", "day x..y", "2026-03-01..2026-03-03",
      "2026-02-29..2026-03-03", "day 1..2..3", "2026-03-02..day 7", "day 99999999999999999999",
    ] {
      #expect(throws: Mismatch.self, "\(wrong)") { try value(Kind<Window>.window, wrong) }
    }
  }

  @Test func suggestionsAreAlwaysValid() {
    for (text, right) in [
      ("30 CYN", "30 CNY"), ("30 cny", "30 CNY"), ("30", "30 CNY"), ("¥30", "30 CNY"),
      ("30元", "30 CNY"), ("30 RMB", "30 CNY"), ("1,200 CNY", "1200 CNY"),
    ] {
      #expect(suggestion(Kind<Int64>.money(), text) == right)
    }
    #expect(suggestion(Kind<Int64>.money(), "30 USD") == nil)
    #expect(suggestion(.share(), "0.05") == "5%")
    #expect(suggestion(.share(), "30") == "30%")
    #expect(suggestion(.share(), "130") == nil)
    #expect(suggestion(.time(), "2 weks") == "2 weeks")
    #expect(suggestion(.time(), "14") == "14 days")
    #expect(suggestion(.spending(), "300 CNY/day") == "300 CNY per day")
    #expect(suggestion(Kind<Window>.window, "day 1-10") == "day 1..10")
    #expect(suggestion(Kind<Window>.window, "30..43") == "day 30..43")
    #expect(suggestion(Kind<CalendarDate>.date, "20260301") == "2026-03-01")
    #expect(suggestion(Kind<Meal>.word, "super") == "supper")
  }

  private func suggestion<Value>(_ kind: Kind<Value>, _ text: String) -> String? {
    let element = Element(place: Place(line: 1, column: 1), path: "x", content: .scalar(text))
    var reading = Reading(root: element)
    reading.context = Self.context
    #expect(kind.read(element, &reading) == nil)
    #expect(reading.problems.count == 1)
    return reading.problems.first?.suggestion
  }
}
