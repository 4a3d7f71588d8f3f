import Documents
internal import Statistics

/// A kind of channel in a scenario file: its word under `kind`, and the block of keys it has of its own.
struct ChannelKind: Sendable {
  let name: String
  /// What such channels are, in a few words.
  let examples: String
  /// Whether contacts are bought for it, by `price`, `budget` and so on.
  let buysContacts: Bool
  /// Whether its contacts are taken in by chance, so that it has a `reach`.
  let takesReach: Bool
  /// Its block; `nil` where it has none.
  let key: Key<ChannelDraft>?
  /// Closed forms that channels of this kind must agree with.
  let oracles: [Oracle]
  /// Whether anything is done for a channel as it is written.
  let isUsed: @Sendable (ChannelDraft) -> Bool
  /// The terms of a channel, or `nil` where something is missing; what cannot be is reported.
  let terms: @Sendable (ChannelDraft, Element, inout Reading) -> (any ChannelTerms)?
}

/// The keys of a block that channels of one kind have of their own, as written.
protocol ChannelTermsDraft: Draft {
  associatedtype Terms: ChannelTerms

  /// The kind, which is also the name of the block.
  static var kind: String { get }

  init()

  /// Whether anything is done, as it is written.
  func isUsed(_ channel: ChannelDraft) -> Bool

  /// Nothing is done any more.
  mutating func stop()

  /// The terms, or `nil` where something is missing; problems are reported at places in the block.
  ///
  /// Money and people are those of the simulated sample, one k-th of the market's.
  func resolved(
    _ channel: ChannelDraft, _ element: Element, _ reading: inout Reading
  ) -> Terms?
}

extension ChannelKind {
  /// Contacts bought by nothing but the keys of every channel.
  init(_ medium: BoughtContacts.Medium, _ examples: String) {
    name = medium.rawValue
    self.examples = examples
    buysContacts = true
    takesReach = true
    key = nil
    oracles = []
    isUsed = { $0.contacts.buying.perDay > 0 }
    terms = { draft, element, reading in
      draft.contacts.resolved(medium, draft, element, &reading)
    }
  }

  /// A kind with a block of its own, which keeps to some closed forms.
  init<Written: ChannelTermsDraft>(
    _ examples: String, _ block: Section<Written>, buysContacts: Bool = false,
    takesReach: Bool = true, oracles: [Oracle]
  ) {
    let name = Written.kind
    self.name = name
    self.examples = examples
    self.buysContacts = buysContacts
    self.takesReach = takesReach
    self.oracles = oracles
    isUsed = { $0[Written.self].isUsed($0) }
    terms = { draft, element, reading in
      draft[Written.self].resolved(draft, element.inner(name), &reading)
    }
    key = Key(
      name: name, meaning: block.meaning, schema: { block.schema(&$0) },
      read: { element, draft, reading in
        block.read(element, into: &draft[Written.self], &reading)
      },
      complete: { draft, layers, reading in
        guard draft.kind?.name == name else { return }
        block.complete(draft[Written.self], layers: layers.map { $0.inner(name) }, &reading)
      })
  }

  /// What the key `kind` says of all kinds.
  static var meaning: String {
    let kinds = all.map { "\($0.name) (\($0.examples))" }
    let sentence = [kinds.dropLast().joined(separator: ", "), kinds.last ?? ""]
      .joined(separator: " or ")
    return "\(sentence.prefix(1).uppercased())\(sentence.dropFirst())."
  }
}

extension ChannelDraft {
  /// What is written in the block of a kind.
  fileprivate subscript<Written: ChannelTermsDraft>(_ type: Written.Type) -> Written {
    get { blocks[Written.kind] as? Written ?? Written() }
    set { blocks[Written.kind] = newValue }
  }
}

extension Kind<ChannelKind> {
  /// One of the kinds of channels, by its word.
  static var channelKind: Self {
    let words = ChannelKind.all.map(\.name)
    return Kind(
      scalar: { _ in listed(words, joint: "or") },
      schema: .object(["enum": .list(words.map { .string($0) })]), write: \.name,
      repairs: { text, _ in nearest(to: text, among: words).map { [$0] } ?? [] }
    ) { text, _ throws(Mismatch) in
      guard let kind = ChannelKind.all.first(where: { $0.name == text }) else { throw Mismatch() }
      return kind
    }
  }
}
