extension Span<UInt8> {
  /// The range without spaces at either end; nil where nothing else is there.
  public var withoutSpaces: Range<Int>? {
    var (start, end) = (0, count)
    while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
    while start < end, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
    return start < end ? start..<end : nil
  }
}
