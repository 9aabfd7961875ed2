/** The questions of `hearback simulate`: comparison, sweep, smallest staff, and sensitivity. */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { example, folder, hearback } from "../Capture.ts"

const first = example("first/first.policy.yaml")
const small = ["--per-day", "1", "--weeks", "1", "--replications", "2"]
const simulate = (...words: readonly string[]) => ["simulate", first, ...small, ...words]

/** Makes a folder with the policy of the first example and one in which a proposal has a day less. */
const changed = (): string => {
  const cwd = folder()
  const text = readFileSync(first, "utf8")
  writeFileSync(join(cwd, "policy.yaml"), text)
  const other = text.replace("agreed: { within: 1 working day }", "agreed: { within: 9 working days }")
  expect(other).not.toBe(text)
  writeFileSync(join(cwd, "other.policy.yaml"), other)
  return cwd
}

describe("simulate --against", () => {
  it("reports that a policy does not differ from itself", async () => {
    const { exit, out } = await hearback(simulate("--against", first))
    expect(exit).toBe(0)
    expect(out).toMatch(/^no difference: both run identically, event by event, in every replication$/m)
    const { json } = await hearback(simulate("--against", first, "--json"))
    const known = json.comparison.differences.filter(({ status }: { status: string }) => status === "estimated")
    expect(new Set(known.map(({ difference }: { difference: number }) => difference))).toEqual(new Set([0]))
    expect(json.comparison.firstChange).toBeUndefined()
  }, 60_000)

  it("shows differences from another policy with intervals, and the case and the lines where they began", async () => {
    const cwd = changed()
    const line = ["simulate", "policy.yaml", ...small, "--against", "other.policy.yaml"]
    const { exit, out } = await hearback(line, { cwd })
    expect(exit).toBe(0)
    expect(out).toMatch(/^ +before +after +difference +95% interval +better$/m)
    expect(out).toMatch(/^ {2}deadlines met · Agreed proposal +\d/m)
    expect(out).toMatch(/^ what changed first: case S\d+, /m)
    expect(out).toMatch(/^ {2}before +S\d+: .* policy\.yaml:\d+$/m)
    expect(out).toMatch(/^ {2}after +S\d+: .* other\.policy\.yaml:\d+$/m)
    const { out: chinese } = await hearback([...line, "--lang", "zh"], { cwd })
    expect(chinese).toMatch(/^ +原 +改后 +差异 +95% 区间 +更优概率$/m)
    expect(chinese).toMatch(/^ 最先改变之处：案件 S\d+，/m)
  }, 120_000)

  it("shows no difference for a row that only moves other rows down", async () => {
    const cwd = changed()
    const other = readFileSync(join(cwd, "other.policy.yaml"), "utf8")
    const rows = [
      '{ when: { same-matter.contacts: ">= 1000" }, then: urgent }',
      "{ when: { emotion: furious }, then: urgent }",
      '{ when: { same-matter.contacts: ">= 3" }, then: urgent }',
      "{ otherwise: category.urgency }"
    ]
    writeFileSync(join(cwd, "moved.policy.yaml"), `${other}grading: { urgency: { rules: [${rows.join(", ")}] } }\n`)
    const found = async (against: string) => {
      const { json } = await hearback(["simulate", "policy.yaml", ...small, "--against", against, "--json"], { cwd })
      const { case: id, at, changed: many, before } = json.comparison.firstChange
      return [id, at, many, before.event.event]
    }
    expect(await found("moved.policy.yaml")).toEqual(await found("other.policy.yaml"))
  }, 120_000)

  it("compares another staff, because a simulation file is recognised by its name", async () => {
    const cwd = folder()
    copyFileSync(first, join(cwd, "policy.yaml"))
    const text =
      "hearback: 1\nsimulation: w\npolicy: policy.yaml\nstaff: { people: { a: { count: 4, roles: [agent] } } }\n"
    writeFileSync(join(cwd, "more.simulation.yaml"), text)
    const line = ["simulate", "policy.yaml", ...small, "--against", "more.simulation.yaml", "--json"]
    const { json } = await hearback(line, { cwd })
    expect(json.comparison.firstChange).toBeDefined()
    const arrived = ["before", "after"].map(
      (side) => json.comparison[side].estimates.find(({ metric }: { metric: string }) => metric === "arrived").value
    )
    expect(arrived[1]).toBe(arrived[0])
  }, 60_000)
})

it("reports names of a staff that the other policy does not have, before anything runs", async () => {
  const cwd = folder()
  const text = readFileSync(first, "utf8")
  const calendars = "\ncalendars: { night: { hours: { mon-fri: [20:00-23:00] } } }\n"
  writeFileSync(join(cwd, "policy.yaml"), text)
  writeFileSync(join(cwd, "nights.yaml"), text + calendars)
  const plan = "staff: { people: { a: { roles: [agent], calendar: night } } }\n"
  writeFileSync(join(cwd, "n.simulation.yaml"), `hearback: 1\nsimulation: n\npolicy: nights.yaml\n${plan}`)
  const line = ["simulate", "--plan", "n.simulation.yaml", ...small, "--against", "policy.yaml", "--json"]
  const { exit, json } = await hearback(line, { cwd })
  expect(exit).toBe(2)
  expect(json.error).toMatchObject({ code: "simulation/invalid", message: expect.stringContaining('"night"') })
}, 60_000)

describe("simulate --sweep", () => {
  it("shows a column for each value, for the policy and for the simulation", async () => {
    const { out, exit } = await hearback(simulate("--sweep", "ownership.take-up=30 minutes,4 hours"))
    expect(exit).toBe(0)
    expect(out).toMatch(/^ownership\.take-up {2}2 replications, seed 1$/m)
    expect(out).toMatch(/^ +30 minutes +4 hours$/m)
    const line = ["simulate", first, "--weeks", "2", "--replications", "1", "--sweep", "arrivals.per-day=1,3", "--json"]
    const { json } = await hearback(line)
    const arrived = json.sweep.values.map(
      ({ report }: { report: { estimates: { metric: string; value: number }[] } }) =>
        report.estimates.find(({ metric }) => metric === "arrived")?.value
    )
    expect(arrived[1]).toBeGreaterThan(2 * arrived[0])
  }, 60_000)

  it("accepts Chinese keys of a policy and of the simulation", async () => {
    const chinese = [
      ...["模拟", example("after-sales/after-sales.policy.yaml"), "--周数", "1"],
      ...["--重复次数", "1", "--逐值"]
    ]
    const { exit, out } = await hearback([
      ...chinese,
      "授权.权限.客服.补偿.每件=200,500",
      "--每日件数",
      "1",
      "--lang",
      "zh"
    ])
    expect(exit).toBe(0)
    expect(out).toMatch(/^授权\.权限\.客服\.补偿\.每件 {2}重复 1 次，随机种子 1\n\n +200 +500$/m)
    expect(out).toContain("各值结果完全相同")
    expect(out).toContain("未说明之处的假定")
    const { json } = await hearback([...chinese, "来件.每日件数=1,3", "--json"])
    const arrived = json.sweep.values.map(
      ({ report }: { report: { estimates: { metric: string; value: number }[] } }) =>
        report.estimates.find(({ metric }) => metric === "arrived")?.value
    )
    expect(arrived[1]).toBeGreaterThan(arrived[0])
  }, 60_000)

  it.each([
    ["ownership.takeup=1 hour", "usage/bad-path", "did you mean `ownership.take-up`?"],
    ["arrivals.perday=2", "usage/bad-path", "did you mean `arrivals.per-day`?"],
    ["ownership.take-up", "usage/bad-sweep", undefined],
    ["ownership.take-up=", "usage/bad-sweep", undefined],
    ["ownership.take-up=soon", "usage/bad-value", undefined],
    ["work.rework=many", "usage/bad-value", undefined]
  ])("refuses %s", async (value, code, help) => {
    const { exit, json } = await hearback(simulate("--sweep", value, "--json"))
    expect(exit).toBe(2)
    expect(json.error).toMatchObject({ code })
    expect(json.error.help).toBe(help)
    // The policy with that value is on no disk.
    expect(json.error.message).not.toMatch(/:\d+:\d+/)
  })
})

describe("simulate --staff-for and --sensitivity", () => {
  it("finds the smallest staff that keeps a target, or that none does", async () => {
    const { exit, out } = await hearback(simulate("--staff-for", "time-to-answer <= 90 days"))
    expect(exit).toBe(0)
    expect(out).toMatch(/^1 × Agent is enough for .* ≤ 90 d: the whole interval meets it\. There is 1 now\.$/m)
    const { exit: none, json } = await hearback(simulate("--staff-for", "time-to-answer <= 1 minute", "--json"))
    expect(none).toBe(1)
    expect(json.staff).toMatchObject({ role: "agent", now: 1, most: 8 })
    expect(json.staff.assumptions.map(({ code }: { code: string }) => code)).toContain("times")
    expect(out).toMatch(/^ assumed, because nothing else is stated\n {2}· \S/m)
    expect(json.staff.count).toBeUndefined()
  }, 60_000)

  it("accepts money as a policy writes it", async () => {
    const line = ["simulate", first, "--weeks", "1", "--replications", "1", "--per-day", "1", "--json"]
    const { json } = await hearback([...line, "--staff-for", "cost-of-work <= 5000"])
    expect(json.staff.target).toMatchObject({ metric: "cost-of-work", atMost: 500_000 })
  })

  it("shows the greatest influence on a figure first, with Chinese names, too", async () => {
    const { exit, out } = await hearback([
      ...["模拟", first, "--每日件数", "1", "--周数", "1", "--重复次数", "2"],
      ...["--敏感度", "自收到至客户闭环.p90", "--lang", "zh"]
    ])
    expect(exit).toBe(0)
    expect(out).toMatch(/^对“自收到至客户闭环 · p90”影响最大的因素/m)
    expect(out).toMatch(/^ {2}来件 ∓10% /m)
    expect(out).toMatch(/将无人在岗/)
    expect(out).toMatch(/^ 未说明之处的假定\n {2}· \S/m)
  }, 60_000)

  it("uses the deadline that is met least often if no figure is given", async () => {
    const { exit, json } = await hearback(simulate("--weeks", "2", "--json", "--sensitivity"))
    expect(exit).toBe(0)
    const { figure, influences } = json.sensitivity
    expect(figure).toMatchObject({ metric: "attainment", statistic: "mean" })
    const { json: of } = await hearback(simulate("--weeks", "2", "--json"))
    const met = of.report.estimates.filter(
      ({ metric, about }: { metric: string; about: object }) =>
        metric === "attainment" && Object.keys(about).join() === "clock"
    )
    const least = Math.min(...met.flatMap(({ value }: { value?: number }) => value ?? []))
    expect(met.find(({ about }: { about: { clock: string } }) => about.clock === figure.about.clock).value).toBe(least)
    expect(influences.length).toBeGreaterThan(2)
  }, 60_000)

  it.each([
    [["--sensitivity", "attainment.agred"], "usage/bad-figure", "did you mean `agreed`?"],
    [["--sensitivity", "atainment"], "usage/bad-figure", "did you mean `attainment`?"],
    [["--sensitivity", "time-to-answer.p33"], "usage/bad-figure", undefined],
    [
      ["--sweep", "授权.权限.agent.补偿.每件=1,2"],
      "usage/bad-path",
      "write `authority.limits.agent.compensate.per-case`"
    ],
    [["--staff-for", "attainment.agreed"], "usage/bad-target", undefined],
    [["--staff-for", "attainment.agreed >= 4 hours"], "usage/bad-target", undefined],
    [["--staff-for", "time-to-answer <= 4 working days"], "usage/bad-target", undefined],
    [["--staff-for", "attainment.agreed >= 90%", "--role", "agnt"], "usage/bad-choice", "did you mean `agent`?"],
    [["--sweep", "weeks=1,2"], "usage/idle", "leave it out"],
    [["--against", "nowhere.yaml"], "file/missing", undefined],
    [["--sweep", "seed=1,2", "--sensitivity", "stuck"], "usage/one-question", undefined]
  ])("refuses %j", async (words, code, help) => {
    const { exit, json } = await hearback(simulate(...words, "--json"))
    expect(exit).toBe(2)
    expect(json.error).toMatchObject({ code })
    expect(json.error.help).toBe(help)
  })
})

describe("simulate --workers", () => {
  it("gives the same bytes with any number of threads, and can be interrupted", async () => {
    const line = ["simulate", first, "--per-day", "1", "--weeks", "1", "--replications", "3", "--json", "--workers"]
    const [one, two] = [await hearback([...line, "1"]), await hearback([...line, "2"])]
    expect(one.exit).toBe(0)
    expect(two.out).toBe(one.out)
    const stopped = new AbortController()
    const { exit } = await hearback([...line, "2"], {
      terminal: {
        err: (text) => {
          if (text.includes('"replications":1')) stopped.abort(new Error("interrupted"))
        },
        now: (() => {
          let now = 0
          return () => (now += 2000)
        })(),
        interrupted: stopped.signal
      }
    })
    expect(exit).toBe(130)
  }, 120_000)
})
