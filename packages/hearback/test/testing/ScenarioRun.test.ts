import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { errorsOf, failuresOf, type RunOptions, runScenarioFile } from "../../src/testing.ts"

const policy = new URL("../scenario/cases/uk.policy.yaml", import.meta.url).pathname
const people = new URL("../scenario/cases/people.yaml", import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), "scenario-"))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (text: string): string => {
  const path = join(folder, "a.scenario.yaml")
  writeFileSync(path, text)
  return path
}
const head = `hearback: 1\npolicy: ${policy}\npeople: ${people}\nscenarios:\n  - scenario: one\n    steps:\n`
const opened =
  "      - { at: 2026-11-16 09:00, submit: A, by: ann, channel: phone, customer: c-1, verbatim: My invoice is wrong }\n"

const run = async (steps: string, options: RunOptions = { language: "en" }) => {
  const result = await runScenarioFile(file(head + steps), options)
  expect(errorsOf(result)).toEqual([])
  const [scenario] = result.scenarios
  return { ok: result.ok, scenario: scenario ?? expect.fail("no scenario") }
}

describe("a scenario", () => {
  it("fails for another actual value, with the deciding line of the policy", async () => {
    const { ok, scenario } = await run(
      `${opened}      - { at: +1 minute, expect: { A: { priority: P1, owner: ann }, sent: [overdue to sue] } }\n`
    )
    expect(ok).toBe(false)
    expect(scenario.steps.map((step) => step.ok)).toEqual([true, false])
    expect(scenario.steps[1]?.expectations).toEqual([
      {
        what: "A.priority",
        says: "A.priority",
        expected: "P1",
        actual: "P3",
        ok: false,
        line: 8,
        because: {
          file: "uk.policy.yaml",
          line: expect.any(Number),
          column: expect.any(Number),
          rule: "grading.priority.rules.5"
        }
      },
      expect.objectContaining({ what: "A.owner", expected: "ann", actual: "ann", ok: true }),
      expect.objectContaining({ what: "sent", expected: "overdue to sue", actual: "none", ok: false })
    ])
    expect(failuresOf(scenario)[0]).toMatch(
      /^line 8: A\.priority: expected P1, found P3 \(uk\.policy\.yaml:\d+ grading/
    )
  })

  it("compares measures over every case so far with the expected ones", async () => {
    const { ok, scenario } = await run(
      `${opened}      - { at: +1 minute, expect: { measures: { volume: 1, handovers: "<= 0", kept: ">= 50%" } } }\n      - { at: 2027-03-01, expect: { measures: { volume: 2, kept: 0%, satisfaction: 100% } } }\n`
    )
    expect(ok).toBe(false)
    expect(scenario.steps.slice(1).map(({ expectations }) => expectations.map((one) => [one.actual, one.ok]))).toEqual([
      [
        ["1", true],
        ["0", true],
        ["no case", false]
      ],
      [
        ["1", false],
        ["0% (0 of 3)", true],
        ["no case", false]
      ]
    ])
  })

  it.each([
    ["gates", "gates: { agreed: open }", "waiting"],
    ["clocks", "clocks: { resolved: met }", "running"],
    ["a due on another day", "due: { resolved: 2026-11-17 }", "2026-11-16 17:00"],
    ["a due an hour off", "due: { resolved: 2026-11-16 16:00 }", "2026-11-16 17:00"],
    ["loops", "loops: { customer-loop: closed }", "open"],
    ["the outcome", "outcome: confirmed", "none"],
    ["the category", "category: safety", "billing"],
    ["the emotion", "emotion: furious", "unmoved"],
    ["the review", "review: supervisor", "none"],
    ["how often it was reopened", "reopened: 1", "0"],
    ["what was paid", "compensated: 5", "0.00 GBP"],
    ["approvals", "approvals: [{ from: supervisor }]", "none"],
    ["why it was missed", "missed-because: { resolved: elapsed }", "none"],
    ["the rule that decided", "because: grading.priority.lift.1", expect.stringContaining("grading.priority.rules.5")],
    ["the link to another case", "linked-to: B", "none"]
  ])("fails for a wrong expectation of %s", async (_, expected, actual) => {
    const other = opened.replace("submit: A", "submit: B").replace("My invoice is wrong", "The plug burned")
    const { scenario } = await run(
      `${opened}${other}      - { at: +1 second, expect: { A: { ${expected} } } }\n`.replace("+1 second", "+1 minute")
    )
    expect(scenario.steps[2]?.expectations).toEqual([expect.objectContaining({ ok: false, actual })])
  })

  it("fails if a command is refused unexpectedly, with the reason and its line", async () => {
    const { scenario } = await run(`${opened}      - { at: +1 minute, pass: A.told, by: ann, result: done }\n`)
    const [, step] = scenario.steps
    expect(step?.ok).toBe(false)
    expect(step?.problem).toMatch(/told/)
    expect(step?.because?.rule).toBe("loops.complaint.customer-loop.told.after")
  })

  it("fails if a command waits for approval unexpectedly", async () => {
    const { scenario } = await run(
      `${opened}      - { at: +1 minute, compensate: A, by: ann, amount: 300, reason: r }\n`
    )
    expect(scenario.steps[1]?.problem).toMatch(/^pending: authority\.limits\.agent\.compensate\.per-case/)
  })

  it.each([
    ["rejected", "rejected: gate/order", "none"],
    ["pending", "pending: authority.limits.agent.compensate.per-case", "none"]
  ])("fails if it expects %s and the command is accepted", async (_, expected, actual) => {
    const { scenario } = await run(
      `${opened}      - { at: +1 minute, compensate: A, by: ann, amount: 3, reason: r, expect: { ${expected} } }\n`
    )
    expect(scenario.steps[1]?.expectations).toEqual([expect.objectContaining({ ok: false, actual })])
  })

  it("fails if another rule refuses than the expected one", async () => {
    const { scenario } = await run(
      `${opened}      - { at: +1 minute, pass: A.told, by: ann, result: done, expect: { rejected: [gate/order, gate/wrong-person] } }\n`
    )
    expect(scenario.ok).toBe(false)
    expect(scenario.steps[1]?.problem).toBeUndefined()
  })

  it("cannot settle a gate that waits for time, and says so", async () => {
    const { scenario } = await run(
      `${opened.replace("}", ", facts: { severity: serious } }").replace("} }", "} }")}      - { at: +1 minute, settle: A.verified }\n`
    )
    expect(scenario.steps[1]?.problem).toBe("verified cannot be settled now: time has to pass first")
  })

  it("reopens a gate in the same step if its message bounces", async () => {
    const { scenario } = await run(
      `${opened}      - { at: 2026-11-16 10:00, settle: A.resolved }\n      - { at: 2026-11-16 11:00, pass: A.told, by: sue, result: done, expect: { A: { gates: { told: open } }, nothing-sent: [result] } }\n`,
      { fate: ({ template }) => (template === "result" ? { delivery: "bounced", reason: "no such box" } : undefined) }
    )
    expect(failuresOf(scenario)).toEqual([])
  })

  it("runs the same every time", async () => {
    const text = `${opened}      - { at: +1 hour, settle: A.confirmed }\n      - { at: +40 days, expect: { A: { outcome: answered } } }\n`
    expect(await run(text)).toEqual(await run(text))
  })
})

describe("a scenario file", () => {
  it("with an unknown name has an error at its place, and its other scenarios still run", async () => {
    const path = file(
      `${head}${opened}      - { at: +1 minute, pass: A.tolld, by: ann, result: done }\n  - scenario: two\n    steps:\n${opened}`
    )
    const result = await runScenarioFile(path)
    expect(result.ok).toBe(false)
    expect(errorsOf(result)).toEqual([`${path}:8: name/unknown: there is no gate called \`tolld\``])
    expect(result.scenarios.map(({ title, ok }) => [title, ok])).toEqual([["two", true]])
  })

  it.each([
    ["the policy", head.replace(policy, "nowhere.policy.yaml"), "scenario/other-policy", 2],
    ["the people file", head.replace(people, "nobody.yaml"), "people/none", 3]
  ])("reports that %s is missing, at the line that names it", async (_, text, code, line) => {
    const path = file(text + opened)
    expect(errorsOf(await runScenarioFile(path))[0]).toMatch(new RegExp(`:${line}: ${code}`))
  })

  it("reports that it is missing itself", async () => {
    const result = await runScenarioFile(join(folder, "none.scenario.yaml"))
    expect([result.ok, result.diagnostics[0]?.code]).toEqual([false, "file/unreadable"])
  })

  it("whose policy has errors shows them, and runs nothing", async () => {
    const broken = join(folder, "broken.policy.yaml")
    writeFileSync(broken, "hearback: 1\npolicy: x\nlanguage: en\nextends: [pack:bas]\n")
    const result = await runScenarioFile(file(head.replace(policy, broken) + opened))
    expect([result.ok, result.scenarios]).toEqual([false, []])
    expect(result.diagnostics[0]?.code).toBe("extends/unknown")
  })
})
