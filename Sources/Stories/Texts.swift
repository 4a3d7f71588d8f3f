// Written by scripts/embed-stories from scenarios/*.yaml: change those, and run it again.
// swift-format-ignore-file

let storyTexts: [LibraryStory] = [
  LibraryStory(name: "b2b-security", text: #"""
# yaml-language-server: $schema=scenario.schema.json
#
# A maker of security software for firms. Three hundred firms could use it; one in ten has heard of it. A contract is
# 200,000 CNY a year, and five people have to say yes to it one after the other, from the engineer who would use it to
# the director who signs. So there are few deals, each worth much, and luck is large. Where does the money for
# marketing belong: into evenings at trade fairs, into articles, or into written-up cases of clients?
#
# Play it with:  flywheel run scenarios/b2b-security.yaml
#
# Of so few deals an average says little: read the chances of at least so many of them. Cases alone bring nobody: they
# make the deals easier that are there. Evenings against articles is as good as a toss-up; up to about six firms at an
# evening it does not pay, and up to ten articles bring as much: `flywheel sweep scenarios/b2b-security.yaml --vary
# "firms at an evening"`.

name: Security software for firms
question: What brings us contracts, evenings at trade fairs, articles or written-up cases?
currency: CNY
start: 2026-01-05
horizon: 2 years
seed: 20260105

people: 300                  # firms
discount: 8% per year
residual: 1 year             # contracts are renewed year by year

objective: profit
precision: 200000 CNY
draws: {minimum: 512, maximum: 512}   # so few deals a market that many markets have to be played

# Ranges that hold nine times of ten.
assumptions:
  firms that know us:
    {value: 5%..20%, basis: guess}
  ask for a pitch:
    {value: 0.4%..4% per month, basis: guess, why: "of firms that have just read of us; of others half as many"}
  yes of the user:
    {value: 60%..80%, basis: guess}
  yes of the evaluator:
    {value: 50%..70%, basis: guess}
  yes of the budget's owner:
    {value: 65%..90%, basis: guess}
  yes of the one who decides:
    {value: 35%..65%, basis: guess, why: "40% to 60% of purchases end in no decision (HBR, of CEB's figures)"}
  yes of the one who signs:
    {value: 80%..96%, basis: guess}
  time a role takes:
    {value: 2..6 weeks, basis: mine, why: our last pitches}
  contracts that are not renewed:
    {value: 7%..30%, basis: guess}
  firms at an evening:
    {value: 5..30, basis: guess, why: "thirty visitors, two fifths of them of firms that could buy"}
  firms there that want a pitch:
    {value: 10%..50%, basis: guess}
  what an evening moves:
    {value: 0.2..1.2, basis: guess, why: log-odds of the evaluator and of the one who decides}
  readers on the first day:
    {value: 0.013%..0.18%, basis: guess, why: "a hundred readers in all, one in eight of them of a firm that could buy"}
  what cases help:
    {value: 0.1..0.5, basis: guess}

segments:
  firms:
    aware at start: firms that know us
    purchases: {average: 1 per year, variation: 10%}      # renewed every year
    lapse: {average: contracts that are not renewed, variation: 50%, after first order: own}
    basket: {average: 200000 CNY, between customers: 80%, within customers: 5%}
    cost of goods: 50%       # installation, support, updates
    awareness: {adstock half-life: 28 days, salience floor: 50%, half-saturation: 2}
    trial: {hazard: ask for a pitch, pause: 180 days}     # half a year after a no nobody asks again
    committee:
      roles:
        user: {approves: yes of the user, takes: time a role takes, meeting: 3000 CNY}
        evaluator: {approves: yes of the evaluator, takes: time a role takes, meeting: 3000 CNY}
        budget: {approves: yes of the budget's owner, takes: time a role takes, meeting: 3000 CNY}
        decider: {approves: yes of the one who decides, takes: time a role takes, meeting: 3000 CNY}
        signer: {approves: yes of the one who signs, takes: time a role takes, meeting: 3000 CNY}
      cases: {helps: what cases help}

channels:
  evenings:                  # twice a year, in March and in September: a hall, a talk, dinner
    kind: meetings
    days: day 60..end
    meetings:
      cost: 90000 CNY
      visitors: firms at an evening
      leads: firms there that want a pitch
    eases: {evaluator: what an evening moves, decider: what an evening moves}
    eases for: 270 days

  articles:                  # of an engineer of ours, in a trade paper
    kind: content
    reach: 100%              # whoever reads it knows us
    content:
      cost: 8000 CNY
      first day: readers on the first day
      half-life: 8 weeks

# A plan is the first one plus what it names.
plans:

  - name: answering the telephone    # the baseline

  - name: cases
    segments: {firms: {committee: {cases: {agree: 50%, cost: 20000 CNY}}}}

  - name: evenings
    channels: {evenings: {meetings: {every: 26 weeks}}}

  - name: articles
    channels: {articles: {content: {every: 30 days}}}

  - name: evenings and cases
    channels: {evenings: {meetings: {every: 26 weeks}}}
    segments: {firms: {committee: {cases: {agree: 50%, cost: 20000 CNY}}}}

  - name: evenings, articles and cases
    channels:
      evenings: {meetings: {every: 26 weeks}}
      articles: {content: {every: 30 days}}
    segments: {firms: {committee: {cases: {agree: 50%, cost: 20000 CNY}}}}

levers:
  firms at an evening: {plan: evenings, key: channels.evenings.meetings.visitors, between: 2..30}
  readers: {plan: articles, key: channels.articles.content.first day, between: 0%..0.2%}

"""#),
  LibraryStory(name: "coffee-coupons", text: #"""
# yaml-language-server: $schema=scenario.schema.json
#
# A coffee chain enters a district. To be talked of it hands out coupons at 28% of the price (2.8折, 72% off); its
# head office would rather see 58% (5.8折, 42% off). Three in ten people here already drink its coffee. Is the deep
# coupon worth it, and for whom: everybody, or a first cup only? And when it ends and the shallow one follows, does
# anybody still take it?
#
# Play it with:  flywheel run scenarios/coffee-coupons.yaml
#
# What comes out: the deep coupon pays for a first cup and for nobody else. Half of those it wins would not have bought
# at the full price, and though they come half as often as others they are worth more than the coupon costs. Given to
# everybody it sells every cup below what beans and milk cost. Of those who take a shallow coupon when they know no
# other (nearly all who see it) about three in four turn it down after eight weeks of the deep one, and while they wait
# for the next they buy less at the full price: head office's coupon comes too late. It is best begun with, if at all.
# Where it stands alone for everybody it runs the same four weeks as after the deep one, so that who takes it can be
# compared; what it earns there is of four weeks, and of eight it loses more than twice as much.
#
# On what it turns: how much weight people give to what they are used to. Where it is none, the shallow coupon is taken
# as before; where they do not wait either, spoiling people costs nothing but coupons that are not used.

name: Coffee coupons, deep and shallow
question: Is a coupon at 28% of the price worth it, for whom, and is one at 58% taken afterwards?
currency: CNY
start: 2026-03-02            # a Monday
horizon: 24 weeks
seed: 20260302

people: 3000
residual: 1 year

objective: profit
precision: 5000 CNY

guardrails:
  - dead weight: at most 60%

assumptions:
  cups of a customer:
    {value: 2..5 per month, basis: guess}
  stop after a cup:
    {value: 3%..8%, basis: guess}
  stop after the first cup:
    {value: 30%..70%, basis: guess}
  usual order:
    {value: 20..30 CNY, basis: guess}
  beans, milk and cups:
    {value: 35%..55%, basis: guess}
  see the coupon:
    {value: 30%..80%, basis: guess}
  bother of a coupon:
    {value: 1..4 CNY, basis: guess}
  get used to coupons:
    {value: 5%..40%, basis: guess, why: "what deals leave behind is 61% of what they do (Elberg et al., 2019)"}
  stay used to them:
    {value: 95%..99%, basis: guess}
  weight of what they are used to:
    {value: 30%..95%, basis: guess}
  wait for the next coupon:
    {value: 0.2..1, basis: guess, why: "price paid later fell by 3.85% (Zhang et al., 2020)"}
  pull of a coupon:
    {value: 0.5..4, basis: guess}
  look in:
    {value: 0.3%..2% per day, basis: guess}
  buy at full price:
    {value: 5%..25%, basis: guess, why: of those who look in}
  pull of a coupon for the first cup:
    {value: 1.5..5, basis: guess}
  won by the deal, cups:
    {value: 30%..80%, basis: cited, why: "worth about half: Lewis, 2006, of customers won by 35% off"}

every segment:
  purchases: {average: cups of a customer, variation: 90%}
  basket: {average: usual order, between customers: 25%, within customers: 30%}
  cost of goods: beans, milk and cups
  participation cost: {understanding: bother of a coupon, spread: 0.7}
  reward habit:
    learning: get used to coupons
    kept per day: stay used to them
    weight: weight of what they are used to
    waiting: wait for the next coupon

segments:
  customers:
    share: 30%
    begin as: customers
    lapse: {average: stop after a cup}
  people new to us:
    share: 70%
    lapse: {average: stop after a cup, after first order: stop after the first cup}
    aware at start: 100%     # the shop stands at the metro exit
    trial: {hazard: look in, pause: 30 days}
    first purchase:
      chance: buy at full price
      reward effect: pull of a coupon for the first cup
      rate of those won: won by the deal, cups

coupons:
  deep:                      # 2.8折
    value: 72%
    orders: every
    window: day 1..56
    attention: {chance: see the coupon, fading: 3 days}
    decision noise: 0.2
    lift: pull of a coupon

  shallow:                   # 5.8折
    value: 42%
    orders: every
    window: day 57..84
    attention: {chance: see the coupon, fading: 3 days}
    decision noise: 0.2
    lift: pull of a coupon

plans:
  - name: no coupons         # the baseline

  - name: deep, first cup only
    coupons: {deep: {orders: first}}

  - name: shallow, first cup only
    coupons: {shallow: {orders: first, window: day 1..56}}

  - name: deep for everybody
    coupons: {deep: {}}

  - name: deep, then shallow
    coupons: {deep: {}, shallow: {}}

  - name: shallow for everybody
    coupons: {shallow: {}}

levers:
  how much off a first cup:
    {plan: "deep, first cup only", key: coupons.deep.value, between: 0%..90%}
  how much off for everybody:
    {plan: deep for everybody, key: coupons.deep.value, between: 0%..80%}

"""#),
  LibraryStory(name: "community-launch", text: #"""
# yaml-language-server: $schema=scenario.schema.json
#
# A tea brand opens with a group of a thousand fans: ten whom many listen to, ninety who order twice a month or more,
# nine hundred who order now and then. Nine thousand others could hear of it. The founders want somebody to talk to
# every fan who asks, one to one, in the first half year. Does that pay? By what: by the orders of those who were
# talked to, by what is learnt for the blends, or by what fans tell? And if there is time for twenty talks a day only,
# whom first?
#
# Play it with:  flywheel run scenarios/community-launch.yaml
#
# By the orders of those who were talked to it does not pay, unless the operator costs less than about 100 CNY a day, a
# third, or a talk more than doubles what somebody orders for thirty days. It pays, in two of three markets, by what is
# learnt and told. With time for twenty talks a day it is better to go by rank than by who asks first.

name: A community's first thousand fans
question: Does it pay to talk to each of the first thousand fans, and by what?
currency: CNY
start: 2026-03-02
horizon: 26 weeks
seed: 20260302

people: 10000                # a thousand fans, and those they may tell
discount: 8% per year
residual: 1 year

objective: profit
precision: 10000 CNY

# Ranges that hold nine times of ten.
assumptions:
  orders of the core:
    {value: 1.2..4.8 per month, basis: guess}
  orders of ordinary fans:
    {value: 0.1..0.42 per month, basis: guess, moves with: {orders of the core: 0.6}}
  an order:
    {value: 45..80 CNY, basis: guess}
  ask for a talk:
    {value: 0.5..2 per month, basis: guess, why: "each fan, about something"}
  a talk makes orders more frequent:
    {value: 1.1..1.7, basis: guess, why: times as many for thirty days}
  satisfaction lost by who is not answered:
    {value: 0.5..2, basis: guess, why: "in points; orders differ by one"}
  answers when asked:
    {value: 30%..60%, basis: guess, why: "of all orders of fans; unasked it is 8%"}
  blends get better:
    {value: 10%..35%, basis: guess, why: "of what is still to be had, every two months"}
  more orders by better blends:
    {value: 0.05..0.3, basis: guess}
  lapses saved by better blends:
    {value: 0.2..0.8, basis: guess}
  people a fan tells:
    {value: 0.5..2, basis: guess, why: after an order of which they speak at all}
  come and try:
    {value: 0.4%..1.6% per day, basis: guess}
  buy when they try:
    {value: 20%..45%, basis: guess}

product:
  quality: 0
  satisfaction spread: 1
  iteration:                 # every two months the blends are changed by what has been said
    every: 60 days
    gain: blends get better
    saturation: 120
    best: 1.5
    cost: 2000 CNY

every segment:
  cost of goods: 40%
  cost per order: 6 CNY
  basket: {average: an order, between customers: 35%, within customers: 30%}
  trial: {hazard: come and try, pause: 60 days}
  first purchase: {chance: buy when they try, satisfaction effect: 0.5}
  feedback: {chance: 8%, tells: people a fan tells, delay: 3 days, harm: 15%}

segments:

  leaders:                   # ten people whom many listen to
    share: 0.1%
    begin as: customers
    purchases: {average: orders of the core, variation: 60%, satisfaction effect: more orders by better blends}
    lapse: {average: 4%, variation: 60%, satisfaction effect: lapses saved by better blends}
    feedback: {opinion leaders: 100%, leaders tell: 15}

  core:
    share: 0.9%
    begin as: customers
    purchases: {average: orders of the core, variation: 60%, satisfaction effect: more orders by better blends}
    lapse: {average: 4%, variation: 60%, satisfaction effect: lapses saved by better blends}

  ordinary:
    share: 9%
    begin as: customers
    purchases: {average: orders of ordinary fans, variation: 100%, satisfaction effect: more orders by better blends}
    lapse: {average: 8%, variation: 70%, satisfaction effect: lapses saved by better blends}

  everybody else:
    share: 90%
    aware at start: 2%
    purchases: {average: 0.4 per month, variation: 100%, satisfaction effect: more orders by better blends}
    lapse: {average: 10%, variation: 70%, after first order: 50%, satisfaction effect: lapses saved by better blends}

care:
  talks:
    asks: ask for a talk
    talks: 60                # what one person can do in a day
    purchases: a talk makes orders more frequent
    days: 30 days
    disappointment: satisfaction lost by who is not answered
    for: [leaders, core, ordinary]
    window: day 1..end

# A plan is the first one plus what it names.
plans:

  - name: the group by itself        # the baseline

  - name: a talk for everybody
    care: {talks: }
    fixed costs: {an operator: 300 CNY per day}

  - name: twenty talks, who asks first
    care: {talks: {talks: 20}}
    fixed costs: {a third of an operator: 100 CNY per day}

  - name: twenty talks, by rank      # leaders, then who has ordered again, then others
    care: {talks: {talks: 20, by rank: yes}}
    fixed costs: {a third of an operator: 100 CNY per day}

  - name: talks we learn from        # what fans say is written down; they tell no more people than before
    care: {talks: }
    fixed costs: {an operator: 300 CNY per day}
    segments:
      leaders: {feedback: {chance: answers when asked, leaders tell: 2.7}}
      core: {feedback: {chance: answers when asked, tells: 0.18}}
      ordinary: {feedback: {chance: answers when asked, tells: 0.18}}

  - name: talks learnt from and told
    care: {talks: }
    fixed costs: {an operator: 300 CNY per day}
    segments:
      leaders: {feedback: {chance: answers when asked}}
      core: {feedback: {chance: answers when asked}}
      ordinary: {feedback: {chance: answers when asked}}

levers:
  what the operator costs: {plan: a talk for everybody, key: fixed costs.an operator, between: 0..300 CNY per day}
  what a talk does: {plan: a talk for everybody, key: care.talks.purchases, between: 1..4}

"""#),
  LibraryStory(name: "delivery-threshold", text: #"""
# yaml-language-server: $schema=scenario.schema.json
#
# A noodle kitchen on a delivery app. The app asks every shop for a spring offer, and the shop next door hangs out
# "12 off 30" (满30减12). The owner wonders: 12 off, or 12 off 30? Which of the two brings more orders, which larger
# ones? Who gets the money: those who add a side dish to reach 30, or those who order for 30 anyway? And if a
# threshold, where should it lie?
#
# Play it with:  flywheel run scenarios/delivery-threshold.yaml
#
# What comes out: 12 off everything brings three times the orders, smaller ones that hardly earn what they cost, and a
# third of the money goes to orders that would have come anyway: it loses. 12 off 30 brings fewer and larger ones and
# pays in seven markets of ten, though seven tenths of its money goes to orders that were above 30 by themselves. A
# threshold a quarter above the usual order (35), or less money (8 off 30), does better; one far above it (45) earns
# little and hardly ever loses. So "more orders" and "larger orders" are two wishes: say which is meant.
#
# On what it turns: how strongly offers pull. Below about 3.6 no offer is better than 12 off 30 (`flywheel sweep
# scenarios/delivery-threshold.yaml --vary "how strongly offers pull"` shows it). Where the app pays half, add half of
# what "rewards" says to a plan's profit: 12 off 30 then pays from a pull of about 1.2 on.
#
# Figures that are not known stand under `assumptions`. The pull was set so that spending comes near what vouchers in
# China brought, 3.0 to 3.4 per 1 of subsidy, and stays below it: it is fitted, and no evidence that offers pay.

name: Noodle kitchen on a delivery app
question: 12 off every order or 12 off from 30 on, and where should the threshold lie?
currency: CNY
start: 2026-03-02            # a Monday
horizon: 8 weeks
seed: 20260302

people: 3000                 # who order from us again and again
residual: 8 weeks

objective: profit
precision: 3000 CNY

guardrails:
  - reward cost: at most 60000 CNY   # as much as the owner can advance

assumptions:
  usual order:
    {value: 22..36 CNY, basis: guess}
  customers differ:
    {value: 20%..40%, basis: guess}
  one customer's orders differ:
    {value: 25%..50%, basis: guess}
  ingredients and packaging:
    {value: 32%..50%, basis: guess, why: "of a usual order; added dishes hardly cost more"}
  packing and the app's fee:
    {value: 2..5 CNY, basis: guess}
  notice the badge:
    {value: 60%..90%, basis: guess}
  bother of an offer:
    {value: 1..4 CNY, basis: guess}
  pull of an offer:
    {value: 3.2..6.3, basis: guess,
     why: "fitted: spending of 3.0 to 3.4 per 1 of subsidy (Xing et al., 2023), which it stays below"}
  pull towards the threshold:
    {value: 0.05..0.35, basis: guess,
     why: "fitted: 12.4% to 28.4% of orders below a threshold are padded (Hemmati et al., 2021)"}
  reach of the threshold:
    {value: 8..20 CNY, basis: guess}
  added dishes that go back:
    {value: 8.4%..14.7%, basis: cited, why: "Hemmati et al., 2021"}

segments:
  customers:
    begin as: customers
    purchases: {average: 1.5 per month, variation: 90%}
    lapse: {average: 8%}
    basket:
      {average: usual order, between customers: customers differ, within customers: one customer's orders differ}
    cost of goods: ingredients and packaging
    cost per order: packing and the app's fee
    participation cost: {understanding: bother of an offer, spread: 0.7}

# The same badge beside the name of the shop in the list, for eight weeks.
coupons:
  12 off:
    value: 12 CNY
    orders: every
    window: day 1..56
    attention: {chance: notice the badge, fading: 7 days}
    lift: pull of an offer

threshold coupons:
  off from a threshold:
    threshold: 30 CNY
    off: 12 CNY
    reach: reach of the threshold
    pull: pull towards the threshold
    returns: {share: added dishes that go back, after: 1 day}
    orders: every
    window: day 1..56
    attention: {chance: notice the badge, fading: 7 days}
    lift: pull of an offer

plans:
  - name: no offer           # the baseline

  - name: 12 off
    coupons: {12 off: {}}

  - name: 12 off 30
    threshold coupons: {off from a threshold: {}}

  - name: 12 off 35
    threshold coupons: {off from a threshold: {threshold: 35 CNY}}

  - name: 12 off 45
    threshold coupons: {off from a threshold: {threshold: 45 CNY}}

  - name: 8 off 30
    threshold coupons: {off from a threshold: {off: 8 CNY}}

levers:                      # `flywheel sweep scenarios/delivery-threshold.yaml --vary "where the threshold lies"`
  where the threshold lies:
    {plan: 12 off 30, key: threshold coupons.off from a threshold.threshold, between: 20 CNY..60 CNY}
  how strongly offers pull:
    {plan: 12 off 30, key: threshold coupons.off from a threshold.lift, between: 0..8}

"""#),
  LibraryStory(name: "holiday-gifts", text: #"""
# yaml-language-server: $schema=scenario.schema.json
#
# A neighbourhood bakery knows 1,800 people who buy now and then; 1,200 more live nearby and have not bought yet. At
# four holidays it sends everybody who has ever bought a small gift. Each year the gifts get a little better, because
# people have come to expect them. Do they bring anybody? Would better ones? And what if it were a coupon instead,
# once a year, for an order?
#
# Play it with:  flywheel run scenarios/holiday-gifts.yaml
#
# What comes out: four gifts of 8 cost some 56,000 CNY more than they bring, of 15 twice as much, and win nobody. One in
# four goes to somebody who has left, for nobody sees that. The coupon costs 800 CNY and brings about as much: it pays
# where its pull is above 5. After gifts fewer find it worth their while. How many visits a gift brings is a guess
# that is put in: in the fortnight after it they would have to more than double for the gifts to pay
# (`flywheel sweep scenarios/holiday-gifts.yaml --vary "thanks for a gift"`).

name: Gifts at the holidays
question: Do gifts at the holidays bring customers, or would a coupon for an order do more?
currency: CNY
start: 2026-01-05            # a Monday
horizon: 1 year
seed: 20260105

people: 3000
discount: 8% per year        # money next year is worth this much less

objective: profit
precision: 1000 CNY

guardrails:
  - dead weight: at most 80% # of the coupons, how many pay for an order that would have come anyway

# Nine times of ten within these.
assumptions:
  orders of a customer:
    {value: 0.6..1.6 per month, basis: guess}
  what an order comes to:
    {value: 60..110 CNY, basis: guess}
  flour, butter and wages of an order:
    {value: 50%..70%, basis: guess}
  packing and sending:                        # 0.2 to 1 CNY for each of 2,000, four times
    {value: 1600..8000 CNY, basis: guess}
  visits in the fortnight after a gift:
    {value: 1..1.3 uniform, basis: guess, why: "never tried with a part of the customers left out; 1: as many as else"}
  learnt from a gift:
    {value: 10%..40%, basis: guess}
  taken off what an offer feels worth:
    {value: 40%..90%, basis: guess}
  pull of a coupon:                           # 4: 8 off an order of 80 brings who holds it 40% more often
    {value: 2..8, basis: guess, why: "4.5 would be 3 CNY of spending for 1 off, as in China (Xing et al., 2023)"}
  notice the coupon:                          # on the first day; 20%: half of them in the end
    {value: 10%..32%, basis: guess}
  effort of using it:
    {value: 1..4 CNY, basis: guess}
  orders that only came sooner:
    {value: 5%..40%, basis: guess}

every segment:
  purchases: {average: orders of a customer, variation: 90%}
  lapse: {average: 8%, after first order: 30%}
  basket: {average: what an order comes to, between customers: 40%, within customers: 30%}
  cost of goods: flour, butter and wages of an order
  participation cost: {time: effort of using it, spread: 0.8}
  reward habit:              # who is given something comes to expect it, and weighs an offer by it
    learning: learnt from a gift
    kept per day: 99%
    weight: taken off what an offer feels worth

segments:
  customers:
    share: 60%
    begin as: customers
    lapse: {after first order: 0%}     # they have been for long
  neighbours:
    share: 40%
    aware at start: 40%
    awareness: {organic: 2% per month}
    trial: {hazard: 0.3% per day, pause: 60 days}
    first purchase: {chance: 40%}

holiday gifts:
  gifts:                     # a box of four, by courier
    cost: 8 CNY
    worth: 8 CNY
    on: [2026-02-14, 2026-05-01, 2026-06-19, 2026-09-25]
    window: day 1..end
    goodwill: visits in the fortnight after a gift
    days: 14 days
    fixed cost: packing and sending

coupons:
  autumn coupon:             # to the same people, in November
    value: 8 CNY
    orders: every
    for: customers
    window: 2026-11-09..2026-11-22
    uses: 1
    attention: {chance: notice the coupon, fading: 3 days}
    lift: pull of a coupon
    pull-forward: {drop: orders that only came sooner, days: 14 days}

# A plan is the first one plus what it names.
plans:
  - name: no gifts           # the baseline

  - name: gifts of 8
    holiday gifts: {gifts: }

  - name: gifts of 15        # the better box that people by now expect
    holiday gifts: {gifts: {cost: 15 CNY, worth: 15 CNY}}

  - name: a coupon of 8
    coupons: {autumn coupon: }

  - name: gifts of 8 and the coupon
    holiday gifts: {gifts: }
    coupons: {autumn coupon: }

  - name: gifts of 15 and the coupon
    holiday gifts: {gifts: {cost: 15 CNY, worth: 15 CNY}}
    coupons: {autumn coupon: }

levers:
  thanks for a gift: {plan: gifts of 8, key: holiday gifts.gifts.goodwill, between: 1..3}
  what a gift costs: {plan: gifts of 8, key: holiday gifts.gifts.cost, between: 1 CNY..15 CNY}

"""#),
  LibraryStory(name: "k12-course", text: #"""
# yaml-language-server: $schema=scenario.schema.json
#
# A maths course for children, 1,000 families strong, in a town with 19,000 families more. For three friends who come
# to a free lesson, a family gets something (裂变海报: a poster to pass on, three scans). What should it be: a toy
# that children want, 30 CNY to us and 90 to a child, or a gadget for the parents, 200 CNY to us and 180 to them? What if
# there are only 2,000 CNY for rewards? Does a word of the school's head help, or that many did it last year?
#
# Play it with:  flywheel run scenarios/k12-course.yaml
#
# What comes out: a pupil brought by toys costs a seventh as much in rewards alone as one brought by gadgets, and with 2,000 CNY
# toys bring more, for ten gadgets are soon gone. Yet a pupil is worth so much that without a limit the gadget, which
# more than twice as many families pass on, earns more, even were it three times as dear. With a word of the head toys
# bring some three quarters more pupils, and with the news that many did it last year two fifths more, for next to
# nothing: with either they are as good as gadgets, and no figure here tells them apart.
#
# On what it turns: the budget. With some 5,000 CNY each is the better plan equally often; from 10,000 CNY on it is the
# gadgets in seven markets of ten, and at some 20,000 CNY they draw level on average too (`flywheel sweep
# scenarios/k12-course.yaml --vary "budget for gadgets"` shows it, and the same for toys). That pupils won by a gadget
# stay as long as others is taken for granted, and that families who are new pass nothing on: without `for` under the
# poster they do.

name: Children's course, a poster to pass on
question: What should a family get that brings three friends, a toy for the child or a gadget for the parents?
currency: CNY
start: 2026-03-02            # a Monday, two weeks into the term
horizon: 26 weeks
seed: 20260302

people: 20000                # families
discount: 8% per year
residual: 2 years            # pupils stay for terms

objective: profit
precision: 10000 CNY

guardrails:
  - CPA: at most 600 CNY     # what an extra pupil may cost; by leaflets they cost more

assumptions:
  toy's worth to a child:
    {value: 60..120 CNY, basis: mine}
  toy's price:
    {value: 20..40 CNY, basis: mine}
  gadget's worth to a parent:
    {value: 140..200 CNY, basis: mine}
  gadget's price:
    {value: 150..220 CNY, basis: mine}
  parents act on the child's wish:
    {value: 30%..80%, basis: guess}
  effort of understanding:
    {value: 2..10 CNY, basis: guess}
  effort of time:
    {value: 8..30 CNY, basis: guess}
  doubts:
    {value: 8..30 CNY, basis: guess}
  families differ in that:
    {value: 0.6..1, basis: guess}
  friends a poster reaches:
    {value: 2..6, basis: guess}
  friends who come, as people think:
    {value: 20%..60%, basis: guess}
  free lesson's worth to a friend:
    {value: 15..60 CNY, basis: guess}
  who tried enrols:
    {value: 5%..30%, basis: guess, why: trade press says 50% after a referred lesson}
  teachers and rooms:
    {value: 50%..70%, basis: guess}
  leave after a term:
    {value: 25%..45%, basis: guess}
  head's word takes off doubts:
    {value: 40%..80%, basis: guess}
  many others take off doubts:
    {value: 20%..70%, basis: guess}

every segment:
  purchases: {average: 0.25 per month, variation: 30%}     # a term's fee
  lapse: {average: leave after a term, variation: 40%}
  basket: {average: 1200 CNY, between customers: 20%, within customers: 10%}
  cost of goods: teachers and rooms
  payer: {share: 100%, acts on: parents act on the child's wish}
  feedback: {chance: 0%, tells: friends a poster reaches, opinion leaders: 4%, leaders tell: 20}
  participation cost:
    {understanding: effort of understanding, time: effort of time, trust: doubts, spread: families differ in that}

segments:
  families with us:
    share: 5%
    begin as: customers
  families in town:
    share: 95%
    lapse: {average: leave after a term, variation: 40%, after first order: leave after a term}
    awareness: {organic: 0.1% per month}
    trial: {hazard: 0.01% per day, pause: 180 days}
    first purchase: {chance: who tried enrols}

# The free lesson is there today: whoever hears of us may take one.
samples:
  free lesson:
    cost: 10 CNY             # sheets and a teacher's quarter of an hour
    worth: free lesson's worth to a friend
    convinces: who tried enrols
    for: families in town
    window: day 1..182
    attention: {chance: 100%, fading: 3 days}

# Class after class is told of it, all within four months.
invitations:
  poster:
    friends: 3
    at most: 1
    counts: trial
    deadline: 30 days
    usual success: friends who come, as people think
    window: day 1..112
    for: families with us
    attention: {chance: 2.5%, fading: 1000 days}

plans:
  - name: no poster          # the baseline
    samples: {free lesson: {}}

  - name: toy for the child
    invitations:
      poster: {reward: toy's price, worth: toy's worth to a child, aimed at: user}

  - name: gadget for the parents
    invitations:
      poster: {reward: gadget's price, worth: gadget's worth to a parent}

  - name: toys for 2000 CNY
    invitations:
      poster: {reward: toy's price, worth: toy's worth to a child, aimed at: user, budget: 2000 CNY}

  - name: gadgets for 2000 CNY
    invitations:
      poster: {reward: gadget's price, worth: gadget's worth to a parent, budget: 2000 CNY}

  - name: toy, the school's head writes
    samples: {free lesson: {easier: {trust: head's word takes off doubts}}}
    invitations:
      poster:
        {reward: toy's price, worth: toy's worth to a child, aimed at: user, fixed cost: 1500 CNY,
         easier: {trust: head's word takes off doubts}}

  - name: toy, 2000 did it last year
    samples:
      free lesson: {social proof: {strength: many others take off doubts, half: 200, already: 2000}}
    invitations:
      poster:
        {reward: toy's price, worth: toy's worth to a child, aimed at: user,
         social proof: {strength: many others take off doubts, half: 200, already: 2000}}

levers:
  budget for gadgets:
    {plan: gadgets for 2000 CNY, key: invitations.poster.budget, between: 1000 CNY..29000 CNY}
  budget for toys:
    {plan: toys for 2000 CNY, key: invitations.poster.budget, between: 1000 CNY..29000 CNY}
  gadget's price to us:
    {plan: gadget for the parents, key: invitations.poster.reward, between: 20 CNY..400 CNY}

"""#),
  LibraryStory(name: "membership", text: #"""
# yaml-language-server: $schema=scenario.schema.json
#
# A café with 1,500 regular guests thinks of a card: 4% of what guests pay comes back as points, 20 CNY off for 500 of
# them. Half of the guests come every other month, a few come more than once a week. Whom does a card move? What is
# owed on the cards, and how much of it is never asked for? Would tiers keep the best guests?
#
# Play it with:  flywheel run scenarios/membership.yaml
#
# What comes out: light and moderate guests come 9% more often, heavy ones 5%. A light guest brings 4 CNY more than the
# card costs, a heavy one 60 CNY less: they get half of the points for visits they make anyway. For everybody the card
# loses in seven of ten markets, without the heavy it breaks even, with tiers nearly. Of 100 points 12 expire and 8 are
# owed in the end. It turns on two guesses: it pays from a pull of 2.4 on (`flywheel sweep scenarios/membership.yaml
# --vary "pull"`), and it pays well where the heavy feel a near reward like everybody else (without `halved at`).

name: A card for the regulars
question: Whom does a card with points move, and does it pay for everybody?
currency: CNY
start: 2026-03-02            # a Monday
horizon: 2 years
seed: 20260302

people: 1500
residual: 0                  # what lies on cards when the two years are over is owed, and counts in full

objective: profit
precision: 3000 CNY
draws: {maximum: 128}        # what is not known moves the answer more than luck

guardrails:
  - reward cost: at most 90000 CNY

# Nine times of ten within these.
assumptions:
  what a visit comes to:
    {value: 40..90 CNY, basis: guess}
  goods and wages of a visit:
    {value: 45%..65%, basis: guess}
  how long guests stay:
    {value: 8..18 months, basis: guess}
  pull of a full card:                         # 1.7: when it is nearly full, light guests come 40% more often
    {value: 0.7..4, basis: guess}
  who feels half of it comes:
    {value: 0.8..3 per month, basis: guess, why: "light and moderate buyers moved, heavy ones did not (Liu, 2007)"}
  tiers keep guests by:                        # 0.16: their chance to leave is 15% lower
    {value: 0.05..0.36, basis: guess}
  a tier's extras:
    {value: 10..60 CNY per year, basis: guess}

every segment:
  begin as: customers
  lapse: {after: how long guests stay, spread: 80%}
  basket: {average: what a visit comes to, between customers: 30%, within customers: 40%}
  cost of goods: goods and wages of a visit
  participation cost: {time: 0.5 CNY, spread: 0.8}

segments:
  light:
    share: 50%
    purchases: {average: 0.5 per month, variation: 30%}
  moderate:
    share: 35%
    purchases: {average: 1.6 per month, variation: 30%}
  heavy:
    share: 15%
    purchases: {average: 5 per month, variation: 30%}

points:
  card:
    earns: 1                   # a point for each CNY paid
    block: 500
    off: 20 CNY
    expires after: 180 days
    goal lift: pull of a full card
    halved at: who feels half of it comes
    window: day 1..end
    attention: {chance: 50%, fading: 14 days}
    fixed cost: 2000 CNY

# A plan is the first one plus what it names.
plans:
  - name: no card              # the baseline

  - name: card, 4% back
    points: {card: }

  - name: card, 2% back
    points: {card: {off: 10 CNY}}

  - name: card, not for the heavy
    points: {card: {for: [light, moderate]}}

  - name: card that expires after 90 days
    points: {card: {expires after: 90 days}}

  - name: card with tiers
    points:
      card:
        tiers:
          gold: {from: 1000 CNY, earns: 1.5, bond: tiers keep guests by, cost: a tier's extras}

levers:
  how much back: {plan: "card, 4% back", key: points.card.off, between: 0 CNY..40 CNY}
  pull: {plan: "card, 4% back", key: points.card.goal lift, between: 0..6}

"""#),
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
#
# What comes out: no. With dear contacts the three coupons stand in the same order as with cheap ones, 5% and 15% off
# within a fifth of a percent of each other, and 30% off a little behind. What contacts cost halves what they earn.
# Nine tenths of that come after the year, much of it from people who know the shop by then and have not bought yet.

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
  LibraryStory(name: "referral-reward", text: #"""
# yaml-language-server: $schema=scenario.schema.json
#
# A grocery app wants its 4,000 users to bring friends. The founder remembers 158 CNY a head from a rival; a colleague
# read of "158 CNY for 20 friends" and finds it as good and twenty times cheaper. Is it? There are people who live on
# such rewards (羊毛党) and invite themselves: what do they take, and what do checks save? Should less be paid, should
# it be a lucky draw, or should the friend get half of it?
#
# Play it with:  flywheel run scenarios/referral-reward.yaml
#
# What comes out: 158 for 20 friends is another offer. Nobody has twenty friends to bring but a leader or two with a
# crowd of followers; what it earns is their doing. 158 a head brings people, and unchecked a third or more of it goes
# to hunters: it loses money. Checked it just pays. But 60 a head brings nine friends of ten for a third of the money;
# by lot (30, or 330 one time in ten) it costs as much a friend, and of 100 who take part there are 4 more; half of the
# 60 for the friend brings many more still.
#
# On what it turns: what a friend is worth (about 210 CNY here) and how many hunters there are. Most is earned at about
# 50 a head, with 3 or 4 friends in place of 20, and with about half for the friend (`flywheel sweep
# scenarios/referral-reward.yaml --vary "how much a head"`, "how many friends", "the inviter's part").

name: Bring a friend
question: What should a friend be worth to us, paid to whom, for how many, and with how many checks?
currency: CNY
start: 2026-03-02            # a Monday
horizon: 26 weeks
seed: 20260302

people: 20000
residual: 1 year

objective: profit
precision: 8000 CNY

guardrails:
  - CPA: at most 200 CNY     # what an extra customer may cost

assumptions:
  notice the reward:
    {value: 7%..18%, basis: guess, why: on the first day; in all about three in ten}
  bother of inviting:
    {value: 10..40 CNY, basis: guess}
  friends asked:
    {value: 1..6, basis: guess}
  friends who follow, as people think:
    {value: 15%..45%, basis: guess}
  friends' bother of the welcome:
    {value: 15..60 CNY, basis: guess}
  buy when told of us:
    {value: 20%..50%, basis: guess}
  pull of a welcome:
    {value: 3..9, basis: guess}
  come across us anyway:
    {value: 0.5%..2% per month, basis: guess}
  goods and picking:
    {value: 50%..68%, basis: guess}
  stop after an order:
    {value: 8%..16%, basis: guess}
  an account's trouble:
    {value: 1..20 CNY, basis: guess}
  checks catch hunters:
    {value: 60%..95%, basis: guess}
  checks refuse honest people:
    {value: 1%..8%, basis: guess}
  a check:
    {value: 0.5..5 CNY, basis: guess}
  refused and gone:
    {value: 20%..70%, basis: guess}
  taste for a lot:
    {value: 2%..25%, basis: guess,
     why: "uncertain rewards brought 20.9% more referrals (Management Science, 2024, 05685)"}

every segment:
  purchases: {average: 1.2 per month, variation: 90%}
  basket: {average: 90 CNY, between customers: 35%, within customers: 35%}
  cost of goods: goods and picking
  cost per order: 4 CNY
  feedback: {chance: 0%, tells: friends asked, opinion leaders: 2%, leaders tell: 25}

segments:
  users:
    share: 20%
    begin as: customers
    lapse: {average: stop after an order}
    participation cost: {time: bother of inviting, spread: 0.8}
  their friends:
    share: 80%
    lapse: {average: stop after an order, after first order: 35%}
    awareness: {organic: come across us anyway}
    trial: {hazard: 10% per day, pause: 3 years}     # they look in soon, or never
    first purchase: {chance: buy when told of us, reward effect: pull of a welcome}
    participation cost: {trust: friends' bother of the welcome, spread: 0.8}

# Who lives on rewards. Checks leave them 5% to 15% of payouts, says the trade: their number was set to that.
bonus hunters:
  people: 100
  accounts: 6
  account cost: an account's trouble
  spread: 0.8
  smallest order: 20 CNY

# Every claim is checked, except where a plan says it is not.
invitations:
  bring a friend:
    reward: 158 CNY
    usual success: friends who follow, as people think
    deadline: 30 days
    window: day 1..56
    for: users
    attention: {chance: notice the reward, fading: 3 days}
    endorsement: 30%
    screening:
      catches: checks catch hunters
      refuses: checks refuse honest people
      loses: refused and gone
      cost: a check

plans:
  - name: no reward          # the baseline

  - name: 158 a head, unchecked
    invitations: {bring a friend: {screening: {catches: 0%, refuses: 0%, cost: 0 CNY}}}

  - name: 158 a head
    invitations: {bring a friend: {}}

  - name: 158 for 20 friends
    invitations: {bring a friend: {friends: 20}}

  - name: 60 a head
    invitations: {bring a friend: {reward: 60 CNY}}

  - name: 60 a head by lot   # 60 on average
    invitations:
      bring a friend: {amounts: [30 CNY, 330 CNY], chances: [90%, 10%], taste for chance: taste for a lot}

  - name: 60, half for the friend
    invitations: {bring a friend: {shared: 60 CNY, inviter gets: 50%}}

levers:
  how much a head:
    {plan: 60 a head, key: invitations.bring a friend.reward, between: 20 CNY..200 CNY}
  how many friends:
    {plan: 158 for 20 friends, key: invitations.bring a friend.friends, between: 1..20}
  the inviter's part:
    {plan: "60, half for the friend", key: invitations.bring a friend.inviter gets, between: 10%..90%}

"""#),
  LibraryStory(name: "restaurant", text: #"""
# yaml-language-server: $schema=scenario.schema.json
#
# A restaurant in a busy quarter: 8,000 people live and work within a ten-minute walk, 640 of them are guests today. It
# is half empty. In June a chain opens across the street and the quarter's restaurants go to war with their prices.
# Is it enough to wait for walk-ins? What do touts and flyers, a price cut and the delivery platform bring before the
# war, and what in it? And is there a way that does not depend on being cheap: a tasting stall, cooking videos and
# articles, a private group, three come and one dish is free, and calls to guests that make the dishes better?
#
# Play it with:  flywheel run scenarios/restaurant.yaml
#
# What pays by being cheap or loud pays before the war at best, and loses in it. Calls that make the dishes better pay
# in it too, and with them the stall. The group and its dish do not pay for the manager: they carry the rest. Nearly all
# who get the dish would have come anyway; what pays for it is a larger table, and the strangers at it. The war is taken
# to end with the year; what plans leave behind is counted in peace.
#
# On what it turns: "offers across the street". They are taken to give more off than our cut of 15%, so that in the war
# it moves nobody and is paid to guests who come anyway. Were there next to nothing across the street, the same weeks
# would bring some 18,000 CNY.
#
# The figures are an owner's. Those that are not known stand under `assumptions`, as ranges in which the owner believes
# them nine times of ten; the answer then says how much of its doubt is theirs.

name: Restaurant in a busy quarter
question: What brings guests that pay, before a price war and in it?
currency: CNY
start: 2026-03-02            # a Monday
horizon: 1 year
seed: 20260302

people: 8000
discount: 8% per year        # money next year is worth this much less
residual: 1 year             # leases are short: what a plan leaves behind counts for a year

objective: profit            # plans are ranked by this one figure
precision: 50000 CNY         # play until the expected differences are known this closely
draws: {minimum: 48, maximum: 48}

guardrails:
  - CPA: at most 150 CNY     # what an extra guest may cost

# Ranges that hold nine times of ten, and what each rests on.
assumptions:
  visits of a guest:
    {value: 0.7..2 per month, basis: mine, why: those whose faces we know}
  guests who do not come again:
    {value: 5%..12%, basis: guess, why: after each visit but the first}
  first guests who do not come again:
    {value: 40%..70%, basis: guess, why: "after a daily deal 69% to 87% (Dholakia, 2010)"}
  a bill:
    {value: 75..110 CNY, basis: measured, why: the till}
  know us:
    {value: 20%..60%, basis: guess}
  come in:
    {value: 0.08%..0.3% per day, basis: guess, why: of those who know us and have just seen us}
  stay for a meal:
    {value: 25%..55%, basis: guess, why: of those who come in and read the menu}
  flyers that are read:
    {value: 3%..12%, basis: guess}
  wages of touts:
    {value: 80..180 CNY per day, basis: mine, why: two students}
  pull of a price cut:
    {value: 4..9, basis: guess, why: "at 15% off guests come 1.6 to 2.4 times as often; once it was twice"}
  weight of habit:
    {value: 20%..60%, basis: guess}
  clicks that lead to a look:
    {value: 4%..14%, basis: guess}
  tasters who notice whose dish it is:
    {value: 27..63, basis: guess, why: of ninety a day}
  tasters who come in:
    {value: 8%..45%, basis: guess, why: "of those who notice; two of five then stay for a meal"}
  views of a video:
    {value: 1%..9%, basis: guess, why: of the people of the quarter on its first day}
  guests who join the group:
    {value: 20%..60%, basis: guess}
  messages opened:
    {value: 15%..45%, basis: guess}
  a message brings guests:
    {value: 1.2..1.8, basis: guess, why: times as often for three days}
  pull of a dish:
    {value: 0.7..3, basis: guess}
  a table of three eats:
    {value: 110%..140%, basis: guess, why: of what a guest spends}
  strangers at a table of three:
    {value: 0.2..1, basis: guess, why: one of two tables has one}
  strangers who become guests:
    {value: 5%..25%, basis: guess}
  guests who answer a call:
    {value: 18%..32%, basis: guess, why: "two of five are called and half of them answer; unasked it is 8%"}
  dishes get better:
    {value: 10%..35%, basis: guess, why: "of what is still to be had, every two months"}
  visits for better dishes:
    {value: 0.05..0.3, basis: guess}
  guests kept by better dishes:
    {value: 0.2..0.8, basis: guess}
  guests won by better dishes:
    {value: 0.25..1, basis: guess}
  people a guest tells:
    {value: 0.5..2, basis: guess}
  visits in the war:
    {value: 65%..85%, basis: guess}
  first meals in the war:
    {value: 40%..80%, basis: guess, why: odds}
  contacts in the war:
    {value: 120%..200%, basis: guess, why: what a contact costs}
  guests lost in the war:
    {value: 110%..160%, basis: guess, why: odds}
  offers across the street:
    {value: 15%..25%, basis: guess}

season:
  weekdays: {Monday: 95%, Friday: 120%, Saturday: 110%, Sunday: 85%}
  events:
    price war:
      days: 2026-06-01..2027-03-01
      purchases: visits in the war
      first purchases: first meals in the war
      contact prices: contacts in the war
      lapse: guests lost in the war
      offers elsewhere: offers across the street

# Satisfaction is measured in points; guests differ by about one point around the quality of the kitchen.
product:
  quality: 0
  satisfaction spread: 1

# What holds for everybody; a segment below may give its own.
every segment:
  purchases: {average: visits of a guest, variation: 90%, satisfaction effect: visits for better dishes}
  lapse:
    average: guests who do not come again
    variation: 70%
    after first order: first guests who do not come again
    satisfaction effect: guests kept by better dishes
  basket: {average: a bill, between customers: 40%, within customers: 30%}
  cost of goods: 40%
  cost per order: 5 CNY
  awareness:
    organic: 2% per month    # walking past, maps
    adstock half-life: 7 days
    salience floor: 35%
    half-saturation: 0.1
  trial: {hazard: come in, pause: 45 days}
  first purchase: {chance: stay for a meal, satisfaction effect: guests won by better dishes}
  feedback: {chance: 8%, tells: people a guest tells, delay: 4 days, harm: 15%}
  reward habit: {learning: 6%, kept per day: 98%, weight: weight of habit}
  participation cost: {understanding: 1 CNY, time: 2 CNY, trust: 1 CNY, spread: 0.7}

segments:
  guests:                    # those of today
    share: 8%
    begin as: customers
    lapse: {after first order: 0%}
  the quarter:
    share: 92%
    aware at start: know us

# Described once; a plan that wants a channel gives it a budget, or days.
channels:

  touts:                     # at the door and at the metro exit
    kind: offline
    price: 0.5 CNY
    reach: flyers that are read
    fixed cost: wages of touts

  flyers:
    kind: offline
    price: 0.5 CNY
    reach: flyers that are read

  delivery platform:         # a better place in the list of the delivery app
    kind: delivery platform
    price: 2 CNY
    reach: clicks that lead to a look
    delivery platform: {commission: 20%, orders: every}

  tasting stall:             # a cook with ninety tastings a day at the metro exit
    kind: meetings
    meetings: {cost: 470 CNY, visitors: tasters who notice whose dish it is, leads: tasters who come in}

  cooking videos:            # the cook shows how it is done, once a week
    kind: content
    reach: 3%                # of the views; the others know us, or forget whose it was
    content: {cost: 200 CNY, first day: views of a video, half-life: 4 days}

  soft articles:             # an account of the quarter tells of the cook, for a fee
    kind: opinion leaders
    reach: 10%
    opinion leaders: {fee: 800 CNY, least: 400, shape: 2}

capacities:
  seats: {serves: 45, come back: 50%, after: 2 days, disappointment: 1, window: day 1..end}

audiences:
  private group:
    joins at order: guests who join the group
    members at start: 30%
    every: 7 days
    opened: messages opened
    tiring: 0.05
    recovery: 14 days
    leaves: 0.5%
    purchases: a message brings guests
    days: 3 days
    window: day 1..end

coupons:
  price cut: {value: 15%, orders: every, automatic: yes, lift: pull of a price cut}

parties:
  three come and one dish is free:
    party: 3
    cost: 12 CNY
    worth: 28 CNY
    bill: a table of three eats
    brings: strangers at a table of three
    convinces: strangers who become guests
    orders: repeats
    uses: 1
    validity: 14 days
    lift: pull of a dish
    announced by: private group
    window: day 92..end

# A plan is the first one plus what it names.
plans:

  - name: waiting for walk-ins     # the baseline: what we do now
    capacities: {seats: }

  - name: touts, flyers and platform before the war
    channels:
      touts: {contacts: 80 per day, days: day 1..90}
      flyers: {contacts: 160 per day, days: day 1..90}
      delivery platform: {budget: 60 CNY per day, days: day 1..90}

  - name: touts, flyers and platform in the war
    channels:
      touts: {contacts: 80 per day, days: day 92..181}
      flyers: {contacts: 160 per day, days: day 92..181}
      delivery platform: {budget: 60 CNY per day, days: day 92..181}

  - name: price cut before the war   # the menu board says 15% off, for twelve weeks
    coupons: {price cut: {window: day 1..84}}

  - name: price cut in the war
    coupons: {price cut: {window: day 92..175}}

  - name: stall, content, group and dish
    channels:
      tasting stall: {meetings: {every: 1 day}, days: day 92..181}
      cooking videos: {content: {every: 7 days}, days: day 92..365}
      soft articles: {opinion leaders: {every: 30 days}, days: day 92..365}
    audiences: {private group: }
    parties: {three come and one dish is free: }
    fixed costs: {a manager's time: 40 CNY per day}

  - name: calls and better dishes
    every segment: {feedback: {chance: guests who answer a call, tells: 0.32}, cost per order: 5.80 CNY}
    product: {iteration: {every: 60 days, gain: dishes get better, saturation: 120, best: 1.5, cost: 2000 CNY}}

  - name: the closed loop            # both of these
    channels:
      tasting stall: {meetings: {every: 1 day}, days: day 92..181}
      cooking videos: {content: {every: 7 days}, days: day 92..365}
      soft articles: {opinion leaders: {every: 30 days}, days: day 92..365}
    audiences: {private group: }
    parties: {three come and one dish is free: }
    fixed costs: {a manager's time: 40 CNY per day}
    every segment: {feedback: {chance: guests who answer a call, tells: 0.32}, cost per order: 5.80 CNY}
    product: {iteration: {every: 60 days, gain: dishes get better, saturation: 120, best: 1.5, cost: 2000 CNY}}

# Figures of plans to try at several values: `flywheel sweep scenarios/restaurant.yaml --vary "better dishes"`.
levers:
  better dishes: {plan: calls and better dishes, key: product.iteration.gain, between: 0%..40%}
  pull of the cut: {plan: price cut before the war, key: coupons.price cut.lift, between: 2..9}
  tasters who come in:
    {plan: "stall, content, group and dish", key: channels.tasting stall.meetings.leads, between: 0%..40%}
  a manager's time:
    {plan: "stall, content, group and dish", key: fixed costs.a manager's time, between: 0..90 CNY per day}
  seats: {plan: the closed loop, key: capacities.seats.serves, between: 15..55}

"""#),
  LibraryStory(name: "shopping-festival", text: #"""
# yaml-language-server: $schema=scenario.schema.json
#
# An online shop before the November festival. Some 3,000 customers order about once a month. Last year they were to
# collect eighteen stamps in three weeks for 50 CNY; hardly anybody had them all in the end. This year somebody
# proposes one day instead: 20 CNY off, one tap, nothing to work out. Which festival, and how long may collecting take?
#
# Play it with:  flywheel run scenarios/shopping-festival.yaml
#
# What comes out: the day pays in three of four markets with 10 off and in five of eight with 20; it has to bring who
# holds its coupon about six times as often as on other days (`flywheel sweep scenarios/shopping-festival.yaml
# --vary "how strong the day"`). Of some 1,700 who begin with eighteen stamps nobody finishes, of which Flywheel warns
# before it plays: the reward then costs nothing, but making it and the goodwill of those who give up do. The fewer the
# stamps the more finish, and are paid 50 CNY for nothing that they would not have done anyway: three stamps cost five
# times as much as eighteen. Were nobody sore about giving up, nothing would be lost but what the collecting costs.

name: Shopping festival
question: Which festival brings more than it costs, one guided day or three weeks of collecting stamps?
currency: CNY
start: 2026-10-01
horizon: 26 weeks
seed: 20261111

people: 3000
discount: 8% per year        # money next year is worth this much less

objective: profit
precision: 2000 CNY
draws: {maximum: 128}          # what is not known moves the answer more than luck

guardrails:
  - reward cost: at most 30000 CNY

# Nine times of ten within these.
assumptions:
  orders of a customer:
    {value: 0.6..1.6 per month, basis: guess}
  what an order comes to:
    {value: 100..220 CNY, basis: guess}
  goods and delivery of an order:
    {value: 55%..75%, basis: guess}
  notice the festival:
    {value: 40%..80%, basis: guess}             # on its first day
  effort of taking part:
    {value: 6..25 CNY, basis: guess}
  orders on the day:                            # of who holds its coupon, times those of another day
    {value: 3..20, basis: guess, why: "doubled for a cart coupon on its day (Zhang et al., 2020); a festival is louder"}
  orders that only came sooner:
    {value: 10%..60%, basis: guess, why: "hardly any to four months' worth in China (Ding et al.; Xing et al., 2023)"}
  collect the next stamp:
    {value: 85%..98%, basis: guess}
  stamps until most are tired:
    {value: 3..8, basis: mine, why: "after three to seven days nobody talks of a campaign any more"}
  think they will get there:
    {value: 15%..60%, basis: guess}
  sore about giving up:                         # points of satisfaction
    {value: 0.1..0.6, basis: guess}
  making one day:                               # 0.3 to 3 CNY a head
    {value: 900..9000 CNY, basis: guess}
  making the collecting:                        # 0.5 to 4 CNY a head
    {value: 1500..12000 CNY, basis: guess}

product:
  quality: 0
  satisfaction spread: 1

segments:
  customers:
    begin as: customers
    purchases: {average: orders of a customer, variation: 90%, satisfaction effect: 0.15}
    lapse: {average: 8%, satisfaction effect: 0.4}
    basket: {average: what an order comes to, between customers: 40%, within customers: 40%}
    cost of goods: goods and delivery of an order
    participation cost: {time: effort of taking part, spread: 0.8}

coupons:
  the day:                      # one tap on the front page: three tenths of the effort
    value: 20 CNY
    orders: every
    window: 2026-11-11..2026-11-11
    attention: {chance: notice the festival, fading: 3 days}
    daily multipliers: orders on the day
    pull-forward: {drop: orders that only came sooner, days: 14 days}
    easier: {time: 70%}
    fixed cost: making one day

tasks:
  stamps:                       # one a day from when somebody begins; a missed day loses them all
    reward: 50 CNY              # into their wallet, without an order
    steps: 18
    window: 2026-10-22..2026-11-11
    attention: {chance: notice the festival, fading: 3 days}
    strong rewards: {fading: 7 days, half: 35 CNY}
    goes on: collect the next stamp
    tires in: stamps until most are tired
    expected: think they will get there
    disappointment: sore about giving up
    fixed cost: making the collecting

# A plan is the first one plus what it names.
plans:
  - name: no festival           # the baseline

  - name: one day, 20 off
    coupons: {the day: }

  - name: one day, 10 off
    coupons: {the day: {value: 10 CNY}}

  - name: one day, hard to follow   # the same 20 off by a calculation of rules
    coupons: {the day: {easier: {time: 0%}}}

  - name: three weeks, 18 stamps
    tasks: {stamps: }

  - name: a week, 7 stamps
    tasks: {stamps: {steps: 7}}

  - name: three days, 3 stamps
    tasks: {stamps: {steps: 3}}

levers:
  how strong the day: {plan: "one day, 20 off", key: coupons.the day.daily multipliers, between: 2..20}
  how many stamps: {plan: "three weeks, 18 stamps", key: tasks.stamps.steps, between: 1..18}

"""#),
  LibraryStory(name: "win-back", text: #"""
# yaml-language-server: $schema=scenario.schema.json
#
# A shop for tea and snacks looks after 3,000 customers it won before last New Year. It writes to those in its list
# every fortnight. By November many have not ordered for long: some have left for good, some are merely slow, and
# nobody can tell by looking. From then on it may write to who has been silent (a push message at 0.05 CNY), or ring
# them up (3 CNY a call). After how much silence? And what would writing to everybody more often do?
#
# Play it with:  flywheel run scenarios/win-back.yaml
#
# What comes out: a push message pays after whatever silence, and from two months on one is as good as another. What it
# changes is who takes the coupon: after 15 days two of three are merely slow, after three of their usual gaps one of
# four. It decides where a contact costs: calls after 15 days lose some 5,000 CNY, after three usual gaps they come to
# about nothing, and pay below 3 CNY (`flywheel sweep scenarios/win-back.yaml --vary "what a call costs"`). Writing to
# the list every 3 days brings nothing: a third fewer messages are read, and twice as many people leave it. Four
# messages look best, but here those to the silent tire nobody, and who left the first unread reads the next as readily
# as anybody: leave some out and see.

name: Who has gone quiet
question: After how much silence should we write or call, and how often?
currency: CNY
start: 2026-01-05            # a Monday
horizon: 480 days            # 300 days on which customers grow silent, and 180 of the campaign
seed: 20260106

people: 3000
discount: 8% per year        # money next year is worth this much less

objective: profit
precision: 1000 CNY

guardrails:
  - spend: at most 15000 CNY

# Nine times of ten within these.
assumptions:
  orders of a customer:
    {value: 0.7..2 per month, basis: guess}
  leave after an order:
    {value: 6%..15%, basis: guess}
  what an order comes to:
    {value: 45..80 CNY, basis: guess}
  goods and sending of an order:
    {value: 45%..65%, basis: guess}
  read a push message:
    {value: 3%..20%, basis: guess}
  hear a call out:
    {value: 3%..20%, basis: guess}
  silence that halves it:
    {value: 60..400 days, basis: guess}
  come back in earnest:                       # of those who had left and want the coupon
    {value: 40%..95%, basis: guess}
  leave again after the order of return:
    {value: 50%..87%, basis: cited, why: "Dholakia (2010): 13% to 31% come back at full price after a deal"}
  effort of using a coupon:
    {value: 2..8 CNY, basis: guess}
  pull of a coupon:
    {value: 0.5..4, basis: guess}
  take us off their list:                     # after a message, times how tired they are of them
    {value: 0.5%..6%, basis: guess}
  a read message brings:                      # orders for three days, times those of other days
    {value: 1.1..1.6, basis: guess}

segments:
  customers:
    begin as: customers
    purchases: {average: orders of a customer, variation: 100%}
    lapse: {average: leave after an order}
    basket: {average: what an order comes to, between customers: 40%, within customers: 40%}
    cost of goods: goods and sending of an order
    participation cost: {time: effort of using a coupon, spread: 0.8}

audiences:
  list:
    joins at order: 10%
    members at start: 60%
    every: 14 days
    window: day 1..end
    cost: 0.05 CNY
    opened: read a push message
    tiring: 0.2
    recovery: 14 days
    leaves: take us off their list
    purchases: a read message brings
    days: 3 days

win-backs:
  push:
    silence: 60 days
    reward: 10 CNY
    opened: read a push message
    halves in: silence that halves it
    cost: 0.05 CNY
    returns within: 30 days
    comes back: come back in earnest
    lapses: leave again after the order of return
    lift: pull of a coupon
    window: day 301..end
  call:
    silence: 60 days
    reward: 15 CNY
    opened: hear a call out
    halves in: silence that halves it
    cost: 3 CNY
    returns within: 30 days
    comes back: come back in earnest
    lapses: leave again after the order of return
    lift: pull of a coupon
    window: day 301..end

# A plan is the first one plus what it names.
plans:
  - name: the list alone       # the baseline
    audiences: {list: }

  - name: push after 15 days
    win-backs: {push: {silence: 15 days}}

  - name: push after 60 days
    win-backs: {push: }

  - name: push after 3 usual gaps
    win-backs: {push: {silence: 3 usual gaps}}

  - name: push after 3 usual gaps, up to four   # a month apart
    win-backs: {push: {silence: 3 usual gaps, at most: 4, every: 30 days}}

  - name: call after 15 days
    win-backs: {call: {silence: 15 days}}

  - name: call after 3 usual gaps
    win-backs: {call: {silence: 3 usual gaps}}

  - name: the list every 3 days
    audiences: {list: {every: 3 days}}

levers:
  how silent: {plan: push after 60 days, key: win-backs.push.silence, between: 15 days..180 days}
  what a call costs: {plan: call after 3 usual gaps, key: win-backs.call.cost, between: 0 CNY..3 CNY}
  how often the list: {plan: the list every 3 days, key: audiences.list.every, between: 2 days..28 days}

"""#),
]
