extension Span<UInt8> {
  /// The range without spaces at either end; nil where nothing else is there.
  public var withoutSpaces: Range<Int>? {
    var (start, end) = (0, count)
    while start < end, Self.isSpace(self[start]) { start += 1 }
    while start < end, Self.isSpace(self[end - 1]) { end -= 1 }
    guard start < end else { return nil }
    guard self[start] >= 0x80 || self[end - 1] >= 0x80 else { return start..<end }
    return withoutWideSpaces(start..<end)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The range without spaces that nobody sees either.
  private func withoutWideSpaces(_ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end,
      let space = WideSpaces.all.first(where: { stands($0, at: start, before: end) })
    {
      start += space.count
    }
    while start < end,
      let space = WideSpaces.all.first(where: { stands($0, at: end - $0.count, before: end) }),
      end - space.count >= start
    {
      end -= space.count
    }
    return start < end ? start..<end : nil
  }

  private func stands(_ space: [UInt8], at place: Int, before end: Int) -> Bool {
    place >= 0 && place + space.count <= end
      && space.indices.allSatisfy { self[place + $0] == space[$0] }
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

/// Spaces as UTF-8: usual ones, those that do not break lines, wide ones, and marks without width.
private enum WideSpaces {
  static let all: [[UInt8]] = [
    [0x20], [0x09], [0x0A], [0x0D], [0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE3, 0x80, 0x80],
    [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0x8B],
  ]
}
