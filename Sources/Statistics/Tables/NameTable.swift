/// Names in the order they first appeared, each stored once and found by its bytes.
///
/// Looking up one name among millions costs two visits to memory: its slot, and an entry that holds the
/// bytes of a short name itself.
public struct NameTable: Sendable {
  /// A name of up to twelve bytes; of a longer one the first four, and where the others are.
  private struct Entry: Equatable {
    var length: UInt32
    var head: UInt32 = 0
    var rest: UInt64 = 0

    /// What can be told without the bytes of longer names; those have no `rest` yet.
    init(_ name: Span<UInt8>) {
      length = UInt32(truncatingIfNeeded: name.count)
      for i in 0..<min(4, name.count) { head |= UInt32(name[i]) &<< UInt32(8 * i) }
      guard isWhole else { return }
      for i in 4..<max(4, name.count) { rest |= UInt64(name[i]) &<< UInt64(8 * (i - 4)) }
    }

    var isWhole: Bool { length <= 12 }

    /// A byte of the first four, or of any in a short name.
    func byte(_ i: Int) -> UInt8 {
      i < 4
        ? UInt8(truncatingIfNeeded: head &>> UInt32(8 * i))
        : UInt8(truncatingIfNeeded: rest &>> UInt64(8 * (i - 4)))
    }
  }

  private var entries: [Entry] = []
  /// The bytes from the fifth on of longer names, one name after the other.
  private var rests: [UInt8] = []
  /// Open addressing, a digest above an index + 1, or 0; a power of two in size, at most two thirds full.
  private var slots = [UInt64](repeating: 0, count: 16)

  public init() {}

  public var count: Int { entries.count }

  /// The name at an index, as text.
  public subscript(index: Int) -> String {
    let entry = entries[index]
    let inline = entry.isWhole ? Int(entry.length) : 4
    var bytes = (0..<inline).map(entry.byte)
    if !entry.isWhole {
      bytes += rests[Int(entry.rest)..<(Int(entry.rest) + Int(entry.length) - 4)]
    }
    return DecodedText(bytes.span).text
  }

  /// The index of a name, which is added if it is new.
  public mutating func index(of name: Span<UInt8>) -> Int {
    let digest = ByteDigest.digest(name) & 0xFFFF_FFFF_0000_0000
    var entry = Entry(name)
    var slot = Self.slot(digest, among: slots.count)
    while slots[slot] != 0 {
      if slots[slot] & 0xFFFF_FFFF_0000_0000 == digest {
        let index = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if equals(entries[index], entry, name) { return index }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    if !entry.isWhole {
      entry.rest = UInt64(rests.count)
      for i in 4..<name.count { rests.append(name[i]) }
    }
    entries.append(entry)
    slots[slot] = digest | UInt64(entries.count)
    if entries.count * 3 > slots.count * 2 { grow() }
    return entries.count - 1
  }

  private func equals(_ stored: Entry, _ wanted: Entry, _ name: Span<UInt8>) -> Bool {
    if stored.isWhole { return stored == wanted }
    guard stored.length == wanted.length, stored.head == wanted.head else { return false }
    let rest = Int(stored.rest)
    for i in 4..<name.count where rests[rest + i - 4] != name[i] { return false }
    return true
  }

  private static func slot(_ digest: UInt64, among count: Int) -> Int {
    Int(truncatingIfNeeded: digest &>> 32) & (count - 1)
  }

  private mutating func grow() {
    let before = slots
    slots = [UInt64](repeating: 0, count: before.count * 2)
    for occupied in before where occupied != 0 {
      var slot = Self.slot(occupied, among: slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = occupied
    }
  }
}
