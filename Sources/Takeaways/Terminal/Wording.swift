import Documents

/// A name in the planner's own words, set apart from ours.
package func quoted(_ name: String) -> String { "“\(name.printable)”" }

extension Readable {
  /// A share of markets; never 100 of 100 where one was otherwise, nor 0 where one was.
  package static func outOfHundred(_ share: Double) -> String {
    let rounded = Int((share * 100).rounded())
    return "\(share >= 1 ? 100 : share <= 0 ? 0 : min(99, max(1, rounded))) of 100"
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
