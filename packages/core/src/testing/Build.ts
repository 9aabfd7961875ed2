/**
 * A small complete policy, by hand: a complaint goes through every kind of gate that matters, praise is thanked, a
 * suggestion is decided. A test names only what matters to it; everything else has a valid default.
 *
 * Office hours are Mon–Fri 09–17 in London. Roles: agent, supervisor, director, lowest first.
 */
import type { Actor, Person } from "../model/Actor.ts"
import { system } from "../model/Actor.ts"
import type {
  Bundle,
  CategoryRule,
  ClockRule,
  DimensionRule,
  FactDeclaration,
  GateRule,
  LimitRule,
  LoopRule,
  MessageRule,
  Outcome,
  ReopenRule
} from "../model/Bundle.ts"
import { DAY, daysFromCivil, HOUR, weekday } from "../model/Instant.ts"
import type { Policy } from "../model/Policy.ts"
import { load } from "../model/Policy.ts"
import type { Target } from "../model/Target.ts"
import { civil, working, workingDays } from "../model/Target.ts"
import type { Zone } from "../model/Zone.ts"
import type { GateWish, Rows, Slots, When } from "./Wishes.ts"
import { condition, slots, varying } from "./Wishes.ts"

export interface ClockWish extends Partial<Omit<ClockRule, "name" | "path" | "when" | "within">> {
  readonly when?: When
  readonly within?: Target | Rows<Target>
}

export interface DimensionWish {
  readonly levels: readonly string[]
  readonly rules: Rows<string | Outcome>
  readonly by?: DimensionRule["by"]
  readonly lift?: readonly { readonly when: When; readonly atLeast?: string; readonly up?: number }[]
}

export interface LoopWish {
  readonly when: When
  readonly customer: Readonly<Record<string, GateWish>>
  readonly system?: Readonly<Record<string, GateWish>>
  readonly reopen?: Readonly<Record<string, Partial<Omit<ReopenRule, "when">> & { readonly backTo: string }>>
}

export interface Wishes {
  readonly facts?: Readonly<Record<string, FactDeclaration>>
  readonly categories?: readonly CategoryRule[]
  readonly grading?: Readonly<Record<string, DimensionWish>>
  /** Laid over the default loops, by name. */
  readonly loops?: Readonly<Record<string, LoopWish>>
  /** Laid over the gates of the complaint loop, by name; a gate that none of them is called is put last. */
  readonly gates?: Readonly<Record<string, GateWish>>
  /** The gates of the complaint loop that stay; all by default. */
  readonly only?: readonly string[]
  readonly reopen?: LoopWish["reopen"]
  /** Clocks of the complaint loop; they replace the default ones of their name. */
  readonly clocks?: Readonly<Record<string, ClockWish>>
  readonly limits?: readonly (Partial<LimitRule> & { readonly role: string })[]
  readonly approval?: Partial<Bundle["authority"]["approval"]>
  readonly apart?: readonly string[]
  readonly handover?: Partial<Bundle["ownership"]["handover"]>
  readonly firstOwner?: readonly string[]
  readonly openWhen?: When
  readonly endings?: Bundle["endings"]
  readonly messages?: readonly string[]
}

const sunday = (year: number, month: number): number => {
  const first = daysFromCivil(year, month, 1)
  return first - ((weekday(first) + 1) % 7 || 7)
}
const years = Array.from({ length: 25 }, (_, i) => 2020 + i)

/** Summer time from the last Sunday of March to the last of October, 01:00 UTC. */
export const london: Zone = {
  id: "Europe/London",
  from: years.flatMap((y) => [sunday(y, 4) * DAY + HOUR, sunday(y, 11) * DAY + HOUR]),
  offsetMinutes: [0, ...years.flatMap(() => [60, 0])]
}

const person = (id: string, roles: readonly string[], department = "support"): Person => ({
  id,
  name: `${id[0]?.toUpperCase()}${id.slice(1)}`,
  roles,
  department,
  onDuty: true,
  openCases: 0
})

/** Two of each role that matters, so that nobody needs to approve their own request. */
export const people: readonly Person[] = [
  person("ann", ["agent"]),
  person("ben", ["agent"]),
  person("sam", ["supervisor"]),
  person("sue", ["supervisor"], "delivery"),
  person("dora", ["director"]),
  person("quinn", ["quality"], "delivery")
]

/** Returns who acts under a name: one of the people, a machine (`system:timer`), else a customer. */
export const actor = (name: string, staff: readonly Person[] = people): Actor => {
  const found = staff.find((one) => one.id === name)
  if (found !== undefined)
    return {
      id: name,
      kind: "person",
      roles: found.roles,
      ...(found.department === undefined ? {} : { department: found.department })
    }
  return name.startsWith("system:") ? system(name.slice(7)) : { id: name, kind: "customer", roles: [] }
}

export const hours = (n: number): Target => working(n * HOUR)
export const days = (n: number): Target => workingDays(n)
export const dates = (n: number): Target => civil(0, n)
export const elapsedHours = (n: number): Target => ({ _tag: "Elapsed", ms: n * HOUR })

const smart = { metric: "failures a month", target: "0", owner: "ben", due: "2026-12-01" } as const
/** An action with everything that SMART asks for. */
export const action = (what: string) => ({ what, ...smart })
/** A root cause that passes the default gate. */
export const rootCause = {
  method: "five-whys",
  whys: ["the report was late", "the job had not run", "nobody is told when it fails"],
  cause: "systemic",
  evidence: ["job log"]
} as const

const defaultFacts: Readonly<Record<string, FactDeclaration>> = {
  amount: { type: { _tag: "Amount", scale: 2, unit: "EUR", min: 0 }, kind: "money", default: 0 },
  tier: {
    type: { _tag: "OneOf", values: ["strategic", "standard"], graded: false },
    kind: "one-of",
    default: "standard"
  },
  urgent: { type: { _tag: "Flag" }, kind: "yes-no", default: false },
  slow: { type: { _tag: "Flag" }, kind: "yes-no", default: false },
  line: { type: { _tag: "Text", values: ["erp", "data"] }, kind: "text", default: "erp" },
  "promised-by": { type: { _tag: "Date" }, kind: "date" }
}

const defaultCategories: readonly CategoryRule[] = [
  { name: "report", words: ["report", "dashboard"], department: "support", defaults: { urgency: "important" } },
  { name: "billing", words: ["invoice", "charged"], department: "delivery", defaults: { urgency: "routine" } },
  { name: "other", words: [], department: "support", defaults: { urgency: "routine" } }
]

const defaultGrading: Readonly<Record<string, DimensionWish>> = {
  urgency: {
    levels: ["urgent", "important", "routine"],
    rules: [
      { when: { urgent: true }, gives: "urgent" },
      { when: { slow: true }, gives: "routine" },
      { gives: { input: "category.urgency" } }
    ]
  },
  impact: {
    levels: ["systemic", "group", "individual"],
    rules: [
      { when: { cause: "systemic" }, gives: "systemic" },
      { when: { "same-problem.customers": { from: 3 } }, gives: "group" },
      { gives: "individual" }
    ]
  },
  priority: {
    levels: ["P0", "P1", "P2", "P3"],
    by: "matrix",
    rules: [
      { when: { urgency: "urgent", impact: ["systemic", "group"] }, gives: "P0" },
      { when: { urgency: "urgent" }, gives: "P1" },
      { when: { urgency: "important", impact: ["systemic", "group"] }, gives: "P1" },
      { when: { urgency: "important" }, gives: "P2" },
      { when: { impact: ["systemic", "group"] }, gives: "P2" },
      { gives: "P3" }
    ],
    lift: [{ when: { "signal.safety": true }, atLeast: "P0" }]
  }
}

const silence = { after: days(10), attempts: 3, channelsUsed: 1, closes: "customer-loop" } as const

const complaint: LoopWish = {
  when: { kind: "complaint" },
  customer: {
    receipted: { kind: "acknowledgement", by: ["automatic"], tell: "receipt" },
    acknowledged: { kind: "acknowledgement" },
    agreed: { kind: "proposal", after: ["acknowledged"], rounds: 2, arbiter: "director", tell: "proposal" },
    corrected: { kind: "correction", after: ["agreed"] },
    told: { kind: "result", after: ["corrected"], tell: "result" },
    confirmed: { kind: "confirmation", after: ["told"], by: ["customer"], silence }
  },
  system: {
    investigated: {
      kind: "root-cause",
      after: ["acknowledged"],
      method: ["five-whys", "fishbone"],
      depth: 3,
      surfaceCauses: ["operator error"],
      evidence: "required",
      when: { priority: ["P0", "P1", "P2"] }
    },
    prevented: {
      kind: "prevention",
      after: ["investigated"],
      smart: true,
      when: { impact: ["systemic", "group"] },
      orExplain: { by: ["supervisor"] }
    },
    verified: {
      kind: "effectiveness",
      after: ["prevented"],
      observe: dates(30),
      proof: "no-recurrence",
      ifFailed: "investigated",
      when: { "gate.prevented": "passed" }
    }
  },
  reopen: {
    dissatisfied: { within: dates(30), backTo: "agreed", atMost: 2 },
    recurrence: { within: dates(90), backTo: "investigated" }
  }
}

const others: Readonly<Record<string, LoopWish>> = {
  suggestion: {
    when: { kind: "suggestion" },
    customer: {
      decided: { kind: "decision", oneOf: ["adopted", "later", "declined"] },
      told: { kind: "result", after: ["decided"], tell: "answer" }
    }
  },
  inquiry: { when: { kind: "inquiry" }, customer: { told: { kind: "result", tell: "answer" } } },
  praise: {
    when: { kind: "praise" },
    customer: { thanked: { kind: "result", by: ["automatic"], tell: "thanks", notify: ["praised"] } }
  },
  rating: { when: { kind: "rating" }, customer: { thanked: { kind: "result", by: ["automatic"], tell: "thanks" } } }
}

const defaultClocks: Readonly<Record<string, ClockWish>> = {
  acknowledged: { gate: "acknowledged", metBy: ["passed:acknowledged"], within: hours(8) },
  told: {
    gate: "told",
    metBy: ["passed:told"],
    within: [
      { when: { urgency: "urgent" }, gives: hours(20) },
      { when: { urgency: "important" }, gives: hours(40) },
      { gives: hours(80) }
    ],
    pause: { "waiting-on-customer": days(10), "waiting-on-vendor": hours(8) },
    extend: { times: 1, each: hours(16), approve: ["supervisor", "director"], tell: "delayed" }
  }
}

const defaultLimits: NonNullable<Wishes["limits"]> = [
  {
    role: "agent",
    compensate: { perCase: 10_000, perMonth: 25_000 },
    discount: 500,
    close: ["P2", "P3"],
    regrade: ["P2", "P3"]
  },
  { role: "supervisor", compensate: { perCase: 50_000, perDay: 80_000 }, close: ["P1", "P2", "P3"], regrade: "all" },
  {
    role: "director",
    compensate: { perCase: null },
    discount: null,
    resources: null,
    close: "all",
    regrade: "all",
    waive: "all"
  }
]

const says: Readonly<Record<string, string>> = {
  receipt: "We have your message {case.id}. {owner.name} answers for it.",
  proposal: "We propose: {proposal}.",
  result: "{result} {shortfall}",
  answer: "{decision} {reason} {result}",
  thanks: "Thank you.",
  delayed: "Not by {due.was} because {reason}. Now by {due.now}.",
  "confirmation-asked": "Was it put right?",
  reminder: "{case.id}: {clock} is due {due.now}.",
  overdue: "{case.id} missed {due.was}.",
  praised: "A customer praised you in {case.id}.",
  regraded: "{case.id} is graded anew: {reason}.",
  alarm: "{case.id}: {reason}.",
  "handover-offered": "Take over {case.id}? {reason}",
  "approval-asked": "{case.id} needs your decision by {next.due}.",
  "verification-failed": "{case.id} came back."
}

const gate = (inputs: Slots, path: string, name: string, side: GateRule["side"], wish: GateWish): GateRule => {
  const { when, onlyWithin, observe, orExplain, ...rest } = wish
  const explain = orExplain === undefined ? undefined : { by: ["owner"], fields: [], ...orExplain }
  const { when: explainWhen, ...plain } = explain ?? { by: [], fields: [], when: undefined }
  return {
    kind: "record",
    side,
    after: [],
    by: ["owner"],
    notBy: [],
    signOff: [],
    fields: [],
    optional: onlyWithin !== undefined,
    outOfOrder: "refused",
    notify: [],
    insteadOf: [],
    ...rest,
    name,
    path,
    ...(when === undefined ? {} : { when: condition(inputs, `${path}.when`, when) }),
    ...(onlyWithin === undefined ? {} : { onlyWithin: varying(inputs, `${path}.only-within`, onlyWithin) }),
    ...(observe === undefined ? {} : { observe: varying(inputs, `${path}.observe`, observe) }),
    ...(explain === undefined
      ? {}
      : {
          orExplain: {
            ...plain,
            ...(explainWhen === undefined ? {} : { when: condition(inputs, `${path}.or-explain.when`, explainWhen) })
          }
        })
  }
}

const loop = (inputs: Slots, name: string, wish: LoopWish): LoopRule => {
  const path = `loops.${name}`
  const side = (key: GateRule["side"], gates: Readonly<Record<string, GateWish>> | undefined) =>
    Object.entries(gates ?? {}).map(([own, one]) => gate(inputs, `${path}.${key}.${own}`, own, key, one))
  return {
    name,
    path,
    when: condition(inputs, `${path}.when`, wish.when),
    gates: [...side("customer-loop", wish.customer), ...side("system-loop", wish.system)],
    reopen: Object.entries(wish.reopen ?? {}).map(([cause, rule]) => ({
      cause,
      path: `${path}.reopen.${cause}`,
      within: dates(30),
      ...rule
    }))
  }
}

const clock = (inputs: Slots, name: string, wish: ClockWish): ClockRule => {
  const path = `clocks.${name}`
  const { when, within, until, ...rest } = wish
  return {
    loop: "complaint",
    promise: true,
    from: ["received"],
    calendar: "office",
    firstDay: "excluded",
    ends: "close-of-day",
    roll: "none",
    metBy: [],
    cancelledBy: ["withdrawn"],
    repeats: false,
    pause: {},
    remind: [],
    escalate: [{ at: { _tag: "Due" }, notify: ["supervisor"], send: "overdue", rule: `${path}.escalate.1` }],
    onRegrade: "recompute",
    onReopen: "resume",
    onNewVersion: "keep",
    manual: "fixed",
    ...rest,
    name,
    path,
    ...(when === undefined ? {} : { when: condition(inputs, `${path}.when`, when) }),
    ...(until === undefined ? { within: varying(inputs, `${path}.within`, within ?? hours(8)) } : { until })
  }
}

const dimension = (inputs: Slots, name: string, wish: DimensionWish): DimensionRule => {
  const path = `grading.${name}`
  const rules = wish.rules.map(({ when, gives }) => ({
    ...(when === undefined ? {} : { when }),
    gives: typeof gives === "string" ? { level: gives } : gives
  }))
  return {
    name,
    levels: wish.levels,
    by: wish.by ?? "rules",
    table: varying<Outcome>(inputs, `${path}.${wish.by ?? "rules"}`, rules),
    lift: (wish.lift ?? []).map(({ when, ...raise }, i) => ({
      ...raise,
      when: condition(inputs, `${path}.lift.${i + 1}.when`, when),
      rule: `${path}.lift.${i + 1}`
    }))
  }
}

/** The complaint loop with the wishes laid over it. */
const complaintOf = (wishes: Wishes): LoopWish => {
  const base = wishes.loops?.["complaint"] ?? complaint
  const laid = (gates: Readonly<Record<string, GateWish>>): Readonly<Record<string, GateWish>> =>
    Object.fromEntries(
      Object.entries(gates)
        .filter(([name]) => wishes.only?.includes(name) ?? true)
        .map(([name, wish]) => [name, { ...wish, ...wishes.gates?.[name] }])
    )
  const known = { ...base.customer, ...base.system }
  const more = (side: GateRule["side"]) =>
    Object.fromEntries(
      Object.entries(wishes.gates ?? {}).filter(
        ([name, wish]) => !(name in known) && (wish.side ?? "customer-loop") === side
      )
    )
  const customer = { ...laid(base.customer), ...more("customer-loop") }
  const systemGates = { ...laid(base.system ?? {}), ...more("system-loop") }
  const kept = new Set(Object.keys({ ...customer, ...systemGates }))
  const inOrder = (gates: Readonly<Record<string, GateWish>>) =>
    Object.fromEntries(
      Object.entries(gates).map(([name, wish]) => [
        name,
        { ...wish, after: (wish.after ?? []).filter((g) => kept.has(g)) }
      ])
    )
  return {
    when: base.when,
    customer: inOrder(customer),
    system: inOrder(systemGates),
    reopen: Object.fromEntries(
      Object.entries(wishes.reopen ?? base.reopen ?? {}).filter(([, rule]) => kept.has(rule.backTo))
    )
  }
}

const place = { file: "build.policy.yaml", line: 1, column: 1 }

/** Every path of a policy that an event may name as its reason. */
const placesOf = (bundle: Omit<Bundle, "places">): Bundle["places"] => {
  const paths = new Set<string>([
    "dictionary",
    "dictionary.sure-above",
    "grading",
    "loops",
    "clocks",
    "problems",
    "problems.same",
    "problems.open-when",
    "authority",
    "authority.limits",
    "authority.approval",
    "authority.approval.within",
    "authority.approval.unanswered",
    "ownership",
    "ownership.first-owner",
    "ownership.take-up",
    "ownership.department",
    "ownership.handover",
    ...["accept-within", "at-most", "arbiter", "outside-department"].map((key) => `ownership.handover.${key}`)
  ])
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if ((key === "rule" || key === "path") && typeof inner === "string") paths.add(inner)
      visit(inner)
    }
  }
  visit(bundle)
  const under = (path: string, keys: object, spelled: Readonly<Record<string, string>> = {}): void => {
    for (const [key, value] of Object.entries(keys))
      if (value !== undefined && !(Array.isArray(value) && value.length === 0))
        paths.add(`${path}.${spelled[key] ?? key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`)
  }
  for (const one of bundle.dictionary.categories) {
    paths.add(`dictionary.categories.${one.name}`)
    under(`dictionary.categories.${one.name}`, one)
  }
  for (const one of bundle.grading) paths.add(`grading.${one.name}`)
  for (const one of bundle.loops) {
    for (const rule of one.gates) {
      paths.add(`${one.path}.${rule.side}`)
      under(rule.path, rule)
    }
  }
  for (const one of bundle.clocks) {
    under(one.path, one)
    if (one.extend !== undefined) under(`${one.path}.extend`, one.extend)
  }
  for (const limit of bundle.authority.limits) {
    const path = `authority.limits.${limit.role}`
    paths.add(path)
    under(path, limit)
    if (limit.compensate !== undefined) under(`${path}.compensate`, limit.compensate)
  }
  for (const name of Object.keys(bundle.messages)) paths.add(`messages.${name}`)
  return Object.fromEntries([...paths].map((path) => [path, place]))
}

/** Returns the bundle of a policy with these wishes. */
export const bundle = (wishes: Wishes = {}): Bundle => {
  const facts = { ...defaultFacts, ...wishes.facts }
  const categories = wishes.categories ?? defaultCategories
  const grading = wishes.grading ?? defaultGrading
  const inputs = slots(facts, Object.fromEntries(Object.entries(grading).map(([name, wish]) => [name, wish.levels])), {
    category: categories.map(({ name }) => name),
    emotion: ["furious", "upset", "unmoved"],
    channel: ["phone", "mail", "form"],
    "category.department": ["support", "delivery"]
  })
  // Every fact has a slot, and so has what names a problem, whether or not a table reads it.
  for (const name of [...Object.keys(facts), "category"]) inputs.slot(name)
  const dimensions = Object.entries(grading).map(([name, wish]) => {
    for (const { gives } of wish.rules) if (typeof gives === "object" && "input" in gives) inputs.slot(gives.input)
    const made = dimension(inputs, name, wish)
    inputs.slot(name)
    return made
  })
  const loops = { ...others, ...wishes.loops, complaint: complaintOf(wishes) }
  const made: Omit<Bundle, "places"> = {
    hearback: 1,
    id: "build",
    language: "en",
    content: "build-1",
    shape: "build-1",
    calendarsHash: "build-1",
    zone: london.id,
    currency: { code: "EUR", digits: 2 },
    zones: { [london.id]: london },
    calendars: {
      office: {
        name: "office",
        zone: london.id,
        weekly: [...Array.from({ length: 5 }, () => [[9 * 60, 17 * 60]] as const), [], []],
        closed: ["2026-12-25", "2026-12-28", "2027-01-01"],
        open: []
      }
    },
    defaultCalendar: "office",
    roles: { agent: {}, supervisor: {}, director: {}, quality: {} },
    departments: {
      support: { contact: ["supervisor"], head: ["director"] },
      delivery: { contact: ["supervisor"], head: ["director"] }
    },
    facts,
    events: [],
    channels: {
      phone: { mode: "passive" },
      mail: { mode: "passive" },
      form: {
        mode: "passive",
        scale: [1, 3],
        kindByScore: {
          table: {
            id: "channels.form.kind-by-score",
            slots: [0],
            rows: [
              { cells: [[300, 301]], rule: "channels.form.kind-by-score.complaint" },
              { cells: [[100, 101]], rule: "channels.form.kind-by-score.praise" }
            ]
          },
          values: ["complaint", "praise"]
        }
      }
    },
    form: { require: ["verbatim"], offer: [], prefill: [], questions: {} },
    sameCase: { same: ["customer"], alike: 0.85, within: dates(14) },
    dictionary: {
      sureAbove: 0.7,
      reviewBy: "supervisor",
      otherwise: "other",
      kinds: [
        { kind: "praise", words: ["thank you for"] },
        { kind: "suggestion", words: ["I suggest"] },
        { kind: "inquiry", words: ["how do I"] }
      ],
      otherwiseKind: "complaint",
      categories,
      emotions: [
        { level: "furious", words: ["outrageous"] },
        { level: "upset", words: ["disappointed"] }
      ],
      negation: ["not"],
      stronger: ["very"],
      weaker: ["slightly"],
      signals: [{ name: "safety", words: ["caught fire"] }]
    },
    grading: dimensions,
    ownership: {
      firstOwner: wishes.firstOwner ?? ["receiver", "agent", "supervisor"],
      takeUp: hours(1),
      handover: { acceptWithin: hours(4), atMost: 2, arbiter: "director", ...wishes.handover }
    },
    loops: Object.entries(loops).map(([name, wish]) => loop(inputs, name, wish)),
    clocks: Object.entries({ ...defaultClocks, ...wishes.clocks }).map(([name, wish]) => clock(inputs, name, wish)),
    endings: wishes.endings ?? [
      { name: "withdrawn", path: "endings.withdrawn", by: ["customer"], fields: [], closes: "customer-loop" }
    ],
    authority: {
      limits: (wishes.limits ?? defaultLimits).map((limit) => ({ close: [], regrade: [], waive: [], ...limit })),
      approval: { within: hours(4), unanswered: "next-higher", ...wishes.approval },
      apart: wishes.apart ?? []
    },
    problems: {
      same: ["category", "line"],
      within: dates(30),
      openWhen: condition(inputs, "problems.open-when", wishes.openWhen ?? { "same-problem.customers": { from: 3 } })
    },
    messages: Object.fromEntries(
      (wishes.messages ?? Object.keys(says)).map((name): [string, MessageRule] => [
        name,
        { name, text: { en: says[name] ?? name }, mustSay: [] }
      ])
    ),
    inputs: inputs.list
  }
  return { ...made, places: placesOf(made) }
}

/** Returns the policy of these wishes, ready to decide with. */
export const policy = (wishes: Wishes = {}): Policy => load(bundle(wishes))
