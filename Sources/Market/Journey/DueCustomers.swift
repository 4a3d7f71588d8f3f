/// Room for the customers of one crowd who are due on one day, kept from crowd to crowd so that it stays in
/// the cache.
struct DueCustomers {
  /// Records fetched at a time.
  static let fetched = 64

  var indices: [UInt16] = []
  var records: [Customer] = []
  /// What was fetched besides; means nothing, but what nobody keeps would not be fetched.
  var besides: UInt16 = 0
}
