import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { example, folder, hearback, type Ran } from "../Capture.ts"

const first = example("first/first.policy.yaml")

/** Makes a store with two cases under the example's policy, and a second version of it with another limit. */
const store = async (movers = "manager") => {
  const cwd = folder()
  const call = (...words: readonly string[]): Promise<Ran> => hearback(words, { cwd, env: { HEARBACK_DB: "loop.db" } })
  writeFileSync(join(cwd, "in.csv"), "at,who,said\n2026-11-20 10:00,C-17,Third time my invoice is wrong.\n")
  const map = ["received=at", "customer=who", "verbatim=said", "channel:=email"].flatMap((pair) => ["--map", pair])
  const at = ["--virtual-time", "--at", "2026-11-20 10:30", "--json"]
  await call("ingest", first, "--input", "in.csv", ...map, ...at)
  const id: string = (await call("worklist", "--json")).json.cases[0].id
  const text = readFileSync(first, "utf8").replace("authority:\n", `authority:\n  move: { by: [${movers}] }\n`)
  const second = join(cwd, "second.policy.yaml")
  writeFileSync(join(cwd, "people.yaml"), readFileSync(example("first/people.yaml")))
  writeFileSync(
    second,
    `${text.replace("policy: first", "policy: first\ntitle: Second version")}\nclock-defaults: { on-new-version: restart }\n`
  )
  return { cwd, id, call, second }
}

describe("move", () => {
  it("shows what would change, and stores nothing", async () => {
    const { call, id, second } = await store()
    const { exit, json } = await call("move", second, "--dry-run", "--json")
    expect(exit).toBe(0)
    expect(json).toMatchObject({ ok: true, dryRun: true, moved: [{ case: id, demanded: [], notNeeded: [] }], left: [] })
    expect(json.moved[0].clocks[0]).toMatchObject({ before: expect.any(String), after: expect.any(String) })
    const { out } = await call("move", second, "--dry-run")
    expect(out).toContain("1 case would move")
    expect(out).toMatch(new RegExp(`deadline \\S.*: later +1 +${id}\n`))
    expect(json.touched).toMatchObject({
      of: 1,
      touched: 1,
      kinds: [{ of: "due", how: "later", count: 1, cases: [id] }]
    })
    // The version in force has not changed.
    expect((await call("move", "--dry-run")).out).toContain("no open case")
  })

  it("moves open cases, recorded with the person and the reason; a second time there is nothing to move", async () => {
    const { call, id, second } = await store()
    const moved = await call("move", second, "--as", "manager-3", "--reason", "from January on")
    expect([moved.exit, moved.out.includes("1 case moved")]).toEqual([0, true])
    expect((await call("case", id, "--why")).out).toContain("from January on")
    const again = await call("move", "--as", "manager-3", "--reason", "again", "--json")
    expect(again.json).toMatchObject({ moved: [], left: [] })
    expect((await call("move", "--lang", "zh", "--as", "manager-3", "--reason", "再来")).out).toContain("没有在办案件")
  })

  it("says why a case stays, because the person may not let it demand less", async () => {
    const { call, id, second } = await store("agent")
    const ofAgent = ["move", second, "--as", "agent-7", "--reason", "from January on"]
    const { exit, json } = await call(...ofAgent, "--json")
    expect([exit, json.moved[0].case, json.moved[0].rejection.code]).toEqual([1, id, "authority/deadline-later"])
    const refused = await call(...ofAgent, "--key", "again")
    expect([refused.exit, refused.out.includes("may not extend here")]).toEqual([1, true])
    expect(refused.out).not.toContain("1 case moved")
  })

  it("says which of the named cases stay, and needs a reason", async () => {
    const { call, second } = await store()
    const { exit, json } = await call(
      "move",
      second,
      "--case",
      "2611-NOBODY",
      "--as",
      "manager-3",
      "--reason",
      "no",
      "--json"
    )
    expect([exit, json.left]).toEqual([1, ["2611-NOBODY"]])
    const silent = await call("move", second, "--as", "manager-3")
    expect([silent.exit, silent.err.includes("--reason")]).toEqual([2, true])
  })

  it("F-R7 · moves to other calendars for a person with authority, with a reason", async () => {
    const { call } = await store()
    expect((await call("move", "--calendars")).exit).toBe(2)
    const asked = ["move", "--calendars", "--reason", "published", "--json"]
    expect((await call(...asked, "--as", "manager-3")).json).toMatchObject({ ok: true, moved: [] })
    const refused = await call(...asked, "--as", "supervisor-2")
    expect(refused).toMatchObject({ exit: 1, json: { rejection: { code: "governing/wrong-person" } } })
  })

  it("F-R7 · refuses a file of another policy", async () => {
    const { call, cwd } = await store()
    const other = join(cwd, "other.policy.yaml")
    writeFileSync(other, readFileSync(first, "utf8").replace("policy: first", "policy: other"))
    const refused = await call("move", other, "--dry-run", "--json")
    expect(refused).toMatchObject({ exit: 1, json: { rejection: { code: "governing/other-policy" } } })
  })
})
