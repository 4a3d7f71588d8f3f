/// What a planner has written of something so far: values may be missing, and layers may follow.
package protocol Draft: Sendable {
  /// The keys given, so that what is found wrong later can be reported where it stands.
  var written: [String: Element] { get set }
}

extension Draft {
  /// Where a key stands, or where it would.
  package func element(_ name: String, of whole: Element) -> Element {
    written[name] ?? whole.absent(name)
  }
}
