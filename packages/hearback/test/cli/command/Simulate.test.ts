/** `hearback simulate`: a policy alone is enough, and all assumptions are shown. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { xesOf } from "../../../src/cli/simulate/EventLog.ts"
import { widthOf } from "../../../src/cli/terminal/Columns.ts"
import { readXes } from "../../../src/runtime/Xes.ts"
import { ansi, example, folder, hearback } from "../Capture.ts"

const first = example("first/first.policy.yaml")
const small = ["simulate", first, "--weeks", "1", "--replications", "2", "--per-day", "2"]

/** Matches `xs:Name` for the names of these tests; later editions of XML allow more letters. */
const xmlName = "[A-Za-z_:一-龥][A-Za-z0-9_.:一-龥-]*"

/** Matches a line of a log in the order and with the types of IEEE 1849-2016. */
const attribute = [
  `<string key="${xmlName}" value="[^"<]*"/>`,
  '<date key="[a-z:]+" value="\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"/>',
  '<int key="order" value="\\d+"/>',
  `<float key="${xmlName}" value="-?[\\d.e+-]+"/>`,
  `<boolean key="${xmlName}" value="(?:true|false)"/>`
].join("|")
const xesLine = new RegExp(
  [
    "^(?:",
    '<\\?xml version="1.0" encoding="UTF-8"\\?>|<log xes.version="1.0">|</log>|',
    ' {2}(?:<extension name="\\w+" prefix="\\w+" uri="http[^"]+"/>|<classifier name="\\w+" keys="[a-z:]+"/>|</?trace>)|',
    ` {2}<global scope="(?:trace|event)">(?:${attribute})+</global>|`,
    ` {4}(?:${attribute})| {4}<event>(?:${attribute})+</event>|`,
    ")$"
  ].join(""),
  "u"
)

interface Counted {
  readonly metric: string
  readonly about: Readonly<Record<string, string>>
  readonly count: number
  readonly value: number
}

/** Returns the sections of an answer by their titles. */
const titles = (out: string): readonly string[] => out.split("\n").filter((line) => /^ \S/.test(line))

describe("simulate", () => {
  it("answers with a table: deadlines, durations, people, money, and every assumption", async () => {
    const { exit, out, err } = await hearback(small)
    expect(err).toBe("")
    expect(exit).toBe(0)
    expect(titles(out)).toEqual([
      " deadlines met",
      " time",
      " wait until work starts",
      " people",
      " open work and money",
      " assumed, because nothing else is stated"
    ])
    expect(out).toMatch(/^first \w{6} {2}2026-03-\d\d – 2026-03-08 {2}2 replications, seed 1$/m)
    expect(out).toMatch(/^ {2}Agreed proposal +\d+\.\d% +\d+\.\d – \d+\.\d% +\d+$/m)
    expect(out).toMatch(/^ {4}Agent Seven +\d+\.\d%/m)
    expect(out).toContain("· Work that is due first is started first.")
    expect(out).not.toMatch(ansi)
  }, 60_000)

  it("answers in Chinese to Chinese words, in the width of the terminal", async () => {
    const { exit, out } = await hearback(
      ["模拟", first, "--周数", "2", "--重复次数", "2", "--每日件数", "2", "--lang", "zh"],
      { terminal: { columns: 80, outIsTerminal: true }, env: { NO_COLOR: "1" } }
    )
    expect(exit).toBe(0)
    expect(titles(out)).toEqual([" 按时率", " 时间", " 等待着手", " 人员", " 在办与成本", " 未说明之处的假定"])
    expect(out.split("\n").filter((line) => widthOf(line) > 80)).toEqual([])
    expect(out).toMatch(/^ {2}处理方案 +\d+\.\d%/m)
  }, 60_000)

  it("gives the whole report as JSON, the same for the same seed and another for another", async () => {
    const line = [...small, "--json"]
    const [one, again, other] = [await hearback(line), await hearback(line), await hearback([...line, "--seed", "2"])]
    expect(one.json).toMatchObject({ hearback: 1, command: "simulate", ok: true, report: { isUnstable: false } })
    expect(one.json.report.identity).toMatchObject({ policy: "first", seed: 1, replications: 2 })
    expect(again.out).toBe(one.out)
    expect(other.json.report.estimates).not.toEqual(one.json.report.estimates)
  }, 60_000)

  it("fails if work piles up, and gives no figure that only grows with time", async () => {
    const line = ["simulate", first, "--weeks", "2", "--replications", "2", "--per-day", "6"]
    const { exit, out } = await hearback(line)
    expect(exit).toBe(1)
    expect(out).toMatch(/^Work piles up, from \d+ open cases to \d+: this staff cannot keep up with the arrivals\./m)
    expect(titles(out)).not.toContain(" deadlines met")
    expect(out).toMatch(/^ {2}Agent +\d+\.\d%/m)
  }, 60_000)

  it("refuses a people file if the simulation file has its own people", async () => {
    const argv = [
      "simulate",
      "--plan",
      example("itr-service/what-if.simulation.yaml"),
      "--people",
      example("itr-service/people.yaml")
    ]
    const { exit, json } = await hearback([...argv, "--json"])
    expect([exit, json.error.code]).toEqual([2, "usage/idle"])
  })

  it("uses two people of each role if nobody is named", async () => {
    const alone = join(folder(), "policy.yaml")
    copyFileSync(first, alone)
    const line = ["simulate", alone, "--weeks", "1", "--replications", "1", "--per-day", "1", "--json"]
    const { json } = await hearback(line)
    expect(json.report.assumptions.map(({ en }: { en: string }) => en)).toContainEqual(
      expect.stringMatching(/^Each role has two people: /)
    )
  }, 60_000)

  it("uses a simulation file and its policy, and prefers flags", async () => {
    const plan = example("itr-service/what-if.simulation.yaml")
    const line = ["simulate", "--plan", plan, "--weeks", "1", "--replications", "1", "--per-day", "1", "--json"]
    const { json } = await hearback(line)
    expect(json.report.identity).toMatchObject({ policy: "itr-service", seed: 7, replications: 1 })
    const codes = json.report.assumptions.map(({ code }: { code: string }) => code)
    expect(codes).toContain("patience")
    expect(["arrivals", "channels", "staff", "discipline", "money"].filter((code) => codes.includes(code))).toEqual([])
  }, 60_000)

  it("reports faults of a simulation file with their lines, and so does check beside the policy", async () => {
    const cwd = folder()
    copyFileSync(first, join(cwd, "policy.yaml"))
    const text = "hearback: 1\nsimulation: w\npolicy: policy.yaml\nwork: { times: [{ gate: agred, takes: 1 hour }] }\n"
    writeFileSync(join(cwd, "w.simulation.yaml"), text)
    writeFileSync(join(cwd, "other.simulation.yaml"), text.replace("policy.yaml", "other.yaml"))
    const { exit, json } = await hearback(["simulate", "--plan", "w.simulation.yaml", "--json"], { cwd })
    expect(exit).toBe(2)
    expect(json.error.message).toContain("w.simulation.yaml:4:25")
    const { json: checked } = await hearback(["check", "--json"], { cwd })
    const codes = checked.diagnostics.map(({ code }: { code: string }) => code)
    expect(codes).toEqual(["file/unreadable", "name/unknown"])
    expect((await hearback(["check", "--format", "compact"], { cwd })).out).toContain("w.simulation.yaml:4:25 ")
    // The command in the message, as it can be typed in the current folder.
    const wrong = await hearback(["simulate", "--plan", "w.simulation.yaml"], { cwd })
    expect(wrong.err).toContain("hearback check w.simulation.yaml")
    expect((await hearback(["check", "w.simulation.yaml", "--format", "compact"], { cwd })).out).toContain(":4:25 ")
    mkdirSync(join(cwd, "plans"))
    writeFileSync(join(cwd, "plans", "v.simulation.yaml"), text.replace("policy.yaml", "../policy.yaml"))
    const { out } = await hearback(["check", "plans/v.simulation.yaml", "--format", "compact"], { cwd })
    expect(out).toContain("plans/v.simulation.yaml:4:25 ")
  })

  it("replays a table beside the simulation file, and reports which rows are left out", async () => {
    const cwd = folder()
    copyFileSync(first, join(cwd, "policy.yaml"))
    const plan = "arrivals: { trace: { file: came.csv, map: map.yaml } }\nreplications: { least: 1 }\n"
    writeFileSync(join(cwd, "w.simulation.yaml"), `hearback: 1\nsimulation: w\npolicy: policy.yaml\n${plan}`)
    writeFileSync(join(cwd, "map.yaml"), "received: when\nreceived:format: dd/MM/yyyy HH:mm\nverbatim: words\n")
    writeFileSync(join(cwd, "came.csv"), "when,words\n04/05/2026 10:00,My invoice is wrong.\n31/02/2026 10:00,Again.\n")
    const { json } = await hearback(["simulate", "--plan", "w.simulation.yaml", "--json"], { cwd })
    expect(json.report.identity).toMatchObject({ from: Date.parse("2026-05-04T00:00+08:00") })
    const said = json.report.assumptions.map(({ en }: { en: string }) => en)
    expect(said).toContain("Simulated period: 1 week from 2026-05-04.")
    expect(said).toContainEqual(expect.stringMatching(/arrivals: 1; rows left out because they cannot be used: 1 /))
    const { out } = await hearback(["check", "--format", "compact"], { cwd })
    expect(out).toContain("came.csv:3:1 warning[value/bad-date]")
  })

  it("writes the events for process miners, as XES and as CSV", async () => {
    const cwd = folder()
    const line = ["simulate", first, "--weeks", "1", "--replications", "1", "--per-day", "1", "--log"]
    expect((await hearback([...line, "log.xes"], { cwd })).out).toMatch(/^written: log\.xes$/m)
    expect((await hearback([...line, "log.csv", "--json"], { cwd })).json.written).toEqual(["log.csv"])
    const [head, ...rows] = readFileSync(join(cwd, "log.csv"), "utf8").trimEnd().split("\n")
    const xes = readFileSync(join(cwd, "log.xes"), "utf8")
    expect(head).toMatch(
      /^case,activity,transition,timestamp,resource,owner,order,channel,customer,kind,category,verbatim,contacts/
    )
    // Values by which process miners select cases are the same in both.
    const names = head?.split(",").slice(7) ?? []
    expect(names).toEqual(expect.arrayContaining(["kind", "category", "channel", "urgency"]))
    for (const name of ["kind", "category", "channel", "urgency"])
      expect(xes.match(new RegExp(`^ {4}<string key="${name}" value="[a-z]+"/>$`, "gm"))).toHaveLength(
        xes.match(/<trace>/g)?.length ?? 0
      )
    expect(xes.split("\n").filter((one) => !xesLine.test(one))).toEqual([])
    expect(xes.match(/<event>/g)).toHaveLength(rows.length)
    expect(new Set(rows.map((row) => row.split(",")[0])).size).toBe(xes.match(/<trace>/g)?.length)
    const of = (transition: string) => rows.filter((row) => row.includes(`work agreed,${transition},`)).length
    expect(of("start")).toBeGreaterThan(0)
    expect(rows.some((row) => /,case-opened,complete,20\d\d-\d\d-\d\dT/.test(row))).toBe(true)
    expect((await hearback([...line, "none/log.csv", "--json"], { cwd })).json.error.code).toBe("file/unwritable")
  }, 60_000)

  it("writes a log from which met deadlines can be counted again", async () => {
    const cwd = folder()
    const flags = "--weeks 2 --replications 1 --per-day 2 --log log.csv --json"
    const { report } = (await hearback(["simulate", first, ...flags.split(" ")], { cwd })).json
    const { countedFrom, countedTo } = report.identity
    const counts = new Map<string, { met: number; all: number }>()
    const counted = new Set<string>()
    const missed = new Set<string>()
    for (const row of readFileSync(join(cwd, "log.csv"), "utf8").trimEnd().split("\n").slice(1)) {
      const [id = "", activity = "", , timestamp = ""] = row.split(",")
      const [event = "", clock] = activity.split(" ")
      const at = Date.parse(timestamp)
      if (event === "case-opened" && countedFrom <= at && at < countedTo) counted.add(id)
      if (clock === undefined || !event.startsWith("clock-") || !counted.has(id)) continue
      const of = `${id} ${clock}`
      if (event === "clock-started") missed.delete(of)
      if (!["clock-met", "clock-met-late", "clock-missed"].includes(event) || missed.has(of)) continue
      if (event === "clock-missed") missed.add(of)
      const { met = 0, all = 0 } = counts.get(clock) ?? {}
      counts.set(clock, { met: event === "clock-met" ? met + 1 : met, all: all + 1 })
    }
    const told = report.estimates.flatMap(({ metric, about, count, value }: Counted) =>
      metric === "attainment" && Object.keys(about).join() === "clock"
        ? [[about["clock"], Math.round(value * count), count]]
        : []
    )
    expect(told.length).toBeGreaterThan(2)
    expect(new Set([...counts].map(([clock, { met, all }]) => `${clock} ${met} ${all}`))).toEqual(
      new Set(told.map((one: readonly unknown[]) => one.join(" ")))
    )
    expect([...counts.values()].some(({ met, all }) => 0 < met && met < all)).toBe(true)
  }, 60_000)

  it.each([
    ["--seed", "-1", "a whole number from 0 to 4294967295"],
    ["--seed", "1.5", "a whole number from 0 to 4294967295"],
    ["--per-day", "0", "a number above 0"],
    ["--weeks", "0", "a whole number from 1"],
    ["--replications", "two", "a whole number from 1"]
  ])("refuses %s %s", async (flag, value, expected) => {
    const { exit, json } = await hearback(["simulate", first, flag, value, "--json"])
    const message = value === "two" ? `\`${flag}\` is not a number: \`two\`` : `\`${flag}\` cannot be \`${value}\``
    expect(exit).toBe(2)
    expect(json.error).toMatchObject({ code: "usage/bad-number", message })
    expect(json.error.expected).toBe(expected)
  })

  it("writes customers' words and names of a policy as XML that can be read back", async () => {
    const said = 'a\n<b> & "c"\u0001'
    const event = { case: said, activity: "x", transition: "complete", at: 0, resource: "", owner: "" } as const
    const known = {
      channel: "web",
      "fact channel": "a & 'b'",
      "fact 订单号": "",
      "fact 订单Ⅷ②.²级": "]]>",
      "fact 订单①②.³级": "发票\t开错\r\n了",
      "fact 𠮷野": true,
      "fact 2nd": -1.5e21,
      "fact -号": "😀"
    }
    const xes = xesOf({ events: [event], cases: new Map([[said, known]]) })
    expect(xes).toContain('<trace>\n    <string key="concept:name" value="a&#10;&lt;b> &amp; &quot;c&quot;\uFFFD"/>')
    expect(xes.split("\n").filter((one) => !xesLine.test(one))).toEqual([])
    const path = join(folder(), "log.xes")
    writeFileSync(path, xes)
    const rows: Readonly<Record<string, string | undefined>>[] = []
    await readXes(path, ({ values }) => rows.push(values))
    expect(rows).toEqual([
      {
        "case:concept:name": 'a\n<b> & "c"\uFFFD',
        "case:channel": "web",
        "case:fact_channel": "a & 'b'",
        "case:订单号": "",
        "case:订单__._级": "]]>",
        "case:订单__._级_": "发票\t开错\r\n了",
        "case:_野": "true",
        "case:_2nd": "-1.5e+21",
        "case:_-号": "😀",
        "concept:name": "x",
        "time:timestamp": "1970-01-01T00:00:00.000Z",
        "lifecycle:transition": "complete",
        order: "1"
      }
    ])
  })

  it.each([
    ["--weeks", "99999999", "weeks: a number above 0, at most 5200"],
    ["--per-day", "1e9", "arrivals: more than 1000000 per replication; use fewer per day, or fewer weeks"]
  ])("refuses %s %s, which would never end", async (flag, value, message) => {
    const { exit, json } = await hearback(["simulate", first, flag, value, "--json"])
    expect(exit).toBe(2)
    expect(json.error).toMatchObject({ code: "simulation/invalid", message })
  })

  it.each([
    ["simulate", "--role agent", "`--role` has no effect without `--staff-for`"],
    ["simulate", "--sweep seed=1,2 --log a.csv", "`--log` has no effect together with `--sweep`"],
    ["simulate", "--sweep seed=1,2 --html a.html", "`--html` has no effect together with `--sweep`"],
    ["backtest", "--mine grading.urgency --fail-on weaker>0", "`--fail-on` has no effect together with `--mine`"],
    ["backtest", "--log a.csv --db loop.db", "`--db` has no effect together with `--log`"],
    ["backtest", "--markdown --estimate", "`--estimate` has no effect together with `--markdown`"]
  ])("refuses a flag without effect: %s %s", async (command, flags, message) => {
    const { exit, json } = await hearback([command, first, ...flags.split(" "), "--json"])
    expect(exit).toBe(2)
    expect(json.error).toMatchObject({ code: "usage/idle", message })
  })

  it.each([
    { lang: "en", far: /0 of 3 trials, [1-9]\d?%/u, said: /interrupted: 0 of 3 trials, [1-9]\d?%.*\n$/u },
    { lang: "zh", far: /已完成 0\/3 次试跑（[1-9]\d?%）/u, said: /已中断：已完成 0\/3 次试跑（[1-9]\d?%）.*\n$/u }
  ])("ends in the middle of a replication when interrupted, and reports the progress: $lang", async (world) => {
    const stopped = new AbortController()
    const told: string[] = []
    let now = 0
    const line = ["simulate", first, "--weeks", "40", "--per-day", "8", "--workers", "1", "--lang", world.lang]
    const { exit } = await hearback(line, {
      terminal: {
        errIsTerminal: true,
        now: () => (now += 1000),
        err: (text) => {
          told.push(text)
          if (world.far.test(text)) stopped.abort(new Error("interrupted"))
        },
        interrupted: stopped.signal
      }
    })
    expect(exit).toBe(130)
    expect(told.join("")).toMatch(world.said)
    expect(told.join("")).not.toMatch(/1 of 3|1\/3/u)
  })

  it("counts trials separately, so that it reports no more replications than were requested", async () => {
    const told: string[] = []
    let now = 0
    const line = [
      "simulate",
      first,
      "--weeks",
      "1",
      "--per-day",
      "1",
      "--replications",
      "2",
      "--workers",
      "1",
      "--json"
    ]
    await hearback(line, { terminal: { now: () => (now += 2000), err: (text) => void told.push(text) } })
    const counts = told.map((text) => JSON.parse(text).progress)
    expect(counts.filter(({ trials }) => trials !== undefined).at(-1)).toEqual({ trials: 3, of: 3, percent: 100 })
    const ofAnswer = counts.filter(({ replications }) => replications !== undefined)
    expect(ofAnswer).toEqual([0, 1, 2].map((replications) => ({ replications, of: 2, percent: 50 * replications })))
  })

  it("explains that a policy is no simulation file", async () => {
    const { exit, json } = await hearback(["simulate", "--plan", first, "--json"])
    expect(exit).toBe(2)
    expect(json.error.code).toBe("file/other-kind")
    expect(json.error.message).toMatch(
      /^`--plan` cannot be `.*first\.policy\.yaml`: this is a policy, but a simulation file is expected here/
    )
  })
})
