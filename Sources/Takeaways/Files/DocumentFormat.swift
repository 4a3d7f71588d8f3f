/// The form of JSON documents, manifests and CSV files; within one, keys and columns are only added.
package enum DocumentFormat {
  package static let number = 2
}
