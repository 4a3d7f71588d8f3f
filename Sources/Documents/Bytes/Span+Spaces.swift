extension Span<UInt8> {
  /// The range without spaces at either end; nil where nothing else is there.
  public var withoutSpaces: Range<Int>? {
    var (start, end) = (0, count)
    while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
    while start < end, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
    return start < end ? start..<end : nil
  }

  /// The range of what a cell names: without spaces, and a whole number without decimals that say nothing, so that
  /// 17850 and 17850.0 are one customer.
  public var name: Range<Int>? {
    guard let inner = withoutSpaces else { return nil }
    var end = inner.upperBound
    while end > inner.lowerBound, self[end - 1] == 0x30 { end -= 1 }
    guard end < inner.upperBound, end - 1 > inner.lowerBound, self[end - 1] == 0x2E else {
      return inner
    }
    for place in inner.lowerBound..<(end - 1) where self[place] < 0x30 || self[place] > 0x39 {
      return inner
    }
    return inner.lowerBound..<(end - 1)
  }
}
