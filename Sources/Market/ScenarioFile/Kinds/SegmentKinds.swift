import Documents
import Statistics

extension Kind<Int> {
  /// A segment of this scenario by its name, held as its index.
  static var segment: Self {
    Kind(
      scalar: { "a segment of this scenario: \(listed($0.segments))" },
      schema: .object(["type": .list([.string("string"), .string("number")])]),
      write: { "\($0)" },
      repairs: { text, context in
        nearest(to: text, among: context.segments).map { [$0] } ?? []
      }
    ) { text, context throws(Mismatch) in
      // The missing segments are reported, and any name may be one of theirs.
      guard !context.segments.isEmpty else { return 0 }
      guard let index = context.segments.firstIndex(of: text) else {
        throw Mismatch(reason: "There is no such segment.")
      }
      return index
    }
  }
}

extension Kind<[Int]> {
  /// Segments of this scenario by their names.
  static var segments: Self {
    let names = Kind<[Int]>.list(of: .segment) { _ in
      "a segment's name or a list of names such as `[students, residents]`"
    }
    return Kind(
      rule: names.rule, schema: names.schema, write: { $0.isEmpty ? "all" : names.write($0) }
    ) { element, reading in
      names.read(element, &reading).map { Array(Set($0)).sorted() }
    }
  }
}
