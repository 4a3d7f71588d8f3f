extension Element {
  /// The same with a value at the end of a way of keys; blocks that are not there are made.
  ///
  /// - Parameters:
  ///   - keys: The way from here on.
  ///   - text: The value.
  ///   - place: Where it stands; nil for where the value before it stood, or else the block around it.
  /// - Returns: nil where a value or a list is in the way, or where several values stand at its end.
  package func setting(
    _ keys: ArraySlice<String>, to text: String, at place: Place? = nil
  ) -> Element? {
    var changed = self
    guard let key = keys.first else {
      switch content {
      case .block, .list: return nil
      case .scalar, .empty: changed.content = .scalar(text)
      }
      if let place {
        changed.place = place
      }
      return changed
    }
    switch content {
    case .list, .scalar: return nil
    case .block, .empty: break
    }
    guard let value = inner(key).setting(keys.dropFirst(), to: text, at: place) else { return nil }
    var entries = self.entries
    if let index = entries.firstIndex(where: { $0.name == key }) {
      entries[index].value = value
    } else {
      entries.append(Entry(name: key, place: place ?? self.place, value: value))
    }
    changed.content = .block(entries)
    return changed
  }
}
