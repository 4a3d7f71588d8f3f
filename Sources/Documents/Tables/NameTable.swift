/// Names in the order they first appeared, each stored once and found by its bytes.
///
/// Looking up one name among millions costs two visits to memory: its slot, and an entry that holds the
/// bytes of a short name itself.
public struct NameTable: Sendable {
  private var entries: [NameEntry] = []
  /// The bytes from the fifth on of longer names, one name after the other.
  private var rests: [UInt8] = []
  /// Open addressing, a digest above an index + 1, or 0; a power of two in size, at most two thirds full.
  private var slots = [UInt64](repeating: 0, count: 16)

  public init() {}

  public var count: Int { entries.count }

  /// The name at an index, as text.
  public subscript(index: Int) -> String {
    let entry = entries[index]
    var bytes = (0..<entry.inlineLength).map(entry.byte)
    if !entry.isWhole {
      bytes += rests[Int(entry.rest)..<(Int(entry.rest) + Int(entry.length) - 4)]
    }
    return DecodedText(bytes.span).text
  }

  /// The index of a name, which is added if it is new.
  public mutating func index(of name: Span<UInt8>) -> Int {
    var entry = NameEntry(name)
    let digest = entry.digest(name)
    var slot = slot(digest)
    if let index = find(entry, name, digest, from: &slot) { return index }
    if !entry.isWhole {
      entry.rest = UInt64(rests.count)
      for i in 4..<name.count { rests.append(name[i]) }
    }
    entries.append(entry)
    slots[slot] = digest | UInt64(entries.count)
    if entries.count * 3 > slots.count * 2 { grow() }
    return entries.count - 1
  }

  /// The indices of many names, -1 for those that are new.
  ///
  /// All slots are asked for before any is looked at, so that waits for memory overlap.
  ///
  /// - Parameters:
  ///   - names: Where the names stand.
  ///   - bytes: Where they stand in.
  ///   - found: Receives an index for each.
  public func find(
    _ names: ArraySlice<Range<Int>>, in bytes: Span<UInt8>, into found: inout [Int32]
  ) {
    for start in stride(from: names.startIndex, to: names.endIndex, by: Self.batch) {
      var wanted = InlineArray<64, NameEntry>(repeating: NameEntry())
      var digests = InlineArray<64, UInt64>(repeating: 0)
      var occupants = InlineArray<64, UInt64>(repeating: 0)
      let end = min(names.endIndex, start + Self.batch)
      for place in start..<end {
        let name = bytes.extracting(names[place])
        wanted[place - start] = NameEntry(name)
        digests[place - start] = wanted[place - start].digest(name)
        occupants[place - start] = slots[slot(digests[place - start])]
      }
      for place in start..<end {
        let (entry, digest) = (wanted[place - start], digests[place - start])
        let occupant = occupants[place - start]
        let index = Int(occupant & 0xFFFF_FFFF) - 1
        if occupant & 0xFFFF_FFFF_0000_0000 == digest, index >= 0, entry.isWhole,
          entries[index] == entry
        {
          found.append(Int32(truncatingIfNeeded: index))
          continue
        }
        var slot = slot(digest)
        let elsewhere = find(entry, bytes.extracting(names[place]), digest, from: &slot) ?? -1
        found.append(Int32(truncatingIfNeeded: elsewhere))
      }
    }
  }

  private static let batch = 64

  /// Looks from a slot on; leaves it at the name's slot, or at the free one where it belongs.
  @inline(__always)
  private func find(
    _ entry: NameEntry, _ name: Span<UInt8>, _ digest: UInt64, from slot: inout Int
  ) -> Int? {
    while slots[slot] != 0 {
      if slots[slot] & 0xFFFF_FFFF_0000_0000 == digest {
        let index = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if equals(entries[index], entry, name) { return index }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func equals(_ stored: NameEntry, _ wanted: NameEntry, _ name: Span<UInt8>) -> Bool {
    if stored.isWhole { return stored == wanted }
    guard stored.length == wanted.length, stored.head == wanted.head else { return false }
    let rest = Int(stored.rest)
    for i in 4..<name.count where rests[rest + i - 4] != name[i] { return false }
    return true
  }

  /// The first slot to look in.
  @inline(__always)
  private func slot(_ digest: UInt64) -> Int {
    Int(truncatingIfNeeded: digest &>> 32) & (slots.count - 1)
  }

  private mutating func grow() {
    let before = slots
    slots = [UInt64](repeating: 0, count: before.count * 2)
    for occupied in before where occupied != 0 {
      var slot = slot(occupied)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = occupied
    }
  }
}
