/// What one person tells another, read at the opening of a later day.
struct Letter: Sendable, Equatable {
  /// Index among all people simulated.
  let to: Int
  let from: Int
  let day: Int
  /// The offer it is about; `nil` for word of mouth.
  let slot: Int?
  let word: Word

  enum Word: Sendable, Equatable {
    /// Of an experience, whether it was a good one.
    case experience(isGood: Bool)
    /// Come too.
    case call
    /// I have come.
    case answer
    /// What we did together was refused.
    case refusal
  }
}
