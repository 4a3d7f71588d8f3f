import Market

/// A value for each law of purchases that was fitted, in JSON a key per law beside the keys of what it belongs to.
struct ByLaw<Part: Encodable, Value: Encodable>: Encodable {
  let part: Part
  let values: [PurchaseLaw: Value]

  func encode(to encoder: any Encoder) throws {
    try part.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    for law in PurchaseLaw.allCases {
      try container.encodeIfPresent(values[law], forKey: Key(law))
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    /// `bgnbd` for `bg-nbd`.
    init(_ law: PurchaseLaw) { stringValue = law.rawValue.filter { $0 != "-" } }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
