/// What a value may depend on, added by the room whose files know of it.
package protocol ContextKey {
  associatedtype Value: Sendable

  /// The value while nothing else is known.
  static var initial: Value { get }
}

/// What a value may depend on: read first, so that every later value can be understood where it
/// stands.
package struct Context: Sendable {
  /// `nil` while unknown: then any currency passes, for the missing one is already reported.
  package var currency: Currency?
  /// The code a wrong one was most likely meant to be, for hints.
  package var currencyMeant: String?
  package var start: CalendarDate?
  package var horizon: Int?
  private var added: [ObjectIdentifier: any Sendable] = [:]

  package init() {}

  /// Whether it is known which days are played; otherwise no window has a known length.
  package var hasDays: Bool { start != nil && horizon != nil }

  package subscript<Key: ContextKey>(key: Key.Type) -> Key.Value {
    get {
      guard let value = added[ObjectIdentifier(key)] else { return Key.initial }
      return value as? Key.Value ?? Key.initial
    }
    set { added[ObjectIdentifier(key)] = newValue }
  }

  /// The currency examples are written in.
  package var code: String { currency?.code ?? currencyMeant ?? "CNY" }
}
