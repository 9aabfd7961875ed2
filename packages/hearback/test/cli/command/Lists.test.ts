/** `worklist` and `list` as people read them. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { folder, hearback, root, type World } from "../Capture.ts"

const policy = join(root, "packages/hearback/test/lists/desk.policy.yaml")
const rows = `at,who,said,worth,channel
2026-11-02 09:00,c-1,my parcel is late,0,phone
2026-11-03 09:01,c-2,no water since Sunday,5000,phone
`

const store = async (terminal: World["terminal"] = {}) => {
  const cwd = folder()
  const call = (...words: readonly string[]) => hearback(words, { cwd, env: { HEARBACK_DB: "loop.db" }, terminal })
  writeFileSync(join(cwd, "in.csv"), rows)
  const map = ["received=at", "customer=who", "verbatim=said", "facts.amount=worth"].flatMap((pair) => ["--map", pair])
  const { json } = await call(
    "ingest",
    policy,
    "--input",
    "in.csv",
    ...map,
    "--virtual-time",
    "--at",
    "2026-11-03 10:00",
    "--json"
  )
  expect(json).toMatchObject({ opened: 2 })
  const [late, water]: readonly string[] = (await call("list", "--json")).json.cases.map(({ id }: { id: string }) => id)
  return { call, late: late ?? "", water: water ?? "" }
}

describe("worklist", () => {
  it("F-V5 · shows names and titles, and grades in the policy's order, each under its name", async () => {
    const { call } = await store()
    const { out } = await call("worklist")
    expect(out).toMatch(/^case +promise due +urgency +priority +kind +category +owner +customer/)
    expect(out).toMatch(/^\S+ +Tue 3 Nov 13:01 +in 3 h 1 min +urgent +P1 +complaint +水电 +\S+ \S+ +c-2/m)
    expect(out).toMatch(/ routine +P2 +complaint +Parcels +\S+ \S+ +Carla Moss/)
    expect((await call("worklist", "--lang", "zh")).out).toMatch(/ 包裹 +\S+ \S+ +Carla Moss/)
  })

  it("F-V5 · names each grade in a narrow terminal", async () => {
    const { call, water } = await store({ columns: 60 })
    const { out } = await call("worklist")
    expect(out).toContain(
      `${water}  Tue 3 Nov 13:01  in 3 h 1 min\n  urgency urgent · priority P1 · complaint · 水电 · `
    )
    expect(out.split("\n").filter((line) => line.length > 60)).toEqual([])
  })

  it("F-V4 · of a person shows what waits for them, and why", async () => {
    const { call, late } = await store()
    const { owner } = (await call("case", late, "--json")).json.case
    expect((await call("worklist", "--as", "boris")).out).toBe("no cases\n")
    await call("act", late, "compensate", "--amount", "500", "--reason", "trouble", "--as", owner)
    const { out } = await call("worklist", "--as", "boris")
    expect(out).toMatch(new RegExp(`^${late} .+ approval\n`, "m"))
    expect(out).toContain("1 case\n")
    expect((await call("worklist", "--as", "boris", "--lang", "zh")).out).toMatch(/待办\n.+ 审批\n/)
    expect((await call("worklist", "--as", "boris", "--json")).json.cases[0].waits).toEqual(["approval"])
  })
})

describe("list", () => {
  it("finds cases by date, grade, gate, title and words, and explains wrong flags", async () => {
    const { call, late, water } = await store()
    const found = async (...flags: readonly string[]) =>
      (await call("list", ...flags, "--json")).json.cases.map(({ id }: { id: string }) => id)
    expect(await found("--to", "2026-11-02")).toEqual([late])
    expect(await found("--from", "2026-11-03")).toEqual([water])
    expect(await found("--grade", "urgency=urgent", "--grade", "priority=P1")).toEqual([water])
    expect(await found("--gate", "heard", "--kind", "complaint")).toEqual([late, water])
    expect(await found("--category", "包裹")).toEqual([late])
    expect(await found("--text", "WATER sunday")).toEqual([water])
    expect(await found("--text", "parcel", "--state", "closed")).toEqual([])
    const first = await call("list", "--limit", "1", "--json")
    expect(await found("--after", first.json.next)).toEqual([water])
    for (const [flags, meant] of [
      [["--gate", "herd"], "heard"],
      [["--category", "parcel"], "parcels"],
      [["--grade", "urgency=urgnt"], "urgent"],
      [["--grade", "urgncy=urgent"], "urgency"],
      [["--kind", "complant"], "complaint"]
    ] as const) {
      const { exit, err } = await call("list", ...flags)
      expect([exit, err]).toEqual([2, expect.stringContaining(`did you mean \`${meant}\`?`)])
    }
    expect((await call("list", "--after", "nonsense")).err).toContain("`--after` takes the cursor")
  })
})
