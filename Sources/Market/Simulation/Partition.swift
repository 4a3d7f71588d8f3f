import Statistics

/// Who is played together: every segment cut into crowds, today's customers apart from the others.
struct Partition {
  struct Part {
    let segment: Int
    /// Today's customers are a family of their own: more of them move nobody else's draws.
    let family: UInt32
    let indices: Range<Int>
    let firstPerson: Int
    let isBase: Bool
  }

  let parts: [Part]

  init(_ segments: [Segment]) {
    var parts: [Part] = []
    var person = 0
    for (index, segment) in segments.enumerated() {
      for (count, isBase) in [(segment.base.count, true), (segment.size, false)] {
        let family = nameHash(isBase ? "\(segment.name), today's customers" : segment.name)
        for first in stride(from: 0, to: count, by: Crowd.size) {
          let indices = first..<min(count, first + Crowd.size)
          parts.append(
            Part(
              segment: index, family: family, indices: indices, firstPerson: person + first,
              isBase: isBase))
        }
        person += count
      }
    }
    self.parts = parts
  }

  /// The part and the place in it of a person of the whole market.
  func locate(_ person: Int) -> (part: Int, index: Int) {
    var (low, high) = (0, parts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if parts[middle].firstPerson <= person { low = middle } else { high = middle - 1 }
    }
    return (low, person - parts[low].firstPerson)
  }

  /// Groups of parts that may be played apart when the market couples nobody.
  var shards: [Range<Int>] {
    stride(from: 0, to: parts.count, by: Self.partsPerShard).map {
      $0..<min(parts.count, $0 + Self.partsPerShard)
    }
  }

  private static let partsPerShard = 2
}
