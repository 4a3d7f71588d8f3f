/// One key of a block: the single place that says how it is called, meant, written, defaulted and
/// stored.
///
/// From a list of keys come the walker that reads a file and the JSON Schema that completes it in
/// an editor.
package struct Key<Target>: Sendable {
  package let name: String
  /// One sentence.
  package var meaning: String
  package let isRequired: Bool
  package let example: String?
  package let rule: (@Sendable (Context) -> String)?
  /// The range its figures usually lie in; `nil` only where it takes no figure.
  package var typical: Typical?
  /// Where it is needed, or can be written at all, as a sentence; `nil` where that is everywhere the same.
  package var scope: String?
  /// The text of the default in a blank block.
  let standard: @Sendable (Target) -> String?
  let schema: @Sendable (inout Definitions) -> JSON
  package var read: @Sendable (Element, inout Target, inout Reading) -> Void
  let isGiven: @Sendable (Target) -> Bool
  let clear: @Sendable (inout Target) -> Void
  /// Reports what a nested block still lacks, given the layers it was read from.
  let complete: @Sendable (Target, [Element], inout Reading) -> Void

  package init(
    name: String, meaning: String, isRequired: Bool = false, example: String? = nil,
    rule: String? = nil, ruleOf: (@Sendable (Context) -> String)? = nil,
    standard: @escaping @Sendable (Target) -> String? = { _ in nil },
    schema: @escaping @Sendable (inout Definitions) -> JSON,
    read: @escaping @Sendable (Element, inout Target, inout Reading) -> Void,
    isGiven: @escaping @Sendable (Target) -> Bool = { _ in true },
    clear: @escaping @Sendable (inout Target) -> Void = { _ in },
    complete: @escaping @Sendable (Target, [Element], inout Reading) -> Void = { _, _, _ in }
  ) {
    self.name = name
    self.meaning = meaning
    self.isRequired = isRequired
    self.example = example
    self.rule = ruleOf ?? rule.map { rule in { @Sendable _ in rule } }
    self.standard = standard
    self.schema = schema
    self.read = read
    self.isGiven = isGiven
    self.clear = clear
    self.complete = complete
  }

  /// A key that may be left out: the blank target holds its default.
  package init<Value>(
    _ name: String, _ path: any WritableKeyPath<Target, Value> & Sendable, _ kind: Kind<Value>,
    _ meaning: String, example: String? = nil
  ) {
    self.init(
      name: name, meaning: meaning, example: example, ruleOf: kind.rule,
      standard: { kind.write($0[keyPath: path]) },
      schema: { _ in kind.schema },
      read: { element, target, reading in
        if let value = kind.read(element, &reading) { target[keyPath: path] = value }
      })
  }

  /// A key that must be given, here or where the block is described.
  package init<Value>(
    required name: String, _ path: any WritableKeyPath<Target, Value?> & Sendable,
    _ kind: Kind<Value>,
    _ meaning: String, example: String? = nil
  ) {
    self.init(
      given: name, path, kind, meaning, example: example, isRequired: true, standard: nil)
  }

  /// A key whose absence means something of its own.
  package init<Value>(
    optional name: String, _ path: any WritableKeyPath<Target, Value?> & Sendable,
    _ kind: Kind<Value>,
    _ meaning: String, standard: String? = nil, example: String? = nil
  ) {
    self.init(
      given: name, path, kind, meaning, example: example, isRequired: false, standard: standard)
  }

  private init<Value>(
    given name: String, _ path: any WritableKeyPath<Target, Value?> & Sendable, _ kind: Kind<Value>,
    _ meaning: String, example: String?, isRequired: Bool, standard: String?
  ) {
    self.init(
      name: name, meaning: meaning, isRequired: isRequired, example: example,
      ruleOf: kind.rule, standard: { _ in standard },
      schema: { _ in kind.schema },
      read: { element, target, reading in
        if let value = kind.read(element, &reading) { target[keyPath: path] = value }
      },
      isGiven: { $0[keyPath: path] != nil },
      clear: { $0[keyPath: path] = nil })
  }

  /// A key that sets something a key path cannot name.
  package init<Value>(
    setting name: String, _ kind: Kind<Value>, _ meaning: String, standard: String? = nil,
    example: String? = nil,
    set: @escaping @Sendable (inout Target, Value, inout Reading) -> Void
  ) {
    self.init(
      name: name, meaning: meaning, example: example, ruleOf: kind.rule,
      standard: { _ in standard },
      schema: { _ in kind.schema },
      read: { element, target, reading in
        if let value = kind.read(element, &reading) { set(&target, value, &reading) }
      })
  }

  /// A block within the block, read over what the target already holds.
  package init<Inner>(
    _ name: String, _ path: any WritableKeyPath<Target, Inner> & Sendable, _ block: Section<Inner>
  ) {
    self.init(
      name: name, meaning: block.meaning,
      schema: { block.schema(&$0) },
      read: { element, target, reading in
        block.read(element, into: &target[keyPath: path], &reading)
      },
      complete: { target, layers, reading in
        block.complete(target[keyPath: path], layers: layers.map { $0.inner(name) }, &reading)
      })
  }

  /// A block within the block that may be absent altogether.
  package init<Inner>(
    optional name: String, _ path: any WritableKeyPath<Target, Inner?> & Sendable,
    _ block: Section<Inner>
  ) {
    self.init(
      name: name, meaning: block.meaning, standard: { _ in "none" },
      schema: { block.schema(&$0) },
      read: { element, target, reading in
        var inner = target[keyPath: path] ?? block.blank
        block.read(element, into: &inner, &reading)
        target[keyPath: path] = inner
      },
      complete: { target, layers, reading in
        guard let inner = target[keyPath: path] else { return }
        block.complete(inner, layers: layers.map { $0.inner(name) }, &reading)
      })
  }
}
