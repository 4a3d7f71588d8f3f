import CLibzip

/// A zip archive in memory, of which no more is unpacked than a workbook needs.
@safe final class Archive {
  private let bytes: UnsafeMutableRawBufferPointer
  private let handle: OpaquePointer
  /// Bytes unpacked so far, of all entries.
  private(set) var unpacked = 0

  /// Bytes of XML unpacked at most; a sheet of a million rows and ten columns has some 400 MB.
  static let most = 2 << 30
  /// Times as many bytes unpacked as there are packed, beyond the first 64 MB; sheets have 5 to 30.
  static let mostTimes = 250

  /// Opens an archive.
  ///
  /// - Parameter bytes: The whole file.
  /// - Throws: `WorkbookProblem.broken` where it is none, or is cut off.
  init(_ bytes: [UInt8]) throws(WorkbookProblem) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    unsafe copy.copyBytes(from: bytes)
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard
      let source = unsafe zip_source_buffer_create(
        copy.baseAddress, zip_uint64_t(copy.count), 0, &error)
    else {
      unsafe copy.deallocate()
      throw .broken("it could not be opened")
    }
    guard let handle = unsafe zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error)
    else {
      let reason = unsafe String(cString: zip_error_strerror(&error))
      unsafe zip_source_free(source)
      unsafe copy.deallocate()
      throw .broken(reason.lowercased())
    }
    unsafe self.bytes = copy
    unsafe self.handle = handle
  }

  deinit {
    unsafe zip_discard(handle)
    unsafe bytes.deallocate()
  }

  /// Whether it has an entry of this name; case does not matter, as in the package formats of office programs.
  func has(_ name: String) -> Bool { index(of: name) != nil }

  private func index(of name: String) -> zip_uint64_t? {
    let index = unsafe zip_name_locate(handle, name, zip_flags_t(ZIP_FL_NOCASE))
    return index < 0 ? nil : zip_uint64_t(index)
  }

  /// Opens one of its entries; nil where there is none of this name.
  func entry(_ name: String) throws(WorkbookProblem) -> Entry? {
    guard let index = index(of: name) else { return nil }
    var status = unsafe zip_stat_t()
    if unsafe zip_stat_index(handle, index, 0, &status) == 0, unsafe status.encryption_method != 0 {
      throw .encrypted
    }
    guard let file = unsafe zip_fopen_index(handle, index, 0) else {
      throw .broken(unsafe String(cString: zip_strerror(handle)).lowercased())
    }
    return unsafe Entry(archive: self, file: file)
  }

  /// A file of the archive that is being unpacked.
  @safe final class Entry {
    private let archive: Archive
    private let file: OpaquePointer
    /// Why it could not be read to its end.
    private(set) var problem: WorkbookProblem?

    fileprivate init(archive: Archive, file: OpaquePointer) {
      self.archive = archive
      unsafe self.file = file
    }

    deinit { unsafe zip_fclose(file) }

    /// Unpacks the next bytes.
    ///
    /// - Parameters:
    ///   - buffer: Where they go.
    ///   - most: How many fit.
    /// - Returns: How many there were; 0 at the end, -1 where `problem` says why there are no more.
    func read(into buffer: UnsafeMutablePointer<UInt8>, most: Int) -> Int {
      guard problem == nil else { return -1 }
      let count = Int(unsafe zip_fread(file, buffer, zip_uint64_t(most)))
      guard count >= 0 else {
        problem = .broken(
          unsafe String(cString: zip_error_strerror(zip_file_get_error(file))).lowercased())
        return -1
      }
      archive.unpacked += count
      if let reason = archive.excess {
        problem = .tooLarge(reason)
        return -1
      }
      return count
    }
  }

  private var excess: String? {
    if unpacked > Self.most { return "it has more than 2 GB of text" }
    if unpacked > 64 << 20, unsafe unpacked / Self.mostTimes > bytes.count {
      return "it swells to more than \(Self.mostTimes) times its size, as no table of figures does"
    }
    return nil
  }
}
