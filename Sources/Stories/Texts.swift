// Written by scripts/embed-stories from scenarios/*.yaml: change those, and run it again.
// swift-format-ignore-file

let storyTexts: [LibraryStory] = [
  LibraryStory(name: "record-shop", text: #"""
# yaml-language-server: $schema=scenario.schema.json
#
# A record shop on the web, its market calibrated on a real purchase log: CDNOW, 2,357 customers who first bought
# in the first quarter of 1997, in weeks, calibration to 1997-09-30. How they buy, stay and spend is measured:
# BG/NBD (Fader, Hardie and Lee 2005) and Gamma-Gamma (Fader and Hardie 2013) as `flywheel fit` finds them, each
# figure with the range that the log leaves open and what moves with what. First orders average 32.99 USD, repeat
# orders 38.81 USD: first orders are 85% of later ones.
#
# What the log cannot say (margins, channels, how people answer coupons) is its author's guess, as ranges.
#
# The question: three strengths of a coupon for the second order, each with cheap and with dear contacts. Does a
# shop that pays twice as much for a customer need another coupon?
#
# Play it with:  flywheel run scenarios/record-shop.yaml

name: Record shop
question: Does a shop that pays twice as much for a customer need a stronger coupon for the second order?
currency: USD
start: 1997-10-01
horizon: 1 year
seed: 19971001

people: 10000
discount: 10% per year
residual: 3 years            # some customers hardly ever lapse (a is below 1)

objective: profit
precision: 1000 USD

guardrails:
  - CPA: at most 40 USD

# Nine times of ten within these.
assumptions:
  purchase r:
    {value: 0.222794..0.264154, basis: measured, why: BG/NBD fitted to 2357 customers}
  purchase alpha:
    {value: 3.83334..5.08171 weeks, basis: measured, why: BG/NBD fitted to 2357 customers,
     moves with: {purchase r: 0.7804}}
  lapse a:
    {value: 0.539388..1.16563, basis: measured, why: BG/NBD fitted to 2357 customers,
     moves with: {purchase r: -0.0377, purchase alpha: -0.0408}}
  lapse b:
    {value: 1.50367..3.91377, basis: measured, why: BG/NBD fitted to 2357 customers,
     moves with: {purchase r: 0.0074, purchase alpha: 0.0394, lapse a: 0.9405}}
  basket p:
    {value: 4.56901..8.54827, basis: measured, why: Gamma-Gamma fitted to 946 customers}
  basket q:
    {value: 3.29616..4.2532, basis: measured, why: Gamma-Gamma fitted to 946 customers,
     moves with: {basket p: -0.6718}}
  basket gamma:
    {value: 9.91629..24.0516 USD, basis: measured, why: Gamma-Gamma fitted to 946 customers,
     moves with: {basket p: -0.9703, basket q: 0.822}}
  price of records:
    {value: 55%..68%, basis: guess}            # bought at wholesale, of what they are sold for
  banners that are noticed:
    {value: 10%..22%, basis: guess}
  come and try:
    {value: 0.6%..1.6% per day, basis: guess}
  buy at the first try:
    {value: 18%..33%, basis: guess}
  open the e-mail:
    {value: 45%..75%, basis: guess}
  pull of a coupon:                            # 12: 15% off makes orders nearly three times as frequent
    {value: 6..20, basis: guess}

segments:
  web shoppers:
    purchases: {r: purchase r, alpha: purchase alpha}
    lapse: {a: lapse a, b: lapse b}
    basket: {p: basket p, q: basket q, gamma: basket gamma, first order: 85%}
    cost of goods: price of records
    cost per order: 3 USD    # picking, packing, card fees
    awareness:
      organic: 1% per month
      adstock half-life: 7 days
      salience floor: 50%
      half-saturation: 0.5
    trial: {hazard: come and try, pause: 60 days}
    first purchase: {chance: buy at the first try, reward effect: 1}
    participation cost: {understanding: 0.5 USD, time: 1 USD, trust: 0.5 USD, spread: 0.9}
    reward habit: {learning: 10%, kept per day: 98%, weight: 40%}

channels:
  banners:                   # on music pages; a contact is a visit
    kind: paid
    price: 0.4 USD
    reach: banners that are noticed   # of the visits
    scarcity: 80%
    days: day 1..180

coupons:
  second order:              # e-mailed after the first delivery
    orders: second
    window: day 1..end
    validity: 4 weeks
    uses: 1
    attention: {chance: open the e-mail, fading: 3 days}
    decision noise: 0.4
    lift: pull of a coupon
    pull-forward: {drop: 10%, days: 14 days}

# A plan is the first one plus what it names.
plans:
  - name: no campaign        # the baseline

  - name: cheap contacts, 5% off
    channels: {banners: {budget: 50 USD per day}}
    coupons: {second order: {value: 5%}}

  - name: cheap contacts, 15% off
    channels: {banners: {budget: 50 USD per day}}
    coupons: {second order: {value: 15%}}

  - name: cheap contacts, 30% off
    channels: {banners: {budget: 50 USD per day}}
    coupons: {second order: {value: 30%}}

  - name: dear contacts, 5% off
    channels: {banners: {budget: 50 USD per day, price: 0.8 USD}}
    coupons: {second order: {value: 5%}}

  - name: dear contacts, 15% off
    channels: {banners: {budget: 50 USD per day, price: 0.8 USD}}
    coupons: {second order: {value: 15%}}

  - name: dear contacts, 30% off
    channels: {banners: {budget: 50 USD per day, price: 0.8 USD}}
    coupons: {second order: {value: 30%}}

"""#),
  LibraryStory(name: "restaurant", text: #"""
# yaml-language-server: $schema=scenario.schema.json
#
# A restaurant in a busy quarter: 20,000 people work, live and study within a ten-minute walk. It opened in
# spring and is half empty. Is it enough to wait for walk-ins? Do price cuts pay? Flyers and the delivery
# platform? How strong should a coupon for the second visit be? And what if every guest were asked?
#
# Play it with:  flywheel run scenarios/restaurant.yaml
#
# The figures are an owner's. Those that are not known stand under `assumptions`, as ranges in which the owner
# believes them nine times of ten; the answer then says how much of its doubt is theirs.

name: Restaurant in a busy quarter
currency: CNY
start: 2026-03-02            # a Monday
horizon: 1 year
seed: 20260302

people: 20000
discount: 8% per year        # money next year is worth this much less
residual: 1 year             # leases are short: what a plan leaves behind counts for a year

objective: profit            # plans are ranked by this one figure
precision: 5000 CNY          # play until the expected differences are known this closely

guardrails:
  - repeat rate: at least 40% # guests who come a second time
  - CPA: at most 100 CNY     # what an extra guest may cost

# Ranges that hold nine times of ten, and what each rests on.
assumptions:
  flyer price:
    {value: 0.4..0.6 CNY, basis: measured, why: three printers' offers}
  click price:
    {value: 1.6..2.5 CNY, basis: measured, why: the platform's bids over the last quarter}
  flyers that are read:
    {value: 1.5%..5%, basis: guess}
  clicks that lead to a look:
    {value: 4%..14%, basis: guess, moves with: {flyers that are read: 0.3}}
  passers-by who notice us:
    {value: 1%..2.2% per month, basis: mine, why: counted at the door for a fortnight in March}
  come and try:
    {value: 0.8%..1.8% per day, basis: guess}
  pull of a coupon:
    {value: 5..16, basis: guess, why: "10 off a bill of 42 brings guests twice to five times as often"}
  notice the coupon:
    {value: 65%..92%, basis: mine, why: the waiters hand it over with the bill}
  people a guest tells:
    {value: 0.7..2, basis: guess}

season:
  weekdays: {Monday: 95%, Friday: 120%, Saturday: 110%, Sunday: 85%}
  months: {January: 90%, February: 70%, July: 90%, August: 90%, December: 110%}
  events:
    National Day holiday: {days: 2026-10-01..2026-10-07, purchases: 60%}
    Spring Festival: {days: 2027-02-05..2027-02-12, purchases: 25%}

# Satisfaction is measured in points; guests differ by about one point around the quality of the kitchen.
product:
  quality: 0
  satisfaction spread: 1
  iteration:                 # the menu is revised every two months with what guests said
    every: 2 months
    gain: 15%
    saturation: 150
    best: 1.5
    cost: 3000 CNY

# What holds for everybody; a segment below may give its own.
every segment:
  aware at start: 4%
  cost of goods: 36%
  cost per order: 6 CNY      # packaging, card fees, a share of service
  awareness:
    organic: passers-by who notice us   # walking past, maps, somebody's lunch box
    adstock half-life: 10 days
    salience floor: 35%
    half-saturation: 1
  trial:
    hazard: come and try     # of those who know us and have us in mind
    pause: 45 days           # after a look at the menu and a "no"
  first purchase:
    chance: 45%
    satisfaction effect: 0.5
    reward effect: 2
  feedback:
    chance: 8%
    tells: people a guest tells
    opinion leaders: 1%
    leaders tell: 25
    delay: 4 days
    harm: 15%
  reward habit:              # guests get used to coupons and wait for the next
    learning: 12%
    kept per day: 98%
    weight: 50%

segments:

  office workers:            # lunch, quick, every few weeks
    share: 45%
    purchases: {average: 1.2 per month, variation: 90%, satisfaction effect: 0.15}
    lapse: {average: 8%, variation: 70%, after first order: 25%..45%, satisfaction effect: 0.4}
    basket: {average: 42 CNY, between customers: 30%, within customers: 25%}
    participation cost: {understanding: 1 CNY, time: 3 CNY, trust: 1 CNY, spread: 0.7}

  residents:                 # dinner with family, rarer and larger
    share: 35%
    purchases: {average: 0.5 per month, variation: 100%, satisfaction effect: 0.2}
    lapse: {average: 6%, variation: 70%, after first order: 20%..40%, satisfaction effect: 0.5}
    basket: {average: 118 CNY, between customers: 45%, within customers: 40%}
    participation cost: {understanding: 2 CNY, time: 3 CNY, trust: 2 CNY, spread: 0.8}

  students:                  # cheap, curious, quick to go elsewhere, and they talk
    share: 20%
    purchases: {average: 1.1 per month, variation: 100%, satisfaction effect: 0.15}
    lapse: {average: 11%, variation: 70%, after first order: 30%..50%, satisfaction effect: 0.4}
    basket: {average: 31 CNY, between customers: 30%, within customers: 25%}
    feedback: {chance: 14%}
    participation cost: {understanding: 0.5 CNY, time: 1 CNY, trust: 0.5 CNY, spread: 0.7}

# Described once; a plan that wants a channel gives it a budget.
channels:

  flyers:                    # handed out at the metro exit before lunch
    kind: offline
    price: flyer price
    reach: flyers that are read
    days: day 1..60
    fixed cost: 160 CNY per day   # two students with aprons
    content cost: 900 CNY         # design
    content every: 60 days
    audience: [office workers, students]

  delivery platform:         # a better place in the list of the delivery app
    kind: paid
    price: click price
    reach: clicks that lead to a look
    inflation: 15% per year
    scarcity: 120%           # those who order often have soon all seen it

# Described once; a plan that uses a coupon says how strong it is.
coupons:

  second visit:              # handed over with the first bill
    orders: second
    window: day 1..end
    validity: 14 days
    uses: 1
    attention: {chance: notice the coupon, fading: 3 days}
    decision noise: 0.3
    lift: pull of a coupon
    pull-forward: {drop: 15%, days: 10 days}

# A plan is the first one plus what it names.
plans:

  - name: waiting for walk-ins     # the baseline: what we do now

  - name: price cuts               # the menu board says 15% off, for eight weeks
    coupons:
      launch prices:
        value: 15%
        orders: every
        window: day 1..56
        automatic: yes
        lift: 3

  - name: flyers and platform
    channels:
      flyers: {budget: 150 CNY per day}
      delivery platform: {budget: 120 CNY per day}

  - name: second visit, 5 off
    coupons:
      second visit: {value: 5 CNY}

  - name: second visit, 10 off
    coupons:
      second visit: {value: 10 CNY}

  - name: second visit, 25 off
    coupons:
      second visit: {value: 25 CNY}

  - name: asking every guest       # a card on the table, read by somebody who is paid for it
    every segment:
      feedback: {chance: 20%}
    fixed costs: {reading the cards: 40 CNY per day}

  - name: flyers, platform and 10 off
    channels:
      flyers: {budget: 150 CNY per day}
      delivery platform: {budget: 120 CNY per day}
    coupons:
      second visit: {value: 10 CNY}

# Figures of plans to try at several values: `flywheel sweep scenarios/restaurant.yaml --vary "how much off"`.
levers:
  how much off: {plan: "second visit, 10 off", key: coupons.second visit.value, between: 0 CNY..30 CNY}
  how many flyers: {plan: flyers and platform, key: channels.flyers.budget, between: 0..300 CNY per day}

"""#),
]
