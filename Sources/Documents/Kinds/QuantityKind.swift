internal import Statistics

extension Kind {
  /// A kind written as a figure with a unit, a range of such figures, or the name of an assumption.
  ///
  /// - Parameters:
  ///   - rule: What is valid, with an example.
  ///   - scale: The scale on which a figure of this kind is uncertain.
  ///   - unit: The unit as a regular expression.
  ///   - schema: The JSON Schema of one figure.
  ///   - write: The text of a value.
  ///   - meant: Refuses texts in a way of writing of their own, with what they mean here.
  ///   - parse: The value of a quantity.
  package init(
    quantity rule: @escaping @Sendable (Context) -> String,
    scale: @escaping @Sendable (Quantity) -> RangeScale, unit: String, schema: JSON,
    write: @escaping @Sendable (Value) -> String,
    meant: @escaping @Sendable (String) throws(Mismatch) -> Void = { _ throws(Mismatch) in },
    parse: @escaping @Sendable (Quantity, Context) throws(Mismatch) -> Value
  ) {
    let figure = Kind(scalar: rule, schema: schema, write: write, repairs: Repairs.texts) {
      text, context throws(Mismatch) in
      try meant(text)
      return try parse(try Quantity(text), context)
    }
    let uncertain = UncertainKind(figure: figure, scale: scale, parse: parse)
    self.init(
      rule: rule, schema: schema.orUncertain(unit), write: write, parse: figure.parse,
      certain: { figure }, read: uncertain.read)
  }
}

/// Reads figures of a kind where a range or an assumption may stand for one.
private struct UncertainKind<Value: Sendable>: Sendable {
  let figure: Kind<Value>
  let scale: @Sendable (Quantity) -> RangeScale
  let parse: @Sendable (Quantity, Context) throws(Mismatch) -> Value

  @Sendable
  func read(_ element: Element, _ reading: inout Reading) -> Value? {
    guard case .scalar(let text) = element.content else { return figure.read(element, &reading) }
    if let declared = reading.uncertain.declared[text] {
      guard let declared else {
        reading.note(unread: element)
        return nil
      }
      return value(of: declared, declared: text, element, &reading)
    }
    if QuantityRange.isWritten(text), !text.isTooLongForHints {
      do throws(Mismatch) {
        return value(of: try QuantityRange(text), declared: nil, element, &reading)
      } catch {
        refuse(text, error, element, &reading)
        return nil
      }
    }
    let isHopeless = reading.isFlooded || text.isTooLongForHints
    guard !isHopeless, (try? figure.parse(text, reading.context)) == nil else {
      return figure.read(element, &reading)
    }
    refuse(neither: text, element, &reading)
    return nil
  }

  /// The value of a range at the draw that is read; both ends are held against the kind first.
  private func value(
    of range: QuantityRange, declared name: String?, _ element: Element, _ reading: inout Reading
  ) -> Value? {
    do throws(Mismatch) {
      let low = try parse(range.low, reading.context)
      _ = try parse(range.high, reading.context)
      if range.isFigure { return low }
      let number = try reading.number(
        of: range, declared: name, scale(range.high), at: element)
      try Quantity.refuseExtremes(number)
      return try parse(range.high.drawn(number), reading.context)
    } catch {
      guard let name else {
        refuse(range.text, error, element, &reading)
        return nil
      }
      let meaning = "The assumption `\(name)` is `\(range.text)`."
      reading.refuse(
        element, reason: [meaning, error.reason].compactMap { $0 }.joined(separator: " "),
        rule: sentence(reading.context))
      return nil
    }
  }

  /// Refuses a range, with one that would be valid where there is a near one.
  private func refuse(
    _ text: String, _ error: Mismatch, _ element: Element, _ reading: inout Reading
  ) {
    let context = reading.context
    guard !reading.isFlooded else {
      reading.refuse(element, reason: error.reason, rule: sentence(context))
      return
    }
    let signs = WideSigns(text)
    let plain = signs.isEmpty ? [] : [signs.plain] + Repairs.ranges(for: signs.plain, context)
    let candidates =
      error.repairs + [text.withPlainExponents] + plain + Repairs.ranges(for: text, context)
      + repaired(text, context)
    reading.refuse(
      element, reason: signs.reason ?? error.reason, rule: sentence(context),
      suggestion: candidates.first { !error.isAmbiguous && $0 != text && isRange($0, context) })
  }

  /// The range between what is meant by both ends, where either says so by itself.
  private func repaired(_ text: String, _ context: Context) -> [String] {
    guard let range = try? QuantityRange(text) else { return [] }
    let ends = [range.low, range.high].compactMap { end -> String? in
      do throws(Mismatch) {
        _ = try parse(end, context)
        return nil
      } catch {
        return error.repairs.first
      }
    }
    return ends.count == 2
      ? [ends.joined(separator: "..") + (range.isUniform ? " uniform" : "")] : []
  }

  /// Refuses what is no figure; a name may be a slip of an assumption's.
  private func refuse(neither text: String, _ element: Element, _ reading: inout Reading) {
    let context = reading.context
    let known = reading.uncertain.declared.keys.sorted()
    let slip = text.first?.isLetter == true ? reading.meant(by: text, among: known) : nil
    let signs = WideSigns(text)
    let meant = QuantityRange.meant(by: signs.plain)
    let ranges = meant + meant.flatMap { Repairs.ranges(for: $0, context) }
    guard let range = slip ?? ranges.first(where: { isRange($0, context) }) else {
      // Where the assumptions could not be read, nobody knows what this word is.
      if text.first?.isLetter == true, reading.isAstray("assumptions") {
        reading.note(unread: element)
        return
      }
      _ = figure.read(element, &reading)
      return
    }
    reading.refuse(
      element,
      reason: slip == nil
        ? signs.reason ?? "A range is written with two dots."
        : "There is no assumption of this name.",
      rule: sentence(context), suggestion: range)
  }

  private func sentence(_ context: Context) -> String { "Write \(figure.rule(context))." }

  /// Whether a text is a range of this kind.
  private func isRange(_ text: String, _ context: Context) -> Bool {
    do throws(Mismatch) {
      let range = try QuantityRange(text)
      _ = try RangeLaw(range, scale(range.high))
      for end in [range.low, range.high] { _ = try parse(end, context) }
      return true
    } catch {
      return false
    }
  }
}

extension JSON {
  /// The schema of a figure, or of a range in a unit given as a regular expression, or of an
  /// assumption's name.
  func orUncertain(_ unit: String) -> JSON {
    let number = "[+−-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?"
    let end = unit.isEmpty ? "" : " *\(unit)"
    let range = "\(number)[^0-9.]*\\.\\. *\(number)\(end)( uniform)?"
    let uncertain = JSON.object([
      "type": .string("string"), "pattern": .string("^(\(range)|[A-Za-z\\u0080-\\uFFFF].*)$"),
    ])
    if case .list(let ways)? = self["anyOf"] {
      return .object(["anyOf": .list(ways + [uncertain])])
    }
    return .object(["anyOf": .list([self, uncertain])])
  }
}
