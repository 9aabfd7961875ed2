import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Bundle } from "@hearback/core"
import { afterAll, describe, expect, it } from "vitest"
import { coverageOf } from "../../src/testing/coverage/Coverage.ts"
import { scenarioCoverage } from "../../src/testing/coverage/ScenarioCoverage.ts"
import type { Observed } from "../../src/testing/scenario/Observations.ts"
import { runFileObserved } from "../../src/testing/scenario/ScenarioRun.ts"

const folder = mkdtempSync(join(tmpdir(), "coverage-"))
afterAll(() => rmSync(folder, { recursive: true }))

const policy = `hearback: 1
policy: shop
language: en
extends: [pack:starter]
time-zone: Asia/Shanghai
currency: CNY
facts: { amount: money }
dictionary: { categories: { billing: { words: [invoice], defaults: { urgency: important } } } }
grading:
  urgency:
    rules: { also: [{ when: { amount: ">= 1000" }, then: urgent }] }
    lift: [{ when: { channel: hotline }, at-least: important }]
alarms: { dear: { when: { amount: ">= 5000" }, notify: supervisor } }
assume: [{ never: { amount: "< 0" }, because: "nobody owes us" }]
authority: { limits: { agent: { compensate: { per-case: 500 } } } }
`
const people =
  "hearback: 1\npeople: { ann: { name: Ann, roles: [agent] }, sue: { name: Sue, roles: [supervisor] }, mia: { name: Mia, roles: [manager] } }\ncustomers: { c-1: { name: One, address: one@example.com } }\n"
writeFileSync(join(folder, "policy.yaml"), policy)
writeFileSync(join(folder, "people.yaml"), people)

const opened = (facts = "") =>
  `{ at: 2026-11-16 09:00, submit: A, by: ann, channel: web, customer: c-1, verbatim: "My invoice is wrong"${facts} }`

/** Returns what scenarios of these steps do not cover of a policy, as `kind part rule about`. */
const run = async (...scenarios: readonly (readonly string[])[]) => {
  const path = join(folder, "a.scenario.yaml")
  const written = scenarios.map(
    (steps, n) => `  - scenario: n${n}\n    steps:\n${steps.map((step) => `      - ${step}\n`).join("")}`
  )
  writeFileSync(path, `hearback: 1\npolicy: policy.yaml\npeople: people.yaml\nscenarios:\n${written.join("")}`)
  const observed: Observed[] = []
  let bundle: Bundle.Bundle | undefined
  const result = await runFileObserved(path, { language: "en" }, (one, ran) => {
    observed.push(one)
    bundle = ran.bundle
  })
  expect(result.diagnostics.filter(({ level }) => level === "error")).toEqual([])
  const coverage = coverageOf(bundle ?? expect.fail("no policy"), observed)
  return {
    ok: result.ok,
    coverage,
    left: coverage.uncovered.map(({ kind, part, rule, about }) =>
      [kind, part, rule, about].filter((word) => word !== undefined).join(" ")
    )
  }
}

describe("coverage", () => {
  let bare: ReturnType<typeof run> | undefined

  it.each([
    ["rows decides grading.urgency.rules.1", ", facts: { amount: 1000 }"],
    ["bounds from grading.urgency.rules.1 amount 1000.00 CNY", ", facts: { amount: 1000 }"],
    ["bounds below grading.urgency.rules.1 amount 1000.00 CNY", ", facts: { amount: 999.99 }"],
    ["conditions held alarms.dear.when", ", facts: { amount: 6000 }"],
    ["messages sent messages.alarm", ", facts: { amount: 6000 }", "{ at: +1 day }"],
    [
      "gates passed loops.complaint.customer-loop.acknowledged",
      "",
      "{ at: +5 minutes, pass: A.acknowledged, by: ann }"
    ],
    [
      "clocks met loops.complaint.customer-loop.acknowledged.within",
      "",
      "{ at: +5 minutes, pass: A.acknowledged, by: ann }"
    ],
    [
      "gates waived loops.complaint.customer-loop.acknowledged",
      "",
      "{ at: +5 minutes, waive: A.acknowledged, by: mia, reason: known }"
    ],
    [
      "gates refused loops.complaint.customer-loop.told",
      "",
      "{ at: +5 minutes, pass: A.told, by: ann, result: done, expect: { rejected: gate/order } }"
    ],
    ["clocks missed loops.complaint.customer-loop.acknowledged.within", "", "{ at: +9 days }"],
    ["clocks reminded clock-defaults.remind.1 complaint.acknowledged", "", "{ at: +9 days }"],
    ["escalations escalated clock-defaults.escalate.1 complaint.acknowledged", "", "{ at: +9 days }"],
    [
      "limits within authority.limits.agent.compensate.per-case",
      "",
      "{ at: +5 minutes, compensate: A, by: ann, amount: 500, reason: sorry }"
    ],
    [
      "limits above authority.limits.agent.compensate.per-case",
      "",
      "{ at: +5 minutes, compensate: A, by: ann, amount: 501, reason: sorry, expect: { pending: authority.limits.agent.compensate.per-case } }"
    ]
  ] as readonly (readonly [string, string, ...string[]])[])("%s", async (what, facts, ...steps) => {
    bare ??= run([opened()])
    expect((await bare).left).toContain(what)
    const { ok, left } = await run([opened(facts), ...steps])
    expect([ok, left.includes(what)]).toEqual([true, false])
  })

  it("counts by kind, without what can never happen", async () => {
    const { coverage } = await run([opened(", facts: { amount: 1000 }")])
    const { kinds: shares, covered, all, percent } = coverage
    expect(Object.values(shares).reduce((sum, share) => sum + share.covered, 0)).toBe(covered)
    expect(Object.values(shares).reduce((sum, share) => sum + share.all, 0)).toBe(all)
    expect(percent).toBe(Math.floor((100 * covered) / all))
    // At least 1000, and below the 5000 of the alarm; contacts decide nothing after an urgent row.
    expect(shares.bounds).toMatchObject({ covered: 2, all: 6 })
    const top = coverage.uncovered.filter(({ rule }) => rule.startsWith("authority.limits.manager."))
    expect(top.map(({ part }) => part)).toEqual(["within"])
  })

  it("is returned even if scenarios fail, with the place of each item", async () => {
    const { ok, coverage } = await run([opened(", expect: { A: { owner: sue } }")])
    expect(ok).toBe(false)
    expect(coverage.uncovered.find(({ rule }) => rule === "alarms.dear.when")?.place).toMatchObject({
      file: "policy.yaml",
      line: 13
    })
  })
})

describe("coverage as a value", () => {
  it("contains what the scenarios of each policy exercise, also if one fails", async () => {
    const path = join(folder, "valued.scenario.yaml")
    const failing = `{ at: +1 hour, expect: { A: { owner: sue } } }`
    const steps = [opened(), failing].map((step) => `      - ${step}\n`).join("")
    writeFileSync(path, `hearback: 1\npolicy: policy.yaml\nscenarios:\n  - scenario: one\n    steps:\n${steps}`)
    const { files, policies } = await scenarioCoverage([path, path])
    expect(files.map(({ ok, scenarios }) => [ok, scenarios.length])).toEqual([
      [false, 1],
      [false, 1]
    ])
    const [found, ...others] = policies
    expect(others).toEqual([])
    expect(found).toMatchObject({ policy: "shop", kinds: { limits: { covered: 0 } } })
    expect(found?.percent).toBe(Math.floor((100 * (found?.covered ?? 0)) / (found?.all ?? 1)))
    expect(found?.uncovered).toHaveLength((found?.all ?? 0) - (found?.covered ?? 0))
    expect(found?.uncovered).toContainEqual({
      kind: "limits",
      part: "above",
      rule: "authority.limits.agent.compensate.per-case",
      place: expect.objectContaining({ file: "policy.yaml", line: 15 })
    })
    await expect(scenarioCoverage([7 as never])).rejects.toMatchObject({ code: "call/invalid" })
  })
})
