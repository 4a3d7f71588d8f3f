import Documents

extension ScenarioFile {
  /// The file with the plans of a table it names in their place.
  ///
  /// - Parameter files: Contents of the needed files, by name.
  /// - Returns: The same file where it names no table, or one whose contents are not there.
  public func including(_ files: [String: String]) -> ScenarioFile {
    guard var root = document.root,
      let place = root.entries.firstIndex(where: { $0.name == "plans" }),
      let name = PlanTable.name(in: root.entries[place].value), let text = files[name]
    else { return self }
    let table = PlanTable(text, table: name, in: root)
    var entries = root.entries
    var changed = self
    entries[place].value.content = .list(table.plans)
    root.content = .block(entries)
    changed.document.root = root
    changed.document.problems += table.problems
    return changed
  }
}
