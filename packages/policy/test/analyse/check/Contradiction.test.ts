/** Policies that contradict themselves: each has exactly one finding at its place, with an example case. */
import { describe, expect, it } from "vitest"
import { bundleOf, compiled, findings, head, spanOf, unmarked } from "../../compile/Sample.ts"

const complaint = (gates: string): string => `loops:\n  complaint:\n    customer-loop:\n${gates}`
const care = (rules: string): string => `grading:\n  care:\n    levels: [high, low]\n    rules:\n${rules}`

const faults: readonly (readonly [
  title: string,
  code: string,
  text: string,
  witness?: Readonly<Record<string, string>>
])[] = [
  [
    "a stronger level that waits longer",
    "clock/priority-inversion",
    "clocks: { inquiry.told: { within: { urgent: ‹5 days›, important: 3 days, routine: 1 day } } }\n",
    { urgency: "urgent" }
  ],
  [
    "a stronger level that waits longer than all others",
    "clock/priority-inversion",
    "clocks: { inquiry.told: { within: { important: ‹4 working days›, otherwise: 2 working days } } }\n",
    { urgency: "important" }
  ],
  [
    "a stronger level that waits longer than one beyond the next, whose unit is another",
    "clock/priority-inversion",
    "clocks: { inquiry.told: { within: { urgent: ‹5 days›, important: 6 working hours, routine: 1 day } } }\n",
    { urgency: "urgent" }
  ],
  [
    "a gate that is due before the one it waits for",
    "clock/due-before-its-turn",
    "loops: { inquiry: { customer-loop: { looked: { needs: record, within: 5 days }, told: { after: looked, within: ‹2 days› } } } }\n"
  ],
  [
    "a gate that is due too early at one level only, said where the policy can mend it",
    "clock/due-before-its-turn",
    complaint(
      "      agreed: { within: { urgent: ‹4 working days›, important: 5 working days, routine: 6 working days } }\n"
    ),
    { urgency: "urgent" }
  ],
  [
    "a reminder before its clock starts",
    "clock/point-before-start",
    "clocks: { first: { within: 20 hours, met-by: told-customer, remind: [‹2 days before›, 1 hour before] } }\n"
  ],
  [
    "a step of the ladder before its clock starts",
    "clock/point-before-start",
    "clocks: { first: { within: 2 working hours, met-by: told-customer, escalate: [{ at: ‹3 working hours before›, notify: manager }] } }\n"
  ],
  [
    "working time that no calendar counts",
    "clock/no-calendar",
    "clocks: { first: { within: ‹3 working days›, met-by: told-customer, calendar: always } }\n"
  ],
  [
    "a worse case that is graded weaker",
    "grade/inversion",
    care(
      "      - ‹{ when: { urgency: urgent }, then: low }›\n      - { when: { urgency: important }, then: high }\n      - { otherwise: low }\n"
    ),
    { urgency: "urgent" }
  ],
  [
    "a case of the middle that is graded weaker than the weakest",
    "grade/inversion",
    care(
      "      - { when: { urgency: urgent }, then: high }\n      - ‹{ when: { urgency: important }, then: low }›\n      - { otherwise: high }\n"
    ),
    { urgency: "important" }
  ],
  [
    "a worse case that is graded weaker, whatever else",
    "grade/inversion",
    care(
      '      - ‹{ when: { urgency: urgent, amount: ">= 500" }, then: low }›\n      - { when: { amount: ">= 100" }, then: high }\n      - { otherwise: low }\n'
    ),
    { urgency: "urgent", amount: "500.00 CNY" }
  ],
  [
    "a matrix that falls where it should rise",
    "grade/inversion",
    `${care('      - { when: { amount: ">= 100" }, then: high }\n      - { otherwise: low }\n')}  priority:
    levels: [P0, P1]
    matrix:
      urgent: { high: ‹P1›, low: P1 }
      important: { high: P0, low: P1 }
      routine: { high: P1, low: P1 }
`,
    { urgency: "urgent", care: "high" }
  ],
  [
    "a customer loop that asks for nothing",
    "loop/nothing-required",
    "loops: { inquiry: { ‹customer-loop›: { told: { optional: yes } } } }\n"
  ],
  [
    "an effectiveness that nobody watches",
    "gate/observes-nothing",
    "loops: { inquiry: { system-loop: { ‹seen›: { needs: effectiveness, after: told } } } }\n"
  ],
  [
    "gates whose conditions wait for each other",
    "gate/cycle",
    "loops: { inquiry: { system-loop: { a: { needs: record, when: { ‹gate.b›: passed } }, b: { needs: record, when: { gate.a: passed } } } } }\n"
  ],
  [
    "a gate whose condition waits for a gate that waits for it",
    "gate/cycle",
    "loops: { inquiry: { system-loop: { a: { needs: record, when: { ‹gate.b›: passed } }, b: { needs: record, after: a } } } }\n"
  ],
  [
    "a gate whose condition asks for itself",
    "gate/cycle",
    "loops: { inquiry: { system-loop: { a: { needs: record, when: { ‹gate.a›: passed } } } } }\n"
  ],
  [
    "a gate of departments where there are none",
    "gate/nobody",
    complaint("      agreed: { by: [‹department›, head] }\n").replace("[‹department›, head]", "‹department›")
  ]
]

describe("one contradiction is found at its place", () => {
  it.each(faults)("%s", (_, code, text, witness) => {
    const { files, place } = unmarked({ "shop.policy.yaml": head + text })
    const found = findings(files)
    expect(found.map((each) => `${each.code} ${spanOf(each)}`)).toEqual([`${code} ${place}`])
    if (witness !== undefined) expect(found[0]?.witness).toEqual(witness)
  })

  const graded = (rules: string, lift: string) =>
    findings(
      `${head}grading:\n  care:\n    levels: [high, middle, low]\n    rules: [${rules}]\n    lift: [${lift}]\nalarms: { a: { when: { care: high }, notify: manager } }\n`
    )

  it("F-C19 · is found in the final grade, with lifts", () => {
    const upset = "{ when: { emotion: furious }, then: middle }, { otherwise: low }"
    expect(graded(upset, "{ when: { emotion: upset }, at-least: high }").map(({ code }) => code)).toEqual([
      "grade/inversion"
    ])
    const turned = "{ when: { emotion: furious }, then: low }, { otherwise: middle }"
    expect(graded(turned, "{ when: { emotion: furious }, at-least: high }")).toEqual([])
  })

  it("F-C20 · is searched among many categories, and reported if it cannot be searched", () => {
    const categories = Array.from({ length: 30 }, (_, n) => `c${n}: { words: [w${n}], defaults: { urgency: routine } }`)
    const rules =
      "{ when: { emotion: furious }, then: low }, { when: { category: c1 }, then: middle }, { otherwise: high }"
    const text = `${head}dictionary: { categories: { ${categories.join(", ")} } }\n`
    const found = findings(
      `${text}grading: { care: { levels: [high, middle, low], rules: [${rules}] } }\nalarms: { a: { when: { care: high }, notify: manager } }\n`
    )
    expect(found.map(({ code }) => code)).toEqual(["grade/inversion"])
    const facts = Array.from({ length: 12 }, (_, n) => `f${n}: { type: number, default: 0 }`)
    const rows = Array.from(
      { length: 12 },
      (_, n) => `{ when: { f${n}: ">= 1", emotion: furious }, then: high }, { when: { f${n}: ">= 5" }, then: middle }`
    )
    const wide = `${head}facts: { ${facts.join(", ")} }\ngrading: { care: { levels: [high, middle, low], rules: [${rows.join(", ")}, { otherwise: low }] } }\n`
    expect(
      findings(`${wide}alarms: { a: { when: { care: high }, notify: manager } }\n`).map(({ code }) => code)
    ).toEqual(["analysis/not-done"])
  })

  it("F-C21 · is not reported if a grade follows from the other column, and neither is a gap", () => {
    const size =
      'size: { levels: [large, small], rules: [{ when: { amount: ">= 500" }, then: large }, { otherwise: small }] }'
    const care = (rows: string) =>
      findings(
        `${head}grading: { ${size}, care: { levels: [high, low], rules: [${rows}] } }\nalarms: { a: { when: { care: high }, notify: manager } }\n`
      ).map(({ code, primary: { span: at } }) => `${code} ${at.file.text.slice(at.start, at.end)}`)
    expect(care('{ when: { size: large }, then: high }, { when: { amount: "< 500" }, then: low }')).toEqual([])
    expect(
      care('{ when: { size: large }, then: high }, { when: { amount: ">= 800" }, then: low }, { otherwise: low }')
    ).toEqual(['table/dead-row { when: { amount: ">= 800" }, then: low }'])
  })

  it("is not reported if the start decides which duration is longer", () => {
    for (const within of [
      "{ urgent: 24 hours, important: 1 day, routine: 2 days }",
      "{ urgent: 30 days, important: 1 month, routine: 2 months }",
      "{ urgent: 1 working day, important: 1 working day, otherwise: 30 days }"
    ])
      expect(findings(`${head}clocks: { inquiry.told: { within: ${within} } }\n`)).toEqual([])
  })

  it("is not reported if a condition can be known without the gate", () => {
    const when = "when: [{ gate.b: passed }, { kind: inquiry }]"
    const text = `loops: { inquiry: { system-loop: { a: { needs: record, ${when} }, b: { needs: record, after: a } } } }\n`
    expect(findings(head + text)).toEqual([])
  })

  it("is not reported in a pack, because the extending policy has the calendar", () => {
    const pack =
      "hearback: 1\npack: p\nlanguage: en\nextends: [pack:base]\nclocks: { first: { within: 3 working days, met-by: told-customer } }\n"
    expect(compiled(pack).diagnostics.filter(({ level }) => level !== "info")).toEqual([])
  })

  it("about working time in packs is reported once, at the policy without a calendar", () => {
    const text = `hearback: 1\npolicy: shop\nlanguage: en\nextends: [pack:base]\n${complaint("      done: { needs: result, tell: answer }\n").replace("customer-loop:", "when: { kind: complaint }\n    customer-loop:")}`
    const found = findings(text)
    expect(found.map(({ code }) => code)).toEqual(["clock/no-calendar"])
    expect(found[0]?.message.en).toContain("`told`, `thanked`")
    expect(found[0]?.related.length).toBeGreaterThan(1)
  })

  it("does not prevent a policy from running", () => {
    const warnings = faults.filter(([, code]) => !code.startsWith("gate/cycle") && code !== "gate/nobody")
    for (const [, , text] of warnings) expect(bundleOf(head + text.replace(/[‹›]/g, ""))).toBeDefined()
  })
})
