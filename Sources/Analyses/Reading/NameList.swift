import Experiments

/// Names one after the other, as bytes.
struct NameList: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  mutating func append(_ name: Span<UInt8>) {
    for i in name.indices { bytes.append(name[i]) }
    ends.append(bytes.count)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  func withName<Result>(_ place: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    body(bytes.span.extracting((place == 0 ? 0 : ends[place - 1])..<ends[place]))
  }
}
