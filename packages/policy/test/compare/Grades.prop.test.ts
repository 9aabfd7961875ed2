/** Differences of grades agree with the engine: every case of small policies is opened under both. */
import { Actor, Case, Fact, Policy, Ranges, Step } from "@hearback/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compare } from "../../src/compare/Comparison.ts"
import type { DifferingCases } from "../../src/compare/table/Difference.ts"
import { bundleOf } from "../compile/Sample.ts"

const cell = fc.constantFrom(
  "",
  "size: small",
  "size: [small, large]",
  "size: { not: huge }",
  'count: ">= 2"',
  'count: "< 1"',
  "vip: yes"
)
const when = fc
  .tuple(cell, cell)
  .map(([a, b]) => (a.split(":")[0] === b.split(":")[0] ? [a] : [a, b]).filter((one) => one !== "").join(", "))
const rows = (levels: readonly string[]) =>
  fc
    .array(fc.tuple(when, fc.constantFrom(...levels)), { maxLength: 3 })
    .chain((some) =>
      fc
        .constantFrom(...levels)
        .map((rest) =>
          [...some.map(([w, level]) => `{ when: { ${w} }, then: ${level} }`), `{ otherwise: ${rest} }`].join(", ")
        )
    )
const policy = fc
  .record({
    harm: rows(["great", "some", "none-at-all"]),
    high: fc.constantFrom("P0", "P1"),
    low: fc.constantFrom("P1", "P2"),
    lift: fc.constantFrom(
      "{ when: { vip: yes }, up: 1 }",
      "{ when: { count: 3 }, at-least: P0 }",
      "{ when: { harm: some, vip: yes }, at-least: P0 }"
    )
  })
  .map(
    ({ harm, high, low, lift }) => `hearback: 1
policy: small
language: en
extends: [pack:base]
facts: { size: { one-of: [small, large, huge] }, count: { type: integer, default: 0 }, vip: { type: yes-no, default: no } }
channels: { web: { mode: passive } }
loops: { complaint: { when: { kind: complaint }, customer-loop: { told: { needs: result } } } }
grading:
  harm: { levels: [great, some, none-at-all], rules: [${harm}] }
  priority: { levels: [P0, P1, P2], rules: [{ when: { harm: great }, then: ${high} }, { when: { size: huge }, then: P2 }, { otherwise: ${low} }], lift: [${lift}] }
`
  )

type Facts = Readonly<Record<string, string | number | boolean>>
const all: readonly Facts[] = [undefined, "small", "large", "huge"].flatMap((size) =>
  [0, 1, 2, 3].flatMap((count) =>
    [true, false].map((vip): Facts => ({ ...(size !== undefined && { size }), count, vip }))
  )
)

const gradesOf = (loaded: Policy.Policy, facts: Facts): Readonly<Record<string, string | undefined>> => {
  const { state, refusal } = Step.step(
    loaded,
    Case.empty("A"),
    { do: "submit", case: "A", channel: "web", verbatim: "hm", kind: "complaint", facts },
    {
      id: "A",
      occurredAt: 0,
      receivedAt: 0,
      actor: Actor.channel("web"),
      draw: 1,
      gathered: { people: [], ledgers: {} }
    }
  )
  expect(refusal).toBeUndefined()
  return Object.fromEntries(Object.entries(state.grades).map(([name, grade]) => [name, grade?.level]))
}

const holds = ({ when }: DifferingCases, facts: Facts): boolean =>
  when.some((cells) =>
    cells.every(({ input, type, set }) => {
      const value = facts[input]
      return Ranges.has(set, value === undefined ? Fact.UNKNOWN : (Fact.encode(type, value) ?? Number.NaN))
    })
  )

describe("differences of grades", () => {
  it("agree with the engine for every case", () => {
    fc.assert(
      fc.property(policy, policy, (one, two) => {
        const [before, after] = [bundleOf(one), bundleOf(two)]
        const { differences, notDone } = compare(before, after)
        expect(notDone).toEqual([])
        expect(differences.every(({ aspect, cases }) => aspect === "grade" && (cases?.more ?? 0) === 0)).toBe(true)
        const [first, second] = [Policy.load(before), Policy.load(after)]
        for (const facts of all) {
          const [was, is] = [gradesOf(first, facts), gradesOf(second, facts)]
          for (const dimension of ["harm", "priority"]) {
            const told = differences.flatMap((each) =>
              each.of === dimension && (each.cases === undefined || holds(each.cases, facts))
                ? [[each.before, each.after]]
                : []
            )
            expect(told).toEqual(was[dimension] === is[dimension] ? [] : [[was[dimension], is[dimension]]])
          }
        }
      }),
      { numRuns: 6, seed: 3 }
    )
  })
})
