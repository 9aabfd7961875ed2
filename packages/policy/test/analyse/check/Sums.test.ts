/**
 * Sums of points: sums without a threshold, sums with several thresholds, levels that nobody gets, and grades that
 * fall where they should rise.
 */
import { describe, expect, it } from "vitest"
import { bundleOf, findings, head } from "../../compile/Sample.ts"

const policy = (points: string, thresholds: string, more = ""): string => `${head}${more}
facts: { injured: { type: yes-no, default: no }, harm: { scale: [1, 5] }, likely: { scale: [1, 5] }, worth: { type: money, default: 0 } }
grading: { risk: { levels: [high, middle, low], points: [${points}], thresholds: { ${thresholds} } } }
alarms: { risky: { when: { risk: [high, middle] }, notify: supervisor } }
`
const told = (...from: Parameters<typeof policy>) =>
  findings(policy(...from)).map(({ code, witness, message }) => ({
    code,
    ...(witness && { witness }),
    says: message.en
  }))

const injured = "{ when: { injured: yes }, add: 5 }"
const product = "{ add: 1, times: [harm, likely] }"
const all = 'high: ">= 15", middle: "[8..15)", low: ["< 8", unknown]'

describe("sums of points", () => {
  it("have no finding if each has one threshold", () => {
    expect(told(`${injured}, ${product}`, all)).toEqual([])
  })

  it("F-C23 · without a threshold are shown with an example case, also for unknown inputs", () => {
    expect(told(product, 'high: ">= 15", middle: "[8..15)", low: "[0..6)"')).toEqual([
      {
        code: "points/gap",
        witness: expect.objectContaining({ harm: "unknown" }),
        says: "no threshold of `risk` includes `unknown`, the sum if a value is not known"
      }
    ])
    expect(told(`${injured}, ${product}`, 'high: ">= 15", middle: "[8..15)", low: ["< 6", unknown]')).toEqual([
      {
        code: "points/gap",
        witness: expect.objectContaining({ injured: expect.any(String) }),
        says: expect.stringMatching(/includes a sum of [67]$/)
      }
    ])
  })

  it("F-C23 · with two thresholds are shown with an example case", () => {
    expect(told(product, 'high: ">= 15", middle: "[8..15]", low: ["< 8", unknown]')).toEqual([
      {
        code: "points/overlap",
        witness: expect.objectContaining({ harm: expect.stringMatching(/[35]/) }),
        says: "a sum of 15 belongs to more than one level of `risk`: `high`, `middle`"
      }
    ])
  })

  it("that cannot occur are no gap: because of `assume`, or because no case has them", () => {
    // 5 × 5 is 25 and 5 × 4 is 20, and no sum is between them.
    expect(told(product, 'high: ">= 25", middle: "[8..21)", low: ["< 8", unknown]')).toEqual([])
    const few = 'high: ">= 10", middle: "[5..7)", low: "< 5"'
    const twice = `${injured}, { when: { worth: ">= 1000" }, add: 5 }, { when: { worth: ">= 5000" }, add: 2 }`
    expect(told(twice, few).map(({ code }) => code)).toEqual(["points/gap"])
    expect(told(twice, few, 'assume: [{ never: { worth: ">= 5000", injured: no }, because: insured }]')).toEqual([])
  })

  it("that no case reaches leave a level that nobody gets", () => {
    expect(
      told(injured, 'high: ">= 10", middle: "[5..10)", low: "< 5"').map(({ code, says }) => `${code} ${says}`)
    ).toEqual(["grade/unreachable no case is ever graded `high` by `risk`"])
  })

  it("that fall where they should rise are reported", () => {
    const falling = '{ when: { worth: "< 1000" }, add: 5 }'
    expect(told(falling, 'high: ">= 5", low: "< 5"').map(({ code }) => code)).toContain("grade/inversion")
  })

  it("are computed with negative points, and count a condition with several rows once", () => {
    const rows = `${injured}, { when: [{ injured: yes }, { worth: ">= 100" }], add: -2 }`
    const risk = bundleOf(policy(rows, 'high: ">= 5", middle: "[3..5)", low: "< 3"')).grading.find(
      ({ name }) => name === "risk"
    )
    expect(risk?.table.table.rows.map(({ rule }) => rule)).toEqual([
      "grading.risk.thresholds.low",
      "grading.risk.thresholds.middle"
    ])
  })
})
