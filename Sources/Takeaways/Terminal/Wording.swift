import Documents

/// A name in the planner's own words, set apart from ours.
package func quoted(_ name: String) -> String { "“\(name.printable)”" }

extension Readable {
  /// A share of markets in a sentence; never 100 of 100 where one was otherwise, nor 0 where one was.
  ///
  /// - Parameters:
  ///   - share: The share.
  ///   - least: The least that can be told: what comes to that, or to all but that, is a bound.
  /// - Returns: Such as `72 of 100` or `fewer than 10 of 100`.
  package static func outOfHundred(_ share: Double, least: Double = 0) -> String {
    shortOutOfHundred(share, least: least)
      .replacing("<", with: "fewer than ").replacing(">", with: "more than ")
  }

  /// The same where there is little room, such as `>99 of 100`.
  package static func shortOutOfHundred(_ share: Double, least: Double = 0) -> String {
    "\(chance(share, least: least).dropLast()) of 100"
  }

  /// A count in a sentence: small ones as words.
  package static func few(_ count: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return count < words.count ? words[count] : self.count(count)
  }
}

extension String {
  /// With a capital letter at its start.
  package var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
