/// The form of JSON documents, manifests and CSV files; within one, keys and columns are only added.
enum DocumentFormat {
  static let number = 2
}
