import Testing

@testable import Documents

/// What lies outside is told which limit it passes.
@Suite struct BoundsTests {
  @Test(arguments: [
    (Bounds.share, 1.1, "The value is above 100%."),
    (.properShare, 1, "The value is not below 100%."),
    (.from(0.01, to: 10), 20, "The value is above 1000%."),
    (.share, -0.1, "The value must not be negative."),
    (.properShare, 0, "The value is too small."),
  ])
  func limitsAreNamed(_ bounds: Bounds, _ value: Double, _ reason: String) {
    let error = #expect(throws: Mismatch.self) { try bounds.check(value, percent) }
    #expect(error?.reason == reason)
  }

  @Test func wholeNumbersAreToldTheirLimit() {
    let whole = Kind<Int>.whole(1...5_000_000, example: "3")
    let error = #expect(throws: Mismatch.self) { try whole.parse("5000001", Context()) }
    #expect(error?.reason == "The value is above 5000000.")
  }
}
