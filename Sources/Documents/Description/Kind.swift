/// A kind of value: how it is written, read and described.
package struct Kind<Value: Sendable>: Sendable {
  /// What is valid, such as "an amount in CNY such as `30 CNY`".
  package let rule: @Sendable (Context) -> String
  /// The value's JSON Schema.
  package let schema: JSON
  /// A value as a planner writes it, to show defaults.
  package let write: @Sendable (Value) -> String
  /// The value of an element, or `nil` once its problems have been reported.
  package let read: @Sendable (Element, inout Reading) -> Value?
  /// The value of a text; only for kinds written as one.
  package let parse: @Sendable (String, Context) throws(Mismatch) -> Value
  private let makeCertain: (@Sendable () -> Kind)?

  /// The kind without ranges and assumptions, for what is decided and not guessed.
  package var certain: Kind { makeCertain?() ?? self }

  package init(
    rule: @escaping @Sendable (Context) -> String, schema: JSON,
    write: @escaping @Sendable (Value) -> String,
    parse: @escaping @Sendable (String, Context) throws(Mismatch) -> Value = {
      _, _ throws(Mismatch) in throw Mismatch()
    },
    certain: (@Sendable () -> Kind)? = nil,
    read: @escaping @Sendable (Element, inout Reading) -> Value?
  ) {
    self.rule = rule
    self.schema = schema
    self.write = write
    self.parse = parse
    makeCertain = certain
    self.read = read
  }

  /// A kind written as one text.
  ///
  /// - Parameters:
  ///   - rule: What is valid, with an example.
  ///   - schema: The text's JSON Schema.
  ///   - write: The text of a value.
  ///   - repairs: Texts the planner may have meant, to be offered where they are valid.
  ///   - parse: The value of a text.
  package init(
    scalar rule: @escaping @Sendable (Context) -> String, schema: JSON,
    write: @escaping @Sendable (Value) -> String,
    repairs: @escaping @Sendable (String, Context) -> [String] = { _, _ in [] },
    parse: @escaping @Sendable (String, Context) throws(Mismatch) -> Value
  ) {
    self.init(rule: rule, schema: schema, write: write, parse: parse) { element, reading in
      let sentence = "Write \(rule(reading.context))."
      guard case .scalar(let text) = element.content else {
        reading.refuse(element, reason: Self.instead(of: element), rule: sentence)
        return nil
      }
      do throws(Mismatch) {
        return try parse(text, reading.context)
      } catch {
        guard !reading.isFlooded, !text.isTooLongForHints else {
          reading.refuse(element, reason: error.reason, rule: sentence)
          return nil
        }
        let context = reading.context
        let signs = WideSigns(text)
        let plain = signs.isEmpty ? [] : [signs.plain] + repairs(signs.plain, context)
        let candidates = error.repairs + plain + repairs(text, context)
        let suggestion = candidates.first { candidate in
          !error.isAmbiguous && candidate != text && (try? parse(candidate, context)) != nil
        }
        let isAssumption = reading.uncertain.declared[text] != nil
        let reason = signs.reason ?? error.reason
        reading.refuse(
          element, reason: isAssumption ? "An assumption cannot stand here." : reason,
          rule: sentence, suggestion: suggestion)
        return nil
      }
    }
  }

  private static func instead(of element: Element) -> String {
    switch element.content {
    case .list: "A list stands where one value belongs."
    case .block: "Keys stand where one value belongs."
    case .empty, .scalar: "No value is given."
    }
  }
}
