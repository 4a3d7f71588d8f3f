import Testing

@testable import Documents

/// Numbers with a power of ten, such as `1e-12`: they are numbers wherever figures are read, or refused as such, and
/// their minus parts no range.
@Suite struct ScientificNotationTests {
  private static let numbers = [
    ("1e-12", 1e-12), ("1E-12", 1e-12), ("1.5e-3", 0.0015), ("1.e-3", 0.001), (".5e-3", 0.0005),
    ("2e3", 2_000),
    ("2e+3", 2_000), ("2E03", 2_000), ("1e\u{2212}12", 1e-12), ("0e-5", 0), ("12e-1", 1.2),
  ]
  private static let units = [
    "", "%", " %", " CNY", "CNY", " EUR", "e", " days", " per month", " CNY per day",
  ]

  private func reading() -> Reading {
    let root = Element(place: Place(line: 1, column: 1), path: "", content: .empty)
    var reading = Reading(root: root)
    reading.context = KindTests.context
    return reading
  }

  private func read<Value>(
    _ kind: Kind<Value>, _ text: String
  ) -> (value: Value?, problem: DocumentProblem?) {
    var reading = reading()
    let place = Place(line: 1, column: 1)
    let value = kind.read(Element(place: place, path: "x", content: .scalar(text)), &reading)
    #expect((value == nil) == (reading.problems.count == 1), "\(text)")
    return (value, reading.problems.first)
  }

  @Test(arguments: numbers, units)
  func areFigures(_ number: (text: String, value: Double), _ unit: String) throws {
    for sign in ["", "-", "+"] {
      let text = sign + number.text + unit
      let quantity = try Quantity(text)
      #expect(quantity.number == (sign == "-" ? -number.value : number.value))
      #expect(quantity.unit == (try Quantity("7" + unit).unit))
      #expect(quantity.period == (try Quantity("7" + unit).period))
      #expect(QuantityRange.meant(by: text) == [])
      #expect(try QuantityRange(figureOrRange: text).isFigure)
    }
  }

  @Test(arguments: numbers, units)
  func areEndsOfRanges(_ number: (text: String, value: Double), _ unit: String) throws {
    for other in ["5e3", "5e+3", "5000"] {
      for text in ["\(number.text)..\(other)\(unit)", "\(number.text)\(unit) .. \(other)\(unit)"] {
        let range = try QuantityRange(text)
        #expect(range.low.number == number.value && range.high.number == 5_000, "\(text)")
        #expect(range.high.unit == (try Quantity("7" + unit).unit))
      }
      // The wrong way round, or with its unit at the wrong end, it is mended and keeps its figures.
      for (wrong, isFull) in [
        ("\(other) .. \(number.text)\(unit)", false),
        ("\(other)\(unit) .. \(number.text)\(unit)", false),
        ("\(number.text)\(unit)..\(other)", true),
      ] where !isFull || !unit.trimmed.isEmpty {
        let error = #expect(throws: Mismatch.self, "\(wrong)") { try QuantityRange(wrong) }
        let mended = try QuantityRange(#require(error?.repairs.first))
        #expect(mended.low.number == number.value && mended.high.number == 5_000, "\(wrong)")
        #expect(mended.high.unit == (try Quantity("7" + unit).unit))
      }
    }
  }

  @Test(arguments: ["-", " - ", "–", "—", " to ", "~", "…"])
  func rangesWithOtherSignsAreMended(_ sign: String) {
    for (low, high) in [
      ("1e-3", "2e-3"), ("1E-3", "2e1"), ("0.001", "2e-3"), ("1e-3", "0.5"), ("1", "2e-0"),
    ] {
      let problem = read(.share(), "\(low)\(sign)\(high)%").problem
      #expect(problem?.suggestion == "\(low)..\(high)%")
    }
  }

  /// Every kind of figure, with units that suit it and with those that do not.
  @Test(arguments: numbers, units)
  func noKindTakesThemForARange(_ number: (text: String, value: Double), _ unit: String) {
    let text = number.text + unit
    func check<Value>(_ kind: Kind<Value>, _ kindName: String) {
      let (_, problem) = read(kind, text)
      guard let problem else { return }
      #expect(problem.suggestion?.contains("..") != true, "\(kindName): \(text)")
      #expect(problem.reason?.contains("range") != true, "\(kindName): \(text)")
      // What is suggested is the same figure.
      guard let suggestion = problem.suggestion, let meant = try? Quantity(suggestion) else {
        return
      }
      let becameShare = meant.unit == "%" && unit.isEmpty && meant.number != number.value
      let wasShare = meant.unit.isEmpty && unit.trimmed == "%"
      let value = becameShare ? meant.number / 100 : wasShare ? meant.number * 100 : meant.number
      #expect(
        abs(value - number.value) <= 1e-9 * abs(number.value), "\(kindName): \(text), \(suggestion)"
      )
    }
    check(.number(example: "1"), "number")
    check(.share(), "share")
    check(.share().certain, "share that is decided")
    check(.ratio(example: "50%"), "ratio")
    check(Kind<Double>.price(), "price")
    check(.spending(), "spending")
    check(Kind<Int64>.money(), "money")
    check(.time(), "time")
    check(.rate(), "rate")
    check(.hazard(example: "1% per day"), "hazard")
    check(.yearly(example: "8% per year"), "yearly")
    check(.wholeDays(1...400, example: "1 day"), "whole days")
    check(Kind<Int>.whole(1...5_000, example: "20"), "whole")
    check(Kind<Double?>.timeOrNoEnd, "time or no end")
    check(Kind<QuantityRange>.rangeOrFigure, "range or figure")
  }

  @Test func kindsReadThem() {
    #expect(read(.number(example: "1"), "1e-12").value == 1e-12)
    #expect(read(.share(), "1e-12%").value == 1e-14)
    #expect(read(Kind<Double>.price(), "1e-2 CNY").value == 1)
    #expect(read(.spending(), "3e2 CNY per day").value == 30_000)
    #expect(read(.time(), "14e-1 days").value == 1.4)
    #expect(read(.times(example: "1"), "1e-3..1e-1").value.map { abs($0 - 1e-2) < 1e-12 } == true)
  }

  @Test(arguments: [
    ("2e4", 20_000), ("2E+4", 20_000), ("20000.0", 20_000), ("15e-1", nil), ("2e9", nil),
  ])
  func wholeNumbersMayBeWrittenSo(_ text: String, _ value: Int?) {
    let (read, problem) = read(Kind<Int>.whole(0...1_000_000, example: "20"), text)
    #expect(read == value)
    #expect((problem?.reason == nil) == (value != nil))
  }

  @Test(arguments: [
    ("1e–12 CNY", "1e-12 CNY"), ("1e—3..1e—2 CNY", "1e-3..1e-2 CNY"), ("2E‑3 CNY", "2E-3 CNY"),
  ])
  func anotherDashIsMended(_ text: String, _ right: String) {
    #expect(read(Kind<Double>.price(), text).problem?.suggestion == right)
  }

  @Test(arguments: ["1e-400", "-1e-400 CNY", "3e-324", "1e-16", "1e16", "1e999"])
  func whatIsBeyondAnyFigureIsRefused(_ text: String) {
    let error = #expect(throws: Mismatch.self) { try Quantity(text) }
    #expect(error?.reason?.hasPrefix("The number is too") == true)
  }

  @Test(arguments: ["1e", "1e-", "1e-x", "e-3", "1e-3.5", "1e5e5", "1×10^-3", "10^-3"])
  func whatIsNoneIsRefusedAndNoRange(_ text: String) {
    let (value, problem) = read(.number(example: "1"), text)
    #expect(value == nil)
    #expect(problem?.suggestion?.contains("..") != true, "\(problem?.suggestion ?? "")")
  }
}
