import Foundation
import Testing

@testable import Documents

/// Ranges and names of assumptions where keys hold figures.
@Suite struct UncertainKindTests {
  private func reading(_ scores: [String: Double] = [:]) throws -> Reading {
    let root = Element(place: Place(line: 1, column: 1), path: "", content: .empty)
    var reading = Reading(root: root)
    reading.context = KindTests.context
    let declared: [String: QuantityRange?] = [
      "take-up": try QuantityRange("10%..25%"), "price": try QuantityRange(figureOrRange: "3 CNY"),
      "faulty": nil,
    ]
    reading.uncertain.declared = declared
    reading.uncertain.scores = scores
    return reading
  }

  private func element(_ text: String, at path: String = "x") -> Element {
    Element(place: Place(line: 3, column: 5), path: path, content: .scalar(text))
  }

  private func value<Value>(
    _ kind: Kind<Value>, _ text: String, _ scores: [String: Double] = [:]
  ) throws -> Value? {
    var reading = try reading(scores)
    return kind.read(element(text), &reading)
  }

  @Test func aRangeIsReadAtItsMedianOrAtADraw() throws {
    #expect(try value(.number(example: "1"), "1..3") == 2)
    #expect(try abs(value(Kind<Double>.price(), "4..9 CNY").map { $0 - 600 } ?? 1) < 1e-9)
    let draw = try value(.number(example: "1"), "1..3", ["x": RangeLaw.end])
    #expect(try abs(#require(draw) - 3) < 1e-12)
  }

  @Test func bookedMoneyAndWholeDaysAreRounded() throws {
    #expect(try value(Kind<Int64>.money(), "10..20 CNY") == 1_414)
    #expect(try value(.wholeDays(1...400, example: "1 day"), "10..20 days") == 14)
  }

  @Test func aNameStandsForItsFigure() throws {
    let odds = 1 / 27.0.squareRoot()
    let share = try #require(try value(.share(), "take-up"))
    #expect(abs(share - odds / (1 + odds)) < 1e-12)
    #expect(try value(Kind<Int64>.money(), "price") == 300)
    var reading = try reading(["take-up": -RangeLaw.end])
    for path in ["a", "b", "a"] {
      let drawn = Kind.share().read(element("take-up", at: path), &reading)
      #expect(try abs(#require(drawn) - 0.1) < 1e-12)
    }
    #expect(reading.uncertain.met.map(\.name) == ["take-up"])
    #expect(reading.uncertain.met[0].uses == ["a", "b"])
  }

  @Test func anAssumptionFoundFaultyIsNotReportedAgain() throws {
    var reading = try reading()
    #expect(Kind.share().read(element("faulty"), &reading) == nil)
    #expect(reading.problems.isEmpty)
  }

  @Test func oneAssumptionHasOneLaw() throws {
    var reading = try reading()
    _ = Kind.share().read(element("take-up", at: "a"), &reading)
    #expect(Kind.ratio(example: "50%").read(element("take-up", at: "b"), &reading) == nil)
    #expect(
      reading.problems.map(\.reason) == [
        "The assumption `take-up` is `10%..25%`. Here it would be a figure above 0, but it is a share"
          + " between 0% and 100% at `a`: one assumption has one law. Give two, and let them move"
          + " with each other."
      ])
  }

  @Test(
    arguments: [
      ("0..5%", "0..5% uniform"), ("2-5%", "2..5%"), ("2% to 5%", "2%..5%"), ("2～5%", "2..5%"),
      ("0.02..0.05", "2%..5%"), ("2..5", "2..5%"), ("take-pu", "take-up"), ("30%..140%", nil),
      ("5%..2%", "2%..5%"), ("2…5%", "2..5%"), ("2..5 percent", "2..5%"),
    ] as [(String, String?)])
  func suggestionsForSharesAreValid(_ text: String, _ right: String?) throws {
    var reading = try reading()
    #expect(Kind.share().read(element(text), &reading) == nil)
    #expect(reading.problems.count == 1)
    #expect(reading.problems.first?.suggestion == right)
  }

  @Test(arguments: ["10%..20%", "take-up"])
  func whatIsDecidedTakesNeither(_ text: String) throws {
    var reading = try reading()
    #expect(Kind.share().certain.read(element(text), &reading) == nil)
    #expect(Kind<Int>.whole(1...9, example: "1").read(element(text), &reading) == nil)
    #expect(Kind<Double?>.timeOrNoEnd.read(element(text), &reading) == nil)
    #expect(reading.uncertain.met.isEmpty)
    let reason =
      text == "take-up"
      ? "An assumption cannot stand here." : "It takes one figure, not a range."
    #expect(reading.problems.allSatisfy { $0.reason == reason })
  }

  /// The pattern an editor checks by accepts what the reader accepts.
  @Test(
    arguments: [
      ("5%", true), ("2..5%", true), ("2%..5%", true), ("2 % .. 5 % uniform", true),
      ("take-up", true), ("到店率", true), ("5", false), ("2..5", false), ("%", false),
    ])
  func schemaAcceptsRangesAndNames(_ text: String, _ isValid: Bool) throws {
    guard case .list(let ways)? = Kind.share().schema["anyOf"] else {
      Issue.record("no list")
      return
    }
    let patterns = try ways.compactMap { way -> Regex<AnyRegexOutput>? in
      guard case .string(let pattern)? = way["pattern"] else { return nil }
      return try Regex(pattern)
    }
    #expect(patterns.count == 2)
    #expect(patterns.contains { text.firstMatch(of: $0) != nil } == isValid)
    guard
      case .string(let pattern)? = Kind.share().certain.schema["anyOf"].flatMap(first)?["pattern"]
    else {
      Issue.record("no pattern")
      return
    }
    #expect(try text.firstMatch(of: Regex(pattern)) == nil || text == "5%")
  }

  private func first(_ json: JSON) -> JSON? {
    guard case .list(let items) = json else { return nil }
    return items.first
  }
}
