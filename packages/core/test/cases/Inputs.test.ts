/** Tables read what is known of a case now, and read it again as soon as it changes. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import type { FixedInput } from "../../src/policy/InputName.ts"
import { policy, type Wishes } from "../../src/testing/Build.ts"
import { defaultGrading } from "../../src/testing/Defaults.ts"
import { desk, instant, submit } from "../../src/testing/Spec.ts"
import type { DimensionWish, WishCell } from "../../src/testing/Wishes.ts"
import { ack, dissatisfied, MON, satisfied, tell } from "./complaint.ts"

type Said = readonly [by: string, command: Command]

/** Events of a case, each with whether the cell holds after it. */
type Row = readonly [cell: WishCell, ...course: readonly (readonly [holds: boolean, ...Said])[]]

const one: WishCell = { from: 1, below: 2 }
const several: WishCell = { from: 2 }
const at = (time: string): number => instant(`${MON} ${time}`)

const said = (verbatim?: string): Said => ["ann", verbatim === undefined ? submit() : submit({ verbatim })]
const came = (more: Parameters<typeof submit>[0]): Said => ["ann", submit(more)]
const again = (more: object = {}): Said => [
  "carl",
  { do: "join", channel: "mail", contacts: 2, unanswered: 1, ...more } as Command
]
const wrote = (text: string): Said => ["carl", { do: "write", text }]
const billing: Said = ["sam", { do: "reclassify", category: "billing", reason: "money" }]
const counted = (customers: number, cases: number): Said => [
  "system:problem",
  { do: "count", problem: "", customers, cases, status: "watching" }
]
const given: Said = ["ann", { do: "hand-over", to: "ben", reason: "leave" }]
const taken: Said = ["ben", { do: "accept" }]
const answered = (holds: boolean) =>
  [
    [holds, ...said()],
    [holds, "ann", ack],
    [holds, "ann", tell]
  ] as const
const both = "the invoice and the report are wrong"

const rows: Readonly<Record<FixedInput, readonly Row[]>> = {
  kind: [["inquiry", [false, ...said()], [true, "sam", { do: "reclassify", kind: "inquiry", reason: "a question" }]]],
  category: [["billing", [false, ...said()], [true, ...billing]]],
  "category.department": [["delivery", [false, ...said()], [true, ...billing]]],
  emotion: [["unmoved", [true, ...said()], [false, ...wrote("this is outrageous")]]],
  confidence: [[{ from: 0.9 }, [false, ...said(both)], [true, ...billing]]],
  channel: [
    ["mail", [false, ...said()]],
    ["mail", [true, ...came({ channel: "mail" })]]
  ],
  score: [[several, [false, ...said()], [true, ...again({ channel: "form", score: 3 })]]],
  anonymous: [
    [true, [false, ...said()]],
    [true, [true, "ann", { do: "submit", case: "A", channel: "phone", verbatim: "the report is wrong" }]]
  ],
  received: [
    [
      { from: at("09:11") },
      [false, ...came({ case: "B", customer: "eve" })],
      [true, ...said()],
      [false, "system:delivery", { do: "absorb", case: "B" }]
    ]
  ],
  "happened-at": [[{ from: at("07:00") }, [false, ...said()], [true, ...again({ happenedAt: at("07:30") })]]],
  "hoped-for-by": [[{ from: at("18:00") }, [false, ...said()], [true, ...again({ hopedForBy: at("19:00") })]]],
  "same-matter.contacts": [[several, [false, ...said()], [true, ...again()]]],
  "same-matter.unanswered": [[one, [false, ...said()], [true, ...again()]]],
  "same-problem.customers": [
    [one, [true, ...came({ kind: "suggestion" })]],
    [one, [true, ...said()], [false, ...counted(2, 1)]]
  ],
  "same-problem.cases": [
    [one, [true, ...came({ kind: "suggestion" })]],
    [one, [true, ...said()], [false, ...counted(1, 2)]]
  ],
  "departments.count": [
    [several, [false, ...said("something is wrong")], [true, ...wrote(both)]],
    [several, [false, ...said()], [true, "ann", { do: "set", facts: { slow: true }, reason: "seen" }]]
  ],
  handovers: [[one, [false, ...said()], [false, ...given], [true, ...taken]]],
  reopened: [[one, ...answered(false), [true, "carl", dissatisfied]]],
  "names-owner": [
    [true, [true, ...said("ann was rude about the report")]],
    [true, [false, ...said("ben was rude about the report")], [false, ...given], [true, ...taken]]
  ],
  cause: [["systemic", [false, ...said()], [true, "ann", { do: "set", cause: "systemic", reason: "seen" } as Command]]],
  satisfaction: [
    ["satisfied", ...answered(false), [true, "carl", satisfied]],
    ["unknown", ...answered(true), [false, "carl", dissatisfied]]
  ]
}

const wishes: Wishes = {
  only: ["acknowledged", "told", "confirmed"],
  reopen: { dissatisfied: { backTo: "told" } },
  department: [
    { when: { slow: true }, gives: { department: "delivery" } },
    { gives: { input: "category.department" } }
  ],
  limits: ["agent", "supervisor"].map((role) => ({ role, regrade: "all", waive: "all" }))
}

describe.each(Object.entries(rows))("what a table reads as %s", (input, all) => {
  it.each(all.map((row, n) => [n + 1, row] as const))("is as the case stands (%s)", (_, [cell, ...course]) => {
    const look: DimensionWish = {
      levels: ["yes", "no"],
      rules: [{ when: { [input]: cell }, gives: "yes" }, { gives: "no" }]
    }
    const d = desk(policy({ ...wishes, grading: { ...defaultGrading, look } }))
    const holds = course.map(([, by, command], n) => {
      const problem = d.case().relations.problem?.id ?? ""
      d.does(`${MON} 09:${10 + n}`, by, command.do === "count" ? { ...command, problem } : command)
      return d.case().grades["look"]?.level === "yes"
    })
    expect(holds).toEqual(course.map(([expected]) => expected))
  })
})
