import Documents

/// A name in the planner's own words, set apart from ours.
package func quoted(_ name: String) -> String { "“\(name.printable)”" }

extension Readable {
  /// A share of markets in a sentence; never 100 of 100 where one was otherwise, nor 0 where one was.
  package static func outOfHundred(_ share: Double) -> String {
    switch share {
    case ...0: "0 of 100"
    case ..<0.01: "fewer than 1 of 100"
    case 1...: "100 of 100"
    case 0.99...: "more than 99 of 100"
    default: "\(count(Int((share * 100).rounded()))) of 100"
    }
  }

  /// The same where there is little room, such as `>99 of 100`.
  package static func shortOutOfHundred(_ share: Double) -> String {
    "\(chance(share).dropLast()) of 100"
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
