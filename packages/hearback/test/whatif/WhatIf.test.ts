import { rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Hearback } from "hearback"
import { compare, judgeNoWorse, sensitivity, simulate, smallestStaff, sweep, type WhatIf } from "hearback/simulation"
import { sqlite } from "hearback/sqlite"
import { describe, expect, it } from "vitest"
import { ofEachTest, people, policy } from "../First.ts"

const own = ofEachTest()

/** A week of few cases for enough people, counted from the first case to the last one. */
const week: WhatIf = {
  policy,
  weeks: 2,
  horizon: "terminating",
  seed: 7,
  replications: { least: 4 },
  arrivals: { perDay: 2, mix: { channels: { hotline: 2, email: 1 } } },
  staff: {
    people: {
      agent: { count: 3, roles: "agent" },
      supervisor: { count: 2, roles: ["supervisor"] },
      manager: { roles: ["manager"] }
    }
  },
  work: { times: [{ kind: "proposal", takes: { halfWithin: "20 minutes", ninetyWithin: "1 hour" } }] }
}

describe("a simulation in a test", () => {
  it("answers by the names of the policy and of the staff, with the line of the policy", async () => {
    const report = await simulate(week)
    const agreed = report.clock("agreed")
    expect(agreed).toMatchObject({ title: "agreed: deadlines met", status: "estimated", replications: 4 })
    expect(agreed.place).toMatchObject({ file: "first.policy.yaml", line: 12 })
    expect(report.clock("agreed").at("important").count).toBeLessThanOrEqual(agreed.count)
    expect(report.clock("agreed").channel("hotline").title).toBe("agreed by hotline: deadlines met")
    expect(report.gate("agreed").figure("wait", "p90").value).toBeGreaterThanOrEqual(0)
    expect(report.person("agent-1").figure("utilisation").value).toBeGreaterThan(0)
    expect(report.role("agent").figure("utilisation").value).toBeLessThan(1)
    expect(report.category("billing").figure("time-to-answer").value).toBeGreaterThan(0)
    expect(report.figure("arrived").value).toBeCloseTo(14, -1)
    expect(report.assumptions.length).toBeGreaterThan(0)
    expect(await simulate(week)).toEqual(
      expect.objectContaining({ plain: report.plain, assumptions: report.assumptions })
    )
  })

  it("gives the same bytes with any number of threads, and ends with its signal", async () => {
    const short = { ...week, weeks: 1, replications: { least: 3 } }
    const one = await simulate(short)
    expect(JSON.stringify((await simulate(short, { workers: 2 })).plain)).toBe(JSON.stringify(one.plain))
    const reason = new Error("enough")
    const stopped = simulate(short, { workers: 2, signal: AbortSignal.abort(reason) })
    await expect(stopped).rejects.toBe(reason)
    await expect(simulate(short, { workers: 0 })).rejects.toThrow("`workers` is 0; expected: a whole number above 0")
  }, 60_000)

  it("replays arrivals of a file or of values, and draws texts of a file; faults there have their place", async () => {
    const [file, words] = [join(own.folder, "came.csv"), join(own.folder, "words.txt")]
    writeFileSync(file, "received,verbatim,channel\n2026-05-04 10:00,My invoice is wrong.,email\n2026-05-05 09:30,,\n")
    writeFileSync(words, "The parcel never came.\n")
    const came = { ...week, weeks: 1, replications: { least: 1 } }
    const { plain } = await simulate({ ...came, arrivals: { trace: file, texts: words } })
    expect(plain.estimates.find(({ metric }) => metric === "arrived")).toMatchObject({ value: 2 })
    expect(plain.identity.from).toBe(Date.parse("2026-05-04T00:00+08:00"))
    const inValues = { trace: [{ at: "2026-05-04 10:00", text: "My invoice is wrong." }] }
    expect((await simulate({ ...came, arrivals: inValues })).plain.commands).toBeGreaterThan(3)
    writeFileSync(file, "received,channel\nsoon,email\n")
    await expect(simulate({ ...came, arrivals: { trace: file } })).rejects.toThrow(
      /came\.csv:2:1`: `soon` is not a valid date/
    )
  })

  it("replays a log of process miners and a store of Hearback", async () => {
    const [log, db] = [join(own.folder, "came.xes"), join(own.folder, "came.db")]
    const event = (at: string) => `<event><date key="time:timestamp" value="${at}"/></event>`
    const trace = (id: string, ...events: readonly string[]) =>
      `<trace><string key="concept:name" value="${id}"/><string key="channel" value="email"/>${events.join("")}</trace>`
    const cases = [
      trace("A", event("2026-05-04T10:00:00+08:00"), event("2026-05-06T10:00:00+08:00")),
      trace("B", event("2026-05-05T10:00:00+08:00"))
    ]
    writeFileSync(log, `<log>\n${cases.join("\n")}\n</log>\n`)
    const loop = await Hearback.open({ policy, people, store: sqlite(db), virtualTime: true })
    await loop.tick({ at: "2026-06-01T09:00:00+08:00" })
    for (const verbatim of ["My invoice is wrong.", "The parcel never came.", "Where is my invoice?"])
      await loop.submit({ channel: "email", verbatim })
    await loop.close()
    const came = { ...week, weeks: 1, replications: { least: 1 } }
    const arrived = async (file: string) => {
      const { plain } = await simulate({ ...came, arrivals: { trace: file } })
      return [plain.identity.from, plain.estimates.find(({ metric }) => metric === "arrived")?.value]
    }
    expect(await arrived(log)).toEqual([Date.parse("2026-05-04T00:00+08:00"), 2])
    expect(await arrived(db)).toEqual([Date.parse("2026-06-01T00:00+08:00"), 3])
    writeFileSync(log, "<log>\n<trace>\n</log>\n")
    await expect(simulate({ ...came, arrivals: { trace: log } })).rejects.toThrow(
      /came\.xes` cannot be read: it is not valid XML at line 3, column \d/
    )
  })

  it("reports an unknown name with what was probably meant", async () => {
    const report = await simulate({ ...week, weeks: 1, replications: { least: 1 } })
    expect(() => report.clock("agred")).toThrow(/the clock is "agred" \(did you mean `agreed`\?\)/)
    expect(() => report.clock("agreed").at("urgnt")).toThrow(/did you mean `urgent`/)
    expect(() => report.person("agent")).toThrow(/expected: "agent-1", "agent-2"/)
    expect(() => report.gate("agreed").figure("attainment" as "wait")).toThrow(/the figure of a gate is "attainment"/)
    expect(() => report.figure("open", "p90" as "mean")).toThrow(/the statistic of open is "p90"/)
  })

  it.each<[string, object, RegExp]>([
    ["a role", { staff: { people: { a: { roles: ["agnt"] } } } }, /`staff\.people\.a\.roles\.0`: .*agnt.*; .*`agent`/],
    ["a key", { arrivals: { perDy: 3 } }, /`arrivals\.perDy`: .*per-day/],
    ["a length", { work: { times: [{ takes: "2 fortnights" }] } }, /`work\.times\.0\.takes`: .*2 fortnights/],
    ["a share", { work: { rework: "often" } }, /`work\.rework`: /],
    ["nothing", { weeks: 0 }, /`weeks`: /]
  ])("reports where %s of a value is wrong", async (_, wrong, says) => {
    await expect(simulate({ policy, ...wrong })).rejects.toMatchObject({
      code: "simulation/invalid",
      message: expect.stringMatching(says)
    })
  })

  it("uses a plan, and prefers the value", async () => {
    const plan = join(own.folder, "august.simulation.yaml")
    const text = `hearback: 1\nsimulation: August\npolicy: ${policy}\nweeks: 1\nhorizon: terminating\nseed: 3\nreplications: { least: 2 }\narrivals: { per-day: 3, mix: { channels: { email: 1 } } }\n`
    writeFileSync(plan, text)
    const report = await simulate({ plan, arrivals: { perDay: 2 } })
    expect(report.plain.identity).toMatchObject({ seed: 3, replications: 2, horizon: "terminating" })
    expect(report.channel("email").figure("time-to-answer").count).toBeGreaterThan(0)
    expect(report.channel("hotline").figure("time-to-answer").count).toBe(0)
    writeFileSync(plan, text.replace("email", "emial"))
    await expect(simulate({ plan })).rejects.toThrow(/august\.simulation\.yaml:8:.*emial/)
    rmSync(plan)
    await expect(simulate({ plan })).rejects.toThrow(/cannot read/)
  })

  it("ends by a signal, with its reason", async () => {
    await expect(simulate(week, { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow("enough")
  })
})

describe("questions in a test", () => {
  it("compare two simulations with the same customers, and name what changed first", async () => {
    const changed = { ...week, work: { factor: 6 } }
    const comparison = await compare({ ...week, work: {} }, changed)
    const judged = judgeNoWorse(comparison, { metric: "time-to-answer", by: "10 minutes" })
    expect(judged).toMatchObject({ verdict: "fail", ok: false })
    expect(judged.says).toMatch(
      /from receipt to closing of the customer loop: from .* to .*; required: worse by at most 10 min/
    )
    expect(judged.says).toMatch(/what changed first: case S\d+ at .*decided by \S+:\d+ \(/)
    expect(judgeNoWorse(comparison, { metric: "time-to-answer", by: "60 days" })).toMatchObject({ verdict: "pass" })
    expect(() => judgeNoWorse(comparison, { clock: "agred" })).toThrow(/did you mean `agreed`/)
    expect(() => judgeNoWorse(comparison, { metric: "approvals" })).toThrow(/has no worse direction/)
  })

  it("find nothing worse if nothing changed", async () => {
    const comparison = await compare(week, week)
    expect(comparison.firstChange).toBeUndefined()
    expect(judgeNoWorse(comparison, { clock: "agreed", by: 0 })).toMatchObject({ verdict: "pass" })
  })

  it("sweep over values, find the smallest staff, and what matters most", async () => {
    const short: WhatIf = { ...week, weeks: 1, replications: { least: 3 } }
    const swept = await sweep([1, 3], (perDay) => ({ ...short, arrivals: { perDay } }))
    const [few = Number.NaN, many = 0] = swept.map(({ report }) => report.figure("arrived").value ?? 0)
    expect(many).toBeGreaterThan(few)
    const asked = { people: "agent", most: 3, targets: [{ clock: "acknowledged", atLeast: "1%" } as const] }
    const staffed = await smallestStaff(short, asked)
    expect(staffed.tried.at(0)?.count).toBe(3)
    for (const wrong of [{ ...asked, targets: [] }, { ...asked, most: 0 }, undefined])
      await expect(smallestStaff(short, wrong as never)).rejects.toMatchObject({ code: "call/invalid" })
    await expect(simulate(undefined as never)).rejects.toMatchObject({ code: "call/invalid" })
    await expect(smallestStaff(short, { ...asked, people: "agnet" })).rejects.toMatchObject({ code: "call/invalid" })
    const [first] = await sensitivity({ ...short, replications: { least: 2 } }, { metric: "arrived" }, { by: 0.5 })
    expect(first).toMatchObject({ factor: "arrivals" })
  })
})
