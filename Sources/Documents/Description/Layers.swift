extension Section {
  /// Reads a value written in layers, later ones over earlier ones, and reports what none of them
  /// gives.
  ///
  /// A channel, say, is described once and changed by a plan. A layer that several values share is
  /// read for each of them; its problems are reported once.
  package func read(layers: [Element], _ reading: inout Reading) -> Target {
    var target = blank
    for layer in layers { read(layer, into: &target, &reading) }
    complete(target, layers: layers, &reading)
    return target
  }
}
