import Foundation

/// Two names that change places in one step of the file system.
enum FolderExchange {
  /// Whether they did; not every system and file system can.
  static func swap(_ first: String, _ second: String) -> Bool {
    #if canImport(Darwin)
      return unsafe renamex_np(first, second, UInt32(RENAME_SWAP)) == 0
    #else
      // Declared only under _GNU_SOURCE, and missing from C libraries other than glibc: found by name.
      typealias RenameAt2 =
        @convention(c) (
          CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt
        ) -> CInt
      let exchange: CUnsignedInt = 2
      guard let program = unsafe dlopen(nil, RTLD_LAZY),
        let symbol = unsafe dlsym(program, "renameat2")
      else { return false }
      let rename = unsafe unsafeBitCast(symbol, to: RenameAt2.self)
      return unsafe rename(AT_FDCWD, first, AT_FDCWD, second, exchange) == 0
    #endif
  }
}
