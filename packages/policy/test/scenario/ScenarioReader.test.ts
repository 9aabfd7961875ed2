import { readdirSync, readFileSync } from "node:fs"
import { Arguments } from "@hearback/core"
import { describe, expect, it } from "vitest"
import { compile, readPeople, readScenarios } from "../../src/index.ts"
import { compileFile } from "../../src/node.ts"
import { lineText, placeOf } from "../../src/source/SourceFile.ts"

const fixtures = new URL("../fixtures/", import.meta.url).pathname

const world = (policy: string, people: string) => {
  const { bundle } = compileFile(`${fixtures}${policy}`)
  if (bundle === undefined) throw new Error(`${policy} does not compile`)
  const read = readPeople({ path: people, text: readFileSync(`${fixtures}${people}`) }, bundle)
  if (read.people === undefined) throw new Error(`${people} cannot be read`)
  return { bundle, people: read.people }
}
const first = world("first.policy.yaml", "people.first.yaml")
const itr = world("itr-service.policy.yaml", "people.itr-service.yaml")

const head = "hearback: 1\npolicy: ../p.yaml\nscenarios:\n  - scenario: one\n    steps:\n"
const submit =
  '      - { at: 2026-11-16 09:00, submit: A, by: li-na, channel: email, customer: c-qin, verbatim: "账单不对" }\n'

/** Returns codes with the words at their place, and the fix if there is one. */
const errors = (steps: string, { bundle, people } = itr) =>
  readScenarios({ path: "s.yaml", text: head + steps }, bundle, people)
    .diagnostics.filter(({ level }) => level === "error")
    .map(({ code, primary: { span }, fix }) => [code, span.file.text.slice(span.start, span.end), fix?.text])

const steps = (text: string, { bundle, people } = itr) => {
  const { scenarios, diagnostics } = readScenarios({ path: "s.yaml", text: head + text }, bundle, people)
  expect(diagnostics).toEqual([])
  return scenarios[0]?.steps ?? []
}

const at = (text: string) => Date.parse(`${text}:00+08:00`)

describe("scenario files", () => {
  it.each(readdirSync(`${fixtures}scenarios`))("%s has no error", (file) => {
    const names = ["first", "itr-service.zh", "itr-service", "quality-closed-loop", "uk-fca-disp"]
    const name = names.find((each) => file.startsWith(each)) ?? ""
    const people = {
      first: "first",
      "itr-service.zh": "itr-service.zh",
      "itr-service": "itr-service",
      "quality-closed-loop": "quality",
      "uk-fca-disp": "fca"
    }
    const { bundle, people: staff } = world(`${name}.policy.yaml`, `people.${people[name as keyof typeof people]}.yaml`)
    const { scenarios, diagnostics } = readScenarios(
      { path: file, text: readFileSync(`${fixtures}scenarios/${file}`) },
      bundle,
      staff
    )
    expect(diagnostics.filter(({ level }) => level === "error")).toEqual([])
    expect(scenarios.length).toBeGreaterThan(0)
  })

  it("expect measures as targets are written: shares, numbers, durations, and `cycle-time` of one gate", () => {
    const found = steps(
      `${submit}      - { at: +1 hour, expect: { measures: { kept: 100%, handovers: "<= 1", cycle-time.told: "<= 2 days", nps: 25 } } }\n`
    )
    expect(found[1]?.expect.map(({ what, expected, check }) => [what, expected, check])).toMatchObject([
      ["measures.kept", "100%", { target: { good: [10_000, 10_001] } }],
      ["measures.handovers", "<= 1", { target: { good: [0, 101] } }],
      ["measures.cycle-time.told", "<= 2 days", { target: { type: { _tag: "Span" }, good: [0, 172_800_001] } }],
      ["measures.nps", "25", { target: { good: [25, 26] } }]
    ])
  })

  it.each([
    ["kept: often", "cell/wrong-type"],
    ["cycle-time.tol: 1 day", "name/unknown"],
    ["keptt: 90%", "shape/unknown-key"]
  ])("refuse an impossible measure: %s", (measure, code) => {
    const found = errors(`${submit}      - { at: +1 hour, expect: { measures: { ${measure} } } }\n`)
    expect(found.map(([each]) => each)).toEqual([code])
  })

  const verbs = Object.entries(Arguments.commands).filter(([verb]) => !["extend", "event", "delegate"].includes(verb))

  it.each(verbs)("take a gate behind the case of `%s` if it can have one, and nothing otherwise", (verb, takes) => {
    const told = (target: string): readonly unknown[] =>
      errors(`${submit}      - { at: +1 hour, ${verb}: ${target}, by: zhao-min }\n`)
        .filter(([, words]) => words === target || words === target.slice("A.".length))
        .flatMap(([code]) => (code === "scenario/missing-argument" ? [] : [code]))
    const takesGate = "gate" in takes
    expect(told("A.agreed")).toEqual(takesGate ? [] : ["shape/wrong-type"])
    expect(told("A.agred")).toEqual([takesGate ? "name/unknown" : "shape/wrong-type"])
  })

  const asked = (() => {
    const questions = "questions: { resolved: Right?, ease: How easy?, missing: What?, wish: What else? }"
    const text = `hearback: 1\npolicy: shop\nlanguage: en\nextends: [pack:starter]\ntime-zone: Asia/Shanghai\ncurrency: CNY
facts: { resolved: yes-no, ease: { scale: [1, 5] }, missing: { some-of: [slow, dear] }, wish: text }
channels: { visit: { mode: active, ask-after: told, ${questions} } }\n`
    const { bundle } = compile({ root: "p.yaml", read: () => text })
    return { bundle: bundle ?? expect.fail("does not compile"), people: { people: [], customers: {} } }
  })()
  const answers = (expected: string): string =>
    `      - { at: 2026-11-16 09:00, expect: { answers: { ${expected} } } }\n`

  it("expect answers by their number, by their share, and a scale by its mean", () => {
    const written =
      'resolved: { answered: 3, yes: 50%, 否: 1 }, ease: { mean: ">= 3.5", 5: "<= 2" }, missing: { slow: 1, 无: 0 }'
    expect(steps(answers(written), asked)[0]?.expect.map(({ what, check }) => [what, check])).toMatchObject([
      ["answers.resolved.answered", { answer: "answered", target: { good: [3, 4] } }],
      ["answers.resolved.yes", { answer: "yes", target: { type: { unit: "%" }, good: [5000, 5001] } }],
      ["answers.resolved.否", { answer: "no", target: { good: [1, 2] } }],
      ["answers.ease.mean", { answer: "mean", target: { type: { scale: 2 } } }],
      ["answers.ease.5", { answer: "5", target: { good: [0, 3] } }],
      ["answers.missing.slow", { question: "missing", answer: "slow" }],
      ["answers.missing.无", { answer: "none" }]
    ])
  })

  it.each([
    ["eas: { 5: 1 }", "name/unknown"],
    ["ease: { 6: 1 }", "cell/unknown-value"],
    ["resolved: { mean: 1 }", "cell/unknown-value"],
    ["wish: { more: 1 }", "cell/unknown-value"],
    ["ease: { 5: many }", "cell/wrong-type"],
    ["ease: {}", "scenario/expects-nothing"]
  ])("refuse impossible answers: %s", (expected, code) => {
    expect(errors(answers(expected), asked).map(([each]) => each)).toEqual([code])
  })

  it("have instants in the policy's zone, or a duration after the previous step; days keep the time of day", () => {
    const found = steps(
      `${submit}      - { at: +2 hours }\n      - { at: +4 working hours }\n      - { at: +3 working days }\n      - { at: +1 month }\n      - { at: 2027-01-01 }\n`
    )
    expect(found.map((step) => step.at)).toEqual([
      at("2026-11-16T09:00"),
      at("2026-11-16T11:00"),
      // One hour is before lunch, three are after it.
      at("2026-11-16T16:30"),
      at("2026-11-19T16:30"),
      at("2026-12-19T16:30"),
      at("2027-01-01T00:00")
    ])
  })

  it("have steps that are the commands of every interface", () => {
    const found = steps(
      `${submit}      - { at: +1 minute, pass: A.agreed, by: li-na, proposal: 三日内退款 }\n      - { at: +1 minute, reply: A.agreed, says: agree }\n      - { at: +1 minute, set: A, by: zhao-min, cause: systemic, facts: { amount: 800 } }\n      - { at: +1 minute, act-done: A.prevented, by: li-na, action: 2, evidence: 1.10 }\n      - { at: +1 minute, hand-over: A, by: li-na, to: wang-lei, reason: r }\n      - { at: +1 minute, regrade: A, by: zhao-min, to: urgent, reason: r }\n      - { at: +1 minute, extend: A.agreed, by: zhao-min, reason: r }\n      - { at: +1 minute, pause: A, reason: waiting-on-customer }\n      - { at: +1 minute, delegate: zhao-min, to: li-na, until: 2026-12-31 }\n`.replace(
        "evidence: 1.10",
        'evidence: "1.10"'
      )
    )
    expect(found.slice(1).map(({ act }) => act)).toEqual([
      {
        _tag: "Command",
        case: "A",
        by: { _tag: "Person", id: "li-na" },
        command: { do: "pass", gate: "agreed", proposal: "三日内退款" }
      },
      { _tag: "Command", case: "A", by: { _tag: "Theirs" }, command: { do: "reply", gate: "agreed", says: "agree" } },
      {
        _tag: "Command",
        case: "A",
        by: { _tag: "Person", id: "zhao-min" },
        command: { do: "set", cause: "systemic", facts: { amount: 800 } }
      },
      {
        _tag: "Command",
        case: "A",
        by: { _tag: "Person", id: "li-na" },
        command: { do: "act-done", gate: "prevented", action: 2, evidence: "1.10" }
      },
      {
        _tag: "Command",
        case: "A",
        by: { _tag: "Person", id: "li-na" },
        command: { do: "hand-over", to: "wang-lei", reason: "r" }
      },
      {
        _tag: "Command",
        case: "A",
        by: { _tag: "Person", id: "zhao-min" },
        command: { do: "regrade", to: "urgent", reason: "r" }
      },
      {
        _tag: "Command",
        case: "A",
        by: { _tag: "Person", id: "zhao-min" },
        command: { do: "extend", clock: "agreed", reason: "r" }
      },
      { _tag: "Command", case: "A", by: { _tag: "System" }, command: { do: "pause", reason: "waiting-on-customer" } },
      { _tag: "Delegate", from: "zhao-min", to: "li-na", until: at("2027-01-01T00:00") }
    ])
  })

  it("have expectations with their lines", () => {
    const [step] = steps(
      `      - at: 2026-11-16 09:00\n        submit: A\n        by: li-na\n        channel: email\n        customer: c-qin\n        verbatim: 账单不对\n        expect:\n          A: { priority: P2, due: { agreed: 2026-11-19 }, compensated: 12.5, discounted: 12.5%, granted: 2 }\n          sent: [receipt to c-qin]\n`
    )
    expect(step?.expect.map(({ what, expected, place, check }) => [what, expected, place.line, check])).toEqual([
      ["A.priority", "P2", 13, { _tag: "Grade", case: "A", dimension: "priority", level: "P2" }],
      [
        "A.due.agreed",
        "2026-11-19",
        13,
        { _tag: "Due", case: "A", clock: "agreed", due: { _tag: "Day", day: "2026-11-19" } }
      ],
      ["A.compensated", "12.5", 13, { _tag: "Given", case: "A", power: "compensate", amount: 1250 }],
      ["A.discounted", "12.5%", 13, { _tag: "Given", case: "A", power: "discount", amount: 1250 }],
      ["A.granted", "2", 13, { _tag: "Given", case: "A", power: "grant", amount: 2 }],
      ["sent", "[receipt to c-qin]", 14, { _tag: "Sent", messages: [{ message: "receipt", to: "c-qin" }] }]
    ])
  })

  const next = (step: string) => `${submit}      - { at: +1 hour, ${step} }\n`
  it.each([
    [
      "a case before it is submitted",
      "      - { at: 2026-11-16 09:00, close: A, by: li-na }\n",
      "scenario/unknown-case",
      "A",
      undefined
    ],
    ["a gate", next("pass: A.agred, by: li-na"), "name/unknown", "agred", "agreed"],
    ["a clock", next("extend: A.agred, by: li-na, reason: r"), "name/unknown", "agred", "agreed"],
    ["a person", next("take-up: A, by: li-nna"), "name/unknown", "li-nna", "li-na"],
    ["a customer", submit.replace("c-qin", "c-qim"), "name/unknown", "c-qim", "c-qin"],
    ["a channel", submit.replace("email", "emial"), "name/unknown", "emial", "email"],
    ["a fact", next("set: A, by: li-na, facts: { amonut: 3 }"), "name/unknown", "amonut", "amount"],
    [
      "a fact's value",
      next("set: A, by: li-na, facts: { customer.tier: gold }"),
      "cell/unknown-value",
      "gold",
      undefined
    ],
    [
      "a category",
      next("reclassify: A, by: li-na, category: compettence, reason: r"),
      "name/unknown",
      "compettence",
      "competence"
    ],
    ["a level to regrade to", next("regrade: A, by: li-na, to: urgnt, reason: r"), "name/unknown", "urgnt", "urgent"],
    ["a level that is expected", next("expect: { A: { priority: P9 } }"), "name/unknown", "P9", undefined],
    ["a dimension", next("expect: { A: { priorty: P1 } }"), "name/unknown", "priorty", "priority"],
    ["a gate that is expected", next("expect: { A: { gates: { agred: open } } }"), "name/unknown", "agred", "agreed"],
    [
      "a clock that is expected",
      next("expect: { A: { due: { agred: 2026-11-17 } } }"),
      "name/unknown",
      "agred",
      "agreed"
    ],
    ["a message", next("expect: { sent: [recipt to c-qin] }"), "name/unknown", "recipt to c-qin", "receipt"],
    [
      "whom a message reaches",
      next("expect: { sent: [receipt to c-qinn] }"),
      "name/unknown",
      "receipt to c-qinn",
      "c-qin"
    ],
    [
      "a rule of the policy",
      next("expect: { rejected: authority.limits.agent.compensate.per-cas }"),
      "name/unknown",
      "authority.limits.agent.compensate.per-cas",
      "authority.limits.agent.compensate.per-case"
    ],
    [
      "a slug",
      next("expect: { rejected: authority/self-aproval }"),
      "name/unknown",
      "authority/self-aproval",
      "authority/self-approval"
    ],
    ["two verbs", next("close: A, take-up: A, by: li-na"), "scenario/two-verbs", "take-up", undefined],
    ["nobody who acts", next("close: A"), "scenario/nobody-acts", "close", undefined],
    ["a missing argument", next("compensate: A, by: li-na, amount: 3"), "scenario/missing-argument", "A", undefined],
    [
      "an argument that the verb does not take",
      next("close: A, by: li-na, amount: 3"),
      "shape/unknown-key",
      "amount",
      undefined
    ],
    [
      "a step against time",
      `${submit}      - { at: 2026-11-15 09:00 }\n`,
      "scenario/backwards",
      "2026-11-15 09:00",
      undefined
    ],
    ["no instant", `${submit}      - { at: tomorrow }\n`, "value/bad-date", "tomorrow", undefined],
    ["no length", `${submit}      - { at: +3 fortnights }\n`, "value/bad-length", "+3 fortnights", undefined],
    [
      "a case called as a word of `expect`",
      submit.replace("submit: A", "submit: sent"),
      "scenario/reserved-case",
      "sent",
      undefined
    ],
    ["a case opened twice", submit + submit, "name/duplicate", "A", undefined]
  ])("refuse %s, at its place", (_, text, code, words, fix) => {
    const found = errors(text)
    expect(found.map(([one]) => one)).toEqual([code])
    expect(found[0]?.[1]).toBe(words)
    if (fix !== undefined) expect([fix, undefined]).toContain(found[0]?.[2])
  })

  it.each([
    ["{ A: {} }", "A"],
    ["{ sent: [] }", "sent"],
    ["{ measures: {} }", "measures"],
    ["{ rejected: [] }", "rejected"],
    ["{ A: { signal: [] } }", "signal"],
    ["{ A: { linked-to: [] } }", "linked-to"],
    ["{ A: { because: [] } }", "because"],
    ["{ A: { gates: {} } }", "gates"],
    ["{ A: { due: {}, kind: complaint } }", "due"],
    ["{}", "expect"]
  ])("F-C24 · refuse `expect: %s`, which always holds", (expectation, words) => {
    expect(errors(next(`expect: ${expectation}`))).toEqual([["scenario/expects-nothing", words, undefined]])
  })

  it.each(["scenarios: []", "scenarios:\n  - scenario: one\n    steps: []"])(
    "F-C24 · refuse a file that tests nothing: %j",
    (text) => {
      const { bundle, people } = itr
      const file = { path: "s.yaml", text: `hearback: 1\npolicy: ../p.yaml\n${text}\n` }
      const { scenarios, diagnostics } = readScenarios(file, bundle, people)
      expect(scenarios).toEqual([])
      expect(diagnostics.map(({ code }) => code)).toEqual(["scenario/expects-nothing"])
    }
  )

  it("F-C24 · accept an empty list, which means that there are none", () => {
    expect(errors(next("expect: { A: { attachments: [], approvals: [] } }"))).toEqual([])
  })

  it.each([
    ["compensat: A, by: li-na, amount: 600, reason: late", "compensat", "compensate"],
    ["submt: B, by: li-na, channel: email, customer: c-qin, verbatim: x", "submt", "submit"]
  ])("have one finding for a misspelt verb: %s", (text, written, meant) => {
    const later = '      - { at: 2026-11-16 12:00, note: B, text: "told" }\n'
    expect(errors(next(text) + (written === "submt" ? later : ""))).toEqual([["shape/unknown-key", written, meant]])
    const { bundle, people } = itr
    const read = readScenarios({ path: "s.yaml", text: head + next(text) }, bundle, people)
    expect(read.scenarios).toEqual([])
    expect(read.diagnostics[0]?.primary.label?.en).toContain(`did you mean \`${meant}\`?`)
  })

  it("have guesses in the language of the finding", () => {
    const { bundle, people } = itr
    const [found] = readScenarios(
      { path: "s.yaml", text: head + next("pass: A.agred, by: li-na") },
      bundle,
      people
    ).diagnostics
    expect(found?.primary.label?.en).toBe("did you mean `agreed`?")
    const place = placeOf(found?.primary.span ?? expect.fail())
    expect(lineText(found?.primary.span.file ?? expect.fail(), place.line).slice(place.column - 1)).toMatch(/^agred/)
  })

  it("without errors remain if another scenario has one", () => {
    const { bundle, people } = first
    const step = "      - { at: 2026-11-16 09:00, submit: A, channel: email, verbatim: x }\n"
    const text = `${head}${step}  - scenario: two\n    steps:\n${step.replace("email", "pigeon")}`
    const { scenarios, diagnostics } = readScenarios({ path: "s.yaml", text }, bundle, people)
    expect(scenarios.map(({ title }) => title)).toEqual(["one"])
    expect(diagnostics.map(({ code }) => code)).toEqual(["name/unknown"])
  })
})
