/// Every kind of mechanism there is; a new one is its file and a line here.
let mechanisms: [any Mechanism.Type] = [
  Coupon.self
]
