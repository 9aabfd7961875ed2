/** Intake and messages of generated policies: channels, forms, words, problems, messages. */
import fc from "fast-check"
import type { Bundle, CategoryRule, ChannelRule, Condition, QuestionRule } from "../../../src/policy/Bundle.ts"
import { dates, elapsedHours, hours, type Wishes } from "../../../src/testing/Build.ts"
import { defaultCategories, defaultFacts, defaultGrading } from "../../../src/testing/Defaults.ts"
import type { When } from "../../../src/testing/Wishes.ts"
import { type Drawn, flag, given, one } from "./choice.ts"

/** The random choices about intake and messages. */
export const words = fc.record({
  asks: one("words", "date", "everything"),
  tells: one(undefined, "receipt"),
  survey: one(undefined, "event:delivered", "gate:told", "gate:acknowledged"),
  isRested: flag,
  customers: one(undefined, "may refuse", "may not"),
  sameCase: one<readonly string[]>(["customer"], ["customer", "category"], ["channel", "line", "kind"]),
  split: one(undefined, "from-receipt", "from-split"),
  isReviewed: flag,
  isRouted: flag,
  isNested: flag,
  overrideLasts: one(undefined, hours(6), dates(3)),
  problems: one<readonly string[]>(["category", "line"], ["category"], ["line"], []),
  opens: one<When | "never">({ "same-problem.customers": { from: 2 } }, { "same-problem.cases": { from: 3 } }, "never"),
  alarms: fc.subarray(["hot", "late", "again"]),
  assumes: flag,
  quiet: one("none", "nights", "split"),
  isSpared: flag,
  isDigested: flag,
  endings: fc.subarray(["withdrawn", "forwarded", "merged"]),
  endingAsks: one<readonly string[]>([], ["batch"]),
  endingTells: one(undefined, "delayed"),
  closes: one("customer-loop", "both-loops"),
  kept: one(undefined, undefined, "closed", "received")
})
/** The values of these choices. */
export type Words = Drawn<typeof words>

/** A fact of every kind. */
const facts: NonNullable<Wishes["facts"]> = {
  ...defaultFacts,
  batch: {
    type: { _tag: "Text", values: [] },
    kind: "text",
    personal: { en: "to find the device again" },
    ofOthers: true
  },
  weight: { type: { _tag: "Amount", scale: 1, unit: "" }, kind: "number" },
  copies: { type: { _tag: "Amount", scale: 0, unit: "" }, kind: "integer", title: { en: "Copies" } },
  bought: { type: { _tag: "Date" }, kind: "date", default: "received" },
  spare: { type: { _tag: "Flag" }, kind: "yes-no", by: ["quality", "automatic"] },
  outage: { type: { _tag: "Span" }, kind: "duration" },
  photo: { type: { _tag: "Text", values: [] }, kind: "file" },
  resolved: { type: { _tag: "Flag" }, kind: "yes-no" },
  ease: { type: { _tag: "Amount", scale: 0, unit: "", min: 1, max: 5 }, kind: "scale" },
  missing: { type: { _tag: "SomeOf", values: ["tools", "words"] }, kind: "some-of" }
}

const nested: readonly CategoryRule[] = [
  ...defaultCategories,
  { name: "layout", words: ["chart"], under: "report", defaults: { urgency: "routine" } },
  { name: "idea", title: { en: "Idea" }, words: ["mode"], kind: "suggestion", department: "delivery", defaults: {} }
]

/** Returns a condition that always holds, or never. */
const holds = (rule: string, isSo = true): Condition => ({
  rule,
  table: { id: rule, slots: [], rows: isSo ? [{ cells: [], rule }] : [] }
})

const ask = (fact: string): Pick<QuestionRule, "fact" | "path" | "ask"> => ({
  fact,
  path: `channels.visit.questions.${fact}`,
  ask: { en: `What of ${fact}?` }
})

/** A survey of several questions, of which one may be skipped and one is never asked. */
const visit = (w: Words): ChannelRule => ({
  mode: "active",
  questions: [
    { ...ask("resolved"), required: true },
    { ...ask("ease"), required: false, when: holds("channels.visit.questions.ease.when") },
    { ...ask("missing"), required: true, when: holds("channels.visit.questions.missing.when", false) }
  ],
  ...(w.isRested ? { dissatisfied: holds("channels.visit.dissatisfied") } : {})
})

const channels = (w: Words): Bundle["channels"] => ({
  survey: {
    mode: "active",
    title: { en: "Survey" },
    question: { en: "Was it put right?" },
    scale: [1, 5],
    kindByScore: {
      table: { id: "survey", slots: [0], rows: [{ cells: [[100, 201]], rule: "channels.survey.kind-by-score.1" }] },
      values: ["complaint"]
    },
    ...given({ askAfter: w.survey }),
    ...(w.isRouted ? { when: holds("channels.survey.when") } : {}),
    ...(w.isRested ? { rest: elapsedHours(20), frequency: "quarterly", consent: "asking" } : {})
  },
  visit: visit(w),
  desk: {
    mode: "passive",
    isPublic: true,
    form: { require: ["batch"], offer: [], prefill: [], questions: { batch: { en: "Which batch?" } } }
  }
})

const form = (w: Words): NonNullable<Wishes["form"]> => ({
  require: { words: ["verbatim"], date: ["verbatim", "promised-by"], everything: ["customer", "where", "demand"] }[
    w.asks
  ],
  offer: w.asks === "everything" ? ["demand"] : [],
  prefill: w.asks === "everything" ? ["customer"] : [],
  ...given({ tell: w.tells })
})

const dictionary = (w: Words): NonNullable<Wishes["dictionary"]> => ({
  sureAbove: w.isNested ? 0.9 : 0.7,
  ...given({ overrideLasts: w.overrideLasts })
})

const alarms: NonNullable<Wishes["alarms"]> = {
  hot: { when: { urgency: "urgent" }, notify: ["supervisor"] },
  late: { when: { "clock.told": ["missed", "met-late"] }, notify: ["owner", "director"], send: "overdue" },
  again: { when: { reopened: { from: 1 } }, notify: ["head"] }
}

const sending = (w: Words): Wishes["sending"] => ({
  quiet:
    w.quiet === "nights"
      ? [[20 * 60, 32 * 60]]
      : w.quiet === "split"
        ? [
            [12 * 60, 13 * 60],
            [13 * 60, 14 * 60]
          ]
        : [],
  ...(w.quiet === "split" ? { quietQuestions: [[20 * 60, 32 * 60] as const] } : {}),
  quietExcept: w.isSpared ? { levels: ["P0"], messages: ["overdue"] } : { levels: [], messages: [] },
  ...(w.isDigested ? { digest: elapsedHours(0.5), redact: { phone: ["owner"], "of-others": [] } } : {})
})

const endings = (w: Words): Bundle["endings"] => {
  const by = {
    withdrawn: ["customer"],
    forwarded: ["supervisor"],
    "turned-away": ["supervisor"],
    merged: ["owner", "supervisor"]
  }
  return (["withdrawn", "forwarded", "turned-away", "merged"] as const)
    .filter((name) => w.endings.includes(name === "turned-away" ? "forwarded" : name))
    .map((name) => ({
      name,
      path: `endings.${name}`,
      by: by[name],
      fields: name === "forwarded" || name === "turned-away" ? w.endingAsks : [],
      ...given({ tell: w.endingTells }),
      closes: name === "merged" ? "both-loops" : w.closes
    }))
}

/** Impact by points instead of rows. */
const added: NonNullable<Wishes["grading"]> = {
  ...defaultGrading,
  impact: {
    levels: ["systemic", "group", "individual"],
    rules: [],
    points: {
      rows: [
        { when: { cause: "systemic" }, add: 5 },
        { when: { "same-problem.customers": { from: 3 } }, add: 3 },
        { when: { urgent: true }, add: 2 },
        { when: { slow: true }, add: -1 }
      ],
      thresholds: { systemic: 5, group: 3, individual: -1 }
    }
  }
}

/** Returns the rules of intake and messages. */
export const wordWishes = (w: Words): Wishes => ({
  facts,
  channels: channels(w),
  form: form(w),
  dictionary: dictionary(w),
  sameCase: { same: w.sameCase },
  problems: { same: w.problems },
  openWhen: w.opens,
  endings: endings(w),
  alarms: Object.fromEntries(w.alarms.map((name) => [name, alarms[name] ?? { when: {}, notify: [] }])),
  assume: w.assumes ? [{ never: { urgent: true, slow: true }, because: "either or" }] : [],
  ...(w.isNested ? { categories: nested } : { grading: added }),
  ...(w.customers === undefined
    ? {}
    : {
        customers: { consent: { asking: w.isRested ? { lasts: dates(30) } : {} }, optOut: w.customers === "may refuse" }
      }),
  ...given({
    retention: w.kept === undefined ? undefined : { keep: dates(60), from: w.kept, basis: "tax law" },
    split: w.split,
    sending: w.quiet === "none" && !w.isDigested ? undefined : sending(w)
  })
})
