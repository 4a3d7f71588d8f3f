/// A word that reports use, explained in one sentence.
public struct Term: Sendable, Equatable {
  public let word: String
  public let sentence: String
  /// Other words, such as titles of columns, for the same.
  package let also: [String]

  package init(_ word: String, _ sentence: String, also: [String] = []) {
    self.word = word
    self.sentence = sentence
    self.also = also
  }

  /// Everything it is found by.
  package var names: [String] { [word] + also }
}

/// Terms that are read together.
public struct TermGroup: Sendable, Equatable {
  public let title: String
  public let terms: [Term]

  package init(_ title: String, _ terms: [Term]) {
    self.title = title
    self.terms = terms
  }
}
