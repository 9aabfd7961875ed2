/**
 * A small complete policy for tests. A complaint goes through every important kind of gate, praise is thanked for, and
 * a suggestion is decided. A test names only what it depends on; everything else has a valid default.
 *
 * Office hours are Mon–Fri 09–17 in London. Roles: agent, supervisor, director, lowest first.
 */
import type { Bundle, MessageRule } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"
import { load } from "../policy/Policy.ts"
import { hash } from "../value/Hash.ts"
import { defined } from "../value/Optional.ts"
import { london } from "./Cast.ts"
import {
  dates,
  defaultCategories,
  defaultClocks,
  defaultFacts,
  defaultGrading,
  defaultLimits,
  hours,
  others,
  says
} from "./Defaults.ts"
import { placesOf } from "./Paths.ts"
import { away, clock, complaintOf, dimension, loop } from "./Rules.ts"
import type { Wishes } from "./Wishes.ts"
import { condition, slots } from "./Wishes.ts"

export { actor, london, people } from "./Cast.ts"
export { action, dates, days, elapsedHours, hours, rootCause } from "./Defaults.ts"
export type { ClockWish, Wishes } from "./Wishes.ts"

/** Returns the bundle of a test policy with these changes from the defaults. */
export const bundle = (wishes: Wishes = {}): Bundle => {
  const facts = { ...defaultFacts, ...wishes.facts }
  const categories = wishes.categories ?? defaultCategories
  const grading = wishes.grading ?? defaultGrading
  const inputs = slots(facts, Object.fromEntries(Object.entries(grading).map(([name, wish]) => [name, wish.levels])), {
    category: categories.map(({ name }) => name),
    emotion: ["furious", "upset", "unmoved"],
    channel: ["phone", "mail", "form", ...Object.keys(wishes.channels ?? {})],
    "category.department": ["support", "delivery"]
  })
  // Every fact has a slot, and so has every input that names a problem, whether or not a table reads it.
  for (const name of [...Object.keys(facts), "category"]) inputs.slot(name)
  const dimensions = Object.entries(grading).map(([name, wish]) => {
    for (const { gives } of wish.rules) if (typeof gives === "object" && "input" in gives) inputs.slot(gives.input)
    const made = dimension(inputs, name, wish)
    inputs.slot(name)
    return made
  })
  const loops = { ...others, ...wishes.loops, complaint: complaintOf(wishes) }
  const made: Omit<Bundle, "places"> = defined({
    hearback: 1,
    id: "build",
    language: "en",
    content: wishes.version ?? "build-1",
    shape: "build-1",
    calendarsHash: wishes.calendars === undefined ? "build-1" : hash(JSON.stringify(wishes.calendars)),
    zone: london.id,
    currency: { code: "EUR", digits: 2 },
    zones: { [london.id]: london, ...wishes.zones },
    calendars: {
      office: {
        name: "office",
        zone: london.id,
        weekly: [...Array.from({ length: 5 }, () => [[9 * 60, 17 * 60]] as const), [], []],
        closed: ["2026-12-25", "2026-12-28", "2027-01-01"],
        open: []
      },
      ...wishes.calendars
    },
    defaultCalendar: "office",
    roles: { agent: {}, supervisor: {}, director: {}, quality: {} },
    departments: {
      support: { contact: ["supervisor"], head: ["director"] },
      delivery: { contact: ["supervisor"], head: ["director"] }
    },
    facts,
    events: ["delivered"],
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
      },
      ...wishes.channels
    },
    form: {
      require: wishes.require ?? ["verbatim"],
      offer: [],
      prefill: [],
      questions: { "what-happened": { en: "What happened?" } },
      ...wishes.form
    },
    split: wishes.split,
    customers: wishes.customers,
    sameCase: { same: ["customer"], alike: 0.85, within: dates(14), ...wishes.sameCase },
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
      tone: [
        { weight: 2, words: ["lovely"] },
        { weight: -2, words: ["dreadful"] }
      ],
      negation: ["not"],
      stronger: ["very"],
      weaker: ["slightly"],
      ...defined({ overrideLasts: wishes.overrideLasts }),
      signals: [
        { name: "safety", words: ["caught fire"] },
        { name: "courtesy", words: ["thanks", "thank you"] },
        { name: "vague", words: ["not good"], ask: "what-happened" }
      ],
      ...wishes.dictionary
    },
    grading: dimensions,
    ownership: {
      firstOwner: wishes.firstOwner ?? ["receiver", "agent", "supervisor"],
      ...(wishes.takeUp === "never" ? {} : { takeUp: wishes.takeUp ?? hours(1) }),
      handover: { acceptWithin: hours(4), atMost: 2, arbiter: "director", ...wishes.handover },
      ...away(inputs, wishes)
    },
    loops: Object.entries(loops).map(([name, wish]) => loop(inputs, name, wish)),
    clocks: Object.entries({ ...defaultClocks, ...wishes.clocks }).map(([name, wish]) => clock(inputs, name, wish)),
    endings: wishes.endings ?? [
      { name: "withdrawn", path: "endings.withdrawn", by: ["customer"], fields: [], closes: "customer-loop" },
      { name: "merged", path: "endings.merged", by: ["owner"], fields: [], closes: "both-loops" }
    ],
    authority: defined({
      limits: (wishes.limits ?? defaultLimits).map((limit) => ({ close: [], regrade: [], waive: [], ...limit })),
      approval: { within: hours(4), unanswered: "next-higher", ...wishes.approval },
      apart: wishes.apart ?? [],
      spotCheck: wishes.spotCheck,
      move: { by: ["agent", "supervisor", "director"] }
    }),
    alarms: Object.entries(wishes.alarms ?? {}).map(([name, { when, notify, send = "alarm" }]) => ({
      name,
      path: `alarms.${name}`,
      when: condition(inputs, `alarms.${name}.when`, when),
      notify,
      send
    })),
    assume: (wishes.assume ?? []).map(({ never, because }, index) => ({
      path: `assume.${index + 1}`,
      never: condition(inputs, `assume.${index + 1}.never`, never),
      because
    })),
    sending:
      wishes.sending === undefined
        ? undefined
        : { quiet: [], quietExcept: { levels: [], messages: [] }, ...wishes.sending },
    retention: wishes.retention,
    problems: {
      same: ["category", "line"],
      within: dates(30),
      ...wishes.problems,
      ...(wishes.openWhen === "never"
        ? {}
        : {
            openWhen: condition(
              inputs,
              "problems.open-when",
              wishes.openWhen ?? { "same-problem.customers": { from: 3 } }
            )
          })
    },
    messages: Object.fromEntries(
      (wishes.messages ?? Object.keys(says)).map((name): [string, MessageRule] => [
        name,
        { name, text: { en: says[name] ?? name }, mustSay: [] }
      ])
    ),
    inputs: inputs.list
  })
  return { ...made, places: placesOf(made) }
}

/**
 * The number of loaded policies that are kept. Tests use the same changes again, but all policies would fill the
 * memory.
 */
const most = 100
const kept = new Map<string, Policy>()

/** Returns the loaded test policy with these changes; the same object if the same changes were used not long ago. */
export const policy = (wishes: Wishes = {}): Policy => {
  const key = JSON.stringify(wishes, told)
  const found = kept.get(key) ?? load(bundle(wishes))
  if (kept.size >= most && !kept.has(key)) kept.clear()
  kept.set(key, found)
  return found
}

/** Keeps `undefined` in JSON, since a change to `undefined` differs from no change. */
const told = (_: string, value: unknown): unknown => (value === undefined ? { undefined: true } : value)
