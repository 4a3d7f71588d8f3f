/// The colours of all charts, in the light and in the dark.
///
/// Blue and orange are told apart whatever colours somebody sees, and in grey one is darker than the other.
public enum Palette {
  static let light: [(name: String, value: String)] = [
    ("ink", "#1b1f24"), ("soft", "#59626d"), ("paper", "#ffffff"), ("rule", "#cdd2d8"),
    ("grid", "#e9ecef"), ("gain", "#0b62a4"), ("loss", "#c04a06"), ("quiet", "#858e99"),
    ("faint", "#e0e4e9"),
  ]
  static let dark: [(name: String, value: String)] = [
    ("ink", "#e8eaed"), ("soft", "#a9b2bc"), ("paper", "#14171a"), ("rule", "#454d56"),
    ("grid", "#262b31"), ("gain", "#5cb3ec"), ("loss", "#f2904e"), ("quiet", "#828c97"),
    ("faint", "#2f353c"),
  ]

  /// What a colour is for.
  public enum Tone: String, Sendable { case gain, loss, quiet }

  /// A colour in the light, such as `#0b62a4`, for what others draw.
  public static func hex(_ tone: Tone) -> String {
    light.first { $0.name == tone.rawValue }?.value ?? "#000000"
  }

  /// Colours for many things at once, told apart by a legend, in the light.
  public static let series =
    [hex(.gain), hex(.loss), "#1a7f64", "#7a4fa3", hex(.quiet), "#9a7b00", "#5cb3ec", "#b0407a"]

  /// Variables and classes.
  public static var css: String {
    func variables(_ colours: [(name: String, value: String)]) -> String {
      colours.map { "--\($0.name):\($0.value)" }.joined(separator: ";")
    }
    return ":root{\(variables(light));color-scheme:light dark}"
      + "@media(prefers-color-scheme:dark){:root{\(variables(dark))}}" + classes
  }

  private static let classes =
    "svg{font:13px Inter,system-ui,\"Noto Sans\",\"Noto Sans SC\",\"Noto Sans CJK SC\",sans-serif;"
    + "font-variant-numeric:tabular-nums;fill:var(--ink)}"
    + ".grid{stroke:var(--grid)}.rule{stroke:var(--rule)}.zero{stroke:var(--ink);stroke-width:1.2}"
    + ".tick{fill:var(--soft);font-size:12px}.small{fill:var(--soft);font-size:12px}"
    + "text{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}"
    + ".label{font-weight:600}.gain{fill:var(--gain)}.loss{fill:var(--loss)}.total{fill:var(--quiet)}"
    + ".anyway{fill:var(--quiet)}.untouched{fill:var(--faint)}"
    + ".band{fill:var(--gain);fill-opacity:.14}.flat{fill:var(--gain);fill-opacity:.09}"
    + ".curve{fill:none;stroke:var(--gain);stroke-width:2.2}.second{fill:none;stroke:var(--loss);stroke-width:1.8}.other{fill:none;stroke:var(--soft);stroke-width:1.6}"
    + ".mark{fill:var(--paper);stroke:var(--gain);stroke-width:2.4}"
    + ".heatlabel,.onheat{font-size:11.5px;stroke:none}.onheat{fill:var(--paper)}" + depths
    + ".lossmark{fill:var(--paper);stroke:var(--loss);stroke-width:2.4}"

  /// Nine depths of both colours.
  private static let depths = (0...8).map { depth in
    let share = depth == 8 ? "1" : ".\(12 + depth * 11)"
    return ".heat.d\(depth){fill:var(--gain);fill-opacity:\(share)}"
      + ".lossheat.d\(depth){fill:var(--loss);fill-opacity:\(share)}"
  }.joined()
}
