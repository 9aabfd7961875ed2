/**
 * Large files are compiled and formatted, or refused, within a time limit. Code that takes quadratic time or more in
 * any of these sizes exceeds the limit.
 */
import { describe, expect, it } from "vitest"
import { format } from "../../src/index.ts"
import { findings, head } from "./Sample.ts"

/** Returns a number of parts, one after the other. */
const many = (count: number, part: (n: number) => string, between = ""): string =>
  Array.from({ length: count }, (_, n) => part(n)).join(between)

const list = (count: number, part: (n: number) => string): string => `[${many(count, part, ", ")}]`

const gates = (count: number, keys: (n: number) => string) =>
  `loops:\n  inquiry:\n    customer-loop:\n${many(count, (n) => `      g${n}: { needs: result${keys(n)} }\n`)}`

const rows = (count: number, outcome: (n: number) => string) =>
  many(count, (n) => `      - { when: { amount: ">= ${10 * (count - n)}" }, then: ${outcome(n)} }\n`)

/** The limit of processor time. The slowest of these needs a tenth of it on an idle machine. */
const MOST_SECONDS = 10

/** Parts of which a file can have many, with the finding if there is a limit. */
const sizes: Readonly<Record<string, readonly [text: () => string, told?: string]>> = {
  "gates in a chain": [() => gates(1000, (n) => (n === 0 ? "" : `, after: g${n - 1}`)), "loop/too-many-gates"],
  "gates in a chain, as many as are checked": [() => gates(100, (n) => (n === 0 ? "" : `, after: g${n - 1}`))],
  "gates, each after all before it": [() => gates(100, (n) => (n === 0 ? "" : `, after: ${list(n, (m) => `g${m}`)}`))],
  "gates that are due one after the other": [
    () => gates(100, (n) => `, within: 2 days${n === 0 ? "" : `, after: g${n - 1}, from: g${n - 1}`}`)
  ],
  "gates that are due from the receipt": [
    () => gates(100, (n) => `, within: ${n + 1} days${n === 0 ? "" : `, after: g${n - 1}`}`)
  ],
  clocks: [
    () => `clocks:\n${many(1000, (n) => `  c${n}: { from: received, within: ${n + 1} days, met-by: answered }\n`)}`
  ],
  "clocks in a chain": [
    () =>
      `clocks:\n${many(750, (n) => `  c${n}: { from: ${n === 0 ? "received" : `c${n - 1}`}, within: 1 day, met-by: answered }\n`)}`
  ],
  "rows of a table": [
    () =>
      `grading:\n  urgency:\n    rules:\n${rows(1500, (n) => (n % 2 === 0 ? "urgent" : "routine"))}      - { otherwise: routine }\n`,
    "analysis/not-done"
  ],
  levels: [
    () =>
      `grading:\n  size:\n    levels: ${list(1500, (n) => `l${n}`)}\n    rules:\n${rows(1500, (n) => `l${n}`)}      - { otherwise: l1499 }\n`,
    "analysis/not-done"
  ],
  "dimensions, each from the one before": [
    () =>
      `grading:\n${many(600, (n) => `  d${n}: { levels: [a${n}, b${n}], rules: [{ when: { ${n === 0 ? 'amount: ">= 5"' : `d${n - 1}: a${n - 1}`} }, then: a${n} }, { otherwise: b${n} }] }\n`)}`
  ],
  "rows of a length": [
    () =>
      `clocks: { agreed: { within: ${list(1500, (n) => `{ when: { amount: ">= ${10 * (1500 - n)}" }, then: ${(n % 40) + 1} days }`).slice(0, -1)}, { otherwise: 5 days }] } }\n`,
    "analysis/not-done"
  ],
  loops: [
    () =>
      `loops:\n${many(600, (n) => `  l${n}: { when: { kind: complaint, amount: ${n} }, customer-loop: { told: { needs: result } } }\n`)}`,
    "loop/overlap"
  ],
  categories: [
    () =>
      `dictionary:\n  categories:\n${many(1000, (n) => `    k${n}: { words: [word${n}x, term${n}y], defaults: { urgency: routine } }\n`)}`
  ],
  "words of a dictionary": [() => `dictionary: { negation: ${list(10_000, (n) => `w${n}q`)} }\n`],
  messages: [() => `messages:\n${many(1000, (n) => `  m${n}: { text: { en: "{case.id} is ${n}" } }\n`)}`],
  "messages, each with the one before": [
    () => `messages:\n${many(1000, (n) => `  m${n}: { text: { en: "${n === 0 ? "a" : `{m${n - 1}}`}" } }\n`)}`
  ],
  facts: [() => `facts:\n${many(2500, (n) => `  f${n}: text\n`)}`],
  "roles with limits": [
    () =>
      `roles:\n${many(750, (n) => `  r${n}: { title: R }\n`)}authority:\n  limits:\n${many(750, (n) => `    r${n}: { compensate: { per-case: ${n} } }\n`)}`
  ],
  calendars: [() => `calendars:\n${many(750, (n) => `  c${n}: { hours: { mon-fri: [09:00-17:00] } }\n`)}`],
  alarms: [() => `alarms:\n${many(750, (n) => `  a${n}: { when: { amount: ">= ${n}" }, notify: supervisor }\n`)}`],
  "keys that there are not": [() => many(3000, (n) => `k${n}: 1\n`), "shape/unknown-key"],
  "nested maps": [() => `facts: ${"{ a: ".repeat(20_000)}1${" }".repeat(20_000)}\n`, "file/too-deep"],
  "nested lists": [() => `facts: ${"[".repeat(20_000)}${"]".repeat(20_000)}\n`, "file/too-deep"],
  "blanks in a line": [() => `title: a${" ".repeat(50_000)}b\n#${" ".repeat(50_000)}x\n`],
  "braces in a line": [() => `messages: { m: { text: { en: "${"{".repeat(50_000)}" } } }\n`, "message/stray-brace"],
  "placeholders in a line": [() => `messages: { m: { text: { en: "${"{case.id} ".repeat(20_000)}" } } }\n`],
  "colons in a line": [() => `title: ${"a:".repeat(50_000)}\n`],
  "digits of a length": [() => `clocks: { agreed: { within: ${"1".repeat(50_000)} days } }\n`, "value/bad-length"],
  "parts of a length": [() => `clocks: { agreed: { within: ${"1 day ".repeat(20_000)} } }\n`],
  "values in a test": [
    () =>
      `grading: { urgency: { rules: { also: [{ when: { amount: "${"1, ".repeat(20_000)}2" }, then: urgent }] } } }\n`,
    "cell/syntax"
  ],
  "values in a cell": [
    () =>
      `grading: { urgency: { rules: { also: [{ when: { category: ${list(10_000, () => "other")} }, then: urgent }] } } }\n`
  ],
  "closed days": [
    () =>
      `calendars: { office: { closed: ${list(5000, (n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))} } }\n`
  ]
}

describe("F-C14 · a file with many parts is compiled or refused in time", () => {
  it.each(Object.entries(sizes))("F-C14 · %s", (_, [text, told]) => {
    const whole = head + text()
    const began = process.cpuUsage()
    const codes = findings(whole, "2026-11-20").map(({ code }) => code)
    if (told !== undefined) expect(codes).toContain(told)
    format({ path: "shop.policy.yaml", text: whole })
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1_000_000).toBeLessThan(MOST_SECONDS)
  })
})
