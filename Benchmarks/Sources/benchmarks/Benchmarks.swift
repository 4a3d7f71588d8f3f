import Foundation

/// How fast Flywheel is, measured through what its libraries offer to any program.
///
/// Answers are checked and a wrong one ends with status 1; how long things take is printed and never judged.
@main
struct Benchmarks {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if MemoryProbe.answers(arguments) { return }
    if arguments.contains("--help") || arguments.contains("-h") { return print(Request.usage) }
    let request: Request
    do {
      request = try Request(arguments)
    } catch {
      note(error.description)
      exit(64)
    }
    print("\(Machine.description). Runs: \(request.runs); processor: the time cores spent on them,")
    print("median too, which other work on the same cores stretches less.\n")
    var wrong: [String] = []
    for part in request.parts {
      do {
        wrong += try await part.run(request)
      } catch {
        wrong.append("\(part.rawValue): \(error)")
      }
      print()
    }
    guard wrong.isEmpty else {
      note("Wrong:\n" + wrong.joined(separator: "\n"))
      exit(1)
    }
  }

  private static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
