/** The defaults of the test policy: facts, grades, loops, clocks, limits, messages. */

import { notices } from "../draft/Notice.ts"
import type { CategoryRule, FactDeclaration } from "../policy/Bundle.ts"
import { HOUR } from "../time/Instant.ts"
import type { Target } from "../time/Target.ts"
import { civil, working, workingDays } from "../time/Target.ts"
import type { ClockWish, DimensionWish, LoopWish, Wishes } from "./Wishes.ts"

/** Returns a length of working hours. */
export const hours = (count: number): Target => working(count * HOUR)
/** Returns a length of working days. */
export const days = (count: number): Target => workingDays(count)
/** Returns a length of calendar days. */
export const dates = (count: number): Target => civil(0, count)
/** Returns a length of hours that pass. */
export const elapsedHours = (count: number): Target => ({ _tag: "Elapsed", ms: count * HOUR })

const smart = { metric: "failures a month", target: "0", owner: "ben", due: "2026-12-01" } as const
/** Returns an action with everything that SMART asks for. */
export const action = (what: string) => ({ what, ...smart })
/** A root cause that passes the default gate. */
export const rootCause = {
  method: "five-whys",
  whys: ["the report was late", "the job had not run", "nobody is told when it fails"],
  cause: "systemic",
  evidence: ["job log"]
} as const

/** The facts of the test policy. */
export const defaultFacts: Readonly<Record<string, FactDeclaration>> = {
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

/** The categories of the test policy. */
export const defaultCategories: readonly CategoryRule[] = [
  { name: "report", words: ["report", "dashboard"], department: "support", defaults: { urgency: "important" } },
  { name: "billing", words: ["invoice", "charged"], department: "delivery", defaults: { urgency: "routine" } },
  { name: "other", words: [], department: "support", defaults: { urgency: "routine" } }
]

/** The dimensions of the test policy. */
export const defaultGrading: Readonly<Record<string, DimensionWish>> = {
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

/** The loop of complaints in the test policy. */
export const complaint: LoopWish = {
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

/** The loops of the other kinds in the test policy. */
export const others: Readonly<Record<string, LoopWish>> = {
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

/** The clocks of the test policy. */
export const defaultClocks: Readonly<Record<string, ClockWish>> = {
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

/** The limits of the test policy, lowest role first. */
export const defaultLimits: NonNullable<Wishes["limits"]> = [
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

/** A text for each notice: its name, and every placeholder that its occasion fills. */
const ofNotices = Object.fromEntries(
  Object.entries(notices).map(([name, { fills }]) => [
    name,
    [`${name} {case.id}.`, ...fills.map((placeholder) => `${placeholder}: {${placeholder}}.`)].join(" ")
  ])
)

/** The messages of the test policy, by name. */
export const says: Readonly<Record<string, string>> = {
  ...ofNotices,
  receipt: "We have received your message {case.id}. {owner.name} is handling it.",
  proposal: "We propose: {proposal}.",
  result: "{result} {shortfall}",
  answer: "{decision} {reason} {result}",
  thanks: "Thank you.",
  delayed: "Not by {due.was} because {reason}. Now by {due.now}.",
  joined: "You told us: it is {case.id}. {owner.name} is handling it.",
  "guiding-question": "{question}",
  "confirmation-asked": "Was it put right?",
  "proposal-decided": "We have decided: {proposal}."
}
