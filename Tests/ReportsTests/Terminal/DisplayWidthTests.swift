import Testing

@testable import Reports
@testable import Takeaways

struct DisplayWidthTests {
  /// Wide and combining characters as Unicode Standard Annex 11 and the general categories class them.
  @Test(arguments: [
    ("abc", 3), ("优惠券", 6), ("e\u{301}", 1), ("ｶﾅ", 2), ("カナ", 4), ("한국", 4), ("🎟️", 2), ("", 0),
    ("−±…", 3),
  ])
  func columns(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func elides() {
    #expect("second visit".elided(to: 12) == "second visit")
    #expect("second visit".elided(to: 8) == "second …")
    #expect("优惠券五元".elided(to: 6) == "优惠…")
  }

  @Test func wrapsAtSpacesOnly() {
    #expect("one two three".wrapped(to: 7) == ["one two", "three"])
    #expect("unbreakable x".wrapped(to: 4) == ["unbreakable", "x"])
    #expect("".wrapped(to: 4) == [])
  }

  @Test func aTerminalObeysNothingInAName() {
    #expect("red\u{1B}[31m\n".printable == "red [31m ")
  }
}
