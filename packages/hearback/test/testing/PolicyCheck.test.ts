import { readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { checkPolicy, errorsOf, failuresOf, type PolicyLaw, runScenarioFile } from "hearback/testing"
import { describe, expect, it } from "vitest"
import { ofEachTest, people, policy } from "../First.ts"

const own = ofEachTest()

const neverLate: PolicyLaw = {
  law: "what came is acknowledged in time",
  expects: ({ clocks }) =>
    clocks.some(({ name, state }) => name === "acknowledged" && state === "missed")
      ? { clocks: { acknowledged: "met" } }
      : undefined
}

describe("a law of a team", () => {
  it("is not checked if the folder for a counterexample cannot be made", async () => {
    const write = join(policy, "found")
    await expect(checkPolicy(policy, neverLate, { people, runs: 1, write })).rejects.toMatchObject({
      code: "call/invalid"
    })
  })

  it("that is broken returns the shortest scenario, which fails in `hearback test` for the same reason", async () => {
    const write = join(own.folder, "found")
    const checked = await checkPolicy(policy, neverLate, { people, runs: 30, write })
    expect(checked).toMatchObject({
      ok: false,
      counterexample: {
        what: "A.clocks.acknowledged",
        expected: "met",
        actual: "missed",
        place: { file: "pack:starter" }
      }
    })
    const { file = "", scenario = "" } = checked.counterexample ?? {}
    expect(file).toBe(join(write, "what-came-is-acknowledged-in-time.scenario.yaml"))
    expect(readFileSync(file, "utf8")).toBe(scenario)
    const result = await runScenarioFile(file)
    expect(errorsOf(result)).toEqual([])
    expect(result.scenarios.flatMap(failuresOf)).toEqual([
      expect.stringMatching(/A\.clocks\.acknowledged: expected met, found missed \(pack:starter:\d+/)
    ])
    // The customer writes, nobody answers, and time passes.
    expect(result.scenarios[0]?.steps).toHaveLength(2)
    expect(checked.says).toMatch(/the law “what came is acknowledged in time” is broken, as .*decided by pack:starter/)
  })

  it("has a separate file for any title, with a name that every system accepts", async () => {
    const titles = [
      "../a/b",
      "a b",
      "A b",
      "..",
      "???",
      "con",
      "com¹",
      "客户须先得到答复",
      "𠀀".repeat(300),
      `${"very ".repeat(60)}long`,
      `${"very ".repeat(60)}short`
    ]
    const files: string[] = []
    for (const title of titles) {
      const law: PolicyLaw = {
        law: title,
        expects: ({ owner }) => ({ owner: owner === "agent-7" ? "manager-3" : "agent-7" })
      }
      const { counterexample } = await checkPolicy(policy, law, { people, runs: 1, write: own.folder })
      expect(errorsOf(await runScenarioFile(counterexample?.file ?? ""))).toEqual([])
      files.push(relative(own.folder, counterexample?.file ?? ""))
    }
    expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(titles.length)
    for (const file of files) {
      expect(file).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.scenario\.yaml$/u)
      expect(file).not.toMatch(/^(?:con|com¹)\./u)
      expect(Buffer.byteLength(file)).toBeLessThan(256)
    }
    expect(files).toEqual(expect.arrayContaining(["a-b.scenario.yaml", "客户须先得到答复.scenario.yaml"]))
    expect(files.filter((file) => /^very-very-.*-[0-9a-f]{8}\.scenario\.yaml$/.test(file))).toHaveLength(2)
  })

  it("that holds reports the number of states", async () => {
    const law: PolicyLaw = {
      law: "an urgent case is owned by a person",
      expects: ({ grades, owner }) =>
        grades["urgency"]?.level === "urgent" ? { owner: owner.startsWith("system:") ? "agent-7" : owner } : undefined
    }
    const checked = await checkPolicy(policy, law, { people, runs: 3 })
    expect(checked).toMatchObject({
      ok: true,
      lives: 3,
      says: expect.stringMatching(/held in \d+ states of 3 generated cases/)
    })
    expect(await checkPolicy(policy, law, { people, runs: 3 })).toEqual(checked)
  })

  it("that never demands anything does not hold", async () => {
    const silent: PolicyLaw = { law: "silence", expects: () => undefined }
    expect(await checkPolicy(policy, silent, { people, runs: 2 })).toMatchObject({
      ok: false,
      spoke: 0,
      says: expect.stringMatching(/nothing was checked/)
    })
  })

  it("that demands what no scenario can is refused, with what was probably meant", async () => {
    const odd: PolicyLaw = { law: "odd", expects: () => ({ gates: { tolld: "passed" } }) }
    await expect(checkPolicy(policy, odd, { people, runs: 1 })).rejects.toMatchObject({
      code: "call/invalid",
      message: expect.stringMatching(/the law “odd” expects something that a scenario cannot check: .*tolld/)
    })
    const laws = [
      undefined,
      { law: "odd" },
      { law: "", expects: () => undefined },
      { law: "later", expects: async () => ({}) }
    ]
    for (const wrong of laws)
      await expect(checkPolicy(policy, wrong as never, { people, runs: 1 })).rejects.toMatchObject({
        code: "call/invalid"
      })
    await expect(checkPolicy(policy, odd, { people, run: 1 } as never)).rejects.toMatchObject({ code: "call/invalid" })
  })
})
