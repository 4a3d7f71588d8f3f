/// Why a key does not belong in a block, and what to do instead.
package struct Refusal: Sendable {
  var reason: String
  var rule: String

  package init(reason: String, rule: String) {
    self.reason = reason
    self.rule = rule
  }
}
