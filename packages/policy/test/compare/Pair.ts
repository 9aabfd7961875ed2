/** Two versions of one policy that differ in one line, and the comparison of them, one line for each difference. */
import { Fact, type Target, Text } from "@hearback/core"
import { compare } from "../../src/compare/Comparison.ts"
import type { Difference } from "../../src/compare/table/Difference.ts"
import { bundleOf, type Files, head } from "../compile/Sample.ts"

/** The policy that the tests change. */
export const shop = `${head}departments: { finance: { contact: supervisor }, stores: { contact: agent } }
dictionary:
  categories:
    billing: { words: [invoice], department: finance, defaults: { urgency: important } }
    delivery: { words: [parcel], department: stores, defaults: { urgency: routine } }
grading:
  urgency:
    rules:
      also:
        - { when: { amount: ">= 1000" }, then: urgent }
  weight: { levels: [heavy, light], rules: [{ when: { urgency: urgent }, then: heavy }, { otherwise: light }] }
ownership: { department: category.department }
loops:
  complaint:
    customer-loop:
      approved: { needs: approval, by: supervisor, when: { amount: ">= 5000" } }
authority: { limits: { agent: { compensate: { per-case: 500, per-month: 5000 } } } }
messages: { notice: { text: "Please look at {case.id}" } }
retention: { keep: 3 years, from: closed }
`

/** Returns the policy with one piece of its text, which must occur once, replaced. */
export const changed = (from: string, to: string): string => {
  if (shop.split(from).length !== 2)
    throw new Error(`"${from}" stands in the policy ${shop.split(from).length - 1} times`)
  return shop.replace(from, to)
}

const shown = (value: unknown): string => {
  if (value === undefined) return "none"
  if (typeof value === "object" && value !== null && "_tag" in value) return Text.length(value as Target.Target, "en")
  return typeof value === "string" ? value : JSON.stringify(value)
}

/** Returns a difference as one line. */
export const lineOf = ({ aspect, of, key, before, after, weight, cases }: Difference): string => {
  const when = cases?.when.map((cells) =>
    cells.map(({ input, type, set }) => `${input} ${Fact.renderSet(type, set)}`).join(" & ")
  )
  const witness = cases?.witness.map(({ input, type, code }) => `${input}=${Fact.render(type, code)}`).join(" ")
  const where = when === undefined ? "" : ` where ${when.join(" | ")}, as ${witness}`
  return `${weight}: ${[aspect, of, key].filter((part) => part !== "").join(" ")}: ${shown(before)} -> ${shown(after)}${where}`
}

/** Returns the lines of the comparison of two policies. */
export const said = (before: Files | string, after: Files | string): readonly string[] => {
  const { differences, notDone } = compare(bundleOf(before), bundleOf(after))
  return [...differences.map(lineOf), ...notDone.map(({ aspect }) => `not done: ${aspect}`)]
}
