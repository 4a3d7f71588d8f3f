extension Span<UInt8> {
  /// Up to eight bytes from a position on as one little-endian number, zeros where there are fewer.
  @inline(__always)
  func word(at position: Int) -> UInt64 {
    let left = count - position
    let raw = unsafe bytes
    if left >= 8 {
      return UInt64(
        littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
    guard left > 0 else { return 0 }
    if left >= 4 {
      // Two loads that overlap read any length without a loop, whose end would be mispredicted.
      let low = UInt32(
        littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self))
      let high = UInt32(
        littleEndian: unsafe raw.unsafeLoadUnaligned(
          fromByteOffset: position + left - 4, as: UInt32.self))
      return UInt64(low) | UInt64(high) &<< UInt64(8 * (left - 4))
    }
    let middle = UInt64(self[position + left / 2]) &<< UInt64(8 * (left / 2))
    let last = UInt64(self[position + left - 1]) &<< UInt64(8 * (left - 1))
    return UInt64(self[position]) | middle | last
  }
}
