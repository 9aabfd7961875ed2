import "hearback/vitest"
import { writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { failuresOf, given, runScenarioFile } from "hearback/testing"
import { describe, expect, it } from "vitest"
import { people, policy, words } from "../First.ts"
import { shop } from "../Shop.ts"

const begun = given(policy, { at: "2026-11-16 09:40", people, title: "A wrong invoice" }).submit(
  "A",
  { channel: "email", customer: "C-17", verbatim: words.verbatim },
  { by: "agent-7" }
)

describe("a scenario built in a program", () => {
  it("runs like that of a file, and fails with the deciding line of the policy", async () => {
    const held = await begun.expect("A", { owner: "agent-7", due: { agreed: "2026-11-17 17:00" } }).run()
    expect(failuresOf(held)).toEqual([])
    expect(held).toHold()
    const failed = await begun.expect("A", { due: { agreed: "2026-11-18" } }).run()
    expect(() => expect(failed).toHold()).toThrow(
      /A wrong invoice does not hold:\nline \d+: A\.due\.agreed: expected 2026-11-18, found 2026-11-17 17:00 \(first\.policy\.yaml:12 clocks\.agreed/
    )
    expect(() => expect(held).not.toHold()).toThrow("A wrong invoice holds")
    const chinese = await begun.expect("A", { due: { agreed: "2026-11-18" } }).run({ language: "zh-CN" })
    expect(failuresOf(chinese)[0]).toMatch(/^第 \d+ 行：A\.时限\.agreed：预期 2026-11-18，实际 2026-11-17 17:00（/)
  })

  it("continues from one beginning in several ways that do not affect each other", async () => {
    const compensated = (amount: number) =>
      begun.after("1 hour").do("A", { do: "compensate", amount, reason: "third error" }, { by: "agent-7" })
    expect(await compensated(400).expect("A", { compensated: 400 }).run()).toHold()
    const waits = { pending: "authority.limits.agent.compensate.per-case", sent: "approval-asked" }
    expect(await compensated(600).expect(waits).expect("A", { compensated: 0 }).run()).toHold()
    expect((await begun.run()).steps).toHaveLength(1)
  })

  it("equals the file that it writes, which passes as well", async () => {
    const path = shop({ policy: "events: [delivered]\nclocks: { agreed: { within: 2 days } }" })
    const scenario = given(path, { at: "2026-11-16 09:00", title: "From words to the end" })
      .submit("A", {
        channel: "email",
        customer: { id: "c-1", name: "Ada" },
        happenedAt: "2026-11-15",
        verbatim: "bad"
      })
      .do("A", { do: "regrade", to: "urgent", reason: "they wait" }, { by: "sue" })
      .expect("A", { grades: { urgency: "urgent" }, gates: { told: "waiting" }, reopened: 0 })
      .do("A", { do: "event", name: "delivered" })
      .settle("A", "told")
      .after("1 working day")
      .do("A", { do: "extend", clock: "agreed", reason: "a part is missing" }, { by: "sue" })
      .expect({ rejected: "clock/not-running" })
      .at("2026-11-20 10:00")
      .step({ "opt-out": "c-1" })
      .expect({ nothingSent: true })
      .expect("A", { grades: { urgency: "urgent" }, outcome: "answered" })
      .do("A", { do: "reopen", because: "recurrence", reason: "again" }, { by: "sue" })
      .expect("A", { reopened: 1, loops: { "customer-loop": "open" } })
    const text = scenario.yaml()
    expect(text).toContain("submit: A\n")
    expect(text).toContain("happened-at: ")
    expect(text).toContain("event: A.delivered")
    expect(text).toContain("settle: A.told")
    expect(text).toContain("extend: A.agreed")
    expect(text).toContain("at: 2026-11-17 09:00")
    const file = join(dirname(path), "a.scenario.yaml")
    writeFileSync(file, text)
    const [read] = (await runScenarioFile(file)).scenarios
    const run = await scenario.run()
    expect(read?.steps).toEqual(run.steps)
    expect(read?.title).toBe("From words to the end")
  })

  it.each([
    [
      "a scenario without a step",
      () => given(policy, { at: "2026-11-16 09:40", people }).run(),
      "a scenario needs a step"
    ],
    ["a name that the policy does not have", () => begun.expect("A", { gates: { tld: "open" } }).run(), "`tld`"],
    ["a person whom nobody knows", () => begun.do("A", { do: "close" }, { by: "agent-8" }).run(), "agent-8"],
    ["no instant", () => given(policy, { people }).submit("A", { channel: "email" }), "the instant of the first step"],
    ["an instant that is none", () => begun.at("tomorrow"), "`tomorrow`"],
    ["time that goes back", () => begun.at("2026-11-15 09:00"), "time only moves forward"],
    ["a length that is none", () => begun.after("soon"), "`soon`"],
    ["an expectation of nothing", () => given(policy, { people }).expect({ sent: "receipt" }), "follows a step"],
    ["a wrong option", () => given(policy, { whn: "2026-11-16" } as object), "`whn`"]
  ])("is refused for %s", async (_, build, says) => {
    await expect(async () => build()).rejects.toMatchObject({
      code: "call/invalid",
      message: expect.stringContaining(says)
    })
  })
})
