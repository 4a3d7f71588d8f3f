import ArgumentParser
import Reports
import Takeaways

/// `flywheel terms`: what the words of a report mean.
struct TermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: "Explains every word a report uses, in one sentence each.")

  @Argument(help: "A word, such as ROI or dead weight; without one, all of them are listed.")
  var word: [String] = []

  func run() throws {
    guard !word.isEmpty else {
      try Terminal.answer(Terms.text(width: Terminal.width()), terminator: "")
      return
    }
    let written = word.joined(separator: " ")
    switch Terms.find(written) {
    case .term(let term):
      try Terminal.answer(Terms.text(of: term, width: Terminal.width()), terminator: "")
    case .nearest(let words):
      let guess =
        words.isEmpty
        ? "`flywheel terms` lists all there are."
        : "Did you mean \(words.map { "“\($0)”" }.joined(separator: ", "))?"
      throw Self.wrongUsage("There is no term “\(written)”. \(guess)")
    }
  }
}
