import { describe, expect, it } from "vitest"
import { findings } from "./Sample.ts"

const head =
  "hearback: 1\npolicy: shop\nlanguage: en\nextends: [pack:starter]\ntime-zone: Asia/Shanghai\ncurrency: CNY\n"
const codes = (text: string): readonly string[] => findings(head + text).map(({ code }) => code)

describe("what a policy cannot mean is found before it is used", () => {
  it("K5 · a missing cell of urgency and impact is an error at the row, and no default", () => {
    const matrix = (row: string): string => `grading:
  impact: { levels: [wide, narrow], rules: [{ when: { amount: 3 }, then: wide }, { otherwise: narrow }] }
  priority:
    levels: [P0, P1]
    matrix:
      urgent: { wide: P0, narrow: P0 }
      important: ${row}
      routine: { wide: P1, narrow: P1 }
`
    expect(codes(matrix("{ wide: P0 }"))).toEqual(["matrix/hole"])
    expect(codes(matrix("{ wide: P0, narrow: P1 }"))).toEqual([])
  })

  it("R17 · rules that depend on each other are found as a circle when the policy is read: grades, clocks, gates", () => {
    expect(
      codes(`grading:
  severity: { levels: [high, low], rules: [{ when: { size: big }, then: high }, { otherwise: low }] }
  size: { levels: [big, small], rules: [{ when: { severity: high }, then: big }, { otherwise: small }] }
`)
    ).toEqual(["grade/cycle"])
    expect(codes("clocks: { a: { from: b, within: 5 days }, b: { from: a, within: 5 days } }\n")).toEqual([
      "clock/cycle"
    ])
    const waits = "loops: { complaint: { customer-loop: { agreed: { after: told } } } }\n"
    expect(codes(waits)).toContain("gate/cycle")
  })
})
