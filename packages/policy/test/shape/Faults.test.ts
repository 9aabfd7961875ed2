import { describe, expect, it } from "vitest"
import { repaired } from "../../src/diagnostic/Repair.ts"
import type { FileKind } from "../../src/outline/Outline.ts"
import { readFile } from "../../src/shape/Check.ts"
import { head, placed, unmarked } from "../parse/Marked.ts"

/** One fault in each text, with its place marked. */
const faults: ReadonlyArray<readonly [title: string, code: string, marked: string]> = [
  ["a misspelt section", "shape/unknown-key", "⟦rolse⟧: { agent: { title: x } }"],
  ["a misspelt key of a role", "shape/unknown-key", "roles: { agent: { ⟦titel⟧: x } }"],
  [
    "a misspelt key of a gate",
    "shape/unknown-key",
    "loops: { c: { customer-loop: { told: { needs: result, ⟦witihn⟧: 4 hours } } } }"
  ],
  [
    "a key in the other language",
    "language/mixed-keys",
    "loops: { c: { customer-loop: { told: { needs: result, ⟦时限⟧: 4 hours } } } }"
  ],
  ["a key of another map", "shape/unknown-key", "dictionary: { signals: { a: { words: [x], ⟦kind⟧: praise } } }"],
  ["a key that every object of JavaScript has", "shape/unknown-key", "⟦constructor⟧: { a: b }"],
  ["a misspelt kind of gate", "shape/unknown-word", "loops: { c: { customer-loop: { told: { needs: ⟦reslt⟧ } } } }"],
  ["a misspelt choice", "shape/unknown-word", "clock-defaults: { first-day: ⟦exluded⟧ }"],
  ["a choice in the other language", "language/mixed-keys", "intake: { split: ⟦自受理起⟧ }"],
  ["a word that is neither yes nor no", "shape/unknown-word", "clocks: { a: { repeats: ⟦maybe⟧ } }"],
  ["never, misspelt", "shape/unknown-word", "clocks: { a: { pause: ⟦nevr⟧ } }"],
  ["removed, misspelt", "shape/unknown-word", "facts: ⟦remved⟧"],
  ["a type of fact that is none", "shape/unknown-word", "facts: { a: ⟦strng⟧ }"],
  ["a word for a map", "shape/wrong-type", "roles: ⟦agent⟧"],
  ["a list for a map", "shape/wrong-type", "⟦roles⟧:\n  - agent\n  - boss"],
  ["a list for a map on one line", "shape/wrong-type", "roles: ⟦[agent, boss]⟧"],
  ["a map for a word", "shape/wrong-type", "time-zone: ⟦{ a: b }⟧"],
  ["a number for a length of time", "shape/wrong-type", "loops: { c: { customer-loop: { t: { within: ⟦4⟧ } } } }"],
  [
    "a number for the length of one level",
    "shape/wrong-type",
    "loops: { c: { customer-loop: { t: { within: { urgent: ⟦4⟧, otherwise: 2 days } } } } }"
  ],
  [
    "a number for the length in a row",
    "shape/wrong-type",
    "loops: { c: { customer-loop: { t: { within: [{ when: { a: b }, then: ⟦4⟧ }, { otherwise: 2 days }] } } } }"
  ],
  ["a fraction for a whole number", "shape/wrong-type", "clocks: { a: { extend: { times: ⟦1.5⟧ } } }"],
  ["a word for a whole number", "shape/wrong-type", "grading: { u: { lift: [{ when: { a: b }, up: ⟦one⟧ }] } }"],
  ["a word for a list", "shape/wrong-type", "grading: { u: { levels: ⟦urgent⟧ } }"],
  ["hours without a list", "shape/wrong-type", "calendars: { o: { hours: { mon: ⟦09:00-12:00⟧ } } }"],
  ["a word for a condition", "shape/wrong-type", "alarms: { a: { when: ⟦b⟧ } }"],
  ["a list for sums", "shape/wrong-type", "authority: { limits: { a: { compensate: ⟦[5]⟧ } } }"],
  ["a tag of a language with an underscore", "shape/wrong-type", "messages: { a: { text: { zh-CN: x, ⟦En⟧: y } } }"],
  ["a number in a list of words", "yaml/number-as-text", "dictionary: { negation: [not, ⟦404⟧] }"],
  ["digits that get lost", "yaml/number-as-text", "messages: { a: { text: ⟦00123⟧ } }"],
  ["a yes-no for a title", "yaml/number-as-text", "title: ⟦true⟧"],
  ["a number for a level", "yaml/number-as-text", "grading: { u: { levels: [urgent, ⟦1⟧] } }"],
  ["a fraction for a share", "value/bad-share", "dictionary: { sure-above: ⟦0.7⟧ }"],
  [
    "a row without its result",
    "shape/missing-key",
    "grading: { u: { rules: [{ ⟦when⟧: { a: b } }, { otherwise: x }] } }"
  ],
  [
    "a row with a misspelt result",
    "shape/unknown-key",
    "grading: { u: { rules: [{ when: { a: b }, ⟦than⟧: c }, { otherwise: x }] } }"
  ],
  [
    "a last row with a result too many",
    "shape/unknown-key",
    "grading: { u: { rules: [{ otherwise: c, ⟦then⟧: d }] } }"
  ],
  ["a lift that does not say how far", "shape/missing-key", "grading: { u: { lift: [{ ⟦when⟧: { a: b } }] } }"],
  ["an escalation to nobody", "shape/missing-key", "clocks: { a: { escalate: [{ ⟦at⟧: due }] } }"],
  [
    "an acceptance without reason and end",
    "shape/missing-key",
    "accepted-findings: [{ ⟦finding⟧: table/gap, where: x }]"
  ],
  ["a change of a list, misspelt", "shape/unknown-key", "grading: { u: { rules: { ⟦alsp⟧: [{ otherwise: x }] } } }"],
  ["a message with a misspelt key", "shape/unknown-key", "messages: { a: { ⟦txt⟧: x, must-say: [y] } }"],
  ["a measure, misspelt", "shape/unknown-key", "learning: { targets: { ⟦timely-respons⟧: 5, cycle-time.told: 5 } }"],
  ["a day, misspelt", "shape/unknown-key", "calendars: { o: { hours: { ⟦mon-fry⟧: [09:00-12:00] } } }"],
  ["a cell with a misspelt not", "shape/unknown-key", "alarms: { a: { when: { b: { ⟦nott⟧: c } } } }"],
  ["a role that is called owner", "name/reserved", "roles: { ⟦owner⟧: { title: x } }"],
  ["a gate that is called due", "name/reserved", "loops: { c: { customer-loop: { ⟦due⟧: { needs: result } } } }"],
  ["a level that is called 收到", "name/reserved", "grading: { u: { levels: [urgent, ⟦收到⟧] } }"],
  ["a category that is called removed", "name/reserved", "dictionary: { categories: { ⟦removed⟧: { words: [x] } } }"],
  ["a name with a blank", "name/form", "roles: { ⟦front desk⟧: { title: x } }"],
  ["a name with underscores", "name/form", "roles: { ⟦__proto__⟧: { title: x } }"],
  ["a full-width colon where a map belongs", "yaml/colon", "messages:\n  answer⟦：⟧谢谢"],
  ["an empty value", "yaml/empty-value", "roles: { ⟦agent⟧: }"]
]

const policyCodes = (text: string) => readFile({ path: "f", text }, "policy").diagnostics.map(({ code }) => code)

describe("a fault in the shape of a policy has one finding, at its place", () => {
  it.each(faults)("%s", (_title, code, marked) => {
    const { text, start, end } = unmarked(`${head}${marked}\n`)
    expect(readFile({ path: "f", text }, "policy").diagnostics.map(placed)).toEqual([{ code, start, end }])
  })

  it.each(faults)("and a fix after which nothing is reported: %s", (_title, _code, marked) => {
    const { text } = unmarked(`${head}${marked}\n`)
    const { file, diagnostics } = readFile({ path: "f", text }, "policy")
    if (diagnostics.some(({ fix }) => fix !== undefined)) expect(policyCodes(repaired(file, diagnostics))).toEqual([])
  })

  it("and every fault is reported once", () => {
    const text = `${head}loops: { c: { customer-loop: { told: { needs: reslt, witihn: 4 hours, by: 5 } } } }\nrolse: {}\n`
    expect(policyCodes(text)).toEqual([
      "shape/unknown-word",
      "shape/unknown-key",
      "yaml/number-as-text",
      "shape/unknown-key"
    ])
  })

  it("and each colon of a block that was meant as a map is reported", () => {
    expect(policyCodes(`${head}roles:\n  agent：客服\n  boss：主管\n`)).toEqual(["yaml/colon", "yaml/colon"])
  })

  it("and the allowed keys are listed if none is similar", () => {
    const [found] = readFile({ path: "f", text: `${head}roles: { a: { zzz: 1 } }\n` }, "policy").diagnostics
    expect(found?.primary.label?.en).toBe("expected `title`, `basis` or `formerly`")
  })
})

describe("the head of a policy", () => {
  it.each([
    ["no version", "policy: a\nlanguage: en\n", "shape/missing-key"],
    ["no id", "hearback: 1\nlanguage: en\n", "shape/missing-key"],
    ["a misspelt id", "hearback: 1\npolcy: a\nlanguage: en\n", "shape/unknown-key"],
    ["two ids", "hearback: 1\npolicy: a\npack: b\nlanguage: en\n", "shape/two-of"],
    ["no language", "hearback: 1\npack: a\n", "shape/missing-key"],
    ["a misspelt language", "hearback: 1\npolicy: a\nlangauge: en\n", "shape/unknown-key"],
    ["a language that is no tag", "hearback: 1\npolicy: a\nlanguage: zh_CN\n", "shape/wrong-type"],
    ["a later version", "hearback: 2\npolicy: a\nlanguage: en\nsomething: new\n", "language/version"],
    ["no number for a version", "hearback: one\npolicy: a\nlanguage: en\n", "language/version"],
    ["a text for a file", "just words\n", "shape/wrong-type"],
    ["a list for a file", "- a\n", "shape/wrong-type"]
  ])("has one finding: %s", (_title, text, code) => {
    expect(policyCodes(text)).toEqual([code])
  })

  it("of a part needs no language", () => {
    expect(policyCodes("hearback: 1\npart-of: a\nroles: { agent: { title: x } }\n")).toEqual([])
  })
})

describe("a fault in the shape of other files has one finding, at its place", () => {
  const others: ReadonlyArray<readonly [kind: FileKind, code: string, marked: string]> = [
    ["people", "shape/unknown-key", "hearback: 1\npeople: { li-na: { name: 李娜, ⟦role⟧: [agent] } }\n"],
    [
      "people",
      "shape/missing-key",
      "hearback: 1\npeople: { li-na: { delegates: { ⟦to⟧: x } } }\n"
        .replace("⟦to⟧", "to")
        .replace("delegates", "⟦delegates⟧")
    ],
    ["people", "yaml/number-as-text", "hearback: 1\npeople: { li-na: { name: ⟦007⟧ } }\n"],
    [
      "scenario",
      "shape/unknown-key",
      "hearback: 1\npolicy: x\nscenarios: [{ scenario: a, steps: [{ at: 2026-11-16 09:00, ⟦submt⟧: A }] }]\n"
    ],
    [
      "scenario",
      "shape/missing-key",
      "hearback: 1\npolicy: x\nscenarios: [{ scenario: a, steps: [{ ⟦submit⟧: A }] }]\n"
    ],
    [
      "scenario",
      "shape/unknown-word",
      "hearback: 1\npolicy: x\nscenarios: [{ scenario: a, steps: [{ at: +2 hours, expect: { A: { gates: { told: ⟦pased⟧ } } } }] }]\n"
    ],
    [
      "scenario",
      "shape/unknown-key",
      "hearback: 1\npolicy: x\nscenarios: [{ scenario: a, given: [{ at: x, ⟦expect⟧: {} }], steps: [] }]\n"
    ]
  ]
  it.each(others)("%s: %s", (kind, code, marked) => {
    const { text, start, end } = unmarked(marked)
    expect(readFile({ path: "f", text }, kind).diagnostics.map(placed)).toEqual([{ code, start, end }])
  })
})
