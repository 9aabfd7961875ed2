/** `hearback backtest`: what a policy would have decided on the cases of a log. */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { widthOf } from "../../../src/cli/terminal/Columns.ts"
import { ansi, example, folder, hearback } from "../Capture.ts"

const policy = example("incidents/incidents.policy.yaml")
const log = example("incidents/data/incidents.csv")
const map = example("incidents/incidents.mapping.yaml")
const before = example("incidents/before/incidents.policy.yaml")
const run = ["backtest", policy, "--log", log, "--map", map]
const beside = [...run, "--baseline", before]

const titles = (out: string): readonly string[] => out.split("\n").filter((line) => /^ \S/.test(line))

/** Reads the rows of the log independently of the product; the log has no quotes. */
const [head = "", ...lines] = readFileSync(log, "utf8").trim().split("\n")
const names = head.split(",")
const rows = lines.map((line) => {
  const cells = line.split(",")
  return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]))
})
const grouped = <T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> => {
  const found = new Map<string, T[]>()
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one])
  return found
}
const cases = [...grouped(rows, (row) => row["number"] ?? "").values()]
const last = (all: readonly (typeof rows)[number][]) => all.at(-1) ?? {}

const graded = (row: Readonly<Record<string, string>>) => {
  const [impact = "", urgency = ""] = [row["impact"], row["urgency"]].map((text = "") => text.slice(4))
  const was: Readonly<Record<string, string>> = {
    "High High": "critical",
    "High Medium": "high",
    "Medium High": "high",
    "Medium Medium": "moderate",
    "Low High": "moderate"
  }
  const found = was[`${impact} ${urgency}`] ?? "low"
  return { was: found, is: impact === "High" ? "critical" : found }
}

const counted = <T>(all: readonly T[]): ReadonlyMap<string, number> =>
  new Map([...grouped(all, (one) => JSON.stringify(one))].map(([key, found]) => [key, found.length]))

describe("backtest", () => {
  it("reports the log first, then the differences and their causes", async () => {
    const { exit, out, err } = await hearback(beside)
    expect(err).toBe("")
    expect(exit).toBe(0)
    expect(titles(out)).toEqual([
      " the log",
      " what would be different",
      " priority: 5 cases with another grade",
      " promises",
      " gates",
      " causes, by the deciding lines",
      " rows that predict `handed-on` (18 cases)",
      " rows that predict `reopened` (6 cases)",
      " cases to look at"
    ])
    expect(out).toMatch(
      /^incidents \w{6} compared with incidents \w{6} {2}2016-02-29 – 2016-12-27 {2}59 cases, 382 rows$/m
    )
    expect(out).toMatch(/5 {2}unknown word: `-100`, in `incident_state` +line 370, 371, 379, 380, 381$/m)
    expect(out).toMatch(
      /5 {2}priority: high → critical +\S+before\/incidents\.policy\.yaml:\d+:\d+ → \S+\.yaml:\d+:\d+$/m
    )
    expect(out).not.toMatch(ansi)
  })

  it("answers in Chinese to Chinese words", async () => {
    const words = ["回测", policy, "--事件日志", log, "--配对", map, "--对照", before, "--不通过条件", "新增超期 > 0"]
    const { exit, out } = await hearback([...words, "--lang", "zh"])
    expect(exit).toBe(1)
    expect(titles(out).slice(0, 5)).toEqual([" 日志质量", " 会有哪些不同", " priority：5 件等级不同", " 时限", " 关口"])
    expect(out).toContain(" 不通过：新增超期 > 0，实际为 5")
    const wide = out.split("\n").filter((line) => widthOf(line) > 120 && !line.includes("yaml"))
    expect(wide).toEqual([])
  })

  it("agrees with an independent count: grades, rows, gates, outcomes", async () => {
    const { report } = (await hearback([...beside, "--json"])).json
    const pairs = cases.map((all) => graded(last(all)))
    const recount = counted(pairs.map(({ was, is }) => [was, is]))
    const [matrix] = report.grades
    expect(
      new Map(
        matrix.cells.map((cell: { from: string; to: string; count: number }) => [
          JSON.stringify([cell.from, cell.to]),
          cell.count
        ])
      )
    ).toEqual(recount)
    const changed = pairs.filter(({ was, is }) => was !== is).length
    expect(report.totals).toMatchObject({ cases: cases.length, replayed: cases.length, stronger: changed, weaker: 0 })
    const critical = pairs.filter(({ is }) => is === "critical").length
    expect(report.gates.newlyDemanded).toEqual([{ value: "contained", count: critical }])
    const [first] = report.rows
    expect(first).toMatchObject({ rule: "grading.priority.rules.1", after: critical })
    expect(first.before).toBe(pairs.filter(({ was }) => was === "critical").length)
    const reopened = cases.filter((all) => all.some((row) => Number(row["reopen_count"]) > 0))
    const table = report.outcomes.find(({ outcome }: { outcome: string }) => outcome === "reopened")
    expect(table.cases).toBe(reopened.length)
    const moderate = reopened.filter((all) => graded(last(all)).is === "moderate").length
    const row = table.rows.find(({ rule }: { rule: string }) => rule.endsWith(".5"))
    const inRow = pairs.filter(({ is }) => is === "moderate").length
    expect(row).toMatchObject({ hits: inRow, with: moderate })
    expect(row.lift).toBeCloseTo(moderate / inRow / (reopened.length / cases.length), 12)
  })

  it("agrees with an independent judgement of promises: kept, broken, and compared with the record", async () => {
    const cwd = folder()
    // With plain hours in UTC and no pauses, a clock of hours is a sum.
    const hours = { critical: 8, high: 24, moderate: 72, low: 240 }
    const within = Object.entries(hours).map(([level, n]) => `${level}: ${n} hours`)
    const text = readFileSync(policy, "utf8")
      .replace("Europe/Lisbon", "UTC")
      .replace(/pause: \{[^}]*\}/, "pause: never")
      .replace(/within: \{[^}]*\}/, `within: { ${within.join(", ")} }`)
    writeFileSync(join(cwd, "p.policy.yaml"), text)
    const { report } = (await hearback(["backtest", "p.policy.yaml", "--log", log, "--map", map, "--json"], { cwd }))
      .json
    const at = (text = ""): number => {
      const [, d, m, y, h, min] = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(text) ?? []
      return Date.UTC(Number(y), Number(m) - 1, Number(d), Number(h), Number(min))
    }
    const found = cases.map((all) => {
      const ordered = [...all].sort(
        (a, b) =>
          at(a["sys_updated_at"]) - at(b["sys_updated_at"]) || Number(a["sys_mod_count"]) - Number(b["sys_mod_count"])
      )
      const received = at(ordered[0]?.["opened_at"])
      const resolved = ordered.find((row) => row["incident_state"] === "Resolved")
      const level = graded(last(ordered)).is as keyof typeof hours
      const due = received + hours[level] * 3_600_000
      return [last(ordered)["made_sla"] === "true", resolved !== undefined && at(resolved["sys_updated_at"]) < due]
    })
    const recount = counted(found)
    const of = (was: boolean, is: boolean) => recount.get(JSON.stringify([was, is])) ?? 0
    expect(report.clocks).toMatchObject([
      {
        clock: "resolved",
        stayKept: of(true, true),
        newlyBreached: of(true, false),
        fixed: of(false, true),
        stillBreached: of(false, false)
      }
    ])
  })

  it("writes exact results as a page in both languages, and estimates only on request", async () => {
    const cwd = folder()
    const { out } = await hearback([...beside, "--html", "page.html"], { cwd })
    expect(out).toMatch(/^written: page\.html$/m)
    const page = readFileSync(join(cwd, "page.html"), "utf8")
    const headings = [...page.matchAll(/<h[23]>(.*?)<\/h[23]>/g)].map(([, text]) => text)
    expect(headings).toEqual(
      expect.arrayContaining(["Recorded and decided again (exact)", "promises", "时限", "the log"])
    )
    expect(headings).not.toContain("Estimated by simulation")
    expect(page).toMatch(/<h2>[^<]*exact[^<]*<\/h2>.*?<h3>/su)
    expect(page).not.toMatch(/<t[dh][^>]*>[^<]*`/)
    const count = (pattern: RegExp): number => page.match(pattern)?.length ?? 0
    for (const name of ["div", "section", "span", "table", "tr", "td", "th", "details", "main"])
      expect(count(new RegExp(`<${name}[ >]`, "g")), name).toBe(count(new RegExp(`</${name}>`, "g")))
  })

  it("fails if a bound is exceeded, passes otherwise, and lists the totals", async () => {
    const failing = await hearback([...beside, "--fail-on", "newly-breached > 0, weaker > 0"])
    expect(failing.exit).toBe(1)
    expect(failing.out).toContain(" fails: promise would be broken > 0; the value is 5")
    expect((await hearback([...beside, "--fail-on", "newly-breached > 5, stronger > 8.5%"])).exit).toBe(0)
    expect((await hearback([...beside, "--fail-on", "stronger >= 8.4%"])).exit).toBe(1)
    const wrong = await hearback([...beside, "--fail-on", "newly-breach > 0"])
    expect(wrong.exit).toBe(2)
    expect(wrong.err).toContain("did you mean `newly-breached`")
    expect((await hearback([...beside, "--fail-on", "more"])).err).toContain("newly-breached > 0")
  })

  it("reports first that no case was decided, why, and what would help; bounds then fail", async () => {
    const cwd = folder()
    writeFileSync(join(cwd, "p.policy.yaml"), readFileSync(example("first/first.policy.yaml"), "utf8"))
    writeFileSync(join(cwd, "l.csv"), "id,at,what,said\nA,2026-11-16T09:00:00Z,open,The invoice is wrong\n")
    writeFileSync(
      join(cwd, "l.mapping.yaml"),
      "hearback: 1\nmapping: L\ncolumns: { case: id, at: at, activity: what, verbatim: said }\nconstants: { kind: complaint, category: billing, channel: web }\n"
    )
    const words = ["backtest", "p.policy.yaml", "--log", "l.csv", "--map", "l.mapping.yaml"]
    const bare = await hearback(words, { cwd })
    expect(bare.err).toBe("")
    expect(bare.out.split("\n")[2]).toBe(" 0 of 1 cases decided, so there is nothing to compare")
    expect(bare.out).toMatch(/the record has no `same-matter\.contacts` +name its column under `columns\.contacts`/)
    expect(bare.out).not.toContain("Nothing would be different")
    expect(bare.out).not.toContain("decides no case")
    for (const more of [[], ["--baseline", "p.policy.yaml"]]) {
      const { exit, out } = await hearback([...words, ...more, "--fail-on", "weaker > 0"], { cwd })
      expect([exit, out]).toEqual([1, expect.stringContaining("no case was decided, so no bound")])
      expect((await hearback([...words, ...more, "--fail-on", "weaker > 0", "--json"], { cwd })).json.untested).toBe(
        true
      )
    }
    const { out } = await hearback([...words, "--markdown"], { cwd })
    expect(out).toContain("> **0 of 1 cases decided, so there is nothing to compare**")
    writeFileSync(
      join(cwd, "l.csv"),
      "id,at,what,said,n\nA,2026-11-16T09:00:00Z,open,The invoice is wrong,1\nB,2026-11-16T09:00:00Z,open,The invoice is wrong,\n"
    )
    writeFileSync(
      join(cwd, "l.mapping.yaml"),
      "hearback: 1\nmapping: L\ncolumns: { case: id, at: at, activity: what, verbatim: said, contacts: n }\nconstants: { kind: complaint, category: billing, channel: web }\n"
    )
    expect((await hearback(words, { cwd })).out.split("\n")[2]).toBe(" 1 of 2 cases decided")
  })

  it("writes Markdown for a pull request, with both traces of cases", async () => {
    const { out } = await hearback([...beside, "--markdown"])
    expect(out).toMatch(/^### `incidents \w{6}` compared with `incidents \w{6}`$/m)
    expect(out).toContain("| high | **5** | 6 |  |  |")
    expect(out).toMatch(/^\| priority \| high · \S+:\d+:\d+ \| critical · \S+:\d+:\d+ \|$/m)
    for (const line of out.split("\n").filter((one) => one.startsWith("|"))) expect(line).toMatch(/\|$/)
  })

  it("compares with the recorded decisions if no other version is given", async () => {
    const { report } = (await hearback([...run, "--json"])).json
    expect(report.baseline).toBeUndefined()
    expect(report.grades[0].changed).toBe(5)
    expect(report.totals["newly-demanded"]).toBe(0)
  })

  it("learns a table of the log, with its one gap, as YAML for a policy", async () => {
    const { exit, out } = await hearback([...run, "--mine", "grading.priority"])
    expect(exit).toBe(0)
    expect(out.match(/never seen/g)).toHaveLength(1)
    expect(out).toContain("# never seen: impact: high, urgency: low")
    const cwd = folder()
    const rest = readFileSync(before, "utf8").replace(/^grading:\n(?: .*\n)+/m, "")
    writeFileSync(join(cwd, "mined.policy.yaml"), `${rest}\n${out}`)
    const checked = await hearback(["check", "mined.policy.yaml", "--format", "compact"], { cwd })
    expect(checked.out.split("\n").filter((line) => line.includes(" error["))).toEqual([
      expect.stringContaining("table/gap")
    ])
  })

  it("reads XES without a mapping, and reports the place of an error", async () => {
    const cwd = folder()
    const xes = `<?xml version="1.0"?><log xes.version="1.0"><trace><string key="concept:name" value="A"/>
<event><string key="concept:name" value="open"/><date key="time:timestamp" value="2026-11-16T09:00:00.000Z"/></event>
<event><string key="concept:name" value="done"/><date key="time:timestamp" value="2026-11-16T10:00:00.000+01:00"/><list key="more"><string key="concept:name" value="inside"/></list></event>
</trace></log>`
    writeFileSync(join(cwd, "log.xes"), xes)
    const { report } = (await hearback(["backtest", policy, "--log", "log.xes", "--json"], { cwd })).json
    expect(report.quality).toMatchObject({
      rows: 2,
      cases: 1,
      from: Date.UTC(2026, 10, 16, 9),
      to: Date.UTC(2026, 10, 16, 9)
    })
    expect(report.notReplayed.policy.inputs.map(({ value }: { value: string }) => value)).toEqual([
      "impact",
      "urgency",
      "kind"
    ])
    writeFileSync(join(cwd, "broken.xes"), xes.replace("</trace>", ""))
    const broken = await hearback(["backtest", policy, "--log", "broken.xes"], { cwd })
    expect([broken.exit, broken.err]).toEqual([2, expect.stringMatching(/log\/broken.*\n.*broken\.xes:4:/)])
  })

  it("checks the mapping with its policy", async () => {
    const cwd = folder()
    writeFileSync(join(cwd, "p.policy.yaml"), readFileSync(policy, "utf8"))
    writeFileSync(join(cwd, "l.mapping.yaml"), "hearback: 1\nmapping: L\npreset: servicenow\nfacts: { impakt: x }\n")
    writeFileSync(join(cwd, "o.yaml"), readFileSync(policy, "utf8"))
    writeFileSync(join(cwd, "o.mapping.yaml"), "hearback: 1\nmapping: O\npolicy: o.yaml\ncolumns: {}\n")
    const { exit, out } = await hearback(["check", "p.policy.yaml", "--format", "compact"], { cwd })
    expect(exit).toBe(1)
    expect(out).toMatch(/^l\.mapping\.yaml:4:10 error\[name\/unknown\]/m)
    expect(out).not.toContain("o.mapping.yaml")
  })

  it("gets the same decisions for the cases of a store by their own policy", async () => {
    const cwd = folder()
    const calls = [
      ["init"],
      [
        "ingest",
        "--db",
        "loop.db",
        "--input",
        "feedback.csv",
        "--map",
        "verbatim=text",
        "--map",
        "channel:=web",
        "--virtual-time",
        "--at",
        "2026-11-20T10:00:00+08:00"
      ],
      ["tick", "--db", "loop.db", "--at", "2026-12-04T10:00:00+08:00"]
    ]
    for (const call of calls) {
      const { exit, out, err } = await hearback(call, { cwd })
      expect(exit, out + err).toBe(0)
    }
    const { exit, json } = await hearback(["backtest", "policy.yaml", "--db", "loop.db", "--json"], { cwd })
    const { out } = await hearback(["backtest", "policy.yaml", "--db", "loop.db"], { cwd })
    expect(out).toMatch(/\d+ cases?, \d+ events\n/)
    expect(out).toContain("\n the record\n")
    expect(out).not.toMatch(/\blog\b/)
    expect(exit).toBe(0)
    const { totals, clocks, notReplayed } = json.report
    expect(notReplayed.policy.cases).toBe(0)
    expect(totals).toMatchObject({ changed: 0, weaker: 0, stronger: 0, "newly-breached": 0, fixed: 0 })
    expect(totals.replayed).toBeGreaterThan(1)
    expect(clocks.reduce((sum: number, one: { stillBreached: number }) => sum + one.stillBreached, 0)).toBeGreaterThan(
      0
    )
    const map = await hearback(["backtest", "policy.yaml", "--map", "x.mapping.yaml"], { cwd })
    expect([map.exit, map.err]).toEqual([2, expect.stringContaining("usage/no-log")])
  })

  it("reports what is missing: a mapping, a column, a file", async () => {
    const cwd = folder()
    const none = await hearback(["backtest", policy, "--log", log])
    expect([none.exit, none.err]).toEqual([2, expect.stringContaining(".mapping.yaml")])
    writeFileSync(
      join(cwd, "m.mapping.yaml"),
      "hearback: 1\nmapping: M\npreset: servicenow\nfacts: { impact: impct }\n"
    )
    const column = await hearback(["backtest", policy, "--log", log, "--map", join(cwd, "m.mapping.yaml")])
    expect([column.exit, column.err]).toEqual([
      2,
      expect.stringMatching(/no column `impct`[\s\S]*did you mean `impact`/)
    ])
    expect((await hearback(["backtest", policy, "--log", "nowhere.csv", "--map", map])).exit).toBe(2)
  })
})

const large = process.env["HEARBACK_INCIDENT_LOG"]

describe.runIf(large !== undefined)("the whole public log", () => {
  it("has the same table with the same gap, and every case is decided", async () => {
    const words = ["backtest", policy, "--log", large ?? "", "--map", map]
    const { table } = (await hearback([...words, "--mine", "grading.priority", "--json"])).json
    expect([table.seen, table.agreeing, table.gaps]).toEqual([141_712, 141_712, [["high", "low"]]])
    const { report } = (await hearback([...words, "--baseline", before, "--json"])).json
    expect(report.totals).toMatchObject({ cases: 24_918, replayed: 24_918 })
  }, 300_000)
})

describe("a log without rows", () => {
  it.each([
    ["an empty file", "e.csv", ""],
    ["a head alone", "h.csv", `${head}\n`],
    ["a log without events", "l.xes", "<log><trace/></log>"]
  ])("is reported for %s, with what belongs there", async (_, name, text) => {
    const cwd = folder()
    writeFileSync(join(cwd, name), text)
    const { exit, json } = await hearback(["backtest", policy, "--log", name, "--map", map, "--json"], { cwd })
    expect(exit).toBe(2)
    expect(json.error).toMatchObject({ code: "log/empty", message: `\`${name}\` has no rows` })
    expect(json.error.expected).toMatch(/one row for each event/)
  })
})
