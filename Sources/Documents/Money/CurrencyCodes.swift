extension Currency {
  /// The active codes of ISO 4217 that money is paid in, without metals, funds and test codes.
  package static let codes: Set<String> = Set(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
    GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT
    LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR
    NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
    STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD
    XCG XOF XPF YER ZAR ZMW ZWG
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// The codes meant most often, where several are as near to what is written.
  package static let commonCodes = [
    "CNY", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "KRW", "INR", "SGD", "AUD", "CAD", "CHF",
  ]

  /// What people write for a currency instead of its code, in small letters, and the codes it may
  /// stand for, the likeliest first.
  package static let names: [String: [String]] = [
    "cn¥": ["CNY"], "rmb": ["CNY"], "cnh": ["CNY"], "yuan": ["CNY"], "renminbi": ["CNY"],
    "kuai": ["CNY"], "元": ["CNY"], "块": ["CNY"], "块钱": ["CNY"], "圆": ["CNY"], "人民币": ["CNY"],
    "¥": ["CNY", "JPY"], "yen": ["JPY"], "円": ["JPY"], "日元": ["JPY"], "won": ["KRW"], "₩": ["KRW"],
    "韩元": ["KRW"], "$": ["USD", "CAD", "AUD", "SGD", "HKD", "NZD", "TWD", "MXN"], "us$": ["USD"],
    "usd$": ["USD"], "dollar": ["USD", "CAD", "AUD", "SGD", "HKD", "NZD", "TWD"],
    "dollars": ["USD", "CAD", "AUD", "SGD", "HKD", "NZD", "TWD"], "美元": ["USD"], "美金": ["USD"],
    "hk$": ["HKD"], "港币": ["HKD"], "港元": ["HKD"], "nt$": ["TWD"], "ntd": ["TWD"], "新台币": ["TWD"],
    "s$": ["SGD"], "a$": ["AUD"], "c$": ["CAD"], "€": ["EUR"], "euro": ["EUR"], "euros": ["EUR"],
    "欧元": ["EUR"], "£": ["GBP"], "ukp": ["GBP"], "pound": ["GBP"], "pounds": ["GBP"],
    "sterling": ["GBP"], "stg": ["GBP"], "英镑": ["GBP"], "₹": ["INR"], "rupee": ["INR"],
    "rupees": ["INR"], "rs": ["INR"], "₽": ["RUB"], "ruble": ["RUB"], "rubles": ["RUB"],
    "franc": ["CHF"], "francs": ["CHF"], "sfr": ["CHF"],
    "dem": ["EUR"], "frf": ["EUR"], "itl": ["EUR"], "esp": ["EUR"], "hrk": ["EUR"],
  ]

  /// Decimal places of the minor units that are not hundredths.
  static let unusualDecimals: [String: Int] = [
    "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0,
    "RWF": 0,
    "UGX": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
    "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
  ]
}
