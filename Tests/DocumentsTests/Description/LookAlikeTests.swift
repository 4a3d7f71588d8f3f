import Testing

@testable import Documents

/// Names that read as the same, and in what they differ.
@Suite struct LookAlikeTests {
  /// A plain name, one that differs from it in one way, and words of that way.
  static let alike: [(String, String, String)] = [
    ("café", "cafe\u{301}", "accents"), ("Ångström", "A\u{30A}ngstro\u{308}m", "accents"),
    ("가게", "\u{1100}\u{1161}\u{1100}\u{1166}", "accents"),
    ("lunch", "lun\u{200B}ch", "nobody sees"), ("lunch", "lunch\u{FEFF}", "nobody sees"),
    ("lunch", "\u{2060}lunch", "nobody sees"), ("lunch", "lu\u{AD}nch", "nobody sees"),
    ("lunch", "lunch\u{200E}", "nobody sees"), ("lunch", "l\u{200D}unch", "nobody sees"),
    ("老客", "老\u{200C}客", "nobody sees"),
    ("old lunch", "old\u{A0}lunch", "spaces"), ("old lunch", "old  lunch", "spaces"),
    ("old lunch", "old lunch ", "spaces"), ("old lunch", " old lunch", "spaces"),
    ("old lunch", "old\u{202F}lunch", "spaces"), ("old lunch", "old\u{3000}lunch", "spaces"),
    ("old lunch", "old\u{2009} lunch", "spaces"),
    ("VIP", "\u{FF36}\u{FF29}\u{FF30}", "width"), ("10%", "１０％", "width"), ("a-b", "a－b", "width"),
    ("VIP", "vip", "capital"), ("École", "école", "capital"), ("ΣΟΦΙΑ", "σοφια", "capital"),
  ]

  @Test(arguments: alike)
  func areFound(_ plain: String, _ other: String, _ way: String) throws {
    for (first, second) in [(plain, other), (other, plain)] {
      let alike = try #require(LookAlike(first, second))
      #expect(alike.clause.contains(way) && !alike.clause.contains(" and in "))
      #expect(alike.isInvisible == !["width", "capital"].contains(way))
    }
  }

  /// Ways add up, and each is said.
  @Test(arguments: alike, alike)
  func severalAtOnce(_ one: (String, String, String), _ two: (String, String, String)) throws {
    let (plain, other) = ("\(one.0) | \(two.0)", "\(one.1) | \(two.1)")
    let alike = try #require(LookAlike(plain, other))
    for way in [one.2, two.2] { #expect(alike.clause.contains(way), "\(alike.clause)") }
    #expect(alike.isInvisible == ![one.2, two.2].contains { ["width", "capital"].contains($0) })
    #expect(plain.asRead == other.asRead)
  }

  @Test(arguments: alike.map(\.0) + alike.map(\.1))
  func theSameIsNotAlike(_ name: String) { #expect(LookAlike(name, name) == nil) }

  @Test(arguments: [
    ("lunch", "lunches"), ("cafe", "café"), ("5 off", "5off"), ("10 off", "1 0 off"),
    ("a-b", "a b"),
    ("o", "0"), ("老客", "老客户"), ("", "x"),
  ])
  func othersAreOthers(_ first: String, _ second: String) {
    #expect(LookAlike(first, second) == nil && first.asRead != second.asRead)
  }
}
