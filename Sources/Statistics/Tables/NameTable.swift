/// Names in the order they first appeared, each stored once and found by its bytes.
public struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each name ends in `bytes`.
  private var ends: [Int] = []
  private var digests: [UInt32] = []
  /// Open addressing, index + 1 of a name or 0; a power of two in size, at most two thirds full.
  private var slots = [UInt32](repeating: 0, count: 16)

  public init() {}

  public var count: Int { ends.count }

  /// The name at an index, as text.
  public subscript(index: Int) -> String {
    DecodedText(bytes.span.extracting(range(index))).text
  }

  /// The index of a name, which is added if it is new.
  public mutating func index(of name: Span<UInt8>) -> Int {
    let digest = UInt32(truncatingIfNeeded: ByteDigest.digest(name))
    var slot = Int(digest) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if digests[index] == digest, equals(index, name) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    for i in name.indices { bytes.append(name[i]) }
    ends.append(bytes.count)
    digests.append(digest)
    slots[slot] = UInt32(ends.count)
    if ends.count * 3 > slots.count * 2 { grow() }
    return ends.count - 1
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  private func equals(_ index: Int, _ name: Span<UInt8>) -> Bool {
    let range = range(index)
    guard range.count == name.count else { return false }
    for i in name.indices where bytes[range.lowerBound + i] != name[i] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, digest) in digests.enumerated() {
      var slot = Int(digest) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }
}
