/// Lines of at most `width` letters, broken at spaces but not within what is to be typed, in
/// `backticks`.
package func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var isCode = false
  let words = text.split { letter in
    if letter == "`" { isCode.toggle() }
    return letter == " " && !isCode
  }
  for word in words {
    if let last = lines.last, last.count + 1 + word.count <= width {
      lines[lines.count - 1] = last + " " + word
    } else {
      lines.append(String(word))
    }
  }
  return lines
}
