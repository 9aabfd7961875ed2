/**
 * `hearback backtest --estimate`: what would have happened. The log of a simulation under one policy, simulated again
 * under the same policy, has the same figures; under another policy, it has the figures of a simulation of that
 * policy.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { example, folder, hearback } from "../Capture.ts"

interface Estimate {
  readonly metric: string
  readonly about: Readonly<Record<string, string>>
  readonly statistic: string
  readonly value: number
  readonly low: number
  readonly high: number
}

const attainmentIn = ({ estimates }: { readonly estimates: readonly Estimate[] }, clock: string): Estimate => {
  const found = estimates.find(
    ({ metric, about }) => metric === "attainment" && about["clock"] === clock && Object.keys(about).length === 1
  )
  if (found === undefined) throw new Error(clock)
  return found
}

const mapping = "hearback: 1\nmapping: simulated\npreset: simulated\n"
/** Counts from the first case to the last one, so that nothing is left out. */
const plan = ["--plan", "whole.simulation.yaml", "--weeks", "6", "--per-day", "1.5", "--workers", "1"]

const desk = () => {
  const cwd = folder()
  const text = readFileSync(example("first/first.policy.yaml"), "utf8")
  writeFileSync(join(cwd, "a.policy.yaml"), text)
  writeFileSync(join(cwd, "b.policy.yaml"), text.replace("within: 1 working day", "within: 3 working hours"))
  writeFileSync(join(cwd, "people.yaml"), readFileSync(example("first/people.yaml"), "utf8"))
  writeFileSync(join(cwd, "l.mapping.yaml"), mapping)
  writeFileSync(
    join(cwd, "whole.simulation.yaml"),
    "hearback: 1\nsimulation: whole\npolicy: a.policy.yaml\nhorizon: terminating\n"
  )
  return cwd
}

const log = ["--log", "a.csv", "--map", "l.mapping.yaml"]

describe("an estimate from the log of a simulation", () => {
  it("has the recorded figures under its own policy, and the simulated ones under another", async () => {
    const cwd = desk()
    await hearback(["simulate", "a.policy.yaml", ...plan, "--replications", "1", "--log", "a.csv"], { cwd })
    const { report: direct } = (
      await hearback(["simulate", "b.policy.yaml", ...plan, "--replications", "4", "--json"], { cwd })
    ).json
    const line = ["backtest", "b.policy.yaml", "--baseline", "a.policy.yaml", ...log, "--estimate"]
    const { estimate } = (await hearback([...line, "--replications", "4", "--json"], { cwd })).json
    const { comparison, estimated, assumed } = estimate
    const [before, after] = [comparison.before, comparison.after].map((one) => attainmentIn(one, "agreed"))
    const { recorded } = estimate.fits.find(({ clock }: { clock: string }) => clock === "agreed")
    expect(recorded).toBeLessThan(1)
    expect(recorded).toBeGreaterThan(before?.low ?? 1)
    expect(recorded).toBeLessThan(before?.high ?? 0)
    const simulated = attainmentIn(direct, "agreed")
    expect(simulated.high).toBeGreaterThan(after?.low ?? 1)
    expect(simulated.low).toBeLessThan(after?.high ?? 0)
    expect(after?.high).toBeLessThan(before?.low ?? 0)
    expect(estimated.map(({ of }: { of: string }) => of)).toEqual(
      expect.arrayContaining(["arrivals", "work", "staff", "proposal", "confirmation"])
    )
    expect(assumed).toContainEqual({ of: "staff", role: "manager" })
    expect(comparison.differences.length).toBeGreaterThan(0)
  }, 120_000)
})

const few = `case,activity,transition,timestamp,channel,kind,category,verbatim,contacts,customer
${Array.from({ length: 12 }, (_, i) => `S${i},case-opened,complete,2026-03-0${1 + (i % 6)}T02:00:00Z,email,complaint,billing,invoice,1,C-${i}`).join("\n")}
`

describe("an estimate", () => {
  it("is separate from exact results, and lists what the log does not tell", async () => {
    const cwd = desk()
    writeFileSync(join(cwd, "a.csv"), few)
    const line = ["backtest", "a.policy.yaml", ...log, "--estimate", "--replications", "2"]
    const { out, exit } = await hearback([...line, "--html", "page.html"], { cwd })
    expect(exit).toBe(0)
    const titles = out.split("\n").filter((text) => /^ ?\S/.test(text))
    const [exact, estimated] = ["Recorded and decided again (exact)", "Estimated by simulation"].map((title) =>
      titles.indexOf(title)
    )
    expect(exact).toBe(0)
    expect(titles.indexOf(" what would be different")).toBeLessThan(estimated ?? 0)
    expect(titles.indexOf(" deadlines met")).toBeGreaterThan(estimated ?? 99)
    expect(out).toMatch(/how long work on [^:]*Acknowledgement[^:]*:\s[^·]*`columns\.lifecycle` of the\s+mapping/)
    expect(out).toMatch(/who works as [^:]*Agent[^:]*: nobody is named/)
    const page = readFileSync(join(cwd, "page.html"), "utf8")
    const headings = [...page.matchAll(/<h[23]>(.*?)<\/h[23]>/g)].map(([, text = ""]) => text)
    const places = [
      "Recorded and decided again (exact)",
      "Estimated by simulation",
      "Deadlines met",
      "记录与重新判定（精确）"
    ]
    expect(places.map((text) => headings.indexOf(text))).not.toContain(-1)
    expect(headings.indexOf("Deadlines met")).toBeGreaterThan(headings.indexOf("Estimated by simulation"))
    expect(headings).toContain("insufficient in the record, so assumed")
    expect(page).not.toMatch(/<script|https?:\/\//)
    const chinese = (await hearback([...line, "--lang", "zh"], { cwd })).out
    expect(chinese).toContain("模拟估计")
    expect(chinese).toContain("记录不足，按假定")
  }, 60_000)

  it("takes from a simulation file what the log does not tell", async () => {
    const cwd = desk()
    writeFileSync(join(cwd, "a.csv"), few)
    const given = `hearback: 1
simulation: x
policy: a.policy.yaml
from: 2027-01-04
weeks: 3
arrivals: { per-day: 4, factor: 2 }
work: { times: [{ gate: acknowledged, takes: 2 minutes }] }
`
    writeFileSync(join(cwd, "p.simulation.yaml"), given)
    const line = ["backtest", "a.policy.yaml", ...log, "--estimate", "--replications", "2", "--json"]
    const { estimate } = (await hearback([...line, "--plan", "p.simulation.yaml"], { cwd })).json
    const work = estimate.report.estimates.find(
      ({ metric, about }: Estimate) => metric === "work" && about["gate"] === "acknowledged"
    )
    expect(work.value).toBe(120_000)
    const arrivals = estimate.report.estimates.find(({ metric }: Estimate) => metric === "arrived")
    expect(arrivals.value).toBeGreaterThan(20)
    const idle = estimate.report.assumptions.find(({ code }: { code: string }) => code === "as-recorded")
    expect(idle.en).toMatch(/have no effect: from, weeks, per-day\.$/)
    expect(idle["zh-CN"]).toMatch(/不起作用：自、周数、每日件数。$/)
  }, 60_000)

  it("needs ten cases, and its flags are refused without it", async () => {
    const cwd = desk()
    writeFileSync(join(cwd, "a.csv"), few.split("\n").slice(0, 10).join("\n"))
    const line = ["backtest", "a.policy.yaml", ...log]
    const { estimate } = (await hearback([...line, "--estimate", "--json"], { cwd })).json
    expect(estimate).toEqual({ cases: 9, leftOut: 0, status: "insufficient" })
    expect((await hearback([...line, "--estimate"], { cwd })).out).toMatch(/Insufficient: 9 cases/)
    const { out } = await hearback([...line, "--estimate", "--weeks", "1"], { cwd })
    expect(out).toMatch(/Insufficient: of 9 cases .* in the\s+last\s+week\b/s)
    const { exit, json } = await hearback([...line, "--weeks", "2", "--json"], { cwd })
    expect(exit).toBe(2)
    expect(json.error).toMatchObject({ code: "usage/no-estimate", message: "--weeks: used only by an estimate" })
  })
})
