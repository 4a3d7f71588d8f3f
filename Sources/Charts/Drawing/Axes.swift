extension SVG {
  /// Lines of words from a place down.
  ///
  /// - Returns: How far down they go.
  mutating func paragraph(
    _ text: String, x: Double, below y: Double, _ style: String = "small", most: Int = 3
  ) -> Double {
    var y = y
    for line in Lettering.lines(text, width: width - x - 8, size: 12, most: most) {
      y += 16
      self.text(line, x: x, y: y, style)
    }
    return y
  }

  /// An axis above its rows, with a line at each figure and one at 0.
  mutating func axisAbove(
    _ scale: Scale, about count: Int, down bottom: Double, isSigned: Bool = true
  ) {
    for tick in scale.ticks(about: count) {
      if tick != 0 { line(scale(tick), 24, scale(tick), bottom, "grid") }
      text(Short.number(tick, isSigned: isSigned), x: scale(tick), y: 16, "tick", .middle)
    }
    if scale.low <= 0, scale.high >= 0 { line(scale(0), 24, scale(0), bottom, "zero") }
  }

  /// An axis at the left, with a line at each figure.
  mutating func axisAtLeft(_ scale: Scale, about count: Int, from left: Double, to right: Double) {
    for tick in scale.ticks(about: count) {
      line(left, scale(tick), right, scale(tick), tick == 0 ? "zero" : "grid")
      text(Short.number(tick, isSigned: true), x: left - 8, y: scale(tick) + 4, "tick", .end)
    }
  }

  /// Words under an axis, those that would run into the last one left out.
  mutating func labels(_ labels: [(x: Double, text: String)], y: Double) {
    var last = -Double.infinity
    for label in labels {
      let room = Lettering.width(label.text, size: 12) + 10
      guard label.x - last >= room, label.x + room / 2 <= width + 6 else { continue }
      text(label.text, x: label.x, y: y, "tick", .middle)
      last = label.x
    }
  }

  /// A name to the left of a row, in the middle of a height.
  mutating func name(
    _ lines: [String], before x: Double, middle y: Double, _ style: String = "label"
  ) {
    let first = y + 4 - Double(lines.count - 1) * 8
    for (place, line) in lines.enumerated() {
      text(line, x: x, y: first + Double(place) * 16, style, .end)
    }
  }

  /// What is said beside a row, the first line of it set off.
  mutating func notes(_ lines: [String], x: Double, y: Double) {
    for (place, line) in lines.enumerated() {
      text(line, x: x, y: y + Double(place) * 16, place == 0 ? "label" : "small")
    }
  }

  /// A mark with its label, to whichever side there is room.
  mutating func mark(x: Double, y: Double, _ label: String, isLoss: Bool = false, labelY: Double) {
    circle(x: x, y: y, radius: 4.8, isLoss ? "lossmark" : "mark")
    let isRight = x + 12 + Lettering.width(label, isBold: true) < width - 4
    text(label, x: isRight ? x + 10 : x - 10, y: labelY, "label", isRight ? .start : .end)
  }
}
