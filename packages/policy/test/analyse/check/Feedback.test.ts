/** Grades that depend on what they decide: those that never settle are reported, those that settle are not. */
import { describe, expect, it } from "vitest"
import { findings, head, spanOf, unmarked } from "../../compile/Sample.ts"

const care = (rules: string, rest = ""): string =>
  `${head}alarms: { a: { when: { care: high }, notify: manager } }\ngrading:\n  care: { levels: [high, low], rules: [${rules}] }\n${rest}`
const gates = (text: string): string => `loops: { inquiry: { system-loop: { ${text} } } }\n`

describe("a grade that depends on its own consequences", () => {
  it.each([
    [
      "a gate that the grade needs, and that lowers it",
      care(
        "{ when: { ‹gate.seen›: not-needed }, then: high }, { otherwise: low }",
        gates("seen: { needs: record, when: { care: high } }")
      )
    ],
    [
      "two gates, each of which takes the other's grade away",
      care(
        "{ when: { ‹gate.two›: not-needed }, then: high }, { otherwise: low }",
        gates(
          "one: { needs: record, when: { care: high } }, two: { needs: record, when: { gate.one: [open, not-needed], care: high } }"
        )
      )
    ],
    [
      "a limit that is longer once it is missed",
      care(
        "{ when: { ‹clock.first›: missed }, then: low }, { otherwise: high }",
        "clocks: { first: { within: { high: 1 day, low: 9 days }, met-by: told-customer } }\n"
      )
    ]
  ])("%s is reported where the grade reads it", (_, text) => {
    const { files, place } = unmarked({ "shop.policy.yaml": text })
    expect(findings(files).map((each) => `${each.code} ${spanOf(each)}`)).toEqual([`grade/feeds-itself ${place}`])
  })

  it.each([
    [
      "a missed promise that raises the grade, which shortens it",
      care(
        "{ when: { clock.first: missed }, then: high }, { otherwise: low }",
        "clocks: { first: { within: { high: 1 day, low: 9 days }, met-by: told-customer } }\n"
      )
    ],
    [
      "a gate that the grade needs, and that keeps it",
      care(
        '{ when: { gate.seen: [open, waiting] }, then: high }, { when: { amount: ">= 500" }, then: high }, { otherwise: low }',
        gates("seen: { needs: record, when: { care: high } }")
      )
    ],
    [
      "a gate that a grade needs which does not read it",
      care(
        "{ when: { gate.seen: passed }, then: high }, { otherwise: low }",
        gates('seen: { needs: record, when: { amount: ">= 500" } }')
      )
    ]
  ])("%s settles and is not reported", (_, text) => {
    expect(findings(text).map(({ code }) => code)).toEqual([])
  })
})
